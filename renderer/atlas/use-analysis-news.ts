/**
 * A number that grows when the analysis has news, so that what is summed up over many people is looked at again. News
 * that comes piece by piece is gathered: a sum over everybody costs the same for one piece as for all.
 */
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { gathered } from '../network/gathered';
import { useSession } from '../network/hooks';

export function useAnalysisNews(): number {
  const { analysis } = useSession();
  const count = useRef(0);
  const subscribe = useCallback(
    (wake: () => void) => {
      const news = gathered(() => {
        count.current++;
        wake();
      });
      const end = analysis.watch(undefined, () => news.call());
      return () => {
        end();
        news.stop();
      };
    },
    [analysis],
  );
  return useSyncExternalStore(subscribe, () => count.current);
}
