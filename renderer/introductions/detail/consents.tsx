/** What each side said, each on its own: asked, yes, no, not now, today or on another day. */
import { memo, type ReactNode } from 'react';
import { fullName } from '../../../shared/keeping/names';
import { sayWhen } from '../../../shared/introductions/say';
import { askedSides, consentDay, consentOf, type Side } from '../../../shared/introductions/sides';
import { hasHappened } from '../../../shared/introductions/stages';
import type { Introduction } from '../../../shared/model/entities';
import type { Consent } from '../../../shared/model/entities/introduction';
import { Section, TextButton } from '../../atlas/inspector/section';
import { exactDay } from '../../app/words';
import { useSession } from '../../network/hooks';
import { Fault } from '../fault';
import { useSpeaking } from '../use-speaking';
import { useStep } from '../use-step';
import { answerWords } from '../words';

const answers = [
  ['asked', 'Asked'],
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not-now', 'Not now'],
] as const satisfies readonly (readonly [Consent, string])[];

export const Consents = memo(function Consents({ introduction }: { introduction: Introduction }): ReactNode {
  const speaking = useSpeaking(introduction);
  const asked = askedSides(introduction, speaking.me);
  return (
    <Section title={asked.length > 1 ? 'What each side says' : 'What they say'}>
      <ul>
        {asked.map((side) => (
          <Consented key={side} introduction={introduction} side={side} />
        ))}
      </ul>
    </Section>
  );
});

function Consented({ introduction, side }: { introduction: Introduction; side: Side }): ReactNode {
  const session = useSession();
  const speaking = useSpeaking(introduction);
  const { fault, take } = useStep();
  const { id, stage } = introduction;
  const name = fullName(speaking, introduction[side]);
  const consent = consentOf(introduction, side);
  const day = consent === 'not-asked' ? undefined : consentDay(introduction, side);
  const isOpen = !hasHappened(stage) && stage !== 'withdrawn' && session.hello.readOnly === undefined;
  return (
    <li className="k-intro-consent">
      <p>
        {name}{' '}
        <span className="k-quiet" title={day === undefined ? undefined : exactDay(day, speaking.locale)}>
          {answerWords[consent]}
          {day === undefined ? '' : ` ${sayWhen(day, speaking)}`}
        </span>
      </p>
      {isOpen ? (
        <div className="k-segments" role="group" aria-label={`What ${name} says`}>
          {answers.map(([answer, words]) => (
            <button
              key={answer}
              type="button"
              className="k-segment k-small"
              aria-pressed={consent === answer}
              onClick={() =>
                void take(
                  'introduction.consent',
                  { id, side, consent: answer },
                  `Written down: ${name} ${answerWords[answer]}`,
                )
              }
            >
              {words}
            </button>
          ))}
          <TextButton
            label={`With a day…: ${name}`}
            onClick={() => session.dialogs.open('introduction-answer', [id, side])}
          >
            With a day…
          </TextButton>
        </div>
      ) : null}
      <Fault>{fault}</Fault>
    </li>
  );
}
