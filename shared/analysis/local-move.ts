/**
 * The local move of community detection: people go to the neighbouring group where modularity gains most, in the order
 * of a queue that holds only those whose neighbourhood changed.
 *
 * V. D. Blondel et al., J. Stat. Mech. (2008); the queue: V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to
 * Leiden, Sci. Rep. 9 (2019).
 */
import { type Chunked, forward } from './chunked';
import type { Graph } from './graph';
import { arcsPerChunk, type Level, levelOf } from './levels';
import { compactGroups, modularity } from './modularity';

export interface Partition {
  /** Group of each person, 0..count-1, numbered by their first person. */
  readonly groups: Int32Array;
  readonly count: number;
  readonly modularity: number;
}

/** Gains below this share of the weight of all ties are rounding. */
export const leastGain = 1e-12;

/**
 * After an edit: only people in `touched` may move at first, and whoever a move concerns after them. Groups keep
 * their numbers until the end; numbers not in use serve people who leave for a group of their own.
 */
export function moveLocally(
  graph: Graph,
  groups: ArrayLike<number>,
  touched: ArrayLike<number>,
  gamma = 1,
): Chunked<Partition> {
  return forward(settled(levelOf(graph), Int32Array.from(groups), Int32Array.from(touched), gamma));
}

/**
 * Moves until no move of one person gains, and takes groups apart that are in pieces, which never lowers modularity.
 * `groups` is changed in place.
 */
export function* settled(
  level: Level,
  groups: Int32Array,
  order: Int32Array,
  gamma: number,
): Chunked<Partition> {
  let queue = order;
  for (;;) {
    yield* fastLocalMove(level, groups, gamma, queue);
    queue = yield* splitInPieces(level.graph, groups);
    if (queue.length === 0) {
      const compact = compactGroups(groups);
      return { ...compact, modularity: modularity(level.graph, compact.groups, gamma) };
    }
    yield 0.9;
  }
}

/** Moves nodes, in the order of the queue, to where modularity gains most. `groups` is changed in place. */
export function* fastLocalMove(
  level: Level,
  groups: Int32Array,
  gamma: number,
  order: Int32Array,
): Chunked<boolean> {
  const mover = new Mover(level, groups, gamma, order);
  while (!mover.move(arcsPerChunk)) yield 0.5;
  return mover.changed;
}

class Mover {
  changed = false;
  readonly #level: Level;
  readonly #groups: Int32Array;
  readonly #gamma: number;
  /** Sum of the strengths of each group's people, and how many they are. */
  readonly #weightOf: Float64Array;
  readonly #sizeOf: Int32Array;
  /** Numbers of groups without people, as a stack. */
  readonly #free: Int32Array;
  #freeCount = 0;
  /** A ring: everyone is in it at most once. */
  readonly #queue: Int32Array;
  readonly #queued: Uint8Array;
  #head = 0;
  #waiting = 0;
  /** Weight from the node at hand to each group, 0 for none, and which groups those are. */
  readonly #toGroup: Float64Array;
  readonly #met: Int32Array;

  constructor(level: Level, groups: Int32Array, gamma: number, order: Int32Array) {
    const size = level.graph.size;
    this.#level = level;
    this.#groups = groups;
    this.#gamma = gamma;
    // Group numbers lie below the largest given plus one place for everyone to be alone in.
    let numbers = size + 1;
    for (let node = 0; node < size; node++) numbers = Math.max(numbers, groups[node]! + 2);
    this.#weightOf = new Float64Array(numbers);
    this.#sizeOf = new Int32Array(numbers);
    this.#free = new Int32Array(numbers);
    this.#toGroup = new Float64Array(numbers);
    this.#met = new Int32Array(numbers);
    this.#queue = new Int32Array(Math.max(1, size));
    this.#queued = new Uint8Array(size);
    for (let node = 0; node < size; node++) {
      const group = groups[node]!;
      this.#weightOf[group]! += level.strength[node]!;
      this.#sizeOf[group]!++;
    }
    for (let group = numbers - 1; group >= 0; group--) {
      if (this.#sizeOf[group] === 0) this.#free[this.#freeCount++] = group;
    }
    for (const node of order) {
      if (this.#queued[node] === 1) continue;
      this.#queued[node] = 1;
      this.#queue[this.#waiting++] = node;
    }
  }

  /** Works until about `arcs` arcs were looked at; true when nothing is left to move. */
  move(arcs: number): boolean {
    const { graph, strength, total } = this.#level;
    const { offsets, neighbours, weights } = graph;
    const groups = this.#groups;
    const toGroup = this.#toGroup;
    const weightOf = this.#weightOf;
    const sizeOf = this.#sizeOf;
    const met = this.#met;
    const queue = this.#queue;
    const queued = this.#queued;
    const rounding = leastGain * total;
    const factor = this.#gamma / total;
    let head = this.#head;
    let waiting = this.#waiting;
    let budget = arcs;
    while (waiting > 0 && budget > 0) {
      const node = queue[head]!;
      head = head + 1 === queue.length ? 0 : head + 1;
      waiting--;
      queued[node] = 0;
      const from = offsets[node]!;
      const to = offsets[node + 1]!;
      budget -= to - from + 1;
      if (from === to) continue;
      const own = groups[node]!;
      let metCount = 0;
      for (let slot = from; slot < to; slot++) {
        const group = groups[neighbours[slot]!]!;
        const already = toGroup[group]!;
        if (already === 0) met[metCount++] = group;
        toGroup[group] = already + weights[slot]!;
      }
      // Leave the own group; what staying, going elsewhere or being alone would gain is compared to that.
      const mine = strength[node]!;
      const pull = factor * mine;
      weightOf[own]! -= mine;
      let best = own;
      let bestGain = toGroup[own]! - pull * weightOf[own]!;
      for (let i = 0; i < metCount; i++) {
        const group = met[i]!;
        const gain = toGroup[group]! - pull * weightOf[group]!;
        toGroup[group] = 0;
        if (gain > bestGain + rounding) {
          best = group;
          bestGain = gain;
        }
      }
      if (bestGain < -rounding && sizeOf[own]! > 1) best = this.#free[--this.#freeCount]!;
      weightOf[best]! += mine;
      if (best === own) continue;
      groups[node] = best;
      sizeOf[best]!++;
      if (--sizeOf[own]! === 0) this.#free[this.#freeCount++] = own;
      this.changed = true;
      budget -= to - from;
      for (let slot = from; slot < to; slot++) {
        const other = neighbours[slot]!;
        if (queued[other] === 1 || groups[other] === best) continue;
        queued[other] = 1;
        const place = head + waiting++;
        queue[place >= queue.length ? place - queue.length : place] = other;
      }
    }
    this.#head = head;
    this.#waiting = waiting;
    return waiting === 0;
  }
}

/**
 * Gives every piece of a group but its first a number of its own, in place.
 * @returns the people whose group got another number
 */
function* splitInPieces(graph: Graph, groups: Int32Array): Chunked<Int32Array> {
  const { size, offsets, neighbours } = graph;
  let numbers = 0;
  for (let person = 0; person < size; person++) numbers = Math.max(numbers, groups[person]! + 1);
  const met = new Uint8Array(numbers);
  const seen = new Uint8Array(size);
  const piece = new Int32Array(size);
  const split: number[] = [];
  let budget = arcsPerChunk;
  for (let first = 0; first < size; first++) {
    if (seen[first] === 1) continue;
    const group = groups[first]!;
    const apart = met[group] === 1;
    met[group] = 1;
    let end = 0;
    piece[end++] = first;
    seen[first] = 1;
    for (let next = 0; next < end; next++) {
      const person = piece[next]!;
      for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
        const other = neighbours[slot]!;
        if (seen[other] === 1 || groups[other] !== group) continue;
        seen[other] = 1;
        piece[end++] = other;
      }
      budget -= offsets[person + 1]! - offsets[person]!;
      if (budget > 0) continue;
      budget = arcsPerChunk;
      yield 0.8;
    }
    if (!apart) continue;
    for (let i = 0; i < end; i++) split.push(piece[i]!);
    for (let i = 0; i < end; i++) groups[piece[i]!] = numbers;
    numbers++;
  }
  return Int32Array.from(split);
}
