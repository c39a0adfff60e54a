/** Asks what forgetting something would take along, and does it. */
import { useEffect, useState } from 'react';
import type { Arguments, Result } from '../../../shared/contract';
import { useSession } from '../../network/hooks';

type What = Arguments<'forget'>['what'];

interface Forgetting {
  /** Undefined until it is known. */
  readonly found: Result<'forget'> | undefined;
  readonly busy: boolean;
  /** @returns whether it is done */
  readonly forget: (remember: boolean, done: string) => Promise<boolean>;
}

/** @param what undefined where nothing is asked yet */
export function useForgetting(what: What | undefined): Forgetting {
  const session = useSession();
  const { client } = session.hello;
  const [heard, setHeard] = useState<{ readonly to: string; readonly found: Result<'forget'> }>();
  const [busy, setBusy] = useState(false);
  const key = JSON.stringify(what);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      if (what === undefined) return;
      const found = await session.host.call('forget', { client, what, remember: false, dry: true });
      if (current) setHeard({ to: key, found });
    };
    look().catch((error: unknown) => session.fail(error));
    return () => {
      current = false;
    };
    // What is asked is known by its key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, client, key]);
  const forget = async (remember: boolean, done: string): Promise<boolean> => {
    if (what === undefined) return false;
    setBusy(true);
    try {
      await session.host.call('forget', { client, what, remember });
      session.select(undefined);
      session.toasts.say(done);
      return true;
    } catch (error) {
      session.fail(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const found = heard !== undefined && heard.to === key ? heard.found : undefined;
  return { found, busy, forget };
}
