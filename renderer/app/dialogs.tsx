/** Draws the dialog that is open. Those of the atlas are drawn by the atlas. */
import type { ReactNode } from 'react';
import { AddContactDialog } from '../people/add-contact-dialog';
import { RemoveMostDialog } from '../people/remove-most-dialog';
import { useDialog, useSession } from '../network/hooks';
import { KeysDialog } from './keys-dialog';
import { NoteDialog } from './note-dialog';
import { Palette } from './palette/palette';

export function Dialogs(): ReactNode {
  const { dialogs } = useSession();
  const palette = useDialog('palette');
  const keys = useDialog('keys');
  const note = useDialog('note');
  const removeMost = useDialog('remove-most');
  const addContact = useDialog('add-contact');
  const close = (): void => dialogs.close();
  return (
    <>
      {palette === undefined ? null : <Palette onClose={close} />}
      {keys === undefined ? null : <KeysDialog onClose={close} />}
      {note === undefined ? null : <NoteDialog people={note.contacts} onClose={close} />}
      {addContact === undefined ? null : <AddContactDialog onClose={close} />}
      {removeMost === undefined ? null : <RemoveMostDialog people={removeMost.contacts} onClose={close} />}
    </>
  );
}
