/**
 * Which screen a window shows. Screens go through the window's own history, so that back and forward work; the
 * address never changes.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isObject } from '../../shared/json';

export const screens = [
  'atlas',
  'today',
  'people',
  'introductions',
  'giving',
  'insights',
  'data',
  'settings',
] as const;
export type Screen = (typeof screens)[number];

export interface Place {
  readonly screen: Screen;
  /** Which part of the screen, such as `import` of Data or `cooling` of Insights. */
  readonly part?: string;
}

export class Navigation {
  readonly store: StoreApi<Place> = createStore<Place>(() => ({ screen: 'atlas' }));

  go(screen: Screen, part?: string): void {
    const present = this.store.getState();
    if (present.screen === screen && present.part === part) return;
    const place: Place = { screen, ...(part === undefined ? {} : { part }) };
    globalThis.history.pushState(place, '');
    this.store.setState(place, true);
  }

  /** Follows back and forward, and keeps the screen through a reload. @returns a function that ends it. */
  follow(): () => void {
    // A window that the desktop opens for a screen has its name after the hash.
    const { history, location } = globalThis;
    const here = placeOf(history.state) ?? placeOf({ screen: location.hash.slice(1) });
    if (here !== undefined) this.store.setState(here, true);
    const onBack = (event: PopStateEvent): void =>
      this.store.setState(placeOf(event.state) ?? { screen: 'atlas' }, true);
    globalThis.addEventListener('popstate', onBack);
    return () => globalThis.removeEventListener('popstate', onBack);
  }
}

function placeOf(state: unknown): Place | undefined {
  if (!isObject(state)) return undefined;
  const screen = screens.find((name) => name === state['screen']);
  const part = state['part'];
  if (screen === undefined) return undefined;
  return { screen, ...(typeof part === 'string' ? { part } : {}) };
}
