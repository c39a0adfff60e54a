import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { finish } from './chunked';
import { buildGraph, type Graph } from './graph';
import { type Mixing, mixing, type MixingOptions } from './mixing';
import type { NamedGraph } from './networks.testing';
import { hasNetworks, oracle, readColumn, readNetwork, readWorkplace } from './networks.testing';
import { seededRandom, shuffledIndices } from './random';

function counted(graph: Graph, held: number[][], options?: MixingOptions): Mixing {
  const found = finish(mixing(graph, held, options));
  if (found.kind === 'tooFew') throw new Error(`too few ${found.of}`);
  return found;
}

function randomGraph(people: number, ties: number, seed: number): Graph {
  const random = seededRandom(seed);
  const a = Array.from({ length: ties }, () => random.below(people));
  return buildGraph(people, { a, b: a.map(() => random.below(people)) });
}

/** Two cliques of six, joined by one tie. */
const cliques = (() => {
  const pairs = [0, 6].flatMap((first) =>
    Array.from({ length: 36 }, (_, i) => [first + Math.floor(i / 6), first + (i % 6)] as const),
  );
  const ties = [...pairs.filter(([a, b]) => a < b), [5, 6] as const];
  return buildGraph(12, { a: ties.map(([a]) => a), b: ties.map(([, b]) => b) });
})();

describe('mixing', () => {
  test('two closed circles keep to themselves, as no chance would have it', () => {
    const found = counted(
      cliques,
      Array.from({ length: 12 }, (_, i) => [i < 6 ? 0 : 1]),
    );
    expect(found).toMatchObject({ people: 12, ties: 31, internal: 30 });
    expect(found.ei).toBeCloseTo((1 - 30) / 31, 12);
    // 30 of 66 pairs are of one kind.
    expect(found.expected).toBeCloseTo((66 - 2 * 30) / 66, 12);
    expect(found.p).toBeLessThan(0.02);
    expect(found.assortativity).toBeCloseTo(30 / 31 / 0.5 - 1, 9);
  });

  test('all alike: no ties to others, none expected, nothing to correlate', () => {
    const found = counted(
      cliques,
      Array.from({ length: 12 }, () => [3]),
      { permutations: 50 },
    );
    expect(found).toMatchObject({ ei: -1, expected: -1, p: 1, assortativity: null });
  });

  test('says so where people whose value is known, or ties among them, are too few', () => {
    const unknown = Array.from({ length: 12 }, (_, i): number[] => (i < 5 ? [] : [i % 2]));
    expect(finish(mixing(cliques, unknown))).toEqual({ kind: 'tooFew', of: 'people', have: 7, need: 8 });
    const path = buildGraph(12, { a: [0, 1, 2], b: [1, 2, 3] });
    const known = Array.from({ length: 12 }, (_, i) => [i % 2]);
    expect(finish(mixing(path, known))).toEqual({ kind: 'tooFew', of: 'ties', have: 3, need: 8 });
    expect(finish(mixing(buildGraph(0, { a: [], b: [] }), []))).toMatchObject({ kind: 'tooFew', have: 0 });
  });

  test('with several values a tie is inside by the chance that one of each is the same', () => {
    const held = Array.from({ length: 12 }, (_, i) =>
      i === 0 || i === 2 ? [0, 1] : i === 1 ? [0, 1, 2] : [i % 3],
    );
    const found = counted(cliques, held, { permutations: 20 });
    const likeness = (a: number[], b: number[]) =>
      a.filter((value) => b.includes(value)).length / (a.length * b.length);
    let internal = 0;
    let everywhere = 0;
    for (let i = 0; i < 12; i++) {
      for (let j = i + 1; j < 12; j++) {
        everywhere += likeness(held[i]!, held[j]!);
        if ((i < 6 && j < 6) || (i >= 6 && j >= 6) || (i === 5 && j === 6))
          internal += likeness(held[i]!, held[j]!);
      }
    }
    expect(found.internal).toBeCloseTo(internal, 9);
    expect(found.expected).toBeCloseTo(1 - (2 * everywhere) / 66, 9);
  });

  test('where values lie at random, p is spread evenly: small ones are as rare as they say', () => {
    const graph = randomGraph(60, 150, 5);
    const trials = 300;
    const values = Array.from({ length: 60 }, (_, i) => [i % 4]);
    const found = Array.from({ length: trials }, (_, trial) => {
      const order = shuffledIndices(60, seededRandom(1_000 + trial));
      return counted(
        graph,
        [...order].map((i) => values[i]!),
        { permutations: 199, seed: trial },
      ).p;
    });
    for (const level of [0.05, 0.2, 0.5, 0.8]) {
      const below = found.filter((p) => p <= level).length / trials;
      // Four standard errors, and a little for the steps of a count.
      expect(Math.abs(below - level), String(level)).toBeLessThan(
        4 * Math.sqrt((level * (1 - level)) / trials) + 0.03,
      );
    }
  });

  test('is bounded, and the numbers of people do not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(3), { maxLength: 2 }), { minLength: 14, maxLength: 14 }),
        fc.nat(10_000),
        (held, seed) => {
          const graph = randomGraph(14, 50, seed);
          const options = { permutations: 30 };
          const found = finish(mixing(graph, held, options));
          if (found.kind === 'tooFew') return;
          expect(found.ei).toBeGreaterThanOrEqual(-1);
          expect(found.ei).toBeLessThanOrEqual(1);
          expect(found.p).toBeGreaterThan(0);
          expect(found.p).toBeLessThanOrEqual(1);
          if (found.assortativity !== null) {
            expect(found.assortativity).toBeLessThanOrEqual(1 + 1e-9);
            expect(found.assortativity).toBeGreaterThanOrEqual(-1 - 1e-9);
          }
          const to = shuffledIndices(14, seededRandom(seed + 1));
          const a: number[] = [];
          const b: number[] = [];
          for (let i = 0; i < 14; i++) {
            for (let s = graph.offsets[i]!; s < graph.offsets[i + 1]!; s++) {
              a.push(to[i]!);
              b.push(to[graph.neighbours[s]!]!);
            }
          }
          const moved: number[][] = [];
          held.forEach((own, i) => (moved[to[i]!] = own));
          const other = finish(mixing(buildGraph(14, { a, b }), moved, options));
          if (other.kind === 'tooFew') throw new Error('too few');
          expect(other.ei).toBeCloseTo(found.ei, 9);
          expect(other.expected).toBeCloseTo(found.expected, 9);
          expect(other.assortativity ?? 9).toBeCloseTo(found.assortativity ?? 9, 9);
        },
      ),
    );
  });

  test('comes in pieces', () => {
    const graph = randomGraph(2_000, 20_000, 3);
    const work = mixing(
      graph,
      Array.from({ length: 2_000 }, (_, i) => [i % 7]),
      { permutations: 500 },
    );
    let pieces = 0;
    while (work.next().done !== true) pieces++;
    expect(pieces).toBeGreaterThan(5);
  });
});

const Reference = z.object({
  attributes: z.record(
    z.string(),
    z.object({
      assortativity: z.number(),
      ei_undirected: z.object({
        global: z.number(),
        external: z.number(),
        internal: z.number(),
        expected_random_mixing: z.number(),
      }),
    }),
  ),
});
const hightech = (file: string) =>
  readNetwork(`krackhardt_hightech/${file}.csv`, { nodes: 'krackhardt_hightech/nodes.csv' });

describe.skipIf(!hasNetworks())('mixing on the reference networks', () => {
  test.each<[string, string, string, () => NamedGraph]>([
    ['krackhardt_hightech_advice', 'dept', 'krackhardt_hightech', () => hightech('edges_advice')],
    ['krackhardt_hightech_advice', 'level', 'krackhardt_hightech', () => hightech('edges_advice')],
    ['krackhardt_hightech_friends', 'dept', 'krackhardt_hightech', () => hightech('edges_friends')],
    ['krackhardt_hightech_friends', 'level', 'krackhardt_hightech', () => hightech('edges_friends')],
    ['sp_workplace2013', 'department', 'sp_workplace2013', readWorkplace],
    ['karate', 'club', 'karate', () => readNetwork('karate/edges.csv', { weighted: true })],
  ])('%s by %s', (name, column, folder, read) => {
    const reference = oracle(name, Reference).attributes[column]!;
    const { graph, ids } = read();
    const values = readColumn(`${folder}/nodes.csv`, column);
    const numbers = [...new Set(values.values())];
    const found = counted(
      graph,
      ids.map((id) => [numbers.indexOf(values.get(id)!)]),
    );
    expect(found.ties - found.internal).toBe(reference.ei_undirected.external);
    expect(found.internal).toBe(reference.ei_undirected.internal);
    expect(found.ei).toBeCloseTo(reference.ei_undirected.global, 9);
    expect(found.expected).toBeCloseTo(reference.ei_undirected.expected_random_mixing, 9);
    expect(found.assortativity).toBeCloseTo(reference.assortativity, 9);
    // 0.5172 beside 0.5524 is what chance gives, although half of all ties lead elsewhere; the others are not.
    if (name === 'krackhardt_hightech_advice') expect(found.p).toBeGreaterThan(0.3);
    if (name === 'sp_workplace2013' || name === 'karate') expect(found.p).toBeLessThan(0.001);
  });
});
