/** Open promises, mine and theirs, overdue ones first: kept, dropped with a word, or told what came of it. */
import { type ReactNode, useState } from 'react';
import type { OpenPromise } from '../../shared/keeping/answers';
import { Secret } from '../atlas/inspector/secret';
import { TextButton } from '../atlas/inspector/section';
import { exactDay, sayDay, sayDayAhead } from '../app/words';
import { useSession, useToday } from '../network/hooks';
import { keepPromise } from './acts';
import { MoreButton } from './more-button';
import { OwedLine, OwedSection } from './owed-section';
import { PersonName } from './person-name';

/** Promises shown at first. */
const first = 6;

export function Promises({ promises }: { promises: readonly OpenPromise[] }): ReactNode {
  const isMine = ({ by, kind }: OpenPromise): boolean => by === 'me' || kind !== 'promise';
  return (
    <>
      <List title="Your promises" promises={promises.filter(isMine)} />
      <List title="Promised to you" promises={promises.filter((promise) => !isMine(promise))} />
    </>
  );
}

function List({ title, promises }: { title: string; promises: readonly OpenPromise[] }): ReactNode {
  const [all, setAll] = useState(false);
  if (promises.length === 0) return null;
  return (
    <OwedSection title={title}>
      {promises.slice(0, all ? undefined : first).map((promise) => (
        <Line key={`${promise.id} ${promise.kind}`} promise={promise} />
      ))}
      <MoreButton all={promises.length} first={first} open={all} onOpen={() => setAll(true)} />
    </OwedSection>
  );
}

function Line({ promise }: { promise: OpenPromise }): ReactNode {
  const session = useSession();
  const today = useToday();
  const { id, kind, by, contact, name, text, confidential, madeOn, due, late } = promise;
  const { locale } = session.hello;
  const what = confidential !== undefined ? 'Something confidential' : capital(text ?? 'something');
  const made = sayDay(madeOn, today, locale);
  const isUpdate = kind === 'update';
  const words = isUpdate
    ? 'their advice, followed; tell what came of it'
    : kind === 'advice'
      ? `advice of ${made}`
      : `promised ${made}`;
  const aside =
    due === null ? undefined : { text: sayDayAhead(due, today, locale), title: exactDay(due, locale) };
  const label = `${what}, ${name}`;
  return (
    <OwedLine
      name={
        <>
          {what}
          <span className="k-quietest">{by === 'me' ? ' to ' : ' from '}</span>
          <PersonName id={contact} name={name} />
        </>
      }
      detail={
        <>
          <span title={exactDay(madeOn, locale)}>{words}</span>
          {confidential === undefined ? null : <Secret id={confidential}>Show what is confidential</Secret>}
        </>
      }
      {...(aside === undefined ? {} : { aside })}
      late={late !== null && late >= 0}
    >
      {session.hello.readOnly === undefined ? (
        <>
          <TextButton
            label={`${isUpdate ? 'Told' : 'Kept'}: ${label}`}
            onClick={() => void keepPromise(session, promise)}
          >
            {isUpdate ? 'Told' : kind === 'advice' ? 'Followed' : 'Kept'}
          </TextButton>
          <TextButton label={`Drop: ${label}`} onClick={() => session.dialogs.open('drop-promise', [id])}>
            Drop
          </TextButton>
        </>
      ) : undefined}
    </OwedLine>
  );
}

function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
