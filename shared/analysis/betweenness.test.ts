import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenness, type BetweennessOptions, normalised } from './betweenness';
import { finish } from './chunked';
import { buildGraph, type Graph } from './graph';
import { seededRandom } from './random';

const pairsOf = (graph: Graph, options?: BetweennessOptions) => finish(betweenness(graph, options)).pairs;

/** Lengths and numbers of all shortest ways of all pairs, by dynamic programming; for small graphs. */
function waysOf(graph: Graph, lengthOf: (slot: number) => number) {
  const n = graph.size;
  const d = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : Infinity)),
  );
  for (let i = 0; i < n; i++) {
    for (let s = graph.offsets[i]!; s < graph.offsets[i + 1]!; s++) d[i]![graph.neighbours[s]!] = lengthOf(s);
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!);
  const ways = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let s = 0; s < n; s++) {
    ways[s]![s] = 1;
    const order = [...Array(n).keys()].sort((x, y) => d[s]![x]! - d[s]![y]!);
    for (const v of order) {
      if (v === s || d[s]![v] === Infinity) continue;
      for (let slot = graph.offsets[v]!; slot < graph.offsets[v + 1]!; slot++) {
        const u = graph.neighbours[slot]!;
        if (same(d[s]![u]! + lengthOf(slot), d[s]![v]!)) ways[s]![v]! += ways[s]![u]!;
      }
    }
  }
  return { n, d, ways };
}

const same = (x: number, y: number) => Math.abs(x - y) <= 1e-9 * Math.max(x, y);

function byDefinition(graph: Graph, lengthOf: (slot: number) => number): number[] {
  const { n, d, ways } = waysOf(graph, lengthOf);
  const result = new Array<number>(n).fill(0);
  for (let s = 0; s < n; s++)
    for (let t = s + 1; t < n; t++)
      for (let v = 0; v < n; v++) {
        if (v === s || v === t || d[s]![t] === Infinity) continue;
        if (same(d[s]![v]! + d[v]![t]!, d[s]![t]!)) {
          result[v]! += (ways[s]![v]! * ways[v]![t]!) / ways[s]![t]!;
        }
      }
  return result;
}

/** The same of ties, per arc. */
function tiesByDefinition(graph: Graph, lengthOf: (slot: number) => number): number[] {
  const { n, d, ways } = waysOf(graph, lengthOf);
  const result = new Array<number>(graph.neighbours.length).fill(0);
  for (let a = 0; a < n; a++)
    for (let slot = graph.offsets[a]!; slot < graph.offsets[a + 1]!; slot++) {
      const b = graph.neighbours[slot]!;
      for (let s = 0; s < n; s++)
        for (let t = 0; t < n; t++) {
          if (s === t || d[s]![t] === Infinity) continue;
          if (same(d[s]![a]! + lengthOf(slot) + d[b]![t]!, d[s]![t]!)) {
            result[slot]! += (ways[s]![a]! * ways[b]![t]!) / ways[s]![t]!;
          }
        }
    }
  return result;
}

const smallGraph = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 })),
    {
      maxLength: 18,
    },
  )
  .map((rows) => {
    // Each pair once, so that the weights stay the small whole numbers that make equal lengths likely.
    const once = new Map(
      rows.map(([a, b, w]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b, w] as const]),
    );
    const list = [...once.values()];
    return buildGraph(10, {
      a: list.map((row) => row[0]),
      b: list.map((row) => row[1]),
      weight: list.map((row) => row[2]),
    });
  });

describe('betweenness', () => {
  test('is what its definition says, on any small graph, trees and pieces included', () => {
    fc.assert(
      fc.property(smallGraph, (graph) => {
        const expected = byDefinition(graph, () => 1);
        pairsOf(graph).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 8));
      }),
      { numRuns: 300 },
    );
  });

  test('weighted, lengths are 1 / strength and equal lengths count as equal', () => {
    fc.assert(
      fc.property(smallGraph, (graph) => {
        const expected = byDefinition(graph, (slot) => 1 / graph.weights[slot]!);
        pairsOf(graph, { weighted: true }).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 8));
      }),
      { numRuns: 300 },
    );
    // Two ways from 0 to 3: 1/3 + 1/3, and 1/1.5; a float comparison sees two lengths.
    const two = buildGraph(4, { a: [0, 1, 0, 2], b: [1, 3, 2, 3], weight: [3, 3, 3, 3] });
    expect([...pairsOf(two, { weighted: true })]).toEqual([0.5, 0.5, 0.5, 0.5]);
    const uneven = buildGraph(3, { a: [0, 1, 0], b: [1, 2, 2], weight: [3, 3, 1.5] });
    expect(pairsOf(uneven, { weighted: true })[1]).toBe(0.5);
  });

  test('normalised is the share of all pairs of others, and 0 where there are none', () => {
    const star = buildGraph(6, { a: [0, 0, 0, 0, 0], b: [1, 2, 3, 4, 5] });
    expect([...normalised(pairsOf(star))]).toEqual([1, 0, 0, 0, 0, 0]);
    expect([...normalised(pairsOf(buildGraph(2, { a: [0], b: [1] })))]).toEqual([0, 0]);
  });

  test('comes in pieces', () => {
    const people = 300;
    const random = seededRandom(7);
    const a = Array.from({ length: people * 10 }, () => random.below(people));
    const b = a.map(() => random.below(people));
    const work = betweenness(buildGraph(people, { a, b }));
    let pieces = 0;
    while (work.next().done !== true) pieces++;
    expect(pieces).toBeGreaterThan(1);
  });

  test('of ties is what its definition says, the two ends included', () => {
    fc.assert(
      fc.property(smallGraph, fc.boolean(), (graph, weighted) => {
        const { ties, pairs } = finish(betweenness(graph, { ties: true, weighted }));
        const plain = finish(betweenness(graph, { weighted })).pairs;
        pairs.forEach((value, person) => expect(value).toBeCloseTo(plain[person]!, 8));
        const expected = tiesByDefinition(graph, (slot) => (weighted ? 1 / graph.weights[slot]! : 1));
        expect(ties).toHaveLength(expected.length);
        ties!.forEach((value, slot) => expect(value).toBeCloseTo(expected[slot]!, 8));
      }),
      { numRuns: 200 },
    );
  });

  test('a chain of ten thousand people is no deeper than the machine', () => {
    const size = 10_000;
    const a = Array.from({ length: size - 1 }, (_, i) => i);
    const pairs = pairsOf(buildGraph(size, { a, b: a.map((i) => i + 1) }));
    expect(pairs[0]).toBe(0);
    expect(pairs[4_999]).toBe(4_999 * 5_000);
  });

  test('many who know the same two, and a club of which one knows others, with people behind some', () => {
    const ties: [number, number][] = [];
    for (let i = 2; i < 8; i++) ties.push([0, i], [1, i]);
    for (let i = 8; i < 13; i++) {
      ties.push([0, i], [1, i]);
      for (let j = i + 1; j < 13; j++) ties.push([i, j]);
    }
    ties.push([3, 13], [13, 14], [9, 15], [10, 16], [1, 17]);
    const graph = buildGraph(18, { a: ties.map(([a]) => a), b: ties.map(([, b]) => b) });
    const expected = byDefinition(graph, () => 1);
    pairsOf(graph).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 9));
  });

  test('with strengths that are all alike, weighted is unweighted', () => {
    const random = seededRandom(3);
    const a = Array.from({ length: 400 }, () => random.below(120));
    const { weights, ...graph } = buildGraph(120, { a, b: a.map(() => random.below(120)) });
    const alike = { ...graph, weights: weights.map(() => 0.3) };
    expect(pairsOf(alike, { weighted: true })).toEqual(pairsOf(alike));
  });
});
