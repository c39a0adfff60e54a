/** One batch while it is being written: its lines, what they did to the network, and the way back. */
import { setImmediate as turn } from 'node:timers/promises';
import { KithmapError } from '../../../shared/errors';
import type { Network } from '../../../shared/model/network';
import { inverse, type Patch } from '../../../shared/model/patch';
import { encodeEntry, encodeMark } from './entries';
import { Fitting, refuseShrink } from './fits';
import type { Journal } from './journal';
import type { BatchWriter, JournalEntry } from './store-types';
import { patchLimit } from './recent';
import { Turns } from './turns';

/** A journal line of a batch holds no more patches than this. */
const patchesPerLine = 500;

export interface BatchHead {
  readonly by: string;
  readonly label: string;
  readonly batch: string;
  readonly allowShrink: boolean;
}

export interface BatchPlace {
  readonly journal: Journal;
  readonly network: Network;
  /** The line before the batch. */
  readonly seq: number;
  now(): string;
  apply(patches: readonly Patch[]): void;
  /** Turns what the disk says into a sentence. */
  refused(error: unknown): KithmapError;
}

export class BatchWriting {
  /** The latest of its entries, as many as windows are told of one by one. */
  readonly entries: JournalEntry[] = [];
  /** The last one that is not among them. */
  left: number | undefined;
  seq: number;
  readonly #head: BatchHead;
  readonly #place: BatchPlace;
  readonly #pieces = new Turns();
  /** What takes it back, in the order in which it was done. */
  readonly #back: Patch[] = [];
  #lines = 0;
  #patches = 0;
  #failure: Error | undefined;

  constructor(head: BatchHead, place: BatchPlace) {
    this.#head = head;
    this.#place = place;
    this.seq = place.seq;
  }

  /** Writes all of it and settles it, or nothing of it stays and the error is passed on. */
  async write<T>(work: (write: BatchWriter) => Promise<T>): Promise<T> {
    const { journal, network } = this.#place;
    const contacts = network.count('contacts');
    try {
      await this.#onDisk(journal.write(encodeMark('begin', this.#next('batch'))));
      const result = await work((name, patches) => this.#piece(name, patches));
      await this.#rest();
      if (this.#failure !== undefined) throw this.#failure;
      if (!this.#head.allowShrink) refuseShrink(contacts, network.count('contacts'));
      await this.#onDisk(journal.write(encodeMark('commit', this.#next('batch'))));
      await this.#onDisk(journal.settle(this.#lines + 2));
      this.#failure = new KithmapError('conflict', 'This import is over.');
      return result;
    } catch (error) {
      // A piece that is still being written comes to its end first; none can follow.
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
      await this.#rest();
      await journal.takeBack();
      for (let to = this.#back.length; to > 0; to -= patchesPerLine) {
        this.#place.apply(this.#back.slice(Math.max(0, to - patchesPerLine), to).reverse());
        await turn();
      }
      throw error;
    }
  }

  #piece(name: string, patches: readonly Patch[]): Promise<void> {
    return this.#pieces.run(async () => {
      if (this.#failure !== undefined) throw this.#failure;
      try {
        for (let from = 0; from < patches.length; from += patchesPerLine) {
          await this.#line(name, patches.slice(from, from + patchesPerLine));
        }
      } catch (error) {
        this.#failure = error instanceof Error ? error : new Error(String(error));
        throw this.#failure;
      }
    });
  }

  async #line(name: string, patches: readonly Patch[]): Promise<void> {
    const { network, journal, apply } = this.#place;
    new Fitting(network).accept(patches, true);
    const entry = { ...this.#next(name), patches };
    await this.#onDisk(journal.write(encodeEntry(entry)));
    apply(patches);
    for (const patch of patches) this.#back.push(wayBack(patch));
    this.#lines += 1;
    this.#keep(entry);
  }

  /** An import of everybody would be in memory twice, were all of its entries kept. */
  #keep(entry: JournalEntry): void {
    this.entries.push(entry);
    this.#patches += entry.patches.length;
    let left = 0;
    for (const { seq, patches } of this.entries) {
      if (this.#patches <= patchLimit) break;
      this.#patches -= patches.length;
      this.left = seq;
      left += 1;
    }
    if (left > 0) this.entries.splice(0, left);
  }

  #next(name: string): Omit<JournalEntry, 'patches'> {
    const { by, label, batch } = this.#head;
    return { seq: ++this.seq, at: this.#place.now(), by, name, label, batch };
  }

  #rest(): Promise<void> {
    return this.#pieces.run(() => Promise.resolve());
  }

  async #onDisk<T>(done: Promise<T>): Promise<T> {
    try {
      return await done;
    } catch (error) {
      throw this.#place.refused(error);
    }
  }
}

/** To take back something new, it is enough to know which one it is. */
function wayBack(patch: Patch): Patch {
  const { table, id, before } = patch;
  return before === null ? { table, id, before: {}, after: null } : inverse(patch);
}
