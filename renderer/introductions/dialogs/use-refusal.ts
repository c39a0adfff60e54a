/** Whether a new introduction would be refused, looked up while it is filled in, and whether being sure would help. */
import { useEffect, useState } from 'react';
import { toErrorMessage } from '../../../shared/errors';
import type { JsonObject } from '../../../shared/json';
import { useSession } from '../../network/hooks';

interface Refusal {
  readonly to: string;
  readonly text: string;
  /** It can be said that one is sure. */
  readonly canBeSure: boolean;
}

/** @param args its content decides; undefined while there is nothing to look up */
export function useRefusal(args: JsonObject | undefined): Omit<Refusal, 'to'> | undefined {
  const { host } = useSession();
  const [found, setFound] = useState<Refusal>();
  const key = args === undefined ? '' : JSON.stringify(args);
  const [asked, setAsked] = useState({ key, args });
  if (asked.key !== key) setAsked({ key, args });
  useEffect(() => {
    const { key, args } = asked;
    if (args === undefined) return undefined;
    let isCurrent = true;
    const refusedFor = async (given: JsonObject): Promise<string | undefined> => {
      try {
        await host.call('tryOut', { name: 'introduction.start', args: given });
        return undefined;
      } catch (error) {
        return toErrorMessage(error).message;
      }
    };
    const look = async (): Promise<void> => {
      const text = await refusedFor(args);
      const still = text === undefined ? undefined : await refusedFor({ ...args, sure: true });
      if (!isCurrent) return;
      setFound(text === undefined ? undefined : { to: key, text, canBeSure: still === undefined });
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [host, asked]);
  return found?.to === key ? found : undefined;
}
