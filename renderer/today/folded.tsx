/** What stands folded below the cards: who is put off, what else has a date, whom the week left out and why. */
import type { ReactNode } from 'react';
import type { WeekAnswer } from '../../shared/keeping/answers';
import { exactDay, many, people, sayDayAhead } from '../app/words';
import { openIntroduction } from '../introductions/introducing';
import { useSession, useTable, useToday } from '../network/hooks';
import { TextButton } from '../atlas/inspector/section';
import { bringBack } from './acts';
import { PersonName } from './person-name';

export function PutOff({ week }: { week: WeekAnswer }): ReactNode {
  const session = useSession();
  const snoozes = useTable('snoozes');
  const today = useToday();
  const off = week.contacts.filter(({ state }) => state === 'put-off');
  const untilWords = (id: string): string => {
    const [until] = snoozes
      .flatMap(({ contact, until: end }) => (contact === id && end !== undefined ? [end] : []))
      .sort()
      .reverse();
    return until === undefined || until <= today
      ? 'this week'
      : `until ${sayDayAhead(until, today, session.hello.locale)}`;
  };
  return (
    <Folded title={`${people(off.length)} put off`} count={off.length}>
      {off.map((card) => (
        <li key={card.id}>
          <span>
            <PersonName id={card.id} name={card.name} />
            <span className="k-small k-quietest">{untilWords(card.id)}</span>
          </span>
          <TextButton label={`Bring ${card.name} back`} onClick={() => void bringBack(session, card)}>
            Bring back
          </TextButton>
        </li>
      ))}
    </Folded>
  );
}

export function AlsoDated({ week: { dated } }: { week: WeekAnswer }): ReactNode {
  const session = useSession();
  const { hello } = session;
  return (
    <Folded title={`Also dated: ${many(dated.length, 'line', 'lines')}`} count={dated.length}>
      {dated.map(({ id, name, kind, day, text, source }) => (
        <li key={`${id} ${kind} ${day} ${text}`} title={exactDay(day, hello.locale)}>
          <span>
            {kind === 'group' ? <span>{name}</span> : <PersonName id={id} name={name} />}
            <span className="k-small k-quiet">{text}</span>
          </span>
          {kind === 'introduction' && source !== undefined ? (
            <TextButton label={`Open it: ${text}`} onClick={() => openIntroduction(session, source)}>
              Open it
            </TextButton>
          ) : null}
        </li>
      ))}
    </Folded>
  );
}

export function LeftOut({ week: { leftOut, leftOutInAll } }: { week: WeekAnswer }): ReactNode {
  const more = leftOutInAll - leftOut.length;
  return (
    <Folded title={`${people(leftOutInAll)} left out this week, and why`} count={leftOut.length}>
      {byWhy(leftOut).map(([why, those]) => (
        <li key={why} className="k-today-left-out">
          <p className="k-small k-quiet">{why}</p>
          <p className="k-today-names">
            {those.map(({ id, name }, at) => (
              <span key={id}>
                <PersonName id={id} name={name} />
                {at < those.length - 1 ? ',' : ''}
              </span>
            ))}
          </p>
        </li>
      ))}
      {more > 0 ? <li className="k-small k-quietest">and {people(more)} more</li> : null}
    </Folded>
  );
}

type LeftOutLine = WeekAnswer['leftOut'][number];

/** Each reason once, with everybody whom it keeps off the list. */
function byWhy(leftOut: readonly LeftOutLine[]): [why: string, those: LeftOutLine[]][] {
  const groups = new Map<string, LeftOutLine[]>();
  for (const line of leftOut) {
    const those = groups.get(line.why);
    if (those === undefined) groups.set(line.why, [line]);
    else those.push(line);
  }
  return [...groups];
}

function Folded({
  title,
  count,
  children,
}: {
  title: string;
  count: number;
  children: ReactNode;
}): ReactNode {
  if (count === 0) return null;
  return (
    <details className="k-today-folded">
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  );
}
