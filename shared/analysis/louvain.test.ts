import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finish } from './chunked';
import { connectedComponents } from './components';
import { buildGraph, type Graph } from './graph';
import { bestLouvain, louvain, moveLocally } from './louvain';
import { adjustedRand, modularity } from './modularity';
import { hasNetworks, oracle, readNetwork, readWorkplace } from './networks.testing';

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

describe('Louvain', () => {
  test('no group is unconnected, the modularity said is the true one, and nobody alone has company', () => {
    fc.assert(
      fc.property(anyGraph, fc.integer({ min: 1, max: 9 }), (graph, seed) => {
        const { groups, count, modularity: said } = finish(louvain(graph, { seed }));
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

  test('no move of one person to a neighbour’s group gains', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { groups, modularity: said } = finish(louvain(graph));
        for (let person = 0; person < graph.size; person++) {
          for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
            const moved = groups.slice();
            moved[person] = groups[graph.neighbours[slot]!]!;
            expect(modularity(graph, moved)).toBeLessThan(said + 1e-9);
          }
        }
      }),
    );
  });

  test('from given groups never ends below them', () => {
    fc.assert(
      fc.property(
        anyGraph,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 15, maxLength: 15 }),
        (graph, from) => {
          expect(finish(louvain(graph, { from })).modularity).toBeGreaterThan(modularity(graph, from) - 1e-9);
        },
      ),
    );
  });

  test('the same seed gives the same groups', () => {
    const graph = ringOfCliques(12, 5);
    expect(finish(louvain(graph, { seed: 4 }))).toEqual(finish(louvain(graph, { seed: 4 })));
  });

  test('gamma sets how fine the groups are', () => {
    const graph = ringOfCliques(30, 5);
    expect(finish(louvain(graph, { gamma: 2 })).count).toBe(30);
    expect(finish(louvain(graph, { gamma: 0.2 })).count).toBeLessThan(15);
  });

  test('after an edit only those concerned move', () => {
    const before = ringOfCliques(6, 6);
    const groups = finish(louvain(before)).groups;
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

describe.skipIf(!hasNetworks())('Louvain on the reference networks', () => {
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
    ['karate', 0.4188],
    ['lesmis', 0.5583],
    ['sp_workplace2013', 0.3856],
    ['arenas_email', 0.57],
    ['ego_facebook', 0.834],
  ] as const)('%s, unweighted: the best of a few reaches %f', (name, least) => {
    const { graph } = read[name]();
    const found = finish(bestLouvain(unweighted(graph), 5));
    expect(found.modularity).toBeGreaterThanOrEqual(least);
    const { louvain_igraph } = oracle(
      name,
      z.object({ communities_unweighted: Reference }),
    ).communities_unweighted;
    expect(found.modularity).toBeGreaterThan(louvain_igraph.q_median - 0.002);
  });

  test.each(['karate', 'lesmis', 'sp_workplace2013'] as const)('%s, weighted', (name) => {
    const { graph } = read[name]();
    const { louvain_igraph } = oracle(
      name,
      z.object({ communities_weighted: Reference }),
    ).communities_weighted;
    expect(finish(bestLouvain(graph, 5)).modularity).toBeGreaterThan(louvain_igraph.q_median - 0.002);
  });
});
