/** What holds for the whole window just now: the sample, a network that can only be read, a host that goes away. */
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { useSession, useTable } from '../network/hooks';

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
  const clear = (): void => void session.undoBatch(sample.id, 'The sample is gone. What you added stays.');
  return (
    <div className="k-banner" role="status">
      <span>You are looking around in a sample: everybody in it is made up.</span>
      <span className="k-banner-tools">
        <button type="button" className="k-link-button" onClick={clear}>
          Clear the sample
        </button>
        <button type="button" className="k-link-button" onClick={() => session.navigation.go('data')}>
          Import your own
        </button>
      </span>
    </div>
  );
}
