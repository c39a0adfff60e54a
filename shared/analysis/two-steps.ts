/** Pairs of people who know each other or somebody in common, before and after a change. */
import type { Chunked } from './chunked';
import type { Rows } from './graph';

export type Ends = readonly [number, number];

/** So many there are, and who; nobody where there are too many to be named. */
export interface Counted<T> {
  readonly count: number;
  readonly list: readonly T[];
}

export interface TwoSteps {
  /** Pairs at most two ties apart. */
  readonly before: number;
  readonly after: number;
  /** Pairs who come that near, and pairs who no longer are though both are still there. */
  readonly gained: Counted<Ends>;
  readonly lost: Counted<Ends>;
}

/** More than so many are counted and not named. */
export const mostNamed = 100;
/** Ways of two ties looked at between two yields; about a millisecond. */
const waysPerChunk = 200_000;

/**
 * O(sum over people of ties squared).
 * @param gone people who are not there after the change
 */
export function* twoSteps(before: Rows, after: Rows, gone: ReadonlySet<number>): Chunked<TwoSteps> {
  const was = new Neighbourhood(before);
  const is = new Neighbourhood(after);
  const gained = new Tally();
  const lost = new Tally();
  const counts = { before: 0, after: 0 };
  let looked = 0;
  for (let person = 0; person < before.size; person++) {
    looked += was.look(person) + is.look(person);
    for (const other of was.people()) {
      if (other <= person) continue;
      counts.before++;
      if (!is.has(other) && !gone.has(person) && !gone.has(other)) lost.add([person, other]);
    }
    for (const other of is.people()) {
      if (other <= person) continue;
      counts.after++;
      if (!was.has(other)) gained.add([person, other]);
    }
    if (looked < waysPerChunk) continue;
    looked = 0;
    yield (person + 1) / before.size;
  }
  return { ...counts, gained: gained.counted(), lost: lost.counted() };
}

class Tally {
  #count = 0;
  readonly #list: Ends[] = [];

  add(pair: Ends): void {
    if (this.#count++ < mostNamed) this.#list.push(pair);
  }

  counted(): Counted<Ends> {
    return { count: this.#count, list: this.#count > mostNamed ? [] : this.#list };
  }
}

/** Those within two steps of one person at a time. */
class Neighbourhood {
  readonly #rows: Rows;
  /** The person who was looked at when somebody was last found. */
  readonly #seenFrom: Int32Array;
  readonly #found: Int32Array;
  #end = 0;
  #person = -1;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#seenFrom = new Int32Array(rows.size).fill(-1);
    this.#found = new Int32Array(rows.size);
  }

  /** @returns arcs looked at */
  look(person: number): number {
    const { starts, ends } = this.#rows;
    this.#person = person;
    this.#end = 0;
    this.#seenFrom[person] = person;
    this.#take(person);
    let arcs = ends[person]! - starts[person]!;
    for (let at = 0, contacts = this.#end; at < contacts; at++) {
      const contact = this.#found[at]!;
      arcs += ends[contact]! - starts[contact]!;
      this.#take(contact);
    }
    return arcs + 1;
  }

  has(other: number): boolean {
    return this.#seenFrom[other] === this.#person;
  }

  /** Without the person. */
  people(): Int32Array {
    return this.#found.subarray(0, this.#end);
  }

  #take(person: number): void {
    const { starts, ends, neighbours } = this.#rows;
    for (let slot = starts[person]!; slot < ends[person]!; slot++) {
      const other = neighbours[slot]!;
      if (this.#seenFrom[other] === this.#person) continue;
      this.#seenFrom[other] = this.#person;
      this.#found[this.#end++] = other;
    }
  }
}

/**
 * Whom somebody reaches who is not in the graph: those whom they know, and whom these know.
 * @param known by index
 */
export function reachFrom(rows: Rows, known: Iterable<number>): Set<number> {
  const first = [...known];
  const reached = new Set(first);
  for (const contact of first) {
    for (const other of rows.neighbours.subarray(rows.starts[contact], rows.ends[contact])) {
      reached.add(other);
    }
  }
  return reached;
}
