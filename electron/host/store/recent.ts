/** The latest entries, kept in memory for windows that missed some. */
import type { JournalEntry } from './store-types';

/** About how many patches are kept: an hour's edits, not an import. */
export const patchLimit = 20_000;

export class RecentEntries {
  #entries: JournalEntry[] = [];
  #patches = 0;
  /** Everything after this `seq` is here. */
  #from: number;

  constructor(from: number) {
    this.#from = from;
  }

  add(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      this.#entries.push(entry);
      this.#patches += entry.patches.length + 1;
    }
    let drop = 0;
    for (const oldest of this.#entries) {
      if (this.#patches <= patchLimit) break;
      this.#patches -= oldest.patches.length + 1;
      this.#from = oldest.seq;
      drop++;
    }
    if (drop > 0) this.#entries.splice(0, drop);
  }

  /** Undefined where some of them are not here any more, or `seq` is of another life. */
  after(seq: number, last: number): JournalEntry[] | undefined {
    if (seq > last || seq < this.#from) return undefined;
    return this.#entries.slice(this.#firstAfter(seq));
  }

  get(seq: number): JournalEntry | undefined {
    const entry = this.#entries[this.#firstAfter(seq - 1)];
    return entry?.seq === seq ? entry : undefined;
  }

  /** Nothing before now is at hand any more. */
  clear(seq: number): void {
    this.#entries = [];
    this.#patches = 0;
    this.#from = seq;
  }

  #firstAfter(seq: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle]!.seq > seq) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
