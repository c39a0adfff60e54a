import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from './graph';
import { adjustedRand, compactGroups, modularity } from './modularity';

test('modularity of two triangles with a bridge, and with nothing to divide', () => {
  const graph = buildGraph(6, { a: [0, 0, 1, 3, 3, 4, 2], b: [1, 2, 2, 4, 5, 5, 3] });
  expect(modularity(graph, [0, 0, 0, 1, 1, 1])).toBeCloseTo(0.3571428571, 10);
  expect(modularity(graph, [0, 0, 0, 0, 0, 0])).toBeCloseTo(0, 12);
  expect(modularity(graph, [0, 0, 0, 1, 1, 1], 2)).toBeCloseTo(0.3571428571 - 0.5, 10);
  expect(modularity(buildGraph(3, { a: [], b: [] }), [0, 1, 2])).toBe(0);
});

test('groups are numbered by their first person', () => {
  expect(compactGroups([7, 3, 7, 0])).toEqual({ groups: Int32Array.of(0, 1, 0, 2), count: 3 });
});

test('the adjusted Rand index does not care for names, and is known for one example', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 30 }), (groups) => {
      expect(
        adjustedRand(
          groups,
          groups.map((group) => 9 - group),
        ),
      ).toBeCloseTo(1, 12);
    }),
  );
  // Hubert and Arabie's index for a textbook contingency table: rows (2 1), (0 3).
  expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1])).toBeCloseTo(0.3243243, 6);
});
