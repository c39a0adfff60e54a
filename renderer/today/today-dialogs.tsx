/** The dialogs of Today that ask for a word or a day: a promise dropped, a coffee planned, somebody let go. */
import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { addDays, isDay } from '../../shared/time';
import { Dialog } from '../app/parts/dialog';
import { DateField } from '../app/parts/fields';
import { nameOf, sayDayAhead } from '../app/words';
import { useContact, useDialog, useSession, useToday } from '../network/hooks';
import { dropPromise } from './acts';

export function TodayDialogs(): ReactNode {
  const { dialogs } = useSession();
  const [promise] = useDialog('drop-promise')?.contacts ?? [];
  const [guest] = useDialog('coffee')?.contacts ?? [];
  const [gone] = useDialog('let-go')?.contacts ?? [];
  const close = (): void => dialogs.close();
  return (
    <>
      {promise === undefined ? null : <DropPromise promise={promise} onClose={close} />}
      {guest === undefined ? null : <Coffee contact={guest} onClose={close} />}
      {gone === undefined ? null : <LetGo contact={gone} onClose={close} />}
    </>
  );
}

function DropPromise({ promise, onClose }: { promise: string; onClose: () => void }): ReactNode {
  const session = useSession();
  const [word, setWord] = useState('');
  const drop = (): void => {
    onClose();
    void dropPromise(session, promise, word);
  };
  return (
    <Dialog title="Drop the promise" onClose={onClose} submit="Drop it" onSubmit={drop}>
      <Textarea
        label="A word on why, if you like"
        description="It is kept with the promise."
        value={word}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setWord(event.currentTarget.value)}
      />
    </Dialog>
  );
}

function Coffee({ contact, onClose }: { contact: string; onClose: () => void }): ReactNode {
  const session = useSession();
  const today = useToday();
  const person = useContact(contact);
  const [day, setDay] = useState(addDays(today, 7));
  if (person === undefined) return null;
  const name = nameOf(person);
  const isAhead = isDay(day) && day >= today;
  const plan = (): void => {
    onClose();
    const when = sayDayAhead(day, today, session.hello.locale);
    void session.tell(
      'interaction.add',
      { with: [contact], channel: 'meal', planned: true, day, summary: 'Coffee' },
      { done: `Planned: a coffee with ${name}, ${when}` },
    );
  };
  return (
    <Dialog
      title={`A coffee with ${name}`}
      onClose={onClose}
      submit="Plan it"
      onSubmit={plan}
      canSubmit={isAhead}
      width="26rem"
    >
      <DateField label="When" value={day} onChange={setDay} autoFocus />
      {isAhead ? null : (
        <p className="k-small k-today-fault" role="status">
          Choose today or a day after it.
        </p>
      )}
    </Dialog>
  );
}

function LetGo({ contact, onClose }: { contact: string; onClose: () => void }): ReactNode {
  const session = useSession();
  const person = useContact(contact);
  const [note, setNote] = useState('');
  if (person === undefined) return null;
  const name = nameOf(person);
  const letGo = (): void => {
    onClose();
    void session.tell('contact.let-go', { id: contact, note }, { done: `Let ${name} go` });
  };
  return (
    <Dialog title={`Let ${name} go`} onClose={onClose} submit="Let go" onSubmit={letGo}>
      <p className="k-quiet">
        {name} is archived: out of the map and the lists, and never asked for. Everything you know of them
        stays, and you can take them out of the archive at any time.
      </p>
      <Textarea
        label="A note, if you like"
        value={note}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
