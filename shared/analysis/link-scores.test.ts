import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph, rowsOf } from './graph';
import { freshness, linkScores, twoStepsFrom } from './link-scores';
import { type NamedGraph, hasNetworks, readNetwork } from './networks.testing';

const graphs = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(0.1, 0.5, 1)), { maxLength: 25 })
  .map((ties) => {
    const once = new Map(
      ties.map(([a, b, w]) => [`${Math.min(a, b)}-${Math.max(a, b)}`, [a, b, w] as const]),
    );
    const list = [...once.values()].filter(([a, b]) => a !== b);
    const graph = buildGraph(8, {
      a: list.map(([a]) => a),
      b: list.map(([, b]) => b),
      weight: list.map(([, , w]) => w),
    });
    const weight = (a: number, b: number): number =>
      list.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? 0;
    return { rows: rowsOf(graph), weight };
  });
const everyone = [0, 1, 2, 3, 4, 5, 6, 7];

describe('link scores', () => {
  test('are sums over the people both know', () => {
    fc.assert(
      fc.property(graphs, ({ rows, weight }) => {
        for (const a of everyone) {
          for (const b of everyone) {
            if (a === b) continue;
            const common = everyone.filter((z) => weight(a, z) > 0 && weight(b, z) > 0);
            const degree = (z: number): number => everyone.filter((other) => weight(z, other) > 0).length;
            const fresh = (z: number): number => Math.min(weight(a, z), weight(b, z));
            const sum = (term: (z: number) => number): number => common.reduce((all, z) => all + term(z), 0);
            const scores = linkScores(rows, a, b);
            expect(scores.commonNeighbours).toBe(common.length);
            expect(scores.adamicAdar).toBeCloseTo(
              sum((z) => 1 / Math.log(degree(z))),
              12,
            );
            expect(scores.resourceAllocation).toBeCloseTo(
              sum((z) => 1 / degree(z)),
              12,
            );
            expect(scores.agedAdamicAdar).toBeCloseTo(
              sum((z) => fresh(z) / Math.log(degree(z))),
              12,
            );
            expect(scores.agedResourceAllocation).toBeCloseTo(
              sum((z) => fresh(z) / degree(z)),
              12,
            );
          }
        }
      }),
    );
  });

  test('two steps away are those with someone in common who do not know each other', () => {
    fc.assert(
      fc.property(graphs, ({ rows, weight }) => {
        for (const a of everyone) {
          const expected = everyone.filter(
            (b) => b !== a && weight(a, b) === 0 && linkScores(rows, a, b).commonNeighbours > 0,
          );
          expect(twoStepsFrom(rows, a)).toEqual(expected);
        }
      }),
    );
  });

  test('a tie is half as fresh after each half-life', () => {
    expect([0, 30, 60].map((silence) => freshness(silence, 30))).toEqual([1, 0.5, 0.25]);
  });
});

describe.skipIf(!hasNetworks())('link scores of known networks', () => {
  const between = ({ graph, indexOf }: NamedGraph, a: string, b: string) =>
    linkScores(rowsOf(graph), indexOf(a), indexOf(b));

  test('karate, 2 and 33: Adamic-Adar 4.7194, resource allocation 1.5667', () => {
    const scores = between(readNetwork('karate/edges.csv'), '2', '33');
    expect(scores.adamicAdar).toBeCloseTo(4.7194, 4);
    expect(scores.resourceAllocation).toBeCloseTo(1.5667, 4);
    expect(scores.agedAdamicAdar).toBe(scores.adamicAdar);
  });

  test('Florentine families, Guadagni and Medici: 1.8205', () => {
    const network = readNetwork('florentine/edges_marriage.csv');
    expect(between(network, 'Guadagni', 'Medici').adamicAdar).toBeCloseTo(1.8205, 4);
  });
});
