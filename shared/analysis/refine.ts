/**
 * The refinement of the Leiden method: takes groups apart into what holds together. Every node begins alone, and joins
 * a part of its own group that it is tied to, likelier the more that gains. Nodes and parts that are tied too loosely
 * to the rest of their group stay as they are.
 */
import type { Chunked } from './chunked';
import { arcsPerChunk, type Level } from './levels';
import { compactGroups } from './modularity';
import { type Random, shuffledIndices } from './random';

/** How much a part may lose by joining by chance, in ties of mean strength. */
const theta = 0.01;
/** exp of less than this is nothing. */
const leastExponent = -40;

/** @param groups of the nodes of the level, 0..count-1 @returns the parts, 0..count-1, each within one group */
export function* refine(
  level: Level,
  groups: Int32Array,
  count: number,
  gamma: number,
  random: Random,
): Chunked<{ groups: Int32Array; count: number }> {
  const refiner = new Refiner(level, groups, count, gamma, random);
  while (!refiner.measure(arcsPerChunk)) yield 0.2;
  while (!refiner.join(arcsPerChunk)) yield 0.6;
  return compactGroups(refiner.parts);
}

class Refiner {
  /** The part of each node, named by one of its nodes. */
  readonly parts: Int32Array;
  readonly #level: Level;
  readonly #groups: Int32Array;
  readonly #gamma: number;
  readonly #random: Random;
  readonly #order: Int32Array;
  #measured = 0;
  #next = 0;
  /** Strength of each group and of each part; weight from each part to the rest of its group. */
  readonly #groupStrength: Float64Array;
  readonly #strength: Float64Array;
  readonly #outward: Float64Array;
  /** 1 once somebody has joined the part or it has joined another: it does not move any more. */
  readonly #joined: Uint8Array;
  readonly #toPart: Float64Array;
  readonly #met: Int32Array;
  readonly #gains: Float64Array;
  readonly #scale: number;

  constructor(level: Level, groups: Int32Array, count: number, gamma: number, random: Random) {
    const { size, neighbours } = level.graph;
    this.#level = level;
    this.#groups = groups;
    this.#gamma = gamma;
    this.#random = random;
    this.parts = new Int32Array(size);
    this.#order = shuffledIndices(size, random);
    this.#groupStrength = new Float64Array(count);
    this.#strength = level.strength.slice();
    this.#outward = new Float64Array(size);
    this.#joined = new Uint8Array(size);
    this.#toPart = new Float64Array(size);
    this.#met = new Int32Array(size);
    this.#gains = new Float64Array(size);
    this.#scale = theta * (neighbours.length === 0 ? 1 : level.total / neighbours.length);
    for (let node = 0; node < size; node++) {
      this.parts[node] = node;
      this.#groupStrength[groups[node]!]! += level.strength[node]!;
    }
  }

  /** Measures how far each node is tied to its group, until about `arcs` arcs were looked at; true when all were. */
  measure(arcs: number): boolean {
    const { size, offsets, neighbours, weights } = this.#level.graph;
    const groups = this.#groups;
    let budget = arcs;
    let node = this.#measured;
    for (; node < size && budget > 0; node++) {
      const group = groups[node]!;
      const to = offsets[node + 1]!;
      let inside = 0;
      for (let slot = offsets[node]!; slot < to; slot++) {
        if (groups[neighbours[slot]!] === group) inside += weights[slot]!;
      }
      this.#outward[node] = inside;
      budget -= to - offsets[node]! + 1;
    }
    this.#measured = node;
    return node === size;
  }

  /** Works until about `arcs` arcs were looked at; true when all have had their turn. */
  join(arcs: number): boolean {
    const { offsets } = this.#level.graph;
    let budget = arcs;
    while (this.#next < this.#order.length && budget > 0) {
      const node = this.#order[this.#next++]!;
      budget--;
      if (this.#joined[node] === 1 || this.#outward[node] === 0) continue;
      const whole = this.#groupStrength[this.#groups[node]!]!;
      if (!this.#isWellTied(node, whole)) continue;
      this.#joinOne(node, whole);
      budget -= offsets[node + 1]! - offsets[node]!;
    }
    return this.#next === this.#order.length;
  }

  /**
   * Whether a part is tied to the rest of its group at least as much as chance would have it.
   * @param whole strength of the group
   */
  #isWellTied(part: number, whole: number): boolean {
    const own = this.#strength[part]!;
    return this.#outward[part]! * this.#level.total >= this.#gamma * own * (whole - own);
  }

  #joinOne(node: number, whole: number): void {
    const { graph, total } = this.#level;
    const { offsets, neighbours, weights } = graph;
    const groups = this.#groups;
    const parts = this.parts;
    const toPart = this.#toPart;
    const met = this.#met;
    const gains = this.#gains;
    const strength = this.#strength;
    const outward = this.#outward;
    const gamma = this.#gamma;
    const group = groups[node]!;
    const to = offsets[node + 1]!;
    let metCount = 0;
    for (let slot = offsets[node]!; slot < to; slot++) {
      const other = neighbours[slot]!;
      if (groups[other] !== group) continue;
      const part = parts[other]!;
      const already = toPart[part]!;
      if (already === 0) met[metCount++] = part;
      toPart[part] = already + weights[slot]!;
    }
    const pull = (gamma * strength[node]!) / total;
    let most = 0;
    for (let i = 0; i < metCount; i++) {
      const part = met[i]!;
      const own = strength[part]!;
      let gain = toPart[part]! - pull * own;
      if (outward[part]! * total < gamma * own * (whole - own)) gain = -1;
      gains[i] = gain;
      if (gain > most) most = gain;
    }
    const part = this.#pick(metCount, most);
    if (part >= 0) {
      parts[node] = part;
      this.#joined[node] = 1;
      this.#joined[part] = 1;
      strength[part]! += strength[node]!;
      outward[part]! += outward[node]! - 2 * toPart[part]!;
    }
    for (let i = 0; i < metCount; i++) toPart[met[i]!] = 0;
  }

  /** A part by chance, exp(gain / theta) as likely; staying alone gains nothing. -1 for that. */
  #pick(metCount: number, most: number): number {
    const gains = this.#gains;
    let sum = chance(-most / this.#scale);
    for (let i = 0; i < metCount; i++) {
      gains[i] = gains[i]! < 0 ? 0 : chance((gains[i]! - most) / this.#scale);
      sum += gains[i]!;
    }
    let drawn = this.#random.next() * sum;
    for (let i = 0; i < metCount; i++) {
      if (gains[i] === 0) continue;
      drawn -= gains[i]!;
      if (drawn < 0) return this.#met[i]!;
    }
    return -1;
  }
}

function chance(exponent: number): number {
  return exponent < leastExponent ? 0 : Math.exp(exponent);
}
