/** What I asked: waiting for an answer, thanks owed, and what was answered, folded. */
import { type ReactNode, useState } from 'react';
import type { Asked, AskedAnswer, OwedThanks } from '../../../shared/asking/answers';
import { Secret } from '../../atlas/inspector/secret';
import { TextButton } from '../../atlas/inspector/section';
import { answerOf } from '../../atlas/inspector/story-words';
import { exactDay, many, sayDay } from '../../app/words';
import { useSession, useToday } from '../../network/hooks';
import { MoreButton } from '../../today/more-button';
import { OwedLine, OwedSection } from '../../today/owed-section';
import { PersonName } from '../../today/person-name';
import { actFor } from './acts';
import { AnswerForm } from './answer-form';

/** Lines shown at first. */
const first = 6;

export function Requests({ asked: { open, thanks, past, pastInAll } }: { asked: AskedAnswer }): ReactNode {
  if (open.length + thanks.length + past.length === 0) {
    return (
      <p className="k-small k-quiet">
        What you ask is kept here with its answer, and whom you owe thanks. Nothing was asked yet.
      </p>
    );
  }
  return (
    <>
      <List title="Waiting for an answer" all={open} line={(one) => <Open key={one.id} asked={one} />} />
      <List title="Thanks owed" all={thanks} line={(one) => <Thanks key={one.id} owed={one} />} />
      {past.length === 0 ? null : (
        <details className="k-today-folded">
          <summary>{many(pastInAll, 'earlier request', 'earlier requests')}</summary>
          <ul>
            {past.map((one) => (
              <Past key={one.id} asked={one} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function List<T>({
  title,
  all,
  line,
}: {
  title: string;
  all: readonly T[];
  line: (one: T) => ReactNode;
}): ReactNode {
  const [whole, setWhole] = useState(false);
  if (all.length === 0) return null;
  return (
    <OwedSection title={title}>
      {all.slice(0, whole ? undefined : first).map(line)}
      <MoreButton all={all.length} first={first} open={whole} onOpen={() => setWhole(true)} />
    </OwedSection>
  );
}

function useDay(): (day: string) => { text: string; title: string } {
  const { hello } = useSession();
  const today = useToday();
  return (day) => ({ text: sayDay(day, today, hello.locale), title: exactDay(day, hello.locale) });
}

function whatOf({ text, confidential }: Asked): string {
  return confidential === undefined ? (text ?? 'Something') : 'Something confidential';
}

function Open({ asked }: { asked: Asked }): ReactNode {
  const session = useSession();
  const say = useDay();
  const { id, contact, name, confidential, askedOn } = asked;
  const what = whatOf(asked);
  return (
    <OwedLine
      name={what}
      aside={say(askedOn)}
      detail={
        <>
          <span>asked </span>
          <PersonName id={contact} name={name} />{' '}
          {confidential === undefined ? null : <Secret id={confidential}>Show what is confidential</Secret>}
        </>
      }
    >
      {session.hello.readOnly === undefined ? (
        <AnswerForm request={id} what={`${what}, ${name}`} />
      ) : undefined}
    </OwedLine>
  );
}

function Thanks({ owed: { id, kind, contact, name, text, day } }: { owed: OwedThanks }): ReactNode {
  const session = useSession();
  const say = useDay();
  const { label, perform } = actFor(session, { kind: `thank-${kind}`, id });
  return (
    <OwedLine name={<PersonName id={contact} name={name} />} detail={text} aside={say(day)}>
      {session.hello.readOnly === undefined ? (
        <TextButton label={`${label}: ${text}`} onClick={perform}>
          {label}
        </TextButton>
      ) : undefined}
    </OwedLine>
  );
}

function Past({ asked }: { asked: Asked }): ReactNode {
  const say = useDay();
  const { contact, name, askedOn } = asked;
  return (
    <li title={say(askedOn).title}>
      <span>
        <PersonName id={contact} name={name} />
        <span className="k-small k-quiet">{whatOf(asked)}</span>
        <span className="k-small k-quietest">{answerOf(asked, (day) => say(day).text)}</span>
      </span>
    </li>
  );
}
