/**
 * A network of people as numbers: simple, undirected, weighted, in compressed sparse rows. People are 0..size-1;
 * who they are is kept outside. The neighbours of person i are `neighbours[offsets[i] .. offsets[i + 1])`,
 * ascending, and `weights` lies beside them (strength: larger is closer).
 */
import { atOnce, type Steps } from '../steps';

export interface Graph {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
}

/** Ties as parallel lists. Confidence is 1 for a known tie; absent means all are known. */
export interface TieList {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly weight?: ArrayLike<number>;
  readonly confidence?: ArrayLike<number>;
}

export interface GraphOptions {
  /** Guessed ties below this confidence are left out (2: all of them). Default 0.5. */
  readonly guessedFrom?: number;
}

/** Guessed ties count in measures from this confidence on, unless asked otherwise. */
export const defaultGuessedFrom = 0.5;

/**
 * Builds the graph. Loops, ties to people outside 0..size-1 and ties without a positive finite weight are left
 * out; several ties between the same two people become one with the sum of their weights. O(people + ties).
 */
export function buildGraph(size: number, ties: TieList, options: GraphOptions = {}): Graph {
  return atOnce(graphInSteps(size, ties, options));
}

/** Ties or people seen between two pauses, each of a few operations. */
const pause = 4_000;

/** The same in steps; nothing may change the lists meanwhile. */
export function* graphInSteps(size: number, ties: TieList, options: GraphOptions = {}): Steps<Graph> {
  const { a, b, weight, confidence } = ties;
  const guessedFrom = options.guessedFrom ?? defaultGuessedFrom;
  const count = a.length;
  const keep = new Uint8Array(count);
  const starts = new Int32Array(size + 1);
  for (let tie = 0; tie < count; tie++) {
    if (tie % pause === pause - 1) yield;
    const from = a[tie]!;
    const to = b[tie]!;
    const strength = weight ? weight[tie]! : 1;
    if (from === to || !(from >= 0 && from < size && to >= 0 && to < size)) continue;
    if (!(strength > 0 && strength < Infinity)) continue;
    if (confidence && confidence[tie]! < 1 && confidence[tie]! < guessedFrom) continue;
    keep[tie] = 1;
    starts[from + 1]!++;
    starts[to + 1]!++;
  }
  for (let person = 0; person < size; person++) starts[person + 1]! += starts[person]!;

  // Arcs grouped by their head, then dealt out again by their tail: each row comes out ascending.
  const arcs = starts[size]!;
  const heads = new Int32Array(arcs);
  const strengths = new Float64Array(arcs);
  const fill = starts.slice(0, size);
  for (let tie = 0; tie < count; tie++) {
    if (tie % pause === pause - 1) yield;
    if (keep[tie] === 0) continue;
    const from = a[tie]!;
    const to = b[tie]!;
    const strength = weight ? weight[tie]! : 1;
    let slot = fill[to]!++;
    heads[slot] = from;
    strengths[slot] = strength;
    slot = fill[from]!++;
    heads[slot] = to;
    strengths[slot] = strength;
  }
  const neighbours = new Int32Array(arcs);
  const weights = new Float64Array(arcs);
  fill.set(starts.subarray(0, size));
  for (let head = 0; head < size; head++) {
    if (head % pause === pause - 1) yield;
    for (let slot = starts[head]!; slot < starts[head + 1]!; slot++) {
      const target = fill[heads[slot]!]!++;
      neighbours[target] = head;
      weights[target] = strengths[slot]!;
    }
  }
  yield;
  return yield* mergeRepeated(size, starts, neighbours, weights);
}

/** Rows are ascending, so repeated neighbours stand side by side. */
function* mergeRepeated(
  size: number,
  starts: Int32Array,
  neighbours: Int32Array,
  weights: Float64Array,
): Steps<Graph> {
  const offsets = new Int32Array(size + 1);
  let end = 0;
  for (let person = 0; person < size; person++) {
    if (person % pause === pause - 1) yield;
    const rowStart = end;
    for (let slot = starts[person]!; slot < starts[person + 1]!; slot++) {
      if (end > rowStart && neighbours[end - 1] === neighbours[slot]) {
        weights[end - 1]! += weights[slot]!;
      } else {
        neighbours[end] = neighbours[slot]!;
        weights[end] = weights[slot]!;
        end++;
      }
    }
    offsets[person + 1] = end;
  }
  return { size, offsets, neighbours: neighbours.slice(0, end), weights: weights.slice(0, end) };
}

/** The part of a graph between some people: its person i is `people[i]` of the whole. */
export interface Subgraph {
  readonly graph: Graph;
  readonly people: Int32Array;
}

/** The graph of some of the people and the ties among them. `people` holds distinct indices. */
export function subgraph(whole: Graph, people: Int32Array): Subgraph {
  const place = new Int32Array(whole.size).fill(-1);
  for (let i = 0; i < people.length; i++) place[people[i]!] = i;
  const offsets = new Int32Array(people.length + 1);
  for (let i = 0; i < people.length; i++) {
    let inside = 0;
    for (let slot = whole.offsets[people[i]!]!; slot < whole.offsets[people[i]! + 1]!; slot++) {
      if (place[whole.neighbours[slot]!]! >= 0) inside++;
    }
    offsets[i + 1] = offsets[i]! + inside;
  }
  const neighbours = new Int32Array(offsets[people.length]!);
  const weights = new Float64Array(neighbours.length);
  let end = 0;
  for (const person of people) {
    for (let slot = whole.offsets[person]!; slot < whole.offsets[person + 1]!; slot++) {
      const inside = place[whole.neighbours[slot]!]!;
      if (inside < 0) continue;
      neighbours[end] = inside;
      weights[end++] = whole.weights[slot]!;
    }
  }
  return { graph: { size: people.length, offsets, neighbours, weights }, people };
}

/**
 * The rows of a graph wherever they lie: those of a compact graph stand close together, those of a graph that takes
 * edits (live-graph.ts) may have room between them. Row i is `neighbours[starts[i] .. ends[i])`, ascending.
 */
export interface Rows {
  readonly size: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
}

/** The rows of a compact graph; nothing is copied. */
export function rowsOf({ size, offsets, neighbours, weights }: Graph): Rows {
  return { size, starts: offsets.subarray(0, size), ends: offsets.subarray(1), neighbours, weights };
}

/** How many people a person knows in this graph. */
export function degree(graph: Graph, person: number): number {
  return graph.offsets[person + 1]! - graph.offsets[person]!;
}

/** Ties, each counted once. */
export function tieCount(graph: Graph): number {
  return graph.neighbours.length / 2;
}
