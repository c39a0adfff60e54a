/** A queue by key, for searches by length. */

/** Smallest key first, in typed arrays; `capacity` bounds the entries held at once. */
export class Heap {
  size = 0;
  readonly #keys: Float64Array;
  readonly #values: Int32Array;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity);
    this.#values = new Int32Array(capacity);
  }

  push(key: number, value: number): void {
    const keys = this.#keys;
    const values = this.#values;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[at] = keys[parent]!;
      values[at] = values[parent]!;
      at = parent;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** The value with the smallest key; the heap must not be empty. */
  pop(): number {
    const keys = this.#keys;
    const values = this.#values;
    const top = values[0]!;
    const key = keys[--this.size]!;
    const value = values[this.size]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      keys[at] = keys[child]!;
      values[at] = values[child]!;
      at = child;
    }
    keys[at] = key;
    values[at] = value;
    return top;
  }
}
