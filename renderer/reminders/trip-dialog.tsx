/** Where I shall be, and when: whoever is there at the same time comes up on Today. */
import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Trip } from '../../shared/model/entities';
import { isDay } from '../../shared/time';
import { Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { useSession } from '../network/hooks';
import { DaySpan, isOrdered } from './day-span';
import { PlaceField } from './place-field';
import { TripPeople } from './trip-people';

export function TripDialog({ trip, onClose }: { trip?: Trip; onClose: () => void }): ReactNode {
  const session = useSession();
  const [place, setPlace] = useState(trip?.place ?? '');
  const [span, setSpan] = useState({ from: trip?.from ?? '', to: trip?.to ?? '' });
  const [note, setNote] = useState(trip?.note ?? '');
  const { from, to } = span;
  const isWhole = isDay(from) && isDay(to) && isOrdered(span);
  const where = place.trim();

  const keep = (): void => {
    onClose();
    const text = note.trim();
    if (trip === undefined) {
      const args = { place: where, from, to, ...(text === '' ? {} : { note: text }) };
      void session.tell('trip.add', args, { done: `The trip to ${where} is written down` });
    } else {
      const args = { id: trip.id, place: where, from, to, note: text === '' ? null : text };
      void session.tell('trip.edit', args, { done: `The trip to ${where} was changed` });
    }
  };
  const remove = (): void => {
    onClose();
    if (trip !== undefined)
      void session.tell('trip.remove', { id: trip.id }, { done: `Removed: the trip to ${trip.place}` });
  };

  return (
    <Dialog
      title={trip === undefined ? 'Plan a trip' : `The trip to ${trip.place}`}
      onClose={onClose}
      submit={trip === undefined ? 'Write it down' : 'Keep'}
      canSubmit={where !== '' && isWhole}
      onSubmit={keep}
      aside={
        trip === undefined ? undefined : (
          <Button look="quiet" onClick={remove}>
            Remove
          </Button>
        )
      }
    >
      <PlaceField label="Where to" value={place} onChange={setPlace} />
      <DaySpan span={span} onChange={setSpan} />
      {where === '' || !isWhole ? null : <TripPeople trip={{ place: where, from, to }} />}
      <Textarea
        label="A note, if you like"
        value={note}
        autosize
        minRows={1}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
