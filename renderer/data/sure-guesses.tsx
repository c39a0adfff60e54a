/** Saying yes to all guesses of a group that are as good as sure, in one edit that undo takes back. */
import { type ReactNode, useState } from 'react';
import { Button } from '../app/parts/button';
import { many } from '../app/words';
import { useLive } from '../giving/use-live';
import { useSession } from '../network/hooks';
import { GuessQueue } from './guess-queue';

/** So sure, on years with known truth nine in ten and more were right. */
const sure = 0.8;
/** Guesses that one question names. */
const inOneGo = 2_000;

export function SureGuesses({ group }: { group: string | undefined }): ReactNode {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const asked = { ...(group === undefined ? {} : { group }), above: sure };
  const { answer } = useLive('guesses', { ...asked, limit: 0 });
  if (answer === undefined || answer.total < 2) return null;
  const confirmAll = async (): Promise<void> => {
    setBusy(true);
    try {
      // Those of which one was not sure wait on.
      const without = [...GuessQueue.of(session).store.getState().putOff];
      const { guesses } = await session.host.call('guesses', { ...asked, without, limit: inOneGo });
      if (guesses.length === 0) return;
      const done = `${many(guesses.length, 'tie is', 'ties are')} known`;
      await session.edit('tie.confirm-many', { ids: guesses.map(({ tie }) => tie) }, { done });
    } catch (error) {
      session.fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <p className="k-guesses-sure">
      <Button disabled={busy} onClick={() => void confirmAll()}>
        Yes to all that are at least 80 % sure
      </Button>
    </p>
  );
}
