/**
 * Long lists that wait: the records of a file, and what a plan makes of them. All but the last few values are bytes of
 * text, page by page, which takes a tenth of the memory that they take as values, so that hundreds of thousands of them
 * can wait. What is read from a page is a copy, to be looked at and not to be changed.
 */

/** How pages become bytes: a host that can deflates them. */
export interface Packing {
  pack(text: string): Uint8Array;
  unpack(bytes: Uint8Array): string;
}

export const asBytes: Packing = {
  pack: (text) => new TextEncoder().encode(text),
  unpack: (bytes) => new TextDecoder().decode(bytes),
};

/** What can be gone through in order, as often as one likes, and looked up by place; lists are. */
export interface Listed<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** A page is full with so many values, or so many characters of them. */
const pageLength = 64;
const pageCharacters = 64 * 1024;
/** Pages that stay values after they were looked into. */
const mostAtHand = 4;

interface Page {
  /** The place of its first value. */
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** Values that JSON can say. */
export class Shelf<T> implements Listed<T> {
  readonly #packing: Packing;
  readonly #pages: Page[] = [];
  /** The page that is not full yet: its values, and each of them as text. */
  #open: T[] = [];
  #texts: string[] = [];
  #openCharacters = 0;
  #packedCharacters = 0;
  /** The place of the first value that is not packed. */
  #openFrom = 0;
  /** Values put in the place of packed ones. */
  readonly #changed = new Map<number, T>();
  /** By the place of their first value, the one looked into last at the end. */
  readonly #atHand = new Map<number, readonly T[]>();

  constructor(packing: Packing = asBytes) {
    this.#packing = packing;
  }

  get length(): number {
    return this.#openFrom + this.#open.length;
  }

  /** Characters of JSON. */
  get characters(): number {
    return this.#packedCharacters + this.#openCharacters;
  }

  /** @returns its place. */
  push(value: T): number {
    const text = JSON.stringify(value);
    this.#open.push(value);
    this.#texts.push(text);
    this.#openCharacters += text.length;
    const place = this.length - 1;
    if (this.#open.length >= pageLength || this.#openCharacters >= pageCharacters) this.#close();
    return place;
  }

  /** Puts a value in the place of one that is there. */
  set(index: number, value: T): void {
    const at = index - this.#openFrom;
    if (at < 0) {
      this.#changed.set(index, value);
      return;
    }
    const text = JSON.stringify(value);
    this.#openCharacters += text.length - (this.#texts[at]?.length ?? 0);
    this.#open[at] = value;
    this.#texts[at] = text;
  }

  at(index: number): T | undefined {
    if (index >= this.#openFrom) return this.#open[index - this.#openFrom];
    const changed = this.#changed.get(index);
    if (changed !== undefined) return changed;
    const page = this.#pageOf(index);
    return page === undefined ? undefined : this.#valuesOf(page)[index - page.from];
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let index = 0; index < this.length; index++) {
      const value = this.at(index);
      if (value !== undefined) yield value;
    }
  }

  #close(): void {
    const bytes = this.#packing.pack(`[${this.#texts.join(',')}]`);
    this.#pages.push({ from: this.#openFrom, bytes });
    this.#packedCharacters += this.#openCharacters;
    this.#openFrom += this.#open.length;
    [this.#open, this.#texts, this.#openCharacters] = [[], [], 0];
  }

  #pageOf(index: number): Page | undefined {
    let [low, high] = [0, this.#pages.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pages[middle]?.from ?? 0) > index) high = middle;
      else low = middle + 1;
    }
    return this.#pages[low - 1];
  }

  #valuesOf({ from, bytes }: Page): readonly T[] {
    let values = this.#atHand.get(from);
    if (values === undefined) {
      const read: unknown = JSON.parse(this.#packing.unpack(bytes));
      values = this.#isPage(read) ? read : [];
      if (this.#atHand.size >= mostAtHand) {
        for (const oldest of this.#atHand.keys()) {
          this.#atHand.delete(oldest);
          break;
        }
      }
    } else this.#atHand.delete(from);
    this.#atHand.set(from, values);
    return values;
  }

  /** A page is what `push` was given: nobody else writes one. */
  #isPage(read: unknown): read is readonly T[] {
    return Array.isArray(read);
  }
}
