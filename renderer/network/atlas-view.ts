/** How the atlas is looked at in this window: highlight, focus, who is being moved; and what its map is asked to do. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ArcOnMap, TriedOnMap, WayOnMap } from '../atlas/scene/links';

export type Highlight = 'none' | 'connectors' | 'gaps' | 'cooling' | 'introductions' | 'tried';

export interface AtlasLook {
  readonly highlight: Highlight;
  /** Only those within two steps of this contact are drawn. */
  readonly focus?: string;
  /** This contact goes where the arrow keys say. */
  readonly moving?: string;
  readonly legend: boolean;
  /** The gap that is looked at, by its key; all of them without one. */
  readonly gap?: string | undefined;
  /** Who could lead into the gaps that are looked at, or whom it is about what is tried. */
  readonly meant?: ReadonlySet<string> | undefined;
  /** The ways that are drawn; everybody else steps back. */
  readonly ways?: readonly WayOnMap[] | undefined;
  /** The introductions that are drawn. */
  readonly arcs?: readonly ArcOnMap[] | undefined;
  /** The network is drawn as it would be. */
  readonly tried?: TriedOnMap | undefined;
  /** Whom to bring together is drawn as well. */
  readonly suggested?: boolean | undefined;
  /** The time is unfolded: another day can be looked at. */
  readonly time: boolean;
}

export type MapRequest = 'fit' | 'in' | 'out';

/** Whom, or which group, the pointer or the keyboard is at: on a map, or in a list beside it. */
export interface PointedAt {
  readonly people: readonly string[];
  readonly cluster?: string;
}

const nothing: PointedAt = { people: [] };

export class AtlasView {
  readonly look: StoreApi<AtlasLook> = createStore<AtlasLook>(() => ({
    highlight: 'none',
    legend: true,
    time: false,
  }));
  readonly pointed: StoreApi<PointedAt> = createStore<PointedAt>(() => nothing);
  readonly #listeners = new Set<(request: MapRequest) => void>();

  /** Maps and lists show it; nothing without an argument. */
  point(at: PointedAt = nothing): void {
    const { people, cluster } = this.pointed.getState();
    const same =
      cluster === at.cluster &&
      people.length === at.people.length &&
      people.every((id, i) => id === at.people[i]);
    if (!same) this.pointed.setState(at, true);
  }

  set(look: Partial<AtlasLook>): void {
    this.look.setState(look);
  }

  ask(request: MapRequest): void {
    for (const listener of this.#listeners) listener(request);
  }

  /** Hears what the map is asked. @returns a function that ends it. */
  onAsk(listener: (request: MapRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
