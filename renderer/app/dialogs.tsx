/**
 * Draws the dialog that is open. Those of the atlas are drawn by the atlas. What the larger ones are made of is read in
 * a task of its own once the app is there, so that neither the start nor the first opening waits for it.
 */
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { ForgetDialog } from '../data/forgetting/forget-dialog';
import { AddContactDialog } from '../people/add-contact-dialog';
import { RemoveMostDialog } from '../people/remove-most-dialog';
import { useDialog, useSession } from '../network/hooks';
import { KeysDialog } from './keys-dialog';
import { Palette } from './palette/palette';

const readNotes = () => import('../capture/note-dialogs').then((room) => ({ default: room.NoteDialogs }));
const NoteDialogs = lazy(readNotes);
const readReminders = () =>
  import('../reminders/reminder-dialogs').then((room) => ({ default: room.ReminderDialogs }));
const ReminderDialogs = lazy(readReminders);
const readIntroductions = () =>
  import('../introductions/introduction-dialogs').then((room) => ({ default: room.IntroductionDialogs }));
const IntroductionDialogs = lazy(readIntroductions);
const readMerging = () =>
  import('../data/duplicates/merge-dialog').then((room) => ({ default: room.MergeDialog }));
const MergeDialog = lazy(readMerging);

const readSheet = () => import('../sheet/sheet-dialog').then((room) => ({ default: room.SheetDialog }));
const SheetDialog = lazy(readSheet);

export function Dialogs(): ReactNode {
  useEffect(() => {
    // Read again, and the failure shown, when it is opened.
    readNotes().catch(() => undefined);
    readReminders().catch(() => undefined);
    readIntroductions().catch(() => undefined);
    readMerging().catch(() => undefined);
  }, []);
  const { dialogs } = useSession();
  const palette = useDialog('palette');
  const keys = useDialog('keys');
  const note = useDialog('note');
  const removeMost = useDialog('remove-most');
  const addContact = useDialog('add-contact');
  const sheet = useDialog('sheet');
  const merge = useDialog('merge');
  const [forgotten] = useDialog('forget')?.contacts ?? [];
  const introduction = useStore(dialogs.store, ({ open }) => open?.name.startsWith('introduction-') ?? false);
  const close = (): void => dialogs.close();
  return (
    <Suspense fallback={null}>
      {palette === undefined ? null : <Palette onClose={close} />}
      {keys === undefined ? null : <KeysDialog onClose={close} />}
      {note === undefined ? null : (
        <NoteDialogs key={note.contacts.join()} people={note.contacts} onClose={close} />
      )}
      {merge === undefined ? null : (
        <MergeDialog key={merge.contacts.join()} people={merge.contacts} onClose={close} />
      )}
      {introduction ? <IntroductionDialogs /> : null}
      {forgotten === undefined ? null : <ForgetDialog contact={forgotten} onClose={close} />}
      {addContact === undefined ? null : <AddContactDialog onClose={close} />}
      {sheet === undefined ? null : <SheetDialog people={sheet.contacts} onClose={close} />}
      <ReminderDialogs />
      {removeMost === undefined ? null : <RemoveMostDialog people={removeMost.contacts} onClose={close} />}
    </Suspense>
  );
}
