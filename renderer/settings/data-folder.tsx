/** Where the network lies on disk. */
import type { ReactNode } from 'react';
import { Button } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { useSession } from '../network/hooks';

export function DataFolder(): ReactNode {
  const session = useSession();
  const { dataFolder, capabilities } = session.hello;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(dataFolder);
      session.toasts.say('The path is copied.');
    } catch {
      session.toasts.say('The browser did not allow copying. Mark the path and copy it by hand.', {
        level: 'caution',
      });
    }
  };
  return (
    <Section
      title="Data folder"
      text="One folder of files that a person can read. Copy it and you have copied everything."
      tools={
        <>
          {capabilities.showFolder ? (
            <Button
              onClick={() =>
                void session.host.call('showFolder', {}).catch((error: unknown) => session.fail(error))
              }
            >
              Show it
            </Button>
          ) : null}
          <Button onClick={() => void copy()}>Copy the path</Button>
        </>
      }
    >
      <code className="k-path">{dataFolder}</code>
    </Section>
  );
}
