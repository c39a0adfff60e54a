/** How far the network is saved, and what stands in the way; whoever wants to know is told. */
import type { KithmapError } from '../../../shared/errors';
import { diskError } from './disk-error';
import type { Saved } from './store-types';

export class Status {
  #saved: Saved;
  readonly #listeners = new Set<(saved: Saved) => void>();

  constructor(saved: Saved) {
    this.#saved = saved;
  }

  get saved(): Saved {
    return this.#saved;
  }

  subscribe(listener: (saved: Saved) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Everything up to `seq` is on the disk, and nothing stands in the way. */
  settled(seq: number, at: string): void {
    this.#tell({ seq, at });
  }

  /** What was in the way is not any more. */
  cleared(): void {
    const { seq, at, trouble } = this.#saved;
    if (trouble !== undefined) this.#tell(at === undefined ? { seq } : { seq, at });
  }

  /** The disk refused something. @returns what to say to whoever asked for it. */
  refused(error: unknown, what: string): KithmapError {
    const refusal = diskError(error, what);
    if (refusal.code === 'disk' || refusal.code === 'busy') {
      this.#tell({ ...this.#saved, trouble: refusal.message });
    }
    return refusal;
  }

  #tell(saved: Saved): void {
    this.#saved = saved;
    for (const listener of this.#listeners) {
      try {
        listener(saved);
      } catch {
        // What a listener does with it is no part of saving.
      }
    }
  }
}
