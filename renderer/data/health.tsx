/** Looks through the data folder and says what it found. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Result } from '../../shared/contract';
import { Button } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { many } from '../app/words';
import { useSession } from '../network/hooks';
import { sizeWords } from './size-words';

export function Health(): ReactNode {
  const session = useSession();
  const [health, setHealth] = useState<Result<'health'>>();
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    setBusy(true);
    try {
      setHealth(await session.host.call('health', {}));
    } catch (error) {
      session.fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section
      title="The folder, and its health"
      text={session.hello.dataFolder}
      tools={
        <>
          {session.hello.capabilities.showFolder ? (
            <Button
              onClick={() => void session.host.call('showFolder', {}).catch((e: unknown) => session.fail(e))}
            >
              Show the folder
            </Button>
          ) : null}
          <Button disabled={busy} onClick={() => void look()}>
            {busy ? 'Looking' : 'Check it'}
          </Button>
        </>
      }
    >
      <FolderParts />
      <ul className="k-lines" aria-live="polite">
        {health?.checks.map(({ what, ok, detail }) => (
          <li className="k-line" key={what} data-ok={ok}>
            {ok ? (
              <IconCheck size={17} stroke={1.5} aria-label="in order" />
            ) : (
              <IconAlertTriangle className="k-empty-icon" size={17} stroke={1.5} aria-label="wrong" />
            )}
            <div className="k-line-words">
              <span>{what}</span>
              <span className="k-quiet k-small">{detail}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const partWords: Readonly<Record<Result<'folder'>['parts'][number]['part'], string>> = {
  network: 'network.json, everything as of a while ago',
  journal: 'journal.ndjson, what came since',
  history: 'history, so that imports can be taken back',
  backups: 'backups',
};

/** What lies in the folder, and how much each takes. */
function FolderParts(): ReactNode {
  const { host, replica } = useSession();
  const [parts, setParts] = useState<Result<'folder'>['parts']>([]);
  const { kind } = useStore(replica.state);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const answer = await host.call('folder', {});
      if (current) setParts(answer.parts);
    };
    // Where it cannot be read, the check says why.
    read().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [host, kind]);
  if (parts.length === 0) return null;
  return (
    <dl className="k-formats" aria-label="What is in the folder">
      {parts.map(({ part, files, bytes }) => (
        <div key={part}>
          <dt>{sizeWords(bytes)}</dt>
          <dd>
            {partWords[part]}
            {files > 1 ? `, in ${many(files, 'file', 'files')}` : ''}
          </dd>
        </div>
      ))}
    </dl>
  );
}
