import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finish } from './chunked';
import { connectedComponents } from './components';
import { cutsOf } from './cuts';
import { buildGraph, type Graph, rowsOf } from './graph';
import { hasNetworks, oracle, readNetwork } from './networks.testing';
import { participation } from './participation';
import { type Holes, structuralHoles, structuralHolesOfAll } from './structural-holes';

const Values = z.record(z.string(), z.number().nullable());
const Burt = z.object({ constraint: Values, effective_size: Values, efficiency: Values });
const Oracle = z.object({
  burt_unweighted: Burt,
  burt_weighted: Burt.optional(),
  structure: z.object({
    articulation_points: z.object({ count: z.int(), ids: z.array(z.string()) }),
    bridges: z.object({ count: z.int(), edges: z.array(z.tuple([z.string(), z.string()])) }),
  }),
});

const small = [
  { name: 'karate', path: 'karate/edges.csv', weighted: true },
  { name: 'lesmis', path: 'lesmis/edges.csv', weighted: true },
  { name: 'krackhardt_kite', path: 'krackhardt_kite/edges.csv', weighted: false },
];

describe.skipIf(!hasNetworks())('on real networks (beside the project)', () => {
  for (const { name, path, weighted } of small) {
    test(`${name}: constraint, effective size, efficiency, cut people and ties equal the reference values`, () => {
      const known = oracle(name, Oracle);
      for (const byWeight of weighted ? [false, true] : [false]) {
        const { graph, ids } = readNetwork(path, { weighted: byWeight });
        const values = byWeight ? known.burt_weighted! : known.burt_unweighted;
        const found = finish(structuralHolesOfAll(graph, { weighted: byWeight }));
        ids.forEach((id, person) => {
          expect(found[person]?.constraint ?? null, id).toBeCloseTo(values.constraint[id]!, 9);
          expect(found[person]?.effectiveSize ?? null, id).toBeCloseTo(values.effective_size[id]!, 9);
          expect(found[person]?.efficiency ?? null, id).toBeCloseTo(values.efficiency[id]!, 9);
          expect(structuralHoles(rowsOf(graph), person, { weighted: byWeight })).toEqual(found[person]);
        });
      }
      const { graph, ids } = readNetwork(path);
      const { fallsOff, ties } = cutsOf(graph);
      const { articulation_points: points, bridges } = known.structure;
      expect(ids.filter((_, person) => fallsOff[person]! > 0).sort()).toEqual([...points.ids].sort());
      const named = ties.map(({ a, b }) => [ids[a]!, ids[b]!].sort().join());
      expect(named.sort()).toEqual(bridges.edges.map((edge) => [...edge].sort().join()).sort());
    });
  }
});

const graphs = fc
  .record({
    size: fc.integer({ min: 1, max: 12 }),
    ties: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom(0.5, 1, 2, 3)), { maxLength: 24 }),
  })
  .map(({ size, ties }): Graph => {
    const inside = ties.filter(([a, b]) => a < size && b < size);
    return buildGraph(size, {
      a: inside.map(([a]) => a),
      b: inside.map(([, b]) => b),
      weight: inside.map(([, , weight]) => weight),
    });
  });

/** As the formulas say it, from a full matrix. */
function plainly(graph: Graph, i: number, weighted: boolean): Holes | null {
  const n = graph.size;
  const a = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let x = 0; x < n; x++) {
    for (let slot = graph.offsets[x]!; slot < graph.offsets[x + 1]!; slot++) {
      a[x]![graph.neighbours[slot]!] = weighted ? graph.weights[slot]! : 1;
    }
  }
  const p = (x: number, y: number): number => a[x]![y]! / a[x]!.reduce((sum, one) => sum + one, 0);
  const contacts = a[i]!.flatMap((weight, j) => (weight > 0 ? [j] : []));
  if (contacts.length === 0) return null;
  let constraint = 0;
  let effectiveSize = 0;
  for (const j of contacts) {
    const most = Math.max(...a[j]!);
    let through = 0;
    let given = 0;
    for (let q = 0; q < n; q++) {
      if (q === i || q === j || a[i]![q] === 0) continue;
      through += p(i, q) * p(q, j);
      given += (p(i, q) * a[j]![q]!) / most;
    }
    constraint += (p(i, j) + through) ** 2;
    effectiveSize += 1 - given;
  }
  return { constraint, effectiveSize, efficiency: effectiveSize / contacts.length };
}

describe('on any network', () => {
  test('constraint and effective size are what the formulas say', () => {
    fc.assert(
      fc.property(graphs, fc.boolean(), (graph, weighted) => {
        for (let person = 0; person < graph.size; person++) {
          const found = structuralHoles(rowsOf(graph), person, { weighted });
          const plain = plainly(graph, person, weighted);
          if (plain === null) expect(found).toBeNull();
          else {
            for (const [name, value] of Object.entries(plain)) {
              expect(found).toHaveProperty(name, expect.closeTo(Number(value), 9));
            }
          }
        }
      }),
    );
  });

  test('without a cut person or tie so many lose their way to the largest part that is left', () => {
    const without = (graph: Graph, person: number, tie?: readonly [number, number]): number[] => {
      const a: number[] = [];
      const b: number[] = [];
      for (let x = 0; x < graph.size; x++) {
        for (let slot = graph.offsets[x]!; slot < graph.offsets[x + 1]!; slot++) {
          const y = graph.neighbours[slot]!;
          if (x > y || x === person || y === person) continue;
          if (tie !== undefined && x === tie[0] && y === tie[1]) continue;
          a.push(x);
          b.push(y);
        }
      }
      return [...connectedComponents(buildGraph(graph.size, { a, b })).of];
    };
    fc.assert(
      fc.property(graphs, (graph) => {
        const { fallsOff, ties } = cutsOf(graph);
        const before = connectedComponents(graph).of;
        const left = (of: readonly number[], among: readonly number[]): number => {
          const sizes = new Map<number, number>();
          for (const x of among) sizes.set(of[x]!, (sizes.get(of[x]!) ?? 0) + 1);
          return among.length - Math.max(0, ...sizes.values());
        };
        const people = [...before.keys()];
        for (const person of people) {
          const others = people.filter((x) => x !== person && before[x] === before[person]);
          expect(fallsOff[person]).toBe(left(without(graph, person), others));
        }
        for (let x = 0; x < graph.size; x++) {
          for (let slot = graph.offsets[x]!; slot < graph.offsets[x + 1]!; slot++) {
            const y = graph.neighbours[slot]!;
            if (x > y) continue;
            const cut = ties.find(({ a, b }) => a === x && b === y);
            const off = left(
              without(graph, -1, [x, y]),
              people.filter((z) => before[z] === before[x]),
            );
            expect(cut?.fallsOff ?? 0).toBe(off);
          }
        }
      }),
    );
  });

  test('participation is 0 within one cluster, grows with clusters, and is not known without ties', () => {
    const star = rowsOf(buildGraph(6, { a: [0, 0, 0, 0], b: [1, 2, 3, 4] }));
    expect(participation(star, [0, 0, 0, 0, 0, 0], 0)).toBe(0);
    expect(participation(star, [0, 0, 0, 1, 1, 1], 0)).toBeCloseTo(0.5);
    expect(participation(star, [0, -1, -1, -1, -1, -1], 0)).toBeCloseTo(0.75);
    expect(participation(star, [0, 0, 0, 0, 0, 0], 5)).toBeNull();
  });
});
