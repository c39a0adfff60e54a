import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { betweenness, type Betweenness, type BetweennessOptions, normalised } from './betweenness';
import { finish } from './chunked';
import { buildGraph, type Graph } from './graph';
import { seededRandom } from './random';
import { hasNetworks, namedGraph, oracle, readNetwork, readWorkplace } from './networks.testing';

const pairsOf = (graph: Graph, options?: BetweennessOptions) => finish(betweenness(graph, options)).pairs;

/** By the definition: all shortest ways of all pairs, by dynamic programming over lengths; for small graphs. */
function byDefinition(graph: Graph, lengthOf: (slot: number) => number): number[] {
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
  const same = (x: number, y: number) => Math.abs(x - y) <= 1e-9 * Math.max(x, y);
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

  test('comes in pieces and shows an estimate on the way', () => {
    const people = 300;
    const random = seededRandom(7);
    const a = Array.from({ length: people * 10 }, () => random.below(people));
    const b = a.map(() => random.below(people));
    const graph = buildGraph(people, { a, b });
    const shown: Betweenness[] = [];
    const work = betweenness(graph, { preview: { after: 100, show: (estimate) => shown.push(estimate) } });
    let pieces = 0;
    while (work.next().done !== true) pieces++;
    expect(pieces).toBeGreaterThan(1);
    expect(shown).toHaveLength(1);
    expect(shown[0]!.sources).toBe(100);
    const exact = pairsOf(graph);
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
    expect(total(shown[0]!.pairs) / total(exact)).toBeGreaterThan(0.9);
    expect(total(shown[0]!.pairs) / total(exact)).toBeLessThan(1.1);
  });
});

const Values = z.record(z.string(), z.number());
const Unweighted = z.object({ betweenness_unweighted_raw: z.object({ all: Values }) });
const Weighted = z.object({ 'betweenness_weighted_raw (length=1/weight)': z.object({ igraph_all: Values }) });
const Micro = z.object({
  n: z.number(),
  edges: z.array(z.tuple([z.number(), z.number()]).rest(z.number())),
  betweenness: Values,
});
const Top = z.object({
  betweenness_unweighted_raw: z.object({
    top50: z.array(z.tuple([z.string(), z.number()])),
    sum: z.number(),
  }),
});

describe.skipIf(!hasNetworks())('betweenness on the reference networks', () => {
  test.each([
    ['karate', () => readNetwork('karate/edges.csv', { weighted: true })],
    ['lesmis', () => readNetwork('lesmis/edges.csv', { weighted: true })],
    ['krackhardt_kite', () => readNetwork('krackhardt_kite/edges.csv')],
    ['florentine', () => readNetwork('florentine/edges_marriage.csv', { nodes: 'florentine/nodes.csv' })],
    ['sp_workplace2013', readWorkplace],
    [
      'ego_facebook_ego0_without_ego',
      () => readNetwork('ego_facebook/0.edges', { separator: ' ', header: false }),
    ],
  ])('%s, everyone', (name, read) => {
    const { graph, ids, indexOf } = read();
    const all = oracle(name, Unweighted).betweenness_unweighted_raw.all;
    const found = pairsOf(graph);
    for (const [id, value] of Object.entries(all)) {
      // Isolated people are in no edge file.
      expect(ids.includes(id) ? found[indexOf(id)] : 0).toBeCloseTo(value, 6);
    }
  });

  test.each([
    ['karate', () => readNetwork('karate/edges.csv', { weighted: true })],
    ['lesmis', () => readNetwork('lesmis/edges.csv', { weighted: true })],
    ['sp_workplace2013', readWorkplace],
  ])('%s, weighted', (name, read) => {
    const { graph, indexOf } = read();
    const reference = oracle(name, Weighted)['betweenness_weighted_raw (length=1/weight)'];
    const found = pairsOf(graph, { weighted: true });
    // The reference with an epsilon is igraph's; its own is absolute, which differs for some short lengths.
    for (const [id, value] of Object.entries(reference.igraph_all)) {
      expect(found[indexOf(id)]).toBeCloseTo(value, 6);
    }
  });

  test('the micro graphs', () => {
    const all = Object.entries(oracle('micro', z.record(z.string(), z.unknown())));
    const micros = all.filter(([name]) => !name.startsWith('_'));
    expect(micros.length).toBeGreaterThan(10);
    for (const [name, value] of micros) {
      const micro = Micro.parse(value);
      const people = Array.from({ length: micro.n }, (_, i) => String(i));
      const { graph } = namedGraph(
        micro.edges.map(([a, b]) => [String(a), String(b)]),
        people,
      );
      const found = pairsOf(graph);
      for (const [id, pairs] of Object.entries(micro.betweenness)) {
        expect(found[Number(id)], `${name} ${id}`).toBeCloseTo(pairs, 9);
      }
    }
  });

  test('arenas e-mail, 1,133 people', () => {
    const { graph, indexOf } = readNetwork('arenas_email/edges.csv');
    const reference = oracle('arenas_email', Top).betweenness_unweighted_raw;
    const found = pairsOf(graph);
    for (const [id, value] of reference.top50) expect(found[indexOf(id)]).toBeCloseTo(value, 5);
    expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(reference.sum, 4);
  });
});
