/** Puts somebody off: a week, a month, or until a day. */
import { type ReactNode, useState } from 'react';
import { addDays, isDay } from '../../shared/time';
import { nameOf, sayDayAhead } from '../app/words';
import { Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { DateField } from '../app/parts/fields';
import { useContact, useSession, useToday } from '../network/hooks';
import { putAside } from './acts';

const spans = [
  { days: 7, words: 'A week' },
  { days: 30, words: 'A month' },
] as const;

export function SnoozeDialog({ contact, onClose }: { contact: string; onClose: () => void }): ReactNode {
  const session = useSession();
  const today = useToday();
  const person = useContact(contact);
  const [day, setDay] = useState(addDays(today, 14));
  if (person === undefined) return null;
  const name = nameOf(person);
  const { locale } = session.hello;
  const until = (end: string): void => {
    onClose();
    void putAside(session, { id: contact, name }, 'snooze', end);
  };
  const isAhead = isDay(day) && day > today;
  return (
    <Dialog
      title={`Snooze ${name}`}
      onClose={onClose}
      submit="Until that day"
      onSubmit={() => until(day)}
      canSubmit={isAhead}
      width="28rem"
    >
      <p className="k-quiet">The clock is left as it is: {name} comes again after that.</p>
      <div className="k-today-spans">
        {spans.map(({ days, words }, at) => (
          <Button
            key={days}
            data-autofocus={at === 0 || undefined}
            onClick={() => until(addDays(today, days))}
          >
            {words}, until {sayDayAhead(addDays(today, days), today, locale)}
          </Button>
        ))}
      </div>
      <DateField label="Until a day" value={day} onChange={setDay} />
      {isAhead ? null : (
        <p className="k-small k-today-fault" role="status">
          Choose a day after today.
        </p>
      )}
    </Dialog>
  );
}
