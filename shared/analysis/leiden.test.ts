import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finish } from './chunked';
import { connectedComponents } from './components';
import { buildGraph, type Graph } from './graph';
import { bestOf, leiden, leidenOfSeeds } from './leiden';
import { moveLocally } from './local-move';
import { adjustedRand, modularity } from './modularity';
import { hasNetworks, oracle, readNetwork, readWorkplace } from './networks.testing';
import { seededRandom } from './random';

const anyGraph = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 1, max: 3 }),
    ),
    { maxLength: 50 },
  )
  .map((rows) =>
    buildGraph(15, { a: rows.map((r) => r[0]), b: rows.map((r) => r[1]), weight: rows.map((r) => r[2]) }),
  );

/** A ring of cliques: `count` groups of `size`, each tied to the next by one tie. */
function ringOfCliques(count: number, size: number): Graph {
  const a: number[] = [];
  const b: number[] = [];
  for (let clique = 0; clique < count; clique++) {
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) {
        a.push(clique * size + i);
        b.push(clique * size + j);
      }
    }
    a.push(clique * size);
    b.push(((clique + 1) % count) * size + 1);
  }
  return buildGraph(count * size, { a, b });
}

describe('Leiden', () => {
  test('no group is unconnected, the modularity said is the true one, and nobody alone has company', () => {
    fc.assert(
      fc.property(anyGraph, fc.integer({ min: 1, max: 9 }), (graph, seed) => {
        const { groups, count, modularity: said } = finish(leiden(graph, { seed }));
        expect(connectedComponents(graph, groups).count).toBe(count);
        expect(said).toBeCloseTo(modularity(graph, groups), 12);
        for (let person = 0; person < graph.size; person++) {
          if (graph.offsets[person] === graph.offsets[person + 1]) {
            expect([...groups].filter((group) => group === groups[person])).toHaveLength(1);
          }
        }
      }),
    );
  });

  test('no move of one person gains, to a neighbour’s group or out of all', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { groups, modularity: said } = finish(leiden(graph));
        for (let person = 0; person < graph.size; person++) {
          for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
            const moved = groups.slice();
            moved[person] = groups[graph.neighbours[slot]!]!;
            expect(modularity(graph, moved)).toBeLessThan(said + 1e-9);
          }
          const alone = groups.slice();
          alone[person] = graph.size;
          expect(modularity(graph, alone)).toBeLessThan(said + 1e-9);
        }
      }),
    );
  });

  test('nor does one in a large network that is taken no further than is worth it', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const random = seededRandom(seed);
      const ends = (): number[] => Array.from({ length: 900 }, () => random.below(300));
      const graph = buildGraph(300, { a: ends(), b: ends() });
      const { groups, count, modularity: said } = finish(leiden(graph, { seed }));
      expect(connectedComponents(graph, groups).count).toBe(count);
      for (let person = 0; person < graph.size; person++) {
        const row = graph.neighbours.subarray(graph.offsets[person], graph.offsets[person + 1]);
        for (const group of new Set([...row].map((other) => groups[other]!))) {
          const moved = groups.slice();
          moved[person] = group;
          expect(modularity(graph, moved)).toBeLessThan(said + 1e-9);
        }
      }
    }
  });

  test('from given groups never ends below them', () => {
    fc.assert(
      fc.property(
        anyGraph,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 15, maxLength: 15 }),
        (graph, from) => {
          expect(finish(leiden(graph, { from })).modularity).toBeGreaterThan(modularity(graph, from) - 1e-9);
        },
      ),
    );
  });

  test('the same seed gives the same groups', () => {
    const graph = ringOfCliques(12, 5);
    expect(finish(leiden(graph, { seed: 4 }))).toEqual(finish(leiden(graph, { seed: 4 })));
  });

  test('gamma sets how fine the groups are', () => {
    const graph = ringOfCliques(30, 5);
    expect(finish(leiden(graph, { gamma: 2 })).count).toBe(30);
    expect(finish(leiden(graph, { gamma: 0.2 })).count).toBeLessThan(15);
  });

  test('people of a group that fell in pieces find their place', () => {
    const graph = ringOfCliques(2, 6);
    const alternating = Int32Array.from({ length: 12 }, (_, person) => person % 2);
    const inside = arcsOf(graph).filter(([a, b]) => Math.floor(a / 6) === Math.floor(b / 6));
    const apart = buildGraph(12, { a: inside.map(([a]) => a), b: inside.map(([, b]) => b) });
    const { groups } = finish(moveLocally(apart, alternating, []));
    // The first piece of each group stays; that of the second clique is whole again.
    expect(new Set(groups.subarray(6)).size).toBe(1);
    expect(groups[6]).not.toBe(groups[0]);
  });

  test('after an edit only those concerned move', () => {
    const before = ringOfCliques(6, 6);
    const groups = finish(leiden(before)).groups;
    // Person 6 (of the second clique) now knows everybody in the first, and few of the own.
    const ties = { a: [6, 6, 6, 6, 6, 6, 7, 7, 7, 7], b: [0, 1, 2, 3, 4, 5, 8, 9, 10, 11] };
    const after = buildGraph(36, {
      a: [
        ...ties.a,
        ...arcsOf(before)
          .filter(([a, b]) => a !== 6 && b !== 6)
          .map(([a]) => a),
      ],
      b: [
        ...ties.b,
        ...arcsOf(before)
          .filter(([a, b]) => a !== 6 && b !== 6)
          .map(([, b]) => b),
      ],
    });
    const moved = finish(moveLocally(after, groups, [6]));
    expect(moved.groups[6]).toBe(moved.groups[0]);
    const others = (of: Int32Array) => of.filter((_, person) => person !== 6);
    expect(adjustedRand(others(moved.groups), others(groups))).toBe(1);
    expect(finish(moveLocally(before, groups, [])).groups).toEqual(groups);
  });
});

describe('Leiden on graphs with little in them', () => {
  test('nobody, people without ties, and one tie', () => {
    const nobody = finish(leiden(buildGraph(0, { a: [], b: [] })));
    expect(nobody).toEqual({ groups: new Int32Array(0), count: 0, modularity: 0 });
    const strangers = finish(leiden(buildGraph(3, { a: [], b: [] })));
    expect(strangers).toEqual({ groups: Int32Array.of(0, 1, 2), count: 3, modularity: 0 });
    expect(finish(leiden(buildGraph(3, { a: [0], b: [2] })))).toEqual({
      groups: Int32Array.of(0, 1, 0),
      count: 2,
      modularity: 0,
    });
  });

  test('people without ties change nothing, and are alone', () => {
    fc.assert(
      fc.property(anyGraph, fc.integer({ min: 1, max: 4 }), (graph, strangers) => {
        const more = {
          ...graph,
          size: graph.size + strangers,
          offsets: Int32Array.from(
            { length: graph.size + strangers + 1 },
            (_, i) => graph.offsets[Math.min(i, graph.size)]!,
          ),
        };
        const { groups, count, modularity: said } = finish(leiden(more));
        expect(new Set(groups.subarray(graph.size)).size).toBe(strangers);
        expect(connectedComponents(more, groups).count).toBe(count);
        expect(said).toBeCloseTo(modularity(graph, groups), 12);
        expect(said).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('networks that do not touch have no group in common', () => {
    fc.assert(
      fc.property(anyGraph, anyGraph, (one, other) => {
        const arcs = [...arcsOf(one), ...arcsOf(other).map(([a, b]) => [a + one.size, b + one.size])];
        const both = buildGraph(one.size + other.size, {
          a: arcs.map(([a]) => a!),
          b: arcs.map(([, b]) => b!),
        });
        const { groups } = finish(leiden(both));
        const left = new Set(groups.subarray(0, one.size));
        for (const group of groups.subarray(one.size)) expect(left.has(group)).toBe(false);
      }),
    );
  });
});

function arcsOf(graph: Graph): [number, number][] {
  const arcs: [number, number][] = [];
  for (let a = 0; a < graph.size; a++) {
    for (let slot = graph.offsets[a]!; slot < graph.offsets[a + 1]!; slot++) {
      if (graph.neighbours[slot]! > a) arcs.push([a, graph.neighbours[slot]!]);
    }
  }
  return arcs;
}

const Reference = z.object({
  louvain_igraph: z.object({ q_median: z.number(), q_max: z.number() }),
});

describe.skipIf(!hasNetworks())('Leiden on the reference networks', () => {
  const read = {
    karate: () => readNetwork('karate/edges.csv', { weighted: true }),
    lesmis: () => readNetwork('lesmis/edges.csv', { weighted: true }),
    sp_workplace2013: readWorkplace,
    arenas_email: () => readNetwork('arenas_email/edges.csv'),
    ego_facebook: () => readNetwork('ego_facebook/facebook_combined.txt', { separator: ' ', header: false }),
  };
  const unweighted = ({ size, offsets, neighbours }: Graph): Graph => ({
    size,
    offsets,
    neighbours,
    weights: new Float64Array(neighbours.length).fill(1),
  });

  test.each([
    ['karate', 0.4197, 0.4199],
    ['lesmis', 0.5599, 0.5601],
    ['sp_workplace2013', 0.3856, 1],
    ['arenas_email', 0.579, 0.584],
    ['ego_facebook', 0.8345, 1],
  ] as const)('%s, unweighted: the best of five lies between %f and %f', (name, least, most) => {
    const { graph } = read[name]();
    const found = bestOf(finish(leidenOfSeeds(unweighted(graph), 5)));
    expect(found.modularity).toBeGreaterThanOrEqual(least);
    expect(found.modularity).toBeLessThanOrEqual(most);
    const { louvain_igraph } = oracle(
      name,
      z.object({ communities_unweighted: Reference }),
    ).communities_unweighted;
    expect(found.modularity).toBeGreaterThanOrEqual(louvain_igraph.q_median - 1e-9);
  });

  test('comes in many short pieces that only go forward', () => {
    const { graph } = read.ego_facebook();
    const work = leiden(graph);
    let last = 0;
    let pieces = 0;
    for (let piece = work.next(); piece.done !== true; piece = work.next()) {
      expect(piece.value).toBeGreaterThanOrEqual(last);
      last = piece.value;
      pieces++;
    }
    expect(last).toBeLessThan(1);
    // One for each hundred thousand arcs of several passes over 176,000 of them, at least.
    expect(pieces).toBeGreaterThan(20);
  });

  test('karate: every seed finds the exact optimum, four groups', () => {
    const { graph } = read.karate();
    for (const { modularity: found, count } of finish(leidenOfSeeds(unweighted(graph), 20))) {
      expect(found).toBeCloseTo(0.4197896121, 9);
      expect(count).toBe(4);
    }
  });

  test.each([
    ['karate', 0.4449],
    ['lesmis', 0.5666],
    ['sp_workplace2013', 0.38],
  ] as const)('%s, weighted: the best of five reaches %f', (name, least) => {
    const { graph } = read[name]();
    const found = bestOf(finish(leidenOfSeeds(graph, 5)));
    expect(found.modularity).toBeGreaterThanOrEqual(least);
    const { louvain_igraph } = oracle(
      name,
      z.object({ communities_weighted: Reference }),
    ).communities_weighted;
    expect(found.modularity).toBeGreaterThanOrEqual(louvain_igraph.q_median - 1e-9);
  });
});
