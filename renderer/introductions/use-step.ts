/** Takes a step from a place that shows what was refused. */
import { useState } from 'react';
import { toErrorMessage } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { useSession } from '../network/hooks';

interface Step {
  /** What was refused last, as a sentence. */
  readonly fault: string | undefined;
  /** @returns whether it was done */
  readonly take: (name: string, args: JsonObject, done: string) => Promise<boolean>;
  readonly clear: () => void;
}

export function useStep(): Step {
  const session = useSession();
  const [fault, setFault] = useState<string>();
  return {
    fault,
    take: async (name, args, done) => {
      setFault(undefined);
      try {
        await session.edit(name, args, { done });
        return true;
      } catch (error) {
        setFault(toErrorMessage(error).message);
        return false;
      }
    },
    clear: () => setFault(undefined),
  };
}
