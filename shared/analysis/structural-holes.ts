/**
 * How much of what somebody could hear comes from people who know each other anyway.
 *
 *   p_ij           = a_ij / sum over k of a_ik
 *   constraint     = sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2,            q neither i nor j
 *   effective size = sum over contacts j of (1 - sum over q of p_iq m_jq),   m_jq = a_jq / max over k of a_jk
 *   efficiency     = effective size / contacts
 *
 * R. S. Burt, Structural Holes (1992); without weights the effective size is k - 2t / k with t ties among the k contacts
 * (S. P. Borgatti, Connections 20, 1997). n strangers give a constraint of 1 / n; three who all know each other 1.125.
 */
import type { Chunked } from './chunked';
import { type Graph, type Rows, rowsOf } from './graph';

export interface Holes {
  readonly constraint: number;
  readonly effectiveSize: number;
  readonly efficiency: number;
}

export interface HolesOptions {
  /** By strengths; otherwise every tie counts alike. */
  readonly weighted?: boolean;
}

/** Of one person, in the time that the rows of the person and their contacts take; null for somebody without ties. */
export function structuralHoles(rows: Rows, person: number, options: HolesOptions = {}): Holes | null {
  return new HolesReader(rows, options.weighted === true).of(person);
}

/** Of everyone. O(sum over people of the ties of their contacts). */
export function* structuralHolesOfAll(graph: Graph, options: HolesOptions = {}): Chunked<(Holes | null)[]> {
  const reader = new HolesReader(rowsOf(graph), options.weighted === true);
  const all: (Holes | null)[] = [];
  let looked = 0;
  for (let person = 0; person < graph.size; person++) {
    all.push(reader.of(person));
    looked += reader.looked;
    if (looked < arcsPerChunk) continue;
    looked = 0;
    yield person / graph.size;
  }
  return all;
}

/** Arcs looked at between two yields; about a millisecond. */
const arcsPerChunk = 200_000;

class HolesReader {
  /** Arcs looked at for the last person. */
  looked = 0;
  readonly #rows: Rows;
  readonly #weighted: boolean;
  /** Of contacts of the person at hand: p_iq, and the sum over q of p_iq p_qj; -1 for everybody else. */
  readonly #direct: Float64Array;
  readonly #indirect: Float64Array;
  /** Sum and maximum of a row; 0 until they are needed. */
  readonly #sum: Float64Array;
  readonly #most: Float64Array;

  constructor(rows: Rows, weighted: boolean) {
    this.#rows = rows;
    this.#weighted = weighted;
    this.#direct = new Float64Array(rows.size).fill(-1);
    this.#indirect = new Float64Array(rows.size);
    this.#sum = new Float64Array(rows.size);
    this.#most = new Float64Array(rows.size);
  }

  of(person: number): Holes | null {
    const { starts, ends, neighbours } = this.#rows;
    const [from, to] = [starts[person]!, ends[person]!];
    this.looked = to - from + 1;
    if (from === to) return null;
    this.#measure(person);
    for (let slot = from; slot < to; slot++) {
      const contact = neighbours[slot]!;
      this.#measure(contact);
      this.#direct[contact] = this.#weight(slot) / this.#sum[person]!;
      this.#indirect[contact] = 0;
    }
    let redundant = 0;
    for (let slot = from; slot < to; slot++) redundant += this.#through(neighbours[slot]!);
    let constraint = 0;
    for (let slot = from; slot < to; slot++) {
      const contact = neighbours[slot]!;
      constraint += (this.#direct[contact]! + this.#indirect[contact]!) ** 2;
      this.#direct[contact] = -1;
    }
    const contacts = to - from;
    const effectiveSize = contacts - redundant;
    return { constraint, effectiveSize, efficiency: effectiveSize / contacts };
  }

  /** What reaches others through one contact; answers how much of that contact others give as well. */
  #through(contact: number): number {
    const { starts, ends, neighbours } = this.#rows;
    const share = this.#direct[contact]!;
    let given = 0;
    const to = ends[contact]!;
    this.looked += to - starts[contact]!;
    for (let slot = starts[contact]!; slot < to; slot++) {
      const other = neighbours[slot]!;
      if (this.#direct[other]! < 0) continue;
      const weight = this.#weight(slot);
      this.#indirect[other]! += (share * weight) / this.#sum[contact]!;
      given += (this.#direct[other]! * weight) / this.#most[contact]!;
    }
    return given;
  }

  #measure(person: number): void {
    if (this.#sum[person]! > 0) return;
    const { starts, ends } = this.#rows;
    let [sum, most] = [0, 0];
    for (let slot = starts[person]!; slot < ends[person]!; slot++) {
      const weight = this.#weight(slot);
      sum += weight;
      if (weight > most) most = weight;
    }
    this.#sum[person] = sum;
    this.#most[person] = most;
  }

  #weight(slot: number): number {
    return this.#weighted ? this.#rows.weights[slot]! : 1;
  }
}
