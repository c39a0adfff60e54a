/**
 * Finding where in a long list something is, by a text that it has. Only a number of the text is kept, which takes a
 * tenth of the memory: whoever looks gets the places that may be right, almost always one, and sees whether they are.
 */

/** Whole numbers from 0, in four bytes each. */
export class Numbers {
  #values = new Uint32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Uint32Array(this.#length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}

/** A number for a text; nobody who does not know the seed can make texts that share one. */
export function numberOf(text: string, seed: number): number {
  let hash = seed ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A seed from an id that only its network knows. */
export function seedOf(id: string): number {
  return numberOf(id, 0);
}

export class PlaceIndex {
  readonly #seed: number;
  /** Of each entry, in the order in which they came: the number of its text, its place, and the next one of its ring. */
  readonly #numbers = new Numbers();
  readonly #places = new Numbers();
  readonly #next = new Numbers();
  /** Rings of entries, by the last bits of their numbers: the last entry of each, counted from 1. Its next is the first. */
  #last = new Uint32Array(64);

  constructor(seed: number) {
    this.#seed = seed;
  }

  add(text: string, place: number): void {
    const entry = this.#numbers.length;
    if (entry === this.#last.length) this.#widen();
    this.#numbers.push(numberOf(text, this.#seed));
    this.#places.push(place);
    this.#next.push(entry);
    this.#link(entry);
  }

  /** The places that may have the text, those that came first to begin with. */
  *maybe(text: string): Generator<number, void, undefined> {
    const number = numberOf(text, this.#seed);
    const last = this.#last[number & (this.#last.length - 1)] ?? 0;
    if (last === 0) return;
    for (let entry = last - 1; ;) {
      entry = this.#next.at(entry);
      if (this.#numbers.at(entry) === number) yield this.#places.at(entry);
      if (entry === last - 1) return;
    }
  }

  /** Appends an entry to its ring. */
  #link(entry: number): void {
    const ring = this.#numbers.at(entry) & (this.#last.length - 1);
    const last = this.#last[ring] ?? 0;
    if (last > 0) {
      this.#next.set(entry, this.#next.at(last - 1));
      this.#next.set(last - 1, entry);
    } else this.#next.set(entry, entry);
    this.#last[ring] = entry + 1;
  }

  #widen(): void {
    this.#last = new Uint32Array(this.#last.length * 2);
    for (let entry = 0; entry < this.#numbers.length; entry++) this.#link(entry);
  }
}
