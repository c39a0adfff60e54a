import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenness } from './betweenness';
import { nearBetweenness, nearBetweennessOf, previewOf } from './betweenness-near';
import { finish } from './chunked';
import { buildGraph, type Graph, rowsOf } from './graph';
import { LiveGraph } from './live-graph';
import { hasNetworks } from './networks.testing';
import { seededRandom } from './random';
import { largeNetworks, smallNetworks } from './references.testing';

/** By the definition: all simple ways of up to three ties, the shortest of each pair. */
function plainly(graph: Graph): number[] {
  const knows = (a: number) => [...graph.neighbours.subarray(graph.offsets[a], graph.offsets[a + 1])];
  const pairs = new Array<number>(graph.size).fill(0);
  for (let s = 0; s < graph.size; s++)
    for (let t = s + 1; t < graph.size; t++) {
      if (knows(s).includes(t)) continue;
      let ways = knows(s)
        .filter((v) => knows(v).includes(t))
        .map((v) => [v]);
      if (ways.length === 0) {
        ways = knows(s).flatMap((v) =>
          knows(v)
            .filter((w) => knows(w).includes(t))
            .map((w) => [v, w]),
        );
      }
      for (const way of ways) for (const v of way) pairs[v]! += 1 / ways.length;
    }
  return pairs;
}

/** C. Spearman 1904, equal values sharing their rank. */
function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const ranks = (values: Float64Array) => {
    const sorted = [...values].sort((x, y) => x - y);
    return [...values].map((value) => sorted.indexOf(value) + sorted.lastIndexOf(value));
  };
  const [x, y] = [ranks(a), ranks(b)];
  const mean = x.reduce((sum, rank) => sum + rank, 0) / x.length;
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((rank, i) => {
    xy += (rank - mean) * (y[i]! - mean);
    xx += (rank - mean) ** 2;
    yy += (y[i]! - mean) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}

const graphs = fc
  .array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 24 })
  .map((ties) => buildGraph(12, { a: ties.map(([a]) => a), b: ties.map(([, b]) => b) }));

describe('betweenness from short ways', () => {
  test('is what its definition says, of everyone and of each one, in rows with room as well', () => {
    fc.assert(
      fc.property(graphs, fc.nat(11), fc.nat(11), (graph, a, b) => {
        const live = new LiveGraph(graph);
        if (a !== b) live.setWeight(a, b, 1);
        const expected = plainly(live.compact());
        const found = finish(nearBetweenness(live));
        expected.forEach((value, person) => {
          expect(found[person]).toBeCloseTo(value, 9);
          expect(finish(nearBetweennessOf(live, person))).toBeCloseTo(value, 9);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('is betweenness where nobody is more than three ties away', () => {
    const star = buildGraph(6, { a: [0, 0, 0, 0, 0], b: [1, 2, 3, 4, 5] });
    const square = buildGraph(6, { a: [0, 0, 0, 1, 2], b: [1, 2, 3, 4, 4] });
    for (const one of [star, square]) {
      expect([...finish(nearBetweenness(rowsOf(one)))]).toEqual([...finish(betweenness(one)).pairs]);
    }
  });

  test.skipIf(!hasNetworks()).each([...smallNetworks, largeNetworks[0]!])(
    '%s: orders people as betweenness does',
    (name, read) => {
      const { graph } = read();
      const near = finish(nearBetweenness(rowsOf(graph)));
      expect(rankCorrelation(near, finish(betweenness(graph)).pairs)).toBeGreaterThanOrEqual(
        // Without the one whom all know, many are further apart than three ties.
        name === 'ego_facebook_ego0_without_ego' ? 0.92 : 0.955,
      );
    },
  );

  test('gives a preview that is what it was where nothing near has changed, and all there is of somebody new', () => {
    expect(previewOf(40, { before: 7, now: 7 })).toBe(40);
    expect(previewOf(0, { before: 0, now: 12 })).toBe(12);
    expect(previewOf(3, { before: 9, now: 0 })).toBe(0);
  });

  test.skipIf(!hasNetworks()).each([...smallNetworks.slice(0, 2), largeNetworks[0]!])(
    '%s: after one tie more or less the preview is nearer to the exact value than what was before',
    (name, read) => {
      const { graph } = read();
      const before = finish(betweenness(graph)).pairs;
      const random = seededRandom(5);
      const off = { preview: 0, before: 0 };
      for (let edit = 0; edit < (graph.size > 1_000 ? 12 : 60); edit++) {
        const live = new LiveGraph(graph);
        const a = random.below(graph.size);
        const contacts = graph.neighbours.subarray(graph.offsets[a], graph.offsets[a + 1]);
        const b = edit % 2 === 0 ? contacts[random.below(contacts.length)] : random.below(graph.size);
        if (b === undefined || a === b) continue;
        live.setWeight(a, b, live.weight(a, b) > 0 ? 0 : 1);
        const now = finish(betweenness(live.compact())).pairs;
        for (const person of [a, b]) {
          const near = {
            before: finish(nearBetweennessOf(rowsOf(graph), person)),
            now: finish(nearBetweennessOf(live, person)),
          };
          off.preview += Math.abs(previewOf(before[person]!, near) - now[person]!);
          off.before += Math.abs(before[person]! - now[person]!);
        }
      }
      expect(off.preview, name).toBeLessThan(0.6 * off.before);
    },
  );
});
