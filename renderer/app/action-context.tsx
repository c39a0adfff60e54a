/** The action registry and the rules of its keys, for components. */
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { useSession, useSettings } from '../network/hooks';
import type { Session } from '../network/session';
import { type Action, Actions, canPerform } from './actions';
import type { KeyRules } from './keys';

const ActionContext = createContext<Actions>(new Actions([]));

export function ActionProvider({ actions, children }: { actions: Actions; children: ReactNode }): ReactNode {
  return <ActionContext value={actions}>{children}</ActionContext>;
}

export function useActions(): Actions {
  return useContext(ActionContext);
}

export function useKeyRules(): KeyRules {
  const { hello } = useSession();
  const { letterKeys } = useSettings();
  return useMemo(
    () => ({ reservedKeys: hello.capabilities.reservedKeys, letterKeys, mac: isMac() }),
    [hello, letterKeys],
  );
}

/** Whether an action can be done now; follows selection, screen, undo and edits. */
export function useCanPerform(action: Action | undefined): boolean {
  const session = useSession();
  return useSyncExternalStore(
    (wake) => watchSession(session, wake),
    () => action !== undefined && canPerform(action, session),
  );
}

function watchSession(session: Session, wake: () => void): () => void {
  const ends = [
    session.selection.subscribe(wake),
    session.navigation.store.subscribe(wake),
    session.undoState.subscribe(wake),
    session.replica.state.subscribe(wake),
    session.replica.watchAll(wake),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}
