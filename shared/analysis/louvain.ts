/**
 * Clusters by the Louvain method: people move to the neighbouring group where modularity gains most, groups
 * become the people of a smaller graph, and so on until nothing gains.
 *
 * V. D. Blondel et al., Fast unfolding of communities in large networks, J. Stat. Mech. (2008). People move in
 * the order of a queue that holds only those whose neighbourhood changed: the fast local move of
 * V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden, Sci. Rep. 9 (2019).
 *
 * Louvain can leave a group in pieces that no tie joins; here every such group is split (which never lowers
 * modularity) and moving goes on from there, so no group in the answer is unconnected.
 */
import type { Chunked } from './chunked';
import { connectedComponents } from './components';
import type { Graph } from './graph';
import { compactGroups, modularity } from './modularity';
import { type Random, seededRandom, shuffledIndices } from './random';

export interface Partition {
  /** Group of each person, 0..count-1, numbered by their first person. */
  readonly groups: Int32Array;
  readonly count: number;
  readonly modularity: number;
}

export interface LouvainOptions {
  /** Higher finds smaller groups; 1 is Newman's modularity. */
  readonly gamma?: number;
  readonly seed?: number;
  /** Groups to start from; absent: everyone alone. */
  readonly from?: ArrayLike<number>;
}

/** Gains below this are rounding. */
const leastGain = 1e-12;
/** Arcs looked at between two yields; about a millisecond. */
const arcsPerChunk = 100_000;
const mostRounds = 10;

/** Finds groups from scratch or, warm, from given ones. The same seed gives the same groups. */
export function* louvain(graph: Graph, options: LouvainOptions = {}): Chunked<Partition> {
  const gamma = options.gamma ?? 1;
  const random = seededRandom(options.seed ?? 1);
  let groups = options.from === undefined ? everyoneAlone(graph.size) : compactGroups(options.from).groups;
  let best = -Infinity;
  for (let round = 0; round < mostRounds; round++) {
    groups = yield* allLevels(graph, groups, gamma, random);
    groups = connectedComponents(graph, groups).of;
    yield round / mostRounds;
    const quality = modularity(graph, groups, gamma);
    if (quality <= best + 1e-9) break;
    best = quality;
  }
  const compact = compactGroups(groups);
  return { ...compact, modularity: modularity(graph, compact.groups, gamma) };
}

/** The best of several seeds. */
export function* bestLouvain(graph: Graph, seeds: number, options: LouvainOptions = {}): Chunked<Partition> {
  let best: Partition | undefined;
  for (let seed = 0; seed < Math.max(1, seeds); seed++) {
    const work = louvain(graph, { ...options, seed: (options.seed ?? 1) + seed });
    for (;;) {
      const piece = work.next();
      if (piece.done === true) {
        if (best === undefined || piece.value.modularity > best.modularity + leastGain) best = piece.value;
        break;
      }
      yield (seed + piece.value) / seeds;
    }
  }
  return best!;
}

/**
 * After an edit: only people in `touched` may move at first, and whoever a move concerns after them. Groups keep
 * their numbers; numbers not in use serve people who leave for a group of their own.
 */
export function* moveLocally(
  graph: Graph,
  groups: ArrayLike<number>,
  touched: ArrayLike<number>,
  gamma = 1,
): Chunked<Partition> {
  const level = levelOf(graph);
  const moved = Int32Array.from(groups);
  yield* fastLocalMove(level, moved, gamma, Int32Array.from(touched));
  const compact = compactGroups(connectedComponents(graph, moved).of);
  return { ...compact, modularity: modularity(graph, compact.groups, gamma) };
}

function everyoneAlone(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, person) => person);
}

function* allLevels(graph: Graph, start: Int32Array, gamma: number, random: Random): Chunked<Int32Array> {
  const top = start.slice(); // group of each person
  let level = levelOf(graph);
  let groups = start;
  for (;;) {
    const changed = yield* fastLocalMove(level, groups, gamma, shuffledIndices(level.graph.size, random));
    const compact = compactGroups(groups);
    if (level.graph === graph) top.set(compact.groups);
    else for (let person = 0; person < top.length; person++) top[person] = compact.groups[top[person]!]!;
    if (compact.count === level.graph.size || (!changed && level.graph !== graph)) return top;
    level = aggregate(level, compact.groups, compact.count);
    yield 0.5;
    groups = everyoneAlone(compact.count);
  }
}

/** A graph of people, or of groups with the ties between them. */
interface Level {
  readonly graph: Graph;
  /** Sum of the weights at each, the ties inside a group (which are no arcs here) counted twice. */
  readonly strength: Float64Array;
  readonly total: number;
}

function levelOf(graph: Graph): Level {
  const strength = new Float64Array(graph.size);
  let total = 0;
  for (let person = 0; person < graph.size; person++) {
    for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
      strength[person]! += graph.weights[slot]!;
    }
    total += strength[person]!;
  }
  return { graph, strength, total };
}

/** Moves people, in the order of the queue, to where modularity gains most. `groups` is changed in place. */
function* fastLocalMove(
  level: Level,
  groups: Int32Array,
  gamma: number,
  order: Int32Array,
): Chunked<boolean> {
  const mover = new Mover(level, groups, gamma, order);
  while (!mover.move(arcsPerChunk)) yield 0;
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
  /** Weight from the person at hand to each group, and which groups those are. */
  readonly #toGroup: Float64Array;
  readonly #met: Int32Array;

  constructor(level: Level, groups: Int32Array, gamma: number, order: Int32Array) {
    const size = level.graph.size;
    this.#level = level;
    this.#groups = groups;
    this.#gamma = gamma;
    // Group numbers lie below the largest given plus one place for everyone to be alone in.
    let numbers = size + 1;
    for (const group of groups) numbers = Math.max(numbers, group + 2);
    this.#weightOf = new Float64Array(numbers);
    this.#sizeOf = new Int32Array(numbers);
    this.#free = new Int32Array(numbers);
    this.#toGroup = new Float64Array(numbers).fill(-1);
    this.#met = new Int32Array(numbers);
    this.#queue = new Int32Array(Math.max(1, size));
    this.#queued = new Uint8Array(size);
    for (let person = 0; person < size; person++) {
      const group = groups[person]!;
      this.#weightOf[group]! += level.strength[person]!;
      this.#sizeOf[group]!++;
    }
    for (let group = numbers - 1; group >= 0; group--) {
      if (this.#sizeOf[group] === 0) this.#free[this.#freeCount++] = group;
    }
    for (const person of order) this.#enqueue(person);
  }

  /** Works until about `arcs` arcs were looked at; true when nothing is left to move. */
  move(arcs: number): boolean {
    let budget = arcs;
    while (this.#waiting > 0 && budget > 0) {
      const person = this.#queue[this.#head]!;
      this.#head = (this.#head + 1) % this.#queue.length;
      this.#waiting--;
      this.#queued[person] = 0;
      budget -= this.#settle(person);
    }
    return this.#waiting === 0;
  }

  #enqueue(person: number): void {
    if (this.#queued[person] === 1) return;
    this.#queued[person] = 1;
    this.#queue[(this.#head + this.#waiting) % this.#queue.length] = person;
    this.#waiting++;
  }

  #settle(person: number): number {
    const { graph, strength, total } = this.#level;
    const { offsets, neighbours, weights } = graph;
    const groups = this.#groups;
    const toGroup = this.#toGroup;
    const met = this.#met;
    const from = offsets[person]!;
    const to = offsets[person + 1]!;
    if (from === to) return 1;
    const own = groups[person]!;
    const mine = strength[person]!;

    let metCount = 0;
    for (let slot = from; slot < to; slot++) {
      const group = groups[neighbours[slot]!]!;
      if (toGroup[group]! < 0) {
        toGroup[group] = 0;
        met[metCount++] = group;
      }
      toGroup[group]! += weights[slot]!;
    }
    // Leave the own group; what staying, going elsewhere or being alone would gain is compared to that.
    this.#weightOf[own]! -= mine;
    const factor = (this.#gamma * mine) / total;
    let best = own;
    let bestGain = (toGroup[own]! < 0 ? 0 : toGroup[own]!) - factor * this.#weightOf[own]!;
    for (let i = 0; i < metCount; i++) {
      const group = met[i]!;
      const gain = toGroup[group]! - factor * this.#weightOf[group]!;
      if (gain > bestGain + leastGain * total) {
        best = group;
        bestGain = gain;
      }
      toGroup[group] = -1;
    }
    if (bestGain < -leastGain * total && this.#sizeOf[own]! > 1) best = this.#free[--this.#freeCount]!;
    this.#weightOf[best]! += mine;
    if (best === own) return to - from;

    groups[person] = best;
    this.#sizeOf[best]!++;
    if (--this.#sizeOf[own]! === 0) this.#free[this.#freeCount++] = own;
    this.changed = true;
    for (let slot = from; slot < to; slot++) {
      const other = neighbours[slot]!;
      if (groups[other] !== best) this.#enqueue(other);
    }
    return 2 * (to - from);
  }
}

/** The graph of the groups of a level. */
function aggregate(level: Level, groups: Int32Array, count: number): Level {
  const { graph } = level;
  const strength = new Float64Array(count);
  const firstOf = new Int32Array(count + 1);
  for (let node = 0; node < graph.size; node++) firstOf[groups[node]! + 1]!++;
  for (let group = 0; group < count; group++) firstOf[group + 1]! += firstOf[group]!;
  const byGroup = new Int32Array(graph.size);
  const fill = firstOf.slice(0, count);
  for (let node = 0; node < graph.size; node++) byGroup[fill[groups[node]!]!++] = node;

  const offsets = new Int32Array(count + 1);
  const neighbours = new Int32Array(graph.neighbours.length);
  const weights = new Float64Array(graph.neighbours.length);
  const slotOf = new Int32Array(count).fill(-1);
  let end = 0;
  for (let group = 0; group < count; group++) {
    const rowStart = end;
    for (let i = firstOf[group]!; i < firstOf[group + 1]!; i++) {
      const node = byGroup[i]!;
      strength[group]! += level.strength[node]!;
      for (let slot = graph.offsets[node]!; slot < graph.offsets[node + 1]!; slot++) {
        const other = groups[graph.neighbours[slot]!]!;
        const weight = graph.weights[slot]!;
        if (other === group) continue;
        if (slotOf[other]! < rowStart) {
          slotOf[other] = end;
          neighbours[end] = other;
          weights[end++] = weight;
        } else {
          weights[slotOf[other]!]! += weight;
        }
      }
    }
    offsets[group + 1] = end;
  }
  const next = { size: count, offsets, neighbours: neighbours.slice(0, end), weights: weights.slice(0, end) };
  return { graph: next, strength, total: level.total };
}
