/** What one import did: whom it brought, whom it changed, and what else came with it. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Result } from '../../shared/contract';
import { toErrorMessage } from '../../shared/errors';
import { csvText } from '../../shared/formats/write-csv';
import { wordsFor } from '../../shared/imports/fields';
import type { Batch } from '../../shared/model/entities';
import { listed } from '../../shared/words';
import { download } from '../app/download';
import { Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { many, people as sayPeople } from '../app/words';
import { useSession } from '../network/hooks';

type Answer = Result<'batch'>;
type Person = Answer['people'][number];

const page = 100;
/** Rows of the list that is saved. */
const mostSaved = 100_000;

export function BatchDialog({ batch, onClose }: { batch: Batch; onClose: () => void }): ReactNode {
  const session = useSession();
  const { people, answer, failure, more } = useBatch(batch.id);
  const save = async (): Promise<void> => {
    try {
      const all = await session.host.call('batch', { batch: batch.id, limit: mostSaved });
      const rows = all.people.map(({ name = '', what, fields }) => [name, what, wordsFor(fields)]);
      const text = csvText(['Name', 'What', 'Fields'], rows);
      download(new Blob([text], { type: 'text/csv' }), `${batch.label} brought.csv`);
    } catch (error) {
      session.fail(error);
    }
  };
  const open = (contact: string): void => {
    onClose();
    session.navigation.go('people');
    session.select(contact);
  };
  return (
    <Dialog title={batch.label} onClose={onClose}>
      {failure === undefined ? null : <p>{failure}</p>}
      {answer === undefined ? null : (
        <>
          <p>{addedWords(answer)}</p>
          <ul className="k-lines k-batch-people" aria-label="Whom it brought or changed">
            {people.map((person) => (
              <BatchLine key={person.contact} person={person} onOpen={() => open(person.contact)} />
            ))}
          </ul>
          <div className="k-dialog-foot">
            <span className="k-dialog-aside">
              {people.length < answer.total ? (
                <Button look="quiet" onClick={more}>
                  {Math.min(page, answer.total - people.length).toLocaleString('en')} more
                </Button>
              ) : null}
            </span>
            <Button disabled={answer.total === 0} onClick={() => void save()}>
              Save as CSV
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function BatchLine({ person, onOpen }: { person: Person; onOpen: () => void }): ReactNode {
  const { name, what, fields } = person;
  return (
    <li className="k-line">
      <div className="k-line-words">
        {name === undefined ? (
          <span className="k-quiet">Removed since</span>
        ) : (
          <button type="button" className="k-link-button" onClick={onOpen}>
            {name === '' ? 'Somebody without a name' : name}
          </button>
        )}
      </div>
      <span className="k-quiet k-small">
        {what === 'new'
          ? 'new'
          : `changed: ${listed(
              fields.map((field) => wordsFor([field])),
              4,
            )}`}
      </span>
    </li>
  );
}

function addedWords({ total, added: { ties, interactions, notes } }: Answer): string {
  const parts = [
    sayPeople(total),
    ...(ties === 0 ? [] : [many(ties, 'tie', 'ties')]),
    ...(interactions === 0 ? [] : [many(interactions, 'interaction', 'interactions')]),
    ...(notes === 0 ? [] : [many(notes, 'note', 'notes')]),
  ];
  return `It brought or changed ${listed(parts, 9)}.`;
}

interface BatchPages {
  readonly people: readonly Person[];
  readonly answer: Answer | undefined;
  readonly failure: string | undefined;
  readonly more: () => void;
}

/** Read page by page, as one asks for more. */
function useBatch(batch: string): BatchPages {
  const { host } = useSession();
  const [wanted, setWanted] = useState(page);
  const [answer, setAnswer] = useState<Answer>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let current = true;
    host
      .call('batch', { batch, limit: wanted })
      .then((found) => {
        if (current) setAnswer(found);
      })
      .catch((error: unknown) => {
        if (current) setFailure(toErrorMessage(error).message);
      });
    return () => {
      current = false;
    };
  }, [host, batch, wanted]);
  return { people: answer?.people ?? [], answer, failure, more: () => setWanted(wanted + page) };
}
