import { expect, test } from 'vitest';
import { clusterNames } from './cluster-names';

test('a group is named by what its members share beyond the usual', () => {
  const groups = [0, 0, 0, 0, 1, 1, 1, 1, -1];
  const traits = [
    ['Tidemark', 'Basel'],
    ['Tidemark', 'Basel'],
    ['Tidemark', 'Basel'],
    ['Basel'],
    ['Basel', 'Choir'],
    ['Choir', 'Basel'],
    ['Choir'],
    ['Basel'],
    [],
  ];
  expect(clusterNames(groups, 2, traits)).toEqual(['Tidemark', 'Choir']);
});

test('what everyone has, or two people have, names nothing', () => {
  const traits = [['Basel', 'Chess'], ['Basel', 'Chess'], ['Basel'], ['Basel'], ['Basel'], ['Basel']];
  expect(clusterNames([0, 0, 0, 1, 1, 1], 2, traits)).toEqual([null, null]);
});

test('one trait names one group, the one it fits best', () => {
  const traits = [
    ...Array<string[]>(5).fill(['Porto']),
    ...Array<string[]>(3).fill(['Porto']),
    [],
    [],
    [],
    [],
    [],
    [],
  ];
  expect(clusterNames([0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2], 3, traits)).toEqual(['Porto', null, null]);
});
