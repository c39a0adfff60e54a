/** Once a dialog is gone, the keys are where they were before it, or at the card it was about. */
import { useEffect, useState } from 'react';
import { useSession } from '../network/hooks';
import { focusIntroduction } from './board/focus';
import { Introducing } from './introducing';

export function useFocusBack(): void {
  const session = useSession();
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const active = document.activeElement;
      if (active !== null && active !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else focusIntroduction(Introducing.of(session).store.getState().current);
    },
    [session, before],
  );
}
