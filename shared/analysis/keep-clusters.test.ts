import { describe, expect, test } from 'vitest';
import { finish } from './chunked';
import { buildGraph } from './graph';
import { keepClusters, reviewClusters } from './keep-clusters';
import { adjustedRand, modularity } from './modularity';
import { hasNetworks, readNetwork } from './networks.testing';
import { seededRandom } from './random';

/** Two cliques of six, a pair, and somebody alone. */
const cliques = [0, 6].flatMap((first) =>
  [0, 1, 2, 3, 4, 5].flatMap((i) =>
    [0, 1, 2, 3, 4, 5].filter((j) => j > i).map((j) => [first + i, first + j]),
  ),
);
const ties = [...cliques, [5, 6], [12, 13]];
const graph = buildGraph(15, { a: ties.map(([a]) => a!), b: ties.map(([, b]) => b!) });
const none = new Int32Array(15).fill(-1);

describe('clusters that are kept', () => {
  test('the first time they are found; fewer than three people are none', () => {
    const { groups, count, regrouped } = finish(keepClusters(graph, none, []));
    expect(count).toBe(2);
    expect(regrouped).toBe(true);
    expect([...groups]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1, -1, -1]);
  });

  test('nothing new, nothing moves', () => {
    const before = Int32Array.of(4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, -1, -1, -1);
    const { groups, regrouped } = finish(keepClusters(graph, before, []));
    expect(adjustedRand(groups, before)).toBe(1);
    expect(regrouped).toBe(false);
  });

  test('groups that fit badly are replaced', () => {
    const coarse = Int32Array.from(none, (_, i) => (i < 12 ? 0 : -1));
    const { groups, regrouped } = finish(keepClusters(graph, coarse, []));
    expect(regrouped).toBe(true);
    expect(groups[0]).toBe(groups[5]);
    expect(groups[0]).not.toBe(groups[6]);
  });

  test('a group that is in pieces is taken apart, and nobody else moves', () => {
    const mixed = Int32Array.from(none, (_, i) => (i < 6 || i > 11 ? 0 : 1));
    const { groups, regrouped } = finish(keepClusters(graph, mixed, []));
    expect([...groups]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1, -1, -1]);
    expect(regrouped).toBe(false);
  });

  test('are replaced by groups found afresh only if those are clearly better, and agree with themselves', () => {
    const good = finish(keepClusters(graph, none, []));
    const { better, agreement } = finish(reviewClusters(graph, good));
    expect(better).toBeUndefined();
    expect([...agreement]).toEqual([1, 1]);
    // One large group where there are two.
    const coarse = Int32Array.from(none, (_, i) => (i < 12 ? 0 : -1));
    const reviewed = finish(reviewClusters(graph, { groups: coarse, count: 1, modularity: 0.02 }));
    expect(reviewed.better?.count).toBe(2);
    expect(reviewed.better?.regrouped).toBe(true);
    expect(reviewed.agreement).toHaveLength(2);
  });

  test.skipIf(!hasNetworks())('on a real network, twenty edits relabel hardly anyone', () => {
    const { graph: whole } = readNetwork('arenas_email/edges.csv');
    const a: number[] = [];
    const b: number[] = [];
    for (let i = 0; i < whole.size; i++) {
      for (let slot = whole.offsets[i]!; slot < whole.offsets[i + 1]!; slot++) {
        if (whole.neighbours[slot]! > i) {
          a.push(i);
          b.push(whole.neighbours[slot]!);
        }
      }
    }
    const random = seededRandom(1);
    let kept = finish(keepClusters(whole, new Int32Array(whole.size).fill(-1), []));
    const first = kept.groups;
    let last = whole;
    for (let edit = 0; edit < 20; edit++) {
      const [from, to] = [random.below(whole.size), random.below(whole.size)];
      a.push(from);
      b.push(to);
      last = buildGraph(whole.size, { a, b });
      kept = finish(keepClusters(last, kept.groups, [from, to]));
    }
    expect(adjustedRand(first, kept.groups)).toBeGreaterThan(0.95);
    expect(
      modularity(
        last,
        kept.groups.map((group, i) => (group < 0 ? 10_000 + i : group)),
      ),
    ).toBeGreaterThan(0.57);
  });
});
