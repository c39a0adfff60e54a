/** The page around one session: theme, actions, and either the first start or the shell. */
import { MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { SessionProvider, useReplicaState, useSettings } from '../network/hooks';
import type { Session } from '../network/session';
import { ActionProvider } from './action-context';
import { type Action, Actions } from './actions';
import { useAppearance } from './appearance';
import { ErrorBoundary } from './error-boundary';
import { FirstStart } from './first-start/first-start';
import { Shell } from './shell';
import { theme, variables } from './theme';

interface AppProps {
  readonly session: Session;
  readonly actions: readonly Action[];
  /** For the styles that Mantine adds while the page runs. */
  readonly nonce: string;
}

export function App({ session, actions, nonce }: AppProps): ReactNode {
  const registry = useMemo(() => new Actions(actions), [actions]);
  return (
    <SessionProvider session={session}>
      <ActionProvider actions={registry}>
        <Themed nonce={nonce}>
          <ErrorBoundary>
            <FirstStartOrShell />
          </ErrorBoundary>
        </Themed>
      </ActionProvider>
    </SessionProvider>
  );
}

function Themed({ nonce, children }: { nonce: string; children: ReactNode }): ReactNode {
  const shown = useAppearance();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      forceColorScheme={shown}
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}

function FirstStartOrShell(): ReactNode {
  const { me } = useSettings();
  const ready = useReplicaState().kind === 'ready';
  return ready && me === undefined ? <FirstStart /> : <Shell />;
}
