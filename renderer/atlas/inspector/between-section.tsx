/** What is open between us: promises, requests, replies owed, introductions. */
import type { ReactNode } from 'react';
import { isAnswer } from '../../../shared/keeping/replies';
import type { Commitment, Contact, Interaction, Introduction } from '../../../shared/model/entities';
import { nameOf, sayDay } from '../../app/words';
import { useSession, useTable, useToday } from '../../network/hooks';
import { callName } from '../../../shared/words';
import { Section, TextButton } from './section';
import type { Details } from './use-details';

interface BetweenProps {
  readonly contact: Contact;
  readonly details: Details;
  readonly interactions: readonly Interaction[];
}

export function BetweenSection({ contact, details, interactions }: BetweenProps): ReactNode {
  const introductions = useTable('introductions').filter(({ a, b }) => a === contact.id || b === contact.id);
  const { commitments, requests, owedReplies } = details;
  const open = commitments.filter(({ doneOn, droppedOn }) => doneOn === undefined && droppedOn === undefined);
  const waiting = owedReplies.filter(
    ({ doneOn, since }) => doneOn === undefined && !interactions.some((one) => isAnswer(one, since)),
  );
  const asked = requests.filter(({ answer }) => answer === 'open');
  const count = open.length + asked.length + waiting.length + introductions.length;
  if (count === 0) return null;
  return (
    <Section title="Between you">
      {open.map((commitment) => (
        <Promise key={commitment.id} commitment={commitment} name={callName(contact.name)} />
      ))}
      {waiting.map(({ id, since }) => (
        <Waiting key={id} id={id} since={since} name={callName(contact.name)} />
      ))}
      {asked.map(({ id, text, askedOn }) => (
        <Row key={id} text={`You asked: ${text ?? 'something confidential'}`} day={askedOn} />
      ))}
      {introductions.map((introduction) => (
        <Introduced key={introduction.id} introduction={introduction} contact={contact.id} />
      ))}
    </Section>
  );
}

function Promise({ commitment, name }: { commitment: Commitment; name: string }): ReactNode {
  const session = useSession();
  const today = useToday();
  const { id, by, text, due, advice } = commitment;
  const what = text ?? 'something confidential';
  const said =
    advice === true ? `${name} advised: ${what}` : by === 'me' ? `You owe: ${what}` : `${name} owes: ${what}`;
  return (
    <Row text={said} day={due} late={due !== undefined && due < today}>
      <TextButton
        label={`Done: ${what}`}
        onClick={() => void session.tell('commitment.edit', { id, doneOn: today }, { done: `Done: ${what}` })}
      >
        Done
      </TextButton>
    </Row>
  );
}

function Waiting({ id, since, name }: { id: string; since: string; name: string }): ReactNode {
  const session = useSession();
  const today = useToday();
  const done = `No answer to ${name} needed`;
  return (
    <Row text={`${name} waits for a reply`} day={since}>
      <TextButton
        label={`None needed: a reply to ${name}`}
        onClick={() => void session.tell('owed-reply.edit', { id, doneOn: today }, { done })}
      >
        None needed
      </TextButton>
    </Row>
  );
}

function Introduced({ introduction, contact }: { introduction: Introduction; contact: string }): ReactNode {
  const { replica } = useSession();
  const other = replica.network.get('contacts', introduction.a === contact ? introduction.b : introduction.a);
  const name = other === undefined ? 'someone' : nameOf(other);
  const stages: Readonly<Record<Introduction['stage'], string>> = {
    idea: `Might meet ${name}`,
    asked: `Asked about meeting ${name}`,
    agreed: `Agreed to meet ${name}`,
    introduced: `Introduced to ${name}`,
    met: `Met ${name}`,
    outcome: `Met ${name}, and something came of it`,
    thanked: `Met ${name}, and gave thanks`,
    declined: `Rather not meet ${name}`,
    'not-now': `Not now: ${name}`,
    withdrawn: `Withdrawn: ${name}`,
  };
  return <Row text={stages[introduction.stage]} day={introduction.day} />;
}

function Row({
  text,
  day,
  late = false,
  children,
}: {
  text: string;
  day?: string | undefined;
  late?: boolean;
  children?: ReactNode;
}): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  return (
    <div className="k-insp-row">
      <span className="k-insp-between">{text}</span>
      <span className={late ? 'k-insp-row-more k-insp-late' : 'k-insp-row-more'}>
        {day === undefined ? '' : sayDay(day, today, hello.locale)}
      </span>
      {children}
    </div>
  );
}
