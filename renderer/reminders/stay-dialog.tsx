/** Where a contact is for a while: a trip of mine to the same place at the same time brings them up. */
import { type ReactNode, useState } from 'react';
import type { Stay } from '../../shared/model/entities';
import { isDay } from '../../shared/time';
import { Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { nameOf } from '../app/words';
import { useContact, useSession, useToday } from '../network/hooks';
import { DaySpan, isOrdered } from './day-span';
import { PlaceField } from './place-field';

interface StayDialogProps {
  /** The one to change; a new one without it. */
  readonly stay?: Stay;
  readonly contact: string;
  readonly onClose: () => void;
}

export function StayDialog({ stay, contact, onClose }: StayDialogProps): ReactNode {
  const session = useSession();
  const today = useToday();
  const person = useContact(contact);
  const [place, setPlace] = useState(stay?.place ?? '');
  const [span, setSpan] = useState({ from: stay?.from ?? today, to: stay?.to ?? '' });
  if (person === undefined) return null;
  const name = nameOf(person);
  const where = place.trim();
  const { from, to } = span;

  const keep = (): void => {
    onClose();
    const done = `${name} is in ${where} for a while`;
    if (stay === undefined) {
      void session.tell('stay.add', { contact, place: where, from, ...(to === '' ? {} : { to }) }, { done });
    } else {
      const args = { id: stay.id, place: where, from, to: to === '' ? null : to };
      void session.tell('stay.edit', args, { done });
    }
  };
  const remove = (): void => {
    onClose();
    if (stay === undefined) return;
    void session.tell('stay.remove', { id: stay.id }, { done: `Removed: ${name} in ${stay.place}` });
  };

  return (
    <Dialog
      title={`Where ${name} is for a while`}
      onClose={onClose}
      submit={stay === undefined ? 'Write it down' : 'Keep'}
      canSubmit={where !== '' && isDay(from) && (to === '' || isDay(to)) && isOrdered(span)}
      onSubmit={keep}
      aside={
        stay === undefined ? undefined : (
          <Button look="quiet" onClick={remove}>
            Remove
          </Button>
        )
      }
    >
      <PlaceField label="Where" value={place} onChange={setPlace} />
      <DaySpan span={span} onChange={setSpan} toLabel="To, if you know" />
    </Dialog>
  );
}
