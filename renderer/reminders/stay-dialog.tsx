/** Where a contact is for a while: a trip of mine to the same place at the same time brings them up. */
import { type ReactNode, useState } from 'react';
import type { Stay } from '../../shared/model/entities';
import { isDay } from '../../shared/time';
import { Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { DateField } from '../app/parts/fields';
import { nameOf } from '../app/words';
import { useContact, useSession, useToday } from '../network/hooks';
import { FieldFault } from './field-fault';
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
  const [from, setFrom] = useState(stay?.from ?? today);
  const [to, setTo] = useState(stay?.to ?? '');
  if (person === undefined) return null;
  const name = nameOf(person);
  const where = place.trim();
  const isOrdered = !isDay(from) || !isDay(to) || from <= to;

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
      canSubmit={where !== '' && isDay(from) && (to === '' || isDay(to)) && isOrdered}
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
      <div className="k-fields">
        <DateField label="From" value={from} onChange={setFrom} />
        <div>
          <DateField label="To, if you know" value={to} onChange={setTo} />
          {isOrdered ? null : <FieldFault>It ends before it begins.</FieldFault>}
        </div>
      </div>
    </Dialog>
  );
}
