/** Asked before somebody is forgotten for good: what goes, what stays, and that it cannot be taken back. */
import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../app/parts/dialog';
import { nameOf } from '../../app/words';
import { useContact, useSession } from '../../network/hooks';
import { goesWords, namingWords } from './forget-words';
import { useForgetting } from './use-forgetting';

export function ForgetDialog({ contact, onClose }: { contact: string; onClose: () => void }): ReactNode {
  const person = useContact(contact);
  const [remember, setRemember] = useState(true);
  const { found, busy, forget } = useForgetting({ kind: 'contact', contact });
  const { replica } = useSession();
  if (person === undefined) return null;
  const name = nameOf(person);
  const submit = async (): Promise<void> => {
    if (await forget(remember, `${name} is forgotten.`)) onClose();
  };
  const naming = (found?.naming ?? []).flatMap((id) => {
    const other = replica.network.get('contacts', id);
    return other === undefined ? [] : [nameOf(other)];
  });
  return (
    <Dialog
      title={`Forget ${name} for good?`}
      onClose={onClose}
      submit={busy ? 'Forgetting' : `Forget ${name}`}
      canSubmit={!busy && found !== undefined}
      onSubmit={() => void submit()}
    >
      <p>
        This cannot be undone: {name} goes from your network, its history and every backup, as if they had
        never been in it. {found === undefined ? '' : goesWords(found.goes)}
      </p>
      {naming.length === 0 ? null : <p>{namingWords(naming)}</p>}
      <Checkbox
        label="Keep imports from bringing them back"
        description="Digests of their addresses stay, from which nobody can read them. You can lift this in Data."
        checked={remember}
        onChange={({ currentTarget }) => setRemember(currentTarget.checked)}
      />
    </Dialog>
  );
}
