import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenness } from './betweenness';
import { sampledBetweenness } from './betweenness-sample';
import { finish } from './chunked';
import { buildGraph } from './graph';
import { hasNetworks, readNetwork } from './networks.testing';

const exactOf = (graph: Parameters<typeof betweenness>[0]) => finish(betweenness(graph)).pairs;
const seeds = 200;

describe('betweenness from sampled ways', () => {
  test.skipIf(!hasNetworks())(
    'is within its bound for everybody, nine seeds out of ten, and the bound is no idle one',
    () => {
      const { graph } = readNetwork('arenas_email/edges.csv');
      const exact = exactOf(graph);
      let within = 0;
      let tight = 0;
      for (let seed = 1; seed <= seeds; seed++) {
        const found = finish(sampledBetweenness(graph, { delta: 0.1, seed }));
        const off = found.pairs.reduce(
          (most, pairs, person) => Math.max(most, Math.abs(pairs - exact[person]!)),
          0,
        );
        if (off <= found.bound) within++;
        if (found.bound <= 10 * off) tight++;
        expect(found.samples).toBeLessThan(8_000);
      }
      expect(within).toBeGreaterThanOrEqual(0.9 * seeds);
      expect(tight).toBe(seeds);
    },
  );

  test('knows without a sample what hangs on one person alone', () => {
    const path = buildGraph(9, { a: [0, 1, 2, 3, 4, 5, 6, 7], b: [1, 2, 3, 4, 5, 6, 7, 8] });
    const { pairs } = finish(sampledBetweenness(path));
    expect([...pairs]).toEqual([...exactOf(path)]);
  });

  test('draws each of the shortest ways as likely', () => {
    // From 0 over 1, 2 or 3 to 4, and on along a tail; who goes all the way chooses while walking back.
    const graph = buildGraph(9, { a: [0, 0, 0, 1, 2, 3, 4, 5, 6, 7], b: [1, 2, 3, 4, 4, 4, 5, 6, 7, 8] });
    const exact = exactOf(graph);
    const { pairs, bound } = finish(sampledBetweenness(graph, { bound: 0.01, delta: 1e-6 }));
    const off = pairs.map((value, person) => Math.abs(value - exact[person]!));
    expect(Math.max(...off)).toBeLessThanOrEqual(bound);
  });

  test('counts nobody who is on no way, and everybody who is on all', () => {
    const star = buildGraph(30, {
      a: new Int32Array(28),
      b: Int32Array.from({ length: 28 }, (_, i) => i + 1),
    });
    const { pairs, bound } = finish(sampledBetweenness(star, { bound: 0.05 }));
    expect(Math.abs(pairs[0]! - (28 * 27) / 2)).toBeLessThan(bound);
    expect(pairs.subarray(1).every((value) => value === 0)).toBe(true);
  });

  test('is the same for the same seed, and nothing below three people', () => {
    const graph = buildGraph(12, { a: [0, 1, 2, 3, 4, 5, 0, 6, 7], b: [1, 2, 3, 4, 5, 0, 6, 7, 8] });
    expect(finish(sampledBetweenness(graph, { seed: 3 }))).toEqual(
      finish(sampledBetweenness(graph, { seed: 3 })),
    );
    expect(finish(sampledBetweenness(buildGraph(2, { a: [0], b: [1] })))).toMatchObject({
      bound: 0,
      samples: 0,
    });
  });

  test('comes near the exact value on any network', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }), (ties) => {
        const graph = buildGraph(12, { a: ties.map(([a]) => a), b: ties.map(([, b]) => b) });
        const exact = exactOf(graph);
        const { pairs, bound } = finish(sampledBetweenness(graph, { bound: 0.03, delta: 1e-6 }));
        pairs.forEach((value, person) => expect(Math.abs(value - exact[person]!)).toBeLessThanOrEqual(bound));
      }),
      { numRuns: 20 },
    );
  });
});
