/** One introduction: who with whom and why, what each side said, words to write with, what happened, what can be done. */
import { type ReactNode, useDeferredValue, useEffect, useRef } from 'react';
import { called, sayBoth, sayHowFar, sayStuck } from '../../../shared/introductions/say';
import { isBefore } from '../../../shared/introductions/stages';
import { stuckOf } from '../../../shared/introductions/stuck';
import type { Introduction } from '../../../shared/model/entities';
import { Secret } from '../../atlas/inspector/secret';
import { Section, TextButton } from '../../atlas/inspector/section';
import '../../atlas/inspector/inspector.css';
import { ContactMark } from '../../app/parts/mark';
import { nameOf } from '../../app/words';
import { useContact, useSession, useSettings } from '../../network/hooks';
import { Arc } from '../board/arc';
import { StageMenu } from '../board/stage-menu';
import { Introducing } from '../introducing';
import { Letters } from '../letters/letters';
import { useSpeaking } from '../use-speaking';
import { Consents } from './consents';
import { History } from './history';
import { NextStep } from './next-step';
import { Tools } from './tools';

export function IntroductionDetail({ introduction }: { introduction: Introduction }): ReactNode {
  const session = useSession();
  const later = useDeferredValue(introduction);
  const { stage, outcome, text, confidential } = later;
  const readOnly = session.hello.readOnly !== undefined;
  // The head comes at once; the rest is drawn in slices, so that the next key or frame need not wait for it.
  const whole = useDeferredValue(true, false);
  if (!whole) {
    return (
      <article className="k-insp k-intro-detail">
        <Head introduction={introduction} />
      </article>
    );
  }
  return (
    <article className="k-insp k-intro-detail">
      <Head introduction={introduction} />
      {readOnly ? null : <NextStep introduction={later} />}
      <Consents introduction={later} />
      {outcome === undefined ? null : (
        <Section title="What came of it">
          <p className="k-insp-text">{outcome}</p>
        </Section>
      )}
      {confidential === undefined ? null : (
        <Section title="Confidential">
          <Secret id={confidential}>Show what is kept of it</Secret>
        </Section>
      )}
      {readOnly ? null : <Letters introduction={later} />}
      {isBefore(stage) || text === undefined ? null : (
        <Section title="What was written">
          <p className="k-insp-text">{text}</p>
        </Section>
      )}
      <History introduction={later} />
      {readOnly ? null : <Tools introduction={later} />}
    </article>
  );
}

function Head({ introduction }: { introduction: Introduction }): ReactNode {
  const session = useSession();
  const speaking = useSpeaking(introduction);
  const { a, b, by, why, stage } = introduction;
  const stuck = stuckOf(introduction, speaking.today, speaking.me);
  const name = sayBoth(speaking, introduction);
  const [first, second] = b === speaking.me ? [b, a] : [a, b];
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it from its card goes on here, and comes back by Esc.
  useEffect(() => {
    if (document.activeElement?.closest('[data-introduction]') instanceof Element) heading.current?.focus();
  }, []);
  return (
    <div className="k-insp-section">
      <div className="k-intro-detail-top">
        <TextButton onClick={() => Introducing.of(session).open(undefined)}>Close</TextButton>
        <StageMenu introduction={introduction} name={name} />
      </div>
      <h2 className="k-intro-detail-head" tabIndex={-1} ref={heading}>
        <Arc stage={stage} isLarge />
        <span>
          <Person id={first} />
          <span className="k-visually-hidden"> and </span>
          <Person id={second} />
        </span>
      </h2>
      {by === undefined ? null : (
        <p className="k-quiet">
          through{' '}
          <button type="button" className="k-link-button" onClick={() => session.select(by)}>
            {called(speaking, by)}
          </button>
        </p>
      )}
      {why === undefined ? null : <p className="k-insp-text k-intro-detail-why">{why}</p>}
      <p className="k-small k-quiet k-intro-detail-far">{sayHowFar(speaking, introduction)}</p>
      {stuck === undefined ? null : (
        <p className="k-small k-intro-urgent">{sayStuck(speaking, introduction, stuck)}</p>
      )}
    </div>
  );
}

function Person({ id }: { id: string }): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const person = useContact(id);
  return (
    <span className="k-intro-detail-name">
      <ContactMark contact={id} box={22} />
      {id === me ? (
        <span>You</span>
      ) : (
        <button type="button" className="k-intro-person" onClick={() => session.select(id)}>
          {person === undefined ? 'Somebody' : nameOf(person)}
        </button>
      )}
    </span>
  );
}
