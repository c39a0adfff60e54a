/** Trips that are not over, the next one first, each with whom one knows there. */
import { type ReactNode, useMemo } from 'react';
import type { Trip } from '../../shared/model/entities';
import { TextButton } from '../atlas/inspector/section';
import { exactDay, sayDayAhead } from '../app/words';
import { useSession, useTable, useToday } from '../network/hooks';
import { TripPeople } from '../reminders/trip-people';
import { OwedLine, OwedSection } from './owed-section';

export function useTripsAhead(): readonly Trip[] {
  const today = useToday();
  const trips = useTable('trips');
  return useMemo(
    () => trips.filter(({ to }) => to >= today).sort((a, b) => (a.from < b.from ? -1 : 1)),
    [trips, today],
  );
}

export function Trips({ trips }: { trips: readonly Trip[] }): ReactNode {
  const session = useSession();
  const today = useToday();
  const { locale, readOnly } = session.hello;
  if (trips.length === 0) return null;
  return (
    <OwedSection title="Trips">
      {trips.map((trip) => {
        const { id, place, from, to, note } = trip;
        const when =
          from <= today ? `until ${sayDayAhead(to, today, locale)}` : sayDayAhead(from, today, locale);
        return (
          <OwedLine
            key={id}
            name={place}
            aside={{ text: when, title: `${exactDay(from, locale)} to ${exactDay(to, locale)}` }}
            detail={
              <>
                {note === undefined ? null : <p>{note}</p>}
                <TripPeople trip={trip} opens />
              </>
            }
          >
            {readOnly === undefined ? (
              <TextButton
                label={`Edit: the trip to ${place}`}
                onClick={() => session.dialogs.open('edit-trip', [id])}
              >
                Edit
              </TextButton>
            ) : undefined}
          </OwedLine>
        );
      })}
    </OwedSection>
  );
}
