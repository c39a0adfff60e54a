/** Copies of the network that the host keeps, and going back to one. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { BackupInfo } from '../../shared/contract';
import { toErrorMessage } from '../../shared/errors';
import { dayOf } from '../../shared/time';
import { Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { Section } from '../app/parts/section';
import { exactDay, many } from '../app/words';
import { useSession } from '../network/hooks';
import { sizeWords } from './size-words';

export function Backups(): ReactNode {
  const session = useSession();
  const { backups, failure, read } = useBackups();
  const [restoring, setRestoring] = useState<BackupInfo>();
  const backUp = async (): Promise<void> => {
    try {
      await session.host.call('backup', {});
      session.toasts.say('Backed up.');
      await read();
    } catch (error) {
      session.fail(error);
    }
  };
  const restore = async ({ name }: BackupInfo): Promise<void> => {
    setRestoring(undefined);
    try {
      const { kept } = await session.host.call('restore', { name });
      session.toasts.say(`Restored. What was here before is kept as ${kept}.`);
      await read();
    } catch (error) {
      session.fail(error);
    }
  };
  return (
    <Section
      title="Backups"
      text="Taken by themselves before every import and once a day; kept: the last few, one a day, one a week."
      tools={<Button onClick={() => void backUp()}>Back up now</Button>}
    >
      {failure === undefined ? null : <p className="k-data-line k-quiet">{failure}</p>}
      {backups?.length === 0 ? <p className="k-data-line k-quiet">None yet.</p> : null}
      <ul className="k-lines">
        {backups?.map((backup) => (
          <Backup key={backup.name} backup={backup} onRestore={() => setRestoring(backup)} />
        ))}
      </ul>
      {restoring === undefined ? null : (
        <Dialog
          title="Go back to this backup?"
          onClose={() => setRestoring(undefined)}
          submit="Go back"
          onSubmit={() => void restore(restoring)}
        >
          <p>
            Your network will be as it was then, with {many(restoring.contacts, 'contact', 'contacts')}. What
            is here now is kept as a backup first, so that you can come back.
          </p>
        </Dialog>
      )}
    </Section>
  );
}

/** The list, read again when the file changed hands (a restore) or on demand. */
function useBackups(): {
  backups: readonly BackupInfo[] | undefined;
  failure: string | undefined;
  read: () => Promise<void>;
} {
  const { host, replica } = useSession();
  const [backups, setBackups] = useState<readonly BackupInfo[]>();
  const [failure, setFailure] = useState<string>();
  const { kind } = useStore(replica.state);
  const read = useCallback(async () => {
    try {
      const answer = await host.call('backups', {});
      setBackups([...answer.backups].sort((a, b) => (a.at < b.at ? 1 : -1)));
    } catch (error) {
      setFailure(toErrorMessage(error).message);
    }
  }, [host]);
  useEffect(() => {
    let current = true;
    queueMicrotask(() => {
      if (current) void read();
    });
    return () => {
      current = false;
    };
  }, [read, kind]);
  return { backups, failure, read };
}

function Backup({ backup, onRestore }: { backup: BackupInfo; onRestore: () => void }): ReactNode {
  const { hello } = useSession();
  const day = exactDay(dayOf(backup.at, hello.zone), hello.locale);
  const time = new Intl.DateTimeFormat(hello.locale, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(backup.at),
  );
  return (
    <li className="k-line">
      <div className="k-line-words">
        <span>
          {day}, {time}
        </span>
        <span className="k-quiet k-small">
          {many(backup.contacts, 'contact', 'contacts')}, {sizeWords(backup.bytes)}, {backup.reason}
        </span>
      </div>
      <Button aria-label={`Go back to it: ${day}, ${time}`} onClick={onRestore}>
        Go back to it
      </Button>
    </li>
  );
}
