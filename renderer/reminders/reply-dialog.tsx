/** Somebody waits for a reply: said by hand, where no mail on record says it. */
import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isDay } from '../../shared/time';
import { Dialog } from '../app/parts/dialog';
import { DateField } from '../app/parts/fields';
import { PersonPicker } from '../app/parts/person-picker';
import { nameOf } from '../app/words';
import { useContact, useSession, useToday } from '../network/hooks';
import { FieldFault } from './field-fault';

const ways = [
  { value: 'mail', label: 'A mail' },
  { value: 'message', label: 'A message' },
  { value: 'call', label: 'A call' },
  { value: 'letter', label: 'A letter' },
] as const;

export function ReplyDialog({
  people,
  onClose,
}: {
  people: readonly string[];
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  const today = useToday();
  const [chosen, setChosen] = useState(people);
  const [since, setSince] = useState(today);
  const [channel, setChannel] = useState<string | null>('mail');
  const person = useContact(chosen[0]);
  const isPast = isDay(since) && since <= today;
  const keep = (): void => {
    if (person === undefined) return;
    onClose();
    void session.tell(
      'owed-reply.add',
      { contact: person.id, since, ...(channel === null ? {} : { channel }) },
      { done: `You owe ${nameOf(person)} a reply` },
    );
  };
  return (
    <Dialog
      title={people.length === 1 && person !== undefined ? `A reply to ${nameOf(person)}` : 'A reply I owe'}
      onClose={onClose}
      submit="I owe it"
      canSubmit={person !== undefined && isPast}
      onSubmit={keep}
      width="28rem"
    >
      {people.length === 1 ? null : (
        <PersonPicker label="To whom" value={chosen} onChange={setChosen} single autoFocus />
      )}
      <div className="k-fields">
        <div>
          <DateField label="Since" value={since} onChange={setSince} max={today} />
          {isPast || since === '' ? null : <FieldFault>Choose today or a day before it.</FieldFault>}
        </div>
        <Select label="What came" data={ways} value={channel} onChange={setChannel} clearable />
      </div>
      <p className="k-small k-quiet">
        It stands on Today until you log an answer, or say that none is needed.
      </p>
    </Dialog>
  );
}
