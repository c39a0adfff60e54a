/**
 * A graph that takes edits: compressed sparse rows with some room behind each, so that one tie more or less costs as
 * much as the two rows it stands in, however large the network is.
 *
 *   neighbours   | 1 4 7 . . | 0 2 . | 1 . . . | ...
 *                  row 0       row 1   row 2          a row without room moves to the end, with twice the room
 *
 * Measures of one person read its rows as they are; measures of the whole read a compact copy.
 */
import type { Graph, Rows } from './graph';

const leastRoom = 4;

export class LiveGraph implements Rows {
  #size: number;
  #starts: Int32Array;
  #ends: Int32Array;
  #room: Int32Array;
  #neighbours: Int32Array;
  #weights: Float64Array;
  /** Slots in use or left behind, from the beginning. */
  #used: number;
  #arcs: number;
  #compact: Graph | undefined;

  constructor(graph: Graph) {
    const { size, offsets, neighbours, weights } = graph;
    this.#size = size;
    this.#starts = offsets.slice(0, size);
    this.#ends = offsets.slice(1, size + 1);
    this.#room = new Int32Array(size);
    for (let i = 0; i < size; i++) this.#room[i] = offsets[i + 1]! - offsets[i]!;
    this.#neighbours = neighbours.slice();
    this.#weights = weights.slice();
    this.#used = neighbours.length;
    this.#arcs = neighbours.length;
    this.#compact = graph;
  }

  get size(): number {
    return this.#size;
  }
  get starts(): Int32Array {
    return this.#starts;
  }
  get ends(): Int32Array {
    return this.#ends;
  }
  get neighbours(): Int32Array {
    return this.#neighbours;
  }
  get weights(): Float64Array {
    return this.#weights;
  }
  get ties(): number {
    return this.#arcs / 2;
  }

  /** The weight of a tie; 0 where there is none. */
  weight(a: number, b: number): number {
    const slot = this.#find(a, b);
    return slot < this.#ends[a]! && this.#neighbours[slot] === b ? this.#weights[slot]! : 0;
  }

  /** Somebody without ties. @returns their index, the next one. */
  addPerson(): number {
    const person = this.#size++;
    if (person >= this.#starts.length) {
      const length = Math.max(leastRoom, 2 * this.#starts.length);
      this.#starts = grown(this.#starts, length);
      this.#ends = grown(this.#ends, length);
      this.#room = grown(this.#room, length);
    }
    this.#starts[person] = this.#used;
    this.#ends[person] = this.#used;
    this.#room[person] = 0;
    this.#compact = undefined;
    return person;
  }

  /**
   * Takes somebody and their ties out. The last person takes the index that is free, so that indices stay without
   * gaps. @returns the index that the one who moved had; the removed index itself where nobody had to.
   */
  removePerson(person: number): number {
    for (const other of this.#row(person)) this.setWeight(person, other, 0);
    const last = this.#size - 1;
    if (last !== person) {
      const ties = [...this.#row(last)].map((other): [number, number] => [other, this.weight(last, other)]);
      for (const [other] of ties) this.setWeight(last, other, 0);
      for (const [other, weight] of ties) this.setWeight(person, other, weight);
    }
    this.#size--;
    this.#compact = undefined;
    return last;
  }

  /** A tie with this weight in place of the one there was; 0: none. A loop is left out. */
  setWeight(a: number, b: number, weight: number): void {
    if (a === b) return;
    if (this.weight(a, b) === weight) return;
    this.#setArc(a, b, weight);
    this.#setArc(b, a, weight);
    this.#compact = undefined;
  }

  /** Rows side by side, as whoever works through the whole graph wants them. Kept until the next edit. */
  compact(): Graph {
    this.#compact ??= this.#packed();
    return this.#compact;
  }

  #row(person: number): Int32Array {
    return this.#neighbours.slice(this.#starts[person], this.#ends[person]);
  }

  /** Where the tie is in the row, or would be. */
  #find(person: number, other: number): number {
    let from = this.#starts[person]!;
    let to = this.#ends[person]!;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#neighbours[middle]! < other) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #setArc(person: number, other: number, weight: number): void {
    const slot = this.#find(person, other);
    const end = this.#ends[person]!;
    const there = slot < end && this.#neighbours[slot] === other;
    if (there && weight > 0) {
      this.#weights[slot] = weight;
    } else if (there) {
      this.#neighbours.copyWithin(slot, slot + 1, end);
      this.#weights.copyWithin(slot, slot + 1, end);
      this.#ends[person] = end - 1;
      this.#arcs--;
    } else if (weight > 0) {
      const place = slot - this.#starts[person]!;
      this.#makeRoom(person);
      const at = this.#starts[person]! + place;
      const last = this.#ends[person]!;
      this.#neighbours.copyWithin(at + 1, at, last);
      this.#weights.copyWithin(at + 1, at, last);
      this.#neighbours[at] = other;
      this.#weights[at] = weight;
      this.#ends[person] = last + 1;
      this.#arcs++;
    }
  }

  #makeRoom(person: number): void {
    const start = this.#starts[person]!;
    const length = this.#ends[person]! - start;
    if (length < this.#room[person]!) return;
    const room = Math.max(leastRoom, 2 * length);
    if (this.#used + room > this.#neighbours.length) {
      this.#neighbours = grown(this.#neighbours, 2 * (this.#used + room));
      this.#weights = grown(this.#weights, 2 * (this.#used + room));
    }
    this.#neighbours.copyWithin(this.#used, start, start + length);
    this.#weights.copyWithin(this.#used, start, start + length);
    this.#starts[person] = this.#used;
    this.#ends[person] = this.#used + length;
    this.#room[person] = room;
    this.#used += room;
  }

  #packed(): Graph {
    const size = this.#size;
    const offsets = new Int32Array(size + 1);
    const neighbours = new Int32Array(this.#arcs);
    const weights = new Float64Array(this.#arcs);
    let end = 0;
    for (let person = 0; person < size; person++) {
      const from = this.#starts[person]!;
      const to = this.#ends[person]!;
      neighbours.set(this.#neighbours.subarray(from, to), end);
      weights.set(this.#weights.subarray(from, to), end);
      end += to - from;
      offsets[person + 1] = end;
    }
    return { size, offsets, neighbours, weights };
  }
}

function grown<T extends Int32Array | Float64Array>(array: T, length: number): T;
function grown(array: Int32Array | Float64Array, length: number): Int32Array | Float64Array {
  const larger = array instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
  larger.set(array);
  return larger;
}
