import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../steps';
import { buildGraph, degree, graphInSteps, subgraph, tieCount } from './graph';
import { seededRandom } from './random';

const ties = fc.array(
  fc.record({
    a: fc.integer({ min: 0, max: 9 }),
    b: fc.integer({ min: 0, max: 9 }),
    weight: fc.integer({ min: 1, max: 5 }),
    confidence: fc.constantFrom(1, 0.2, 0.7),
  }),
  { maxLength: 60 },
);
const columns = (list: { a: number; b: number; weight: number; confidence: number }[]) => ({
  a: list.map((tie) => tie.a),
  b: list.map((tie) => tie.b),
  weight: list.map((tie) => tie.weight),
  confidence: list.map((tie) => tie.confidence),
});

describe('a graph', () => {
  test('of many ties is made in short steps, and is the same', () => {
    const random = seededRandom(3);
    const ends = (): number[] => Array.from({ length: 9_000 }, () => random.below(9_000));
    const ties = { a: ends(), b: ends() };
    let pauses = 0;
    for (const steps = graphInSteps(9_000, ties); steps.next().done !== true;) pauses++;
    expect(pauses).toBeGreaterThan(8);
    expect(atOnce(graphInSteps(9_000, ties))).toEqual(buildGraph(9_000, ties));
  });

  test('holds each pair once, both ways, ascending, with the sum of the weights', () => {
    fc.assert(
      fc.property(ties, (list) => {
        const graph = buildGraph(10, columns(list));
        for (let person = 0; person < 10; person++) {
          const expected = new Map<number, number>();
          for (const { a, b, weight, confidence } of list) {
            if (a === b || confidence < 0.5) continue;
            if (a === person) expected.set(b, (expected.get(b) ?? 0) + weight);
            if (b === person) expected.set(a, (expected.get(a) ?? 0) + weight);
          }
          const from = graph.offsets[person]!;
          const to = graph.offsets[person + 1]!;
          const row = [...graph.neighbours.subarray(from, to)].map((other, i) => [
            other,
            graph.weights[from + i],
          ]);
          expect(row).toEqual([...expected].sort((x, y) => x[0] - y[0]));
          expect(degree(graph, person)).toBe(expected.size);
        }
      }),
    );
  });

  test('leaves guesses out below the confidence asked for, known ties never', () => {
    const list = { a: [0, 1, 2], b: [1, 2, 3], confidence: [1, 0.6, 0.4] };
    expect(tieCount(buildGraph(4, list))).toBe(2);
    expect(tieCount(buildGraph(4, list, { guessedFrom: 0.3 }))).toBe(3);
    expect(tieCount(buildGraph(4, list, { guessedFrom: 2 }))).toBe(1);
  });

  test('refuses what is no tie: loops, people who are not there, weights that are not positive numbers', () => {
    const graph = buildGraph(3, {
      a: [0, 0, 0, 0, 0, 1],
      b: [0, 3, -1, 1, 1, 2],
      weight: [1, 1, 1, 0, NaN, Infinity],
    });
    expect(tieCount(graph)).toBe(0);
  });

  test('of some of its people keeps the ties among them', () => {
    const whole = buildGraph(5, { a: [0, 1, 2, 3], b: [1, 2, 3, 4], weight: [1, 2, 3, 4] });
    const { graph, people } = subgraph(whole, Int32Array.of(4, 1, 2));
    expect([...people]).toEqual([4, 1, 2]);
    expect([...graph.offsets]).toEqual([0, 0, 1, 2]);
    expect([...graph.neighbours]).toEqual([2, 1]);
    expect([...graph.weights]).toEqual([2, 2]);
  });
});
