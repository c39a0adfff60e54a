/** One date for several people, again and again: a class that meets every five years, a dinner every autumn. */
import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { readEvery, sayEvery } from '../../shared/keeping/cadence-words';
import type { GroupReminder } from '../../shared/model/entities';
import { isDay } from '../../shared/time';
import { Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { DateField } from '../app/parts/fields';
import { PersonPicker } from '../app/parts/person-picker';
import { useSession, useToday } from '../network/hooks';
import { FieldFault } from './field-fault';

interface GroupDialogProps {
  /** The one to change; a new one without it. */
  readonly group?: GroupReminder;
  readonly people: readonly string[];
  readonly onClose: () => void;
}

/** Days between two of them: a century at most. */
const most = 36_525;

export function GroupDialog({ group, people, onClose }: GroupDialogProps): ReactNode {
  const session = useSession();
  const today = useToday();
  const [name, setName] = useState(group?.name ?? '');
  const [contacts, setContacts] = useState(people);
  const [every, setEvery] = useState(group === undefined ? 'every year' : sayEvery(group.everyDays));
  const [next, setNext] = useState(group?.next ?? '');
  const [note, setNote] = useState(group?.note ?? '');
  const everyDays = readEvery(every);
  const comesBack = everyDays !== undefined && everyDays >= 1 && everyDays <= most;
  const isPast = isDay(next) && next < today && next !== group?.next;
  const can = name.trim() !== '' && contacts.length > 0 && comesBack && isDay(next) && !isPast;

  const keep = (): void => {
    onClose();
    const fields = { name: name.trim(), contacts, everyDays, next };
    const text = note.trim();
    if (group === undefined) {
      const args = { ...fields, ...(text === '' ? {} : { note: text }) };
      void session.tell('group-reminder.add', args, { done: `You will be reminded of ${fields.name}` });
    } else {
      const args = { id: group.id, ...fields, note: text === '' ? null : text };
      void session.tell('group-reminder.edit', args, { done: `${fields.name} was changed` });
    }
  };
  const remove = (): void => {
    onClose();
    if (group !== undefined)
      void session.tell('group-reminder.remove', { id: group.id }, { done: `Removed: ${group.name}` });
  };

  return (
    <Dialog
      title={group === undefined ? 'Reminder for several people' : group.name}
      onClose={onClose}
      submit={group === undefined ? 'Remind me' : 'Keep'}
      canSubmit={can}
      onSubmit={keep}
      aside={
        group === undefined ? undefined : (
          <Button look="quiet" onClick={remove}>
            Remove
          </Button>
        )
      }
    >
      <TextInput
        label="What it is"
        placeholder="Class of 2005"
        value={name}
        maxLength={200}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PersonPicker label="With whom" value={contacts} onChange={setContacts} />
      <div className="k-fields">
        <div>
          <DateField label="Next on" value={next} onChange={setNext} />
          {isPast ? <FieldFault>Choose today or a day after it.</FieldFault> : null}
        </div>
        <div>
          <TextInput
            label="How often"
            value={every}
            onChange={(event) => setEvery(event.currentTarget.value)}
          />
          {comesBack || every.trim() === '' ? null : (
            <FieldFault>
              {everyDays === undefined
                ? 'Write it as “every 5 years”, “every month” or “10 days”.'
                : 'From a day to 100 years.'}
            </FieldFault>
          )}
        </div>
      </div>
      <Textarea
        label="A note, if you like"
        value={note}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <p className="k-small k-quiet">
        It comes up on Today two weeks before, with everybody’s addresses. It takes nobody’s place on the list
        of the week.
      </p>
    </Dialog>
  );
}
