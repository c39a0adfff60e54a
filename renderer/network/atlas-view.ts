/** How the atlas is looked at in this window: highlight, focus, who is being moved; and what its map is asked to do. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export type Highlight = 'none' | 'connectors' | 'cooling';

export interface AtlasLook {
  readonly highlight: Highlight;
  /** Only those within two steps of this contact are drawn. */
  readonly focus?: string;
  /** This contact goes where the arrow keys say. */
  readonly moving?: string;
  readonly legend: boolean;
}

export type MapRequest = 'fit' | 'in' | 'out';

export class AtlasView {
  readonly look: StoreApi<AtlasLook> = createStore<AtlasLook>(() => ({ highlight: 'none', legend: true }));
  readonly #listeners = new Set<(request: MapRequest) => void>();

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
