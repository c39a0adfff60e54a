import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Arcs, brokerage, brokerageRoles, directedBrokerage } from './brokerage';
import { buildGraph, rowsOf } from './graph';
import { hasNetworks, readColumn } from './networks.testing';

type Pair = readonly [number, number];

/** Arcs as rows, each once. */
function arcsOf(size: number, pairs: readonly Pair[]): Arcs {
  const rows = (list: readonly Pair[]) => {
    const sets = Array.from({ length: size }, () => new Set<number>());
    for (const [a, b] of list) if (a !== b) sets[a]!.add(b);
    const neighbours = sets.flatMap((set) => [...set].sort((x, y) => x - y));
    const ends = new Int32Array(size);
    sets.forEach((set, i) => (ends[i] = (ends[i - 1] ?? 0) + set.size));
    const starts = ends.map((end, i) => end - sets[i]!.size);
    return { size, starts, ends, neighbours: Int32Array.from(neighbours) };
  };
  return { out: rows(pairs), into: rows(pairs.map(([a, b]) => [b, a] as const)) };
}

/** By the definition, over all ordered pairs. */
function plainly(size: number, pairs: readonly Pair[], groups: readonly number[], v: number) {
  const has = (a: number, b: number) => a !== b && pairs.some(([x, y]) => x === a && y === b);
  const together = (x: number, y: number) => groups[x]! >= 0 && groups[x] === groups[y];
  const found = { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 };
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      if (a === b || !has(a, v) || !has(v, b) || has(a, b)) continue;
      if (together(a, v) && together(v, b)) found.coordinator++;
      else if (together(a, v)) found.representative++;
      else if (together(v, b)) found.gatekeeper++;
      else if (together(a, b)) found.itinerant++;
      else found.liaison++;
    }
  return found;
}

const size = 8;
const pairs = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 });
const groups = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: size, maxLength: size });

describe('brokerage', () => {
  test('is what its definition says, of arcs', () => {
    fc.assert(
      fc.property(pairs, groups, fc.nat(size - 1), (list, of, person) => {
        expect(directedBrokerage(arcsOf(size, list), of, person)).toEqual(plainly(size, list, of, person));
      }),
      { numRuns: 300 },
    );
  });

  test('of ties is half of both directions: each pair of contacts who do not know each other once', () => {
    fc.assert(
      fc.property(pairs, groups, fc.nat(size - 1), (list, of, person) => {
        const graph = buildGraph(size, { a: list.map(([a]) => a), b: list.map(([, b]) => b) });
        const found = brokerage(rowsOf(graph), of, person);
        const plain = plainly(size, [...list, ...list.map(([a, b]): Pair => [b, a])], of, person);
        for (const role of brokerageRoles) expect(found[role], role).toBe(plain[role] / 2);
      }),
    );
  });

  test.skipIf(!hasNetworks()).each(['advice', 'friends'])('equals sna on the managers: %s', (relation) => {
    const read = (path: string) => {
      const text = readFileSync(`${process.cwd()}/../shared/networks/${path}`, 'utf8').trim();
      return text.split(/\r?\n/u).map((line) => line.replaceAll('"', '').split(','));
    };
    const department = readColumn('krackhardt_hightech/nodes.csv', 'dept');
    const ids = [...department.keys()];
    const arcs = read(`krackhardt_hightech/edges_${relation}.csv`)
      .slice(1)
      .map(([a, b]): Pair => [ids.indexOf(a!), ids.indexOf(b!)]);
    const of = ids.map((id) => Number(department.get(id)));
    const [head, ...rows] = read(`oracles/gf_sna_krackhardt_${relation}_dept.csv`);
    expect(rows).toHaveLength(ids.length);
    for (const row of rows) {
      const value = (name: string) => Number(row[head!.indexOf(name)]);
      const found = directedBrokerage(arcsOf(ids.length, arcs), of, ids.indexOf(row[0]!));
      expect(found, row[0]).toEqual({
        coordinator: value('w_I'),
        itinerant: value('w_O'),
        representative: value('b_IO'),
        gatekeeper: value('b_OI'),
        liaison: value('b_O'),
      });
    }
  });
});
