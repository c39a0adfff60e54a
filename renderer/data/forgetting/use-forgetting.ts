/** Asks what forgetting something would take along, and does it. */
import { useEffect, useMemo, useState } from 'react';
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

/** @param asked undefined where nothing is asked yet */
export function useForgetting(asked: What | undefined): Forgetting {
  const session = useSession();
  const contact = asked?.kind === 'contact' ? asked.contact : undefined;
  const before = asked?.kind === 'mail' ? asked.before : undefined;
  const what = useMemo((): What | undefined => {
    if (contact !== undefined) return { kind: 'contact', contact };
    return before === undefined ? undefined : { kind: 'mail', before };
  }, [contact, before]);
  const [heard, setHeard] = useState<{ readonly to: What; readonly found: Result<'forget'> }>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      if (what === undefined) return;
      const found = await session.host.call('forget', { what, remember: false, dry: true });
      if (current) setHeard({ to: what, found });
    };
    look().catch((error: unknown) => session.fail(error));
    return () => {
      current = false;
    };
  }, [session, what]);
  const forget = async (remember: boolean, done: string): Promise<boolean> => {
    if (what === undefined) return false;
    setBusy(true);
    try {
      await session.host.call('forget', { what, remember });
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
  const found = heard !== undefined && heard.to === what ? heard.found : undefined;
  return { found, busy, forget };
}
