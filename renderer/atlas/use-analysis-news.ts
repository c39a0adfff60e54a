/** A number that grows whenever the analysis has news, so that what is summed up over many people is looked at again. */
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useSession } from '../network/hooks';

export function useAnalysisNews(): number {
  const { analysis } = useSession();
  const count = useRef(0);
  const subscribe = useCallback(
    (wake: () => void) =>
      analysis.watch(undefined, () => {
        count.current++;
        wake();
      }),
    [analysis],
  );
  return useSyncExternalStore(subscribe, () => count.current);
}
