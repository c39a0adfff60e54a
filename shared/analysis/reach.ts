/**
 * How well people reach each other: pairs that have some way, the pieces they come in, and how short the ways are.
 *
 *   efficiency = 1 / (n (n - 1)) sum over ordered pairs of 1 / distance, 0 where there is no way
 *
 * V. Latora and M. Marchiori, Phys. Rev. Lett. 87 (2001).
 */
import type { Chunked } from './chunked';
import { connectedComponents } from './components';
import type { Graph } from './graph';
import { seededRandom, shuffledIndices } from './random';

export interface Reach {
  readonly connectedPairs: number;
  /** Pieces of at least one person. */
  readonly pieces: number;
  readonly efficiency: number;
  /** Efficiency is an estimate, from the ways of so many of the people; null: it is exact. */
  readonly sample: { readonly people: number; readonly of: number } | null;
}

/** Whose reach. */
export interface Among {
  /** Who counts; everybody else has no ties. */
  readonly people: Int32Array;
  /** Of them, those whose ways are measured. */
  readonly sources: Int32Array;
}

/** Arcs looked at between two yields; about a millisecond. */
const arcsPerChunk = 200_000;
/** The ways of everybody are measured up to so many people; beyond, those of fewer stand for all. */
const mostExact = 5_000;
const sampled = 2_000;

/** Everybody, by the ways of everybody or of so many, taken by chance but always the same. */
export function everybody({ size }: Graph): Among {
  const people = Int32Array.from({ length: size }, (_, person) => person);
  const sources = size <= mostExact ? people : shuffledIndices(size, seededRandom(1)).subarray(0, sampled);
  return { people, sources };
}

/** Those who are left, by the ways of those who are left: the two can be held against each other. */
export function withoutThose({ people, sources }: Among, gone: ReadonlySet<number>): Among {
  const stays = (person: number): boolean => !gone.has(person);
  return { people: people.filter(stays), sources: sources.filter(stays) };
}

/** O(sources x ties / 32), and more the longer the ways are. */
export function* reachOf(graph: Graph, { people, sources }: Among = everybody(graph)): Chunked<Reach> {
  const { sizes } = connectedComponents(graph);
  const connectedPairs = [...sizes].reduce((sum, inside) => sum + (inside * (inside - 1)) / 2, 0);
  const sum = yield* nearnessOf(graph, sources);
  const [count, done] = [people.length, sources.length];
  return {
    connectedPairs,
    pieces: sizes.length - (graph.size - count),
    efficiency: count < 2 || done === 0 ? 0 : sum / done / (count - 1),
    sample: done < count ? { people: done, of: count } : null,
  };
}

/**
 * The sum of 1 / distance from each source to everybody else. Breadth first from 32 sources at once, a bit of a number
 * for each (M. Then and others, The more the merrier: efficient multi-source graph traversal, VLDB 2014).
 */
function* nearnessOf({ size, offsets, neighbours }: Graph, sources: Int32Array): Chunked<number> {
  const seen = new Int32Array(size);
  /** Whose searches come to a person with this step, and with the next. */
  const now = new Int32Array(size);
  const next = new Int32Array(size);
  let queue = new Int32Array(size);
  let nextQueue = new Int32Array(size);
  let [sum, looked] = [0, 0];
  for (let first = 0; first < sources.length; first += 32) {
    seen.fill(0);
    let end = 0;
    for (const [bit, source] of sources.subarray(first, first + 32).entries()) {
      seen[source] = now[source] = 1 << bit;
      queue[end++] = source;
    }
    for (let step = 1; end > 0; step++) {
      let nextEnd = 0;
      for (let at = 0; at < end; at++) {
        const person = queue[at]!;
        const searches = now[person]!;
        looked += offsets[person + 1]! - offsets[person]!;
        for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
          const other = neighbours[slot]!;
          const coming = searches & ~seen[other]!;
          if (coming === 0) continue;
          if (next[other] === 0) nextQueue[nextEnd++] = other;
          next[other]! |= coming;
        }
      }
      let found = 0;
      for (let at = 0; at < nextEnd; at++) {
        const person = nextQueue[at]!;
        const coming = next[person]!;
        seen[person]! |= coming;
        now[person] = coming;
        next[person] = 0;
        found += bitsOf(coming);
      }
      sum += found / step;
      [queue, nextQueue, end] = [nextQueue, queue, nextEnd];
      if (looked < arcsPerChunk) continue;
      looked = 0;
      yield first / sources.length;
    }
  }
  return sum;
}

/** How many bits of a number are set. */
function bitsOf(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
