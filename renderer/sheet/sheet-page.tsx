/** A sheet as it is printed, and as it is shown before. */
import type { ReactNode } from 'react';
import type { OpenPromise } from '../../shared/keeping/answers';
import { exactDay, people as sayPeople } from '../app/words';
import type { Sheet, SheetPerson } from './sheet';

export interface SheetLook {
  readonly title: string;
  readonly today: string;
  readonly locale: string;
  /** How to reach them goes along. */
  readonly ways: boolean;
  /** Below each there is room to write. */
  readonly room: boolean;
}

export function SheetPage({ sheet, look }: { sheet: Sheet; look: SheetLook }): ReactNode {
  const { title, today, locale } = look;
  return (
    <article className="k-sheet" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p>{exactDay(today, locale)}</p>
      </header>
      <ul>
        {sheet.people.map((person) => (
          <Person key={person.id} person={person} look={look} />
        ))}
      </ul>
      {sheet.more > 0 ? <p>{sayPeople(sheet.more)} more are not on this sheet.</p> : null}
      {sheet.promises.length === 0 ? null : (
        <section>
          <h3>Also promised for this week</h3>
          <ul>
            {sheet.promises.map((promise) => (
              <li key={`${promise.id} ${promise.kind}`}>
                <Promised promise={promise} look={look} withName />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Person({ person, look }: { person: SheetPerson; look: SheetLook }): ReactNode {
  const { name, role, why, last, promises, ways } = person;
  const { locale } = look;
  return (
    <li className="k-sheet-person">
      <span className="k-sheet-box" aria-hidden="true" />
      <div>
        <p>
          <strong>{name}</strong>
          {role === '' ? null : <span className="k-sheet-role"> {role}</span>}
        </p>
        {why.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{last === undefined ? 'No contact on record.' : `Last in touch on ${exactDay(last, locale)}.`}</p>
        {promises.map((promise) => (
          <Promised key={`${promise.id} ${promise.kind}`} promise={promise} look={look} />
        ))}
        {look.ways && ways.length > 0 ? <p className="k-sheet-ways">{ways.join(' · ')}</p> : null}
        {look.room ? <div className="k-sheet-room" aria-hidden="true" /> : null}
      </div>
    </li>
  );
}

function Promised({
  promise,
  look: { locale },
  withName = false,
}: {
  promise: OpenPromise;
  look: SheetLook;
  withName?: boolean;
}): ReactNode {
  const { kind, by, text, due, name } = promise;
  const whose =
    kind === 'update'
      ? 'Tell what came of'
      : kind === 'advice'
        ? 'Their advice'
        : by === 'me'
          ? 'You promised'
          : 'They promised';
  const until = due === null ? '' : `, due on ${exactDay(due, locale)}`;
  return (
    <p>
      {withName ? `${name}. ` : ''}
      {whose}: {text}
      {until}
    </p>
  );
}
