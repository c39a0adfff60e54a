import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialAtMost } from './binomial';

/** Every term by its definition. */
function byDefinition(count: number, trials: number, share: number): number {
  let sum = 0;
  let ways = 1;
  for (let i = 0; i <= count; i++) {
    sum += ways * share ** i * (1 - share) ** (trials - i);
    ways *= (trials - i) / (i + 1);
  }
  return sum;
}

describe('binomialAtMost', () => {
  test.each([
    [3, 40, 0.2, 0.0284620945],
    [0, 96, 0.05, 0.95 ** 96],
    [1, 2, 0.5, 0.75],
    [-1, 10, 0.3, 0],
    [10, 10, 0.3, 1],
    [0, 0, 0.5, 1],
    [4, 10, 0, 1],
    [4, 10, 1, 0],
  ])('at most %i of %i at %f', (count, trials, share, chance) => {
    expect(binomialAtMost(count, trials, share)).toBeCloseTo(chance, 10);
  });

  test('is the sum of its terms', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (a, b, share) => {
          const [count, trials] = [Math.min(a, b), Math.max(a, b)];
          expect(binomialAtMost(count, trials, share)).toBeCloseTo(byDefinition(count, trials, share), 9);
        },
      ),
    );
  });

  test('both tails make 1, and it never falls with the count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, share, at) => {
          const count = Math.floor(at * trials);
          const below = binomialAtMost(count, trials, share);
          const above = binomialAtMost(trials - count - 1, trials, 1 - share);
          expect(below + above).toBeCloseTo(1, 9);
          expect(binomialAtMost(count - 1, trials, share)).toBeLessThanOrEqual(below + 1e-12);
        },
      ),
    );
  });

  test('holds for large numbers, where each term alone is too small for a number', () => {
    expect(binomialAtMost(50_000, 100_000, 0.5)).toBeCloseTo(0.5 + 0.5 * 0.0025231, 6);
    expect(binomialAtMost(0, 1_000_000, 0.5)).toBe(0);
    expect(binomialAtMost(99_999, 100_000, 0.5)).toBe(1);
  });
});
