/**
 * Readings that are too long for one answer: the reader keeps the stream's id and asks again until it is done.
 * A slice takes a few milliseconds, here and for whoever reads it, so that nobody waits for somebody else's reading.
 */
import { KithmapError } from '../../shared/errors';

export interface SliceLimits {
  /** Milliseconds of work. */
  readonly work: number;
  readonly items: number;
  /** Weight of a slice as the items say it (characters of JSON). */
  readonly weight: number;
}

export const sliceLimits: SliceLimits = { work: 5, items: 1_000, weight: 400_000 };

/** A stream that nobody asked about for this long is forgotten. */
const patience = 120_000;
/** The one asked about least lately goes when there are more. */
const most = 32;

export interface Piece<T> {
  readonly item: T;
  readonly weight: number;
}

interface Stream<T, Head> {
  readonly head: Head;
  readonly pieces: Iterator<Piece<T>>;
  usedAt: number;
}

export interface Slice<T, Head> {
  readonly stream: string;
  readonly head: Head;
  readonly items: readonly T[];
  readonly done: boolean;
}

export class Streams<T, Head> {
  /** In the order in which they were last asked about. */
  readonly #streams = new Map<string, Stream<T, Head>>();
  readonly #newId: () => string;
  /** Milliseconds from some fixed moment. */
  readonly #elapsed: () => number;

  constructor(newId: () => string, elapsed: () => number) {
    this.#newId = newId;
    this.#elapsed = elapsed;
  }

  /** Begins a stream with what all its slices share. The first slice is asked for like the others. */
  open(head: Head, pieces: Iterable<Piece<T>>): string {
    const id = this.#newId();
    this.#streams.set(id, { head, pieces: pieces[Symbol.iterator](), usedAt: this.#elapsed() });
    this.#forgetOld();
    return id;
  }

  /** @throws KithmapError `not-found` for a stream that is read to its end, forgotten or was never there. */
  next(id: string, limits: SliceLimits = sliceLimits): Slice<T, Head> {
    this.#forgetOld();
    const stream = this.#streams.get(id);
    if (stream === undefined) {
      throw new KithmapError('not-found', 'This reading was left for too long. Begin it again.');
    }
    const begin = this.#elapsed();
    const items: T[] = [];
    let weight = 0;
    let done = false;
    for (;;) {
      const next = stream.pieces.next();
      if (next.done === true) {
        done = true;
        break;
      }
      items.push(next.value.item);
      weight += next.value.weight;
      if (items.length >= limits.items || weight >= limits.weight) break;
      if (this.#elapsed() - begin >= limits.work) break;
    }
    this.#streams.delete(id);
    if (!done) {
      stream.usedAt = this.#elapsed();
      this.#streams.set(id, stream);
    }
    return { stream: id, head: stream.head, items, done };
  }

  clear(): void {
    this.#streams.clear();
  }

  #forgetOld(): void {
    const now = this.#elapsed();
    for (const [id, { usedAt }] of this.#streams) {
      if (now - usedAt <= patience && this.#streams.size <= most) return;
      this.#streams.delete(id);
    }
  }
}
