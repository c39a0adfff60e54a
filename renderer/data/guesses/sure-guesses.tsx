/** Saying yes to all guesses of a group that are as good as sure, in one edit that undo takes back. */
import { type ReactNode, useState } from 'react';
import { sureFrom } from '../../../shared/guesses/answers';
import { Button } from '../../app/parts/button';
import { many } from '../../app/words';
import { useSession } from '../../network/hooks';
import { GuessQueue } from './guess-queue';

/** Guesses that one question names. */
const inOneGo = 2_000;

/** @param count how many there are */
export function SureGuesses({ count }: { count: number }): ReactNode {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  if (count < 2) return null;
  const confirmAll = async (): Promise<void> => {
    setBusy(true);
    try {
      const asked = { ...GuessQueue.of(session).asked(), above: sureFrom, limit: inOneGo };
      const { guesses } = await session.host.call('guesses', asked);
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
        Yes to all {Math.min(count, inOneGo).toLocaleString('en')} that are at least {100 * sureFrom} % sure
      </Button>
    </p>
  );
}
