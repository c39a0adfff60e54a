/** Asked before more than half of the network goes at once. */
import type { ReactNode } from 'react';
import { Dialog } from '../app/parts/dialog';
import { people as peopleWords } from '../app/words';
import { useSession, useTable } from '../network/hooks';
import { removePeople } from './actions';

export function RemoveMostDialog({
  people,
  onClose,
}: {
  people: readonly string[];
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  const all = useTable('contacts').length;
  const remove = (): void => {
    onClose();
    removePeople(session, people, true).catch((error: unknown) => session.fail(error));
  };
  return (
    <Dialog
      title={`Remove ${peopleWords(people.length)}?`}
      onClose={onClose}
      submit={`Remove ${peopleWords(people.length)}`}
      onSubmit={remove}
    >
      <p>
        That is more than half of the {all.toLocaleString('en')} in your network. Their ties, notes and
        promises go with them. It can be undone.
      </p>
    </Dialog>
  );
}
