/** Looks through the data folder and says what it found. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Result } from '../../shared/contract';
import { Button } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { useSession } from '../network/hooks';

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
      title="The folder’s health"
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
