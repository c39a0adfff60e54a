import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenness } from './betweenness';
import { finish } from './chunked';
import { connectors, linksOf } from './connectors';
import { buildGraph, type Graph, rowsOf } from './graph';
import { bestOf, leidenOfSeeds } from './leiden';
import { hasNetworks, readNetwork } from './networks.testing';

function standings(graph: Graph) {
  const { groups, count } = bestOf(finish(leidenOfSeeds(graph, 3)));
  return connectors(graph, groups, count, finish(betweenness(graph)).pairs);
}
const rings = (graph: Graph) =>
  standings(graph)
    .filter(({ ring }) => ring)
    .map(({ person }) => person)
    .sort((a, b) => a - b);

/** Cliques of the given sizes, person after person, and further ties. */
function cliques(sizes: number[], further: [number, number][]): Graph {
  const a = further.map(([from]) => from);
  const b = further.map(([, to]) => to);
  let first = 0;
  for (const size of sizes) {
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) {
        a.push(first + i);
        b.push(first + j);
      }
    first += size;
  }
  return buildGraph(Math.max(first, ...a.map((from, i) => Math.max(from, b[i]!) + 1)), { a, b });
}

describe('connectors', () => {
  test('three circles that meet in one person: the reasons are said', () => {
    const graph = cliques(
      [6, 6, 6],
      [
        [0, 6],
        [0, 7],
        [0, 12],
      ],
    );
    const [first] = standings(graph);
    // From the first circle's other five to twelve others, and between the other two circles.
    expect(first).toMatchObject({ person: 0, ring: true, pairs: 5 * 12 + 6 * 6 });
    expect(first!.reaches.map(({ people }) => people)).toEqual([2, 1]);
    expect([...first!.alone].sort()).toEqual(first!.reaches.map(({ group }) => group).sort());
  });

  test('a group that two of us know people in is nobody’s alone', () => {
    const graph = cliques(
      [6, 6],
      [
        [0, 6],
        [1, 7],
      ],
    );
    for (const standing of standings(graph)) expect(standing.alone).toEqual([]);
  });

  test('nobody stands out in a star, a ring, a clique, or among very few', () => {
    const star = buildGraph(40, { a: new Int32Array(39), b: Array.from({ length: 39 }, (_, i) => i + 1) });
    expect(rings(star)).toEqual([]);
    const ring = buildGraph(30, {
      a: Array.from({ length: 30 }, (_, i) => i),
      b: Array.from({ length: 30 }, (_, i) => (i + 1) % 30),
    });
    expect(rings(ring)).toEqual([]);
    expect(rings(cliques([12], []))).toEqual([]);
    expect(rings(cliques([3, 3], [[2, 3]]))).toEqual([]);
    expect(rings(buildGraph(0, { a: [], b: [] }))).toEqual([]);
  });

  test('a person between two groups who belongs to neither', () => {
    const graph = cliques(
      [7, 7],
      [
        [14, 0],
        [14, 1],
        [14, 7],
        [14, 8],
      ],
    );
    expect(rings(graph)).toContain(14);
  });

  test.skipIf(!hasNetworks())('in real networks a handful at most, and those one would name', () => {
    const karate = readNetwork('karate/edges.csv');
    const leaders = rings(karate.graph).map((person) => karate.ids[person]);
    expect(leaders).toEqual(expect.arrayContaining(['0', '33']));
    expect(leaders.length).toBeLessThanOrEqual(4);
    const lesmis = readNetwork('lesmis/edges.csv');
    const characters = rings(lesmis.graph).map((person) => lesmis.ids[person]);
    expect(characters).toContain('Valjean');
    expect(characters.length).toBeLessThanOrEqual(6);
    const facebook = readNetwork('ego_facebook/0.edges', { separator: ' ', header: false });
    expect(rings(facebook.graph).length).toBeLessThanOrEqual(7);
  });
});

test('what links one person says is what it says where everyone is looked at', () => {
  const ties = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 });
  const groupings = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(ties, groupings, (list, groups) => {
      const graph = buildGraph(10, { a: list.map(([a]) => a), b: list.map(([, b]) => b) });
      for (const { person, reaches, alone } of connectors(graph, groups, 4, new Float64Array(10))) {
        expect(linksOf(rowsOf(graph), groups, person)).toEqual({ reaches, alone });
      }
    }),
    { numRuns: 200 },
  );
});

test('equals come in the order of their names, whoever was there first and however their sums were rounded', () => {
  // Two groups of six joined by one tie: there is one ring for two people.
  const pairs = new Float64Array(12);
  const joined = cliques([6, 6], [[0, 6]]);
  const groups = [...pairs.keys()].map((person) => (person < 6 ? 0 : 1));
  [pairs[0], pairs[6]] = [25, 25 + 1e-12];
  const names = [...pairs.keys()].map((person) =>
    person === 6 ? 'ana' : person === 0 ? 'ben' : `p${person}`,
  );
  const [first, second] = connectors(joined, groups, 2, pairs, names);
  expect([first!.person, first!.ring, second!.person, second!.ring]).toEqual([6, true, 0, false]);
  [names[0], names[6]] = ['ana', 'ben'];
  expect(connectors(joined, groups, 2, pairs, names)[0]!.person).toBe(0);
});
