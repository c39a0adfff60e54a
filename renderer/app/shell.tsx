/** The frame: rail, top, the screen one is on, the inspector where there is one, dialogs and toasts. */
import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect } from 'react';
import { useStore } from 'zustand';
import { useReplicaState, useSession } from '../network/hooks';
import type { Screen } from '../network/navigation';
import { Dialogs } from './dialogs';
import { DropTarget } from '../data/imports/drop-target';
import { ErrorBoundary } from './error-boundary';
import { Banners } from './banners';
import { inPieces } from './in-pieces';
import { KeyListener } from './key-listener';
import { Button } from './parts/button';
import { ErrorState } from './parts/empty';
import { Rail } from './rail';
import { ScreenSkeleton } from './skeleton';
import './shell.css';
import { ToastList } from './toast-list';
import { TopBar } from './top-bar';

const screens: Readonly<Record<Screen, React.ComponentType>> = {
  atlas: lazy(async () => {
    await inPieces([
      () => import('cytoscape'),
      () => import('../atlas/inspector/inspector'),
      () => import('../atlas/atlas-stage'),
    ]);
    return { default: (await import('../atlas/atlas-screen')).AtlasScreen };
  }),
  today: lazy(() => import('../today/today-screen').then((room) => ({ default: room.TodayScreen }))),
  people: lazy(() => import('../people/people-screen').then((room) => ({ default: room.PeopleScreen }))),
  introductions: lazy(() =>
    import('../introductions/introductions-screen').then((room) => ({ default: room.IntroductionsScreen })),
  ),
  giving: lazy(() => import('../giving/giving-screen').then((room) => ({ default: room.GivingScreen }))),
  insights: lazy(() =>
    import('../insights/insights-screen').then((room) => ({ default: room.InsightsScreen })),
  ),
  data: lazy(() => import('../data/data-screen').then((room) => ({ default: room.DataScreen }))),
  settings: lazy(() =>
    import('../settings/settings-screen').then((room) => ({ default: room.SettingsScreen })),
  ),
};

export function Shell(): ReactNode {
  const session = useSession();
  const { screen: asked } = useStore(session.navigation.store);
  // The rail follows at once, the screen as soon as it is made: bit by bit, so that keys and frames are answered.
  const screen = useDeferredValue(asked);
  useEffect(() => session.navigation.follow(), [session]);
  return (
    <div className="k-shell">
      <a className="k-skip" href="#main">
        Skip to the screen
      </a>
      <Rail />
      <TopBar />
      <main className="k-main" id="main" tabIndex={-1} data-screen={screen}>
        <Banners />
        <ErrorBoundary key={screen}>
          <Screens screen={screen} />
        </ErrorBoundary>
      </main>
      <Dialogs />
      <DropTarget />
      <ToastList />
      <KeyListener />
    </div>
  );
}

function Screens({ screen }: { screen: Screen }): ReactNode {
  const session = useSession();
  const state = useReplicaState();
  const Drawn = screens[screen];
  if (state.kind === 'failed') {
    const again = (
      <Button look="filled" onClick={() => void session.replica.fill()}>
        Read it again
      </Button>
    );
    return (
      <div className="k-screen">
        <ErrorState title="Your network could not be read" action={again}>
          {state.message}
        </ErrorState>
      </div>
    );
  }
  if (state.kind === 'filling') return <ScreenSkeleton done={state.done} total={state.total} />;
  return (
    <Suspense fallback={<ScreenSkeleton />}>
      <Drawn />
    </Suspense>
  );
}
