/** Whom one knows where one will be. */
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { whoIsThere } from '../../shared/keeping/stays';
import type { Trip } from '../../shared/model/entities';
import { TextButton } from '../atlas/inspector/section';
import { many, nameOf, people, sayDayAhead } from '../app/words';
import { useSession, useSettings, useTable, useToday } from '../network/hooks';
import { PersonName } from '../today/person-name';

/** People shown at first. */
const first = 5;

interface TripPeopleProps {
  readonly trip: Pick<Trip, 'place' | 'from' | 'to'>;
  /** Whether a name opens the person beside. */
  readonly opens?: boolean;
}

export function TripPeople({ trip, opens = false }: TripPeopleProps): ReactNode {
  const session = useSession();
  const today = useToday();
  const { me } = useSettings();
  const contacts = useTable('contacts');
  const stays = useTable('stays');
  const [all, setAll] = useState(false);
  const place = useDeferredValue(trip.place);
  const { from, to } = trip;
  const there = useMemo(
    () => whoIsThere({ place, from, to }, contacts, stays, me),
    [place, from, to, contacts, stays, me],
  );
  if (there.length === 0) {
    return <p className="k-small k-quietest">Nobody you know is on record as being there then.</p>;
  }
  const shown = there.slice(0, all ? 200 : first);
  const rest = there.length - shown.length;
  return (
    <div className="k-small k-quiet">
      {people(there.length)} you know {there.length === 1 ? 'is' : 'are'} there:{' '}
      {shown.map(({ contact, stay }, i) => (
        <span key={contact.id}>
          {i === 0 ? '' : ', '}
          {opens ? <PersonName id={contact.id} name={nameOf(contact)} /> : nameOf(contact)}
          {stay?.to === undefined ? null : (
            <span className="k-quietest"> (until {sayDayAhead(stay.to, today, session.hello.locale)})</span>
          )}
        </span>
      ))}
      {rest === 0 ? null : all ? (
        ` and ${many(rest, 'more person', 'more people')}`
      ) : (
        <>
          {' '}
          <TextButton label={`and ${rest} more in ${place}`} onClick={() => setAll(true)}>
            and {rest} more
          </TextButton>
        </>
      )}
    </div>
  );
}
