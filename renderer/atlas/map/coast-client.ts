/**
 * The page's line to the thread that works out coasts. One request is under way at a time; what comes meanwhile is
 * held against the newest state when the answer is in.
 */
import type { ClusterSpots, Coast } from '../scene/coasts';
import { CoastsDrawn, type CoastsWanted } from './coast-messages';

export class CoastClient {
  readonly #worker: Worker;
  readonly #onCoasts: (coasts: readonly Coast[], more: boolean) => void;
  #request = 0;
  #busy = false;
  #next: (() => ClusterSpots[]) | undefined;

  constructor(onCoasts: (coasts: readonly Coast[], more: boolean) => void) {
    this.#onCoasts = onCoasts;
    this.#worker = new Worker(new URL('../../workers/coasts.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = (event: MessageEvent<unknown>) => {
      const { coasts, more } = CoastsDrawn.parse(event.data);
      this.#busy = more;
      this.#onCoasts(coasts, more);
      if (more) return;
      const next = this.#next;
      this.#next = undefined;
      if (next !== undefined) this.update(next);
    };
  }

  /** @param clusters those whose people have moved; read when the thread is free */
  update(clusters: () => ClusterSpots[]): void {
    if (this.#busy) {
      this.#next = clusters;
      return;
    }
    this.#busy = true;
    const message: CoastsWanted = { request: ++this.#request, clusters: clusters() };
    this.#worker.postMessage(message);
  }

  get busy(): boolean {
    return this.#busy;
  }

  stop(): void {
    this.#worker.terminate();
  }
}
