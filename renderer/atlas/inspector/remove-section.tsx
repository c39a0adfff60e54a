/** Removing a contact: first what goes along, then the button; the toast takes it back. */
import { type ReactNode, useState } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { nameOf } from '../../app/words';
import { useSession } from '../../network/hooks';
import { removalWords } from './removal';

export function RemoveSection({ contact }: { contact: Contact }): ReactNode {
  const session = useSession();
  const [words, setWords] = useState<string>();
  const ask = async (): Promise<void> => {
    try {
      const { answer } = await session.host.call('tryOut', {
        name: 'contact.remove',
        args: { id: contact.id },
      });
      setWords(removalWords(answer));
    } catch (error) {
      session.fail(error);
    }
  };
  const remove = (): void => {
    void session.tell('contact.remove', { id: contact.id }, { done: `${nameOf(contact)} is removed` });
  };
  return (
    <section className="k-insp-section" aria-label="Remove">
      {words === undefined ? (
        <>
          <Button look="quiet" onClick={() => void ask()}>
            Remove from the network
          </Button>
          <Button look="quiet" onClick={() => session.dialogs.open('forget', [contact.id])}>
            Forget for good
          </Button>
        </>
      ) : (
        <>
          <p>{words} Undo brings all of it back.</p>
          <div className="k-insp-actions">
            <Button look="filled" onClick={remove}>
              Remove {nameOf(contact)}
            </Button>
            <Button onClick={() => setWords(undefined)}>Keep</Button>
          </div>
        </>
      )}
    </section>
  );
}
