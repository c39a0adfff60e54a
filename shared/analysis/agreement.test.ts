import { expect, test } from 'vitest';
import { agreementOf, clarityOf, hasClearGroups } from './agreement';
import { finish } from './chunked';

test('agreement is the mean over partitions of the most alike group there', () => {
  const groups = [0, 0, 0, 0, 1, 1, 1, -1];
  const same = { groups: Int32Array.of(1, 1, 1, 1, 0, 0, 0, 2), count: 3 };
  const split = { groups: Int32Array.of(0, 0, 1, 1, 2, 2, 2, 2), count: 3 };
  const agreement = finish(agreementOf(groups, 2, [same, split]));
  expect(agreement[0]).toBeCloseTo((1 + 2 / 4) / 2);
  expect(agreement[1]).toBeCloseTo((1 + 3 / 4) / 2);
});

test('a group is clear from three quarters on, soft from a half, and else unclear', () => {
  expect([1, 0.75, 0.7499, 0.5, 0.4999, 0].map(clarityOf)).toEqual([
    'clear',
    'clear',
    'soft',
    'soft',
    'unclear',
    'unclear',
  ]);
});

test('there are no clear groups below a modularity of 0.3, or where none comes out alike half of the time', () => {
  expect(hasClearGroups(0.29, [1, 1])).toBe(false);
  expect(hasClearGroups(0.3, [0.49, 0.2])).toBe(false);
  expect(hasClearGroups(0.3, [0.5, 0.2])).toBe(true);
  expect(hasClearGroups(0.3, [])).toBe(true);
});
