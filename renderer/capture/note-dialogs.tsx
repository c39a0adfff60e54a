/** Noting what happened: in one line, and from there, or where it concerns many at once, in fields. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../network/hooks';
import { CaptureDialog } from './capture-dialog';
import { CaptureState } from './capture-state';
import type { FormStart } from './fields-of';
import { NoteDialog } from './note-dialog';

/** More names would not stand in one line. */
const mostInLine = 12;

export function NoteDialogs({
  people,
  onClose,
}: {
  people: readonly string[];
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  const [form, setForm] = useState<FormStart | undefined>(
    people.length > mostInLine ? { people } : undefined,
  );
  if (form === undefined) return <CaptureDialog contacts={people} onClose={onClose} onFields={setForm} />;
  const forget = (): void =>
    session.keep(CaptureState, () => new CaptureState(session.replica)).forget(people);
  return <NoteDialog start={form} onClose={onClose} onKept={forget} />;
}
