import { expect, test } from 'vitest';
import { matchClusters } from './match-clusters';

test('a group that gained and lost a few people is still the same one', () => {
  const before = [0, 0, 0, 0, 1, 1, 1, -1];
  const after = [1, 1, 1, 0, 0, 0, 0, 0];
  expect([...matchClusters(before, 2, after, 2)]).toEqual([1, 0]);
});

test('a group that splits hands its name to the larger part alone', () => {
  const before = [0, 0, 0, 0, 0, 0];
  const after = [0, 0, 1, 1, 1, 1];
  expect([...matchClusters(before, 1, after, 2)]).toEqual([-1, 0]);
});

test('below three tenths in common a group is a new one', () => {
  const before = [0, 0, 0, 1, 1, 1, 1];
  expect([...matchClusters(before, 2, [-1, -1, 0, 0, 0, 0, 0], 1)]).toEqual([1]);
  expect([...matchClusters([0, 0, 0, 0, -1, -1, -1], 1, [0, -1, -1, -1, -1, -1, -1], 1)]).toEqual([-1]);
});

test('a group that was named by hand stays before others, with less in common', () => {
  // Old group 0 (named) has ten people, of whom one is in new group 0 with all eight of old group 1.
  const before = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1];
  const after = [-1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  expect([...matchClusters(before, 2, after, 1)]).toEqual([1]);
  expect([...matchClusters(before, 2, after, 1, (was) => was === 0)]).toEqual([0]);
});
