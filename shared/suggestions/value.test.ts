import { describe, expect, test } from 'vitest';
import { Ranks } from './ranks';
import { benefitOf, costOf, gainOf, newness, saturated } from './value';

const nothing = { need: 0, group: 0, interest: 0, bridge: 0 };

describe('what an introduction is worth', () => {
  test('to one side: every part adds to what is still missing', () => {
    expect(gainOf(nothing)).toBeCloseTo(0.1, 12);
    expect(gainOf({ ...nothing, need: 0.5 })).toBeCloseTo(1 - 0.9 * 0.5, 12);
    expect(gainOf({ ...nothing, group: 1 })).toBeCloseTo(1 - 0.9 * 0.5, 12);
    expect(gainOf({ ...nothing, interest: 0.4 })).toBeCloseTo(1 - 0.9 * 0.8, 12);
    expect(gainOf({ ...nothing, bridge: 1 })).toBeCloseTo(1 - 0.9 * 0.7, 12);
    expect(gainOf({ need: 1, group: 1, interest: 1, bridge: 1 })).toBe(1);
  });

  test('to both: what only one has of it is worth less than the same in two halves', () => {
    const one = { ...nothing, need: 0.8 };
    const some = { ...nothing, need: 0.4 };
    expect(benefitOf(one, nothing)).toBeCloseTo(Math.sqrt(0.82 * 0.1), 12);
    expect(benefitOf(some, some)).toBeGreaterThan(benefitOf(one, nothing));
  });

  test('less by a tenth for each time that somebody was asked lately, three at most', () => {
    expect([0, 1, 2, 9].map(costOf)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  test('words count the more the rarer they are, and a group the more the fewer one knows there', () => {
    expect([0, 4, 12].map(saturated)).toEqual([0, 0.5, 0.75]);
    expect([0, 1, 3].map(newness)).toEqual([1, 0.5, 0.25]);
  });
});

describe('a rank among many', () => {
  test('is the share of those that are less, and half of those that are alike', () => {
    const ranks = new Ranks();
    for (const value of [0, 0, 0.1, 0.1001, 0.5]) ranks.add(value);
    expect([0, 0.1, 0.5].map((value) => ranks.of(value))).toEqual([0.2, 0.6, 0.9]);
    ranks.add(2);
    expect(ranks.of(2)).toBeCloseTo(5.5 / 6, 12);
    expect(new Ranks().of(1)).toBe(0);
  });
});
