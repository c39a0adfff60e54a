import { expect, test } from 'vitest';
import { connectedComponents } from './components';
import { buildGraph } from './graph';

test('components are numbered by their first person; an isolated person is one', () => {
  const graph = buildGraph(6, { a: [0, 3], b: [2, 4] });
  const { count, of, sizes } = connectedComponents(graph);
  expect(count).toBe(4);
  expect([...of]).toEqual([0, 1, 0, 2, 2, 3]);
  expect([...sizes]).toEqual([2, 1, 2, 1]);
});

test('within a partition only ties inside a group connect', () => {
  const graph = buildGraph(4, { a: [0, 1, 2], b: [1, 2, 3] });
  expect([...connectedComponents(graph, [0, 1, 1, 0]).of]).toEqual([0, 1, 1, 2]);
});
