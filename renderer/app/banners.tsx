/** What holds for the whole window just now: the sample, a network that can only be read, a host that goes away. */
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { useSession, useTable } from '../network/hooks';
import { keptWords } from '../network/kept-words';

export function Banners(): ReactNode {
  const session = useSession();
  const { closing } = useStore(session.state);
  const { readOnly } = session.hello;
  return (
    <>
      {closing === undefined ? null : (
        <div className="k-banner" data-level="caution" role="alert">
          <span>{closing} What you see stays here to read; nothing more can be changed.</span>
          <span className="k-banner-tools">
            <button type="button" className="k-link-button" onClick={() => location.reload()}>
              Try again
            </button>
          </span>
        </div>
      )}
      {readOnly === undefined ? null : (
        <div className="k-banner" data-level="caution" role="status">
          <span>{readOnly}</span>
        </div>
      )}
      <SampleBanner />
    </>
  );
}

/** The sample is on loan: it says so, and goes in one step. */
function SampleBanner(): ReactNode {
  const session = useSession();
  const batches = useTable('batches');
  const sample = useMemo(
    () => batches.find(({ format, undoneAt }) => format === 'sample' && undoneAt === undefined),
    [batches],
  );
  if (sample === undefined) return null;
  const clear = async (): Promise<void> => {
    try {
      const { kept } = await session.host.call('clearSample', { client: session.hello.client });
      const words = keptWords(kept);
      session.toasts.say(
        `The sample is gone. What you added stays.${words === undefined ? '' : ` ${words}`}`,
      );
    } catch (error) {
      session.fail(error);
    }
  };
  return (
    <div className="k-banner" role="status">
      <span>You are looking around in a sample: everybody in it is made up.</span>
      <span className="k-banner-tools">
        <button type="button" className="k-link-button" onClick={() => void clear()}>
          Clear the sample
        </button>
        <button type="button" className="k-link-button" onClick={() => session.navigation.go('data')}>
          Import your own
        </button>
      </span>
    </div>
  );
}
