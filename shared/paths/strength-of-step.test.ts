import { describe, expect, test } from 'vitest';
import { seededRandom } from '../analysis/random';
import { atOnce } from '../steps';
import { medianAbove0, stepCost, stepStrength } from './strength-of-step';

describe('the strength of a step', () => {
  test('grows with b held against the median, within limits', () => {
    expect(stepStrength(3, 3)).toBeCloseTo(1 - Math.exp(-1), 12);
    expect([stepStrength(1e-9, 1), stepStrength(1e9, 1)]).toEqual([0.02, 0.98]);
    expect([stepStrength(0, 1), stepStrength(5, undefined)]).toEqual([0.1, 0.5]);
  });

  test('costs the same on whichever step a doubt falls, and one step less costs less', () => {
    expect(stepCost(0.37, 0.6) + stepCost(0.81, 1)).toBe(stepCost(0.37, 1) + stepCost(0.81, 0.6));
    expect(stepCost(1) + stepCost(0.5)).toBeGreaterThan(stepCost(0.5));
    expect(stepCost(0.5, 0)).toBe(Infinity);
  });

  test('the median is that of all values in order, zeros left out', () => {
    const random = seededRandom(61);
    for (let run = 0; run < 500; run++) {
      const values = Array.from({ length: random.below(12) }, () => random.below(6));
      const above = values.filter((value) => value > 0).sort((a, b) => a - b);
      const half = above.length / 2;
      const expected = ((above[Math.ceil(half) - 1] ?? NaN) + (above[Math.floor(half)] ?? NaN)) / 2;
      expect(atOnce(medianAbove0(values))).toBe(above.length === 0 ? undefined : expected);
    }
  });
});
