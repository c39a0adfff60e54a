/**
 * Betweenness: how many pairs of people have their shortest way through a person.
 *
 *   b(v) = sum over unordered pairs s < t, both other than v, of sigma_st(v) / sigma_st
 *
 * L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977).
 * U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001).
 *
 * Trees that hang off the rest are folded into the person they hang on before the search, which is exact:
 * every way into a tree passes its root. A root stands for `mass` people as an end of ways.
 */
import type { Chunked } from './chunked';
import { connectedComponents } from './components';
import type { Graph } from './graph';
import { seededRandom, shuffledIndices } from './random';

export interface Betweenness {
  /** Pairs (of people other than the person) per person; a pair with several shortest ways counts in parts. */
  readonly pairs: Float64Array;
  /** Sources searched from, and how many there are: fewer than all is an estimate. */
  readonly sources: number;
  readonly allSources: number;
}

export interface BetweennessOptions {
  /** Ways are measured by the sum of 1 / strength instead of the number of ties. */
  readonly weighted?: boolean;
  /** Search from this many sources drawn uniformly (Brandes and Pich 2007) and scale up; absent: exact. */
  readonly sample?: number;
  /** Called with an estimate once this many sources are done, while the work goes on to its end. */
  readonly preview?: { readonly after: number; readonly show: (estimate: Betweenness) => void };
  readonly seed?: number;
}

/** Two lengths closer than this, relative to the longer, are one length: 1/3 + 1/3 is 2/3. */
const relativeEpsilon = 1e-10;
/** Arcs looked at between two yields; about a millisecond. */
const arcsPerChunk = 200_000;

/** The betweenness of everyone, in pieces of one or a few sources. Fewer than three people, or isolated: 0. */
export function* betweenness(graph: Graph, options: BetweennessOptions = {}): Chunked<Betweenness> {
  const folded = foldTrees(graph);
  const { core, mass, pairs } = folded;
  const order = shuffledIndices(core.length, seededRandom(options.seed ?? 1));
  const allSources = core.length;
  const sources = Math.min(options.sample ?? allSources, allSources);
  const found = new Float64Array(graph.size);
  const search = options.weighted === true ? lengthSearch(graph, folded) : stepSearch(graph, folded);
  const estimate = (done: number): Betweenness => {
    const scale = done === 0 ? 0 : allSources / done / 2; // each unordered pair was met from both ends
    return { pairs: pairs.map((tree, i) => tree + found[i]! * scale), sources: done, allSources };
  };

  let arcs = 0;
  for (let done = 0; done < sources; done++) {
    const source = core[order[done]!]!;
    arcs += search(source, mass[source]!, found) + 1;
    if (options.preview?.after === done + 1 && done + 1 < sources) options.preview.show(estimate(done + 1));
    if (arcs >= arcsPerChunk) {
      arcs = 0;
      yield (done + 1) / sources;
    }
  }
  return estimate(sources);
}

/** Share of all pairs of other people: divided by (n - 1)(n - 2) / 2, and 0 below three people. */
export function normalised(pairs: Float64Array): Float64Array {
  const n = pairs.length;
  const all = ((n - 1) * (n - 2)) / 2;
  return pairs.map((value) => (n < 3 ? 0 : value / all));
}

interface Folded {
  /** Who is left, among whom every one has two ties or more (or who is the last of a tree). */
  readonly core: Int32Array;
  /** 1 for people folded away. */
  readonly gone: Uint8Array;
  /** People each one stands for, itself included. */
  readonly mass: Float64Array;
  /** Pairs of which one end at least lies in a tree folded into the person. */
  readonly pairs: Float64Array;
}

function foldTrees(graph: Graph): Folded {
  const { size, offsets, neighbours } = graph;
  const left = new Int32Array(size);
  const gone = new Uint8Array(size);
  const mass = new Float64Array(size).fill(1);
  const pairs = new Float64Array(size);
  const queue = new Int32Array(size);
  let end = 0;
  for (let person = 0; person < size; person++) {
    left[person] = offsets[person + 1]! - offsets[person]!;
    if (left[person] === 1) queue[end++] = person;
  }
  const reach = componentSizes(graph);
  for (let next = 0; next < end; next++) {
    const leaf = queue[next]!;
    if (left[leaf] !== 1) continue; // the other of the last two was folded into it
    gone[leaf] = 1;
    left[leaf] = 0;
    for (let slot = offsets[leaf]!; slot < offsets[leaf + 1]!; slot++) {
      const root = neighbours[slot]!;
      if (gone[root] === 1) continue;
      // Ways between this tree and the trees folded into the root before it.
      pairs[root]! += mass[leaf]! * (mass[root]! - 1);
      mass[root]! += mass[leaf]!;
      if (--left[root]! === 1) queue[end++] = root;
    }
  }
  const core: number[] = [];
  for (let person = 0; person < size; person++) {
    // Ways between its own trees and everybody beyond it.
    pairs[person]! += (mass[person]! - 1) * (reach[person]! - mass[person]!);
    if (gone[person] === 0 && left[person]! > 0) core.push(person);
  }
  return { core: Int32Array.from(core), gone, mass, pairs };
}

/** For each person, how many people their component has. */
function componentSizes(graph: Graph): Int32Array {
  const { of, sizes } = connectedComponents(graph);
  return of.map((component) => sizes[component]!);
}

/** Adds the dependencies of one source to `found` and says how many arcs were looked at. */
type Search = (source: number, times: number, found: Float64Array) => number;

/**
 * Breadth first. The arcs that lead one step further are written down as they are met, so that the way back
 * reads only those, in reverse, and needs neither distances nor lists of predecessors.
 */
function stepSearch(graph: Graph, { gone, mass }: Folded): Search {
  const { size, offsets, neighbours } = graph;
  const distance = new Int32Array(size).fill(-1);
  const ways = new Float64Array(size);
  const queue = new Int32Array(size);
  const further = new Int32Array(neighbours.length);
  const furtherEnd = new Int32Array(size);
  /** (mass + dependency) / ways: what one shortest way to a person carries. */
  const share = new Float64Array(size);

  return (source, times, found) => {
    let end = 0;
    let written = 0;
    let arcs = 0;
    queue[end++] = source;
    distance[source] = 0;
    ways[source] = 1;
    for (let next = 0; next < end; next++) {
      const person = queue[next]!;
      const step = distance[person]! + 1;
      const count = ways[person]!;
      const last = offsets[person + 1]!;
      arcs += last - offsets[person]!;
      for (let slot = offsets[person]!; slot < last; slot++) {
        const other = neighbours[slot]!;
        const at = distance[other]!;
        if (at === step) {
          ways[other]! += count;
          further[written++] = other;
        } else if (at < 0 && gone[other] === 0) {
          distance[other] = step;
          queue[end++] = other;
          ways[other] = count;
          further[written++] = other;
        }
      }
      furtherEnd[next] = written;
    }
    for (let next = end - 1; next >= 0; next--) {
      const person = queue[next]!;
      const first = next === 0 ? 0 : furtherEnd[next - 1]!;
      let carried = 0;
      for (let slot = first; slot < furtherEnd[next]!; slot++) carried += share[further[slot]!]!;
      const dependency = carried * ways[person]!;
      if (next > 0) found[person]! += times * dependency;
      share[person] = (mass[person]! + dependency) / ways[person]!;
      distance[person] = -1;
    }
    return arcs;
  };
}

/** Dijkstra on lengths 1 / strength, with a binary heap that leaves outdated entries in place. */
function lengthSearch(graph: Graph, { gone, mass }: Folded): Search {
  const { size, offsets, neighbours, weights } = graph;
  const length = new Float64Array(size).fill(Infinity);
  const ways = new Float64Array(size);
  const share = new Float64Array(size);
  const settled = new Uint8Array(size);
  const order = new Int32Array(size);
  const heap = new Heap(neighbours.length + 1);

  return (source, times, found) => {
    let end = 0;
    let arcs = 0;
    length[source] = 0;
    ways[source] = 1;
    heap.push(0, source);
    while (heap.size > 0) {
      const person = heap.pop();
      if (settled[person] === 1) continue;
      settled[person] = 1;
      order[end++] = person;
      for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
        const other = neighbours[slot]!;
        arcs++;
        if (settled[other] === 1 || gone[other] === 1) continue;
        const reached = length[person]! + 1 / weights[slot]!;
        const margin = relativeEpsilon * reached;
        if (reached < length[other]! - margin) {
          length[other] = reached;
          ways[other] = ways[person]!;
          heap.push(reached, other);
        } else if (reached <= length[other]! + margin) {
          ways[other]! += ways[person]!;
        }
      }
    }
    for (let next = end - 1; next >= 0; next--) {
      const person = order[next]!;
      let carried = 0;
      for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
        const other = neighbours[slot]!;
        if (gone[other] === 1 || !(length[other]! > length[person]!)) continue;
        const reached = length[person]! + 1 / weights[slot]!;
        if (Math.abs(reached - length[other]!) <= relativeEpsilon * reached) carried += share[other]!;
      }
      const dependency = carried * ways[person]!;
      if (next > 0) found[person]! += times * dependency;
      share[person] = (mass[person]! + dependency) / ways[person]!;
    }
    for (let next = 0; next < end; next++) {
      const person = order[next]!;
      length[person] = Infinity;
      settled[person] = 0;
    }
    return arcs * 4;
  };
}

/** Smallest key first, in typed arrays; `capacity` bounds the entries held at once. */
class Heap {
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
