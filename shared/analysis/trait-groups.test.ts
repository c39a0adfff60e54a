import { expect, test } from 'vitest';
import { groupByTraits } from './trait-groups';

const none = (size: number) => new Int32Array(size).fill(-1);

test('people without a cluster are grouped by the first trait that enough of them share', () => {
  const traits = [
    ['Acme', 'Basel'],
    ['Acme', 'Bonn'],
    ['Acme'],
    ['Solo', 'Basel'],
    ['Basel'],
    ['Two', 'Basel'],
    [],
    ['Two', 'Bonn'],
  ];
  const { groups, count } = groupByTraits(none(8), 0, traits);
  // Basel is second for two of them and first for one: places count by rank.
  expect(count).toBe(1);
  expect([...groups]).toEqual([0, 0, 0, -1, -1, -1, -1, -1]);
  const placed = [
    ['Acme', 'Basel'],
    ['Solo', 'Basel'],
    ['Two', 'Basel'],
  ];
  expect([...groupByTraits(none(3), 0, placed).groups]).toEqual([0, 0, 0]);
});

test('a few people beside real clusters are left alone', () => {
  const groups = Int32Array.of(0, 0, 0, 0, 0, -1, -1, -1);
  const traits = Array<string[]>(8).fill(['Acme']);
  expect([...groupByTraits(groups, 1, traits).groups]).toEqual([...groups]);
});

test('new groups are numbered on from the clusters', () => {
  const groups = Int32Array.of(0, 0, 0, -1, -1, -1);
  expect([...groupByTraits(groups, 1, Array<string[]>(6).fill(['Acme'])).groups]).toEqual([0, 0, 0, 1, 1, 1]);
});
