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

test('two groups of one organisation are told apart by what else each shares', () => {
  // In six other groups of five lives one at each of the two places.
  const traits = [
    ...Array<string[]>(5).fill(['Acme', 'Basel']),
    ...Array<string[]>(5).fill(['Acme', 'Oslo']),
    ...Array.from({ length: 30 }, (_, i) => (i % 5 === 0 ? ['Basel'] : i % 5 === 1 ? ['Oslo'] : [])),
  ];
  const groups = traits.map((_, person) => Math.floor(person / 5));
  expect(clusterNames(groups, 8, traits).slice(0, 3)).toEqual(['Acme, Basel', 'Acme, Oslo', null]);
});

test('of two groups with nothing else to tell them apart the one it fits best has the name', () => {
  const traits = [
    ...Array<string[]>(6).fill(['Acme']),
    ...Array<string[]>(4).fill(['Acme']),
    ...Array<string[]>(10).fill([]),
  ];
  const groups = traits.map((_, person) => (person < 6 ? 0 : person < 10 ? 1 : 2));
  expect(clusterNames(groups, 3, traits)).toEqual(['Acme', null, null]);
});

test('one spelled in several ways is one, and called as most call it', () => {
  const traits = [['Acme'], ['ACME '], ['Acme'], ['acme'], [], [], [], []];
  expect(clusterNames([0, 0, 0, 0, 1, 1, 1, 1], 2, traits)).toEqual(['Acme', null]);
});
