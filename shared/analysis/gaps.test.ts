import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { binomialAtMost } from './binomial';
import { shortfall, shortOf } from './gaps';
import { hasNetworks, oracle } from './networks.testing';

describe('gaps', () => {
  test('3 of 40 at 20 %: 5 short, and chance would rarely do it', () => {
    const found = shortfall(3, 40, 0.2);
    expect(found).toMatchObject({ people: 3, known: 40, wanted: 0.2, short: 5 });
    expect(found?.chance).toBeCloseTo(0.0285, 4);
  });

  test.each([
    [0, 100, 0.07, 7],
    [0, 25, 0.28, 7],
    [0, 40, 0.2, 8],
    [0, 30, 0.1, 3],
    [0, 41, 0.2, 9],
    [2, 100, 7 / 100, 5],
    [9, 40, 0.2, 0],
    [0, 30_000, 0.0001, 3],
  ])('%i of %i at %f are %i short', (people, known, wanted, short) => {
    expect(shortOf(people, known, wanted)).toBe(short);
  });

  test('a base rate that is met is never short, whatever the fraction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (known, at) => {
          const people = Math.floor(at * known);
          expect(shortOf(people, known, people / known)).toBe(0);
        },
      ),
    );
  });

  test('one person missing is no gap, nor what chance alone explains', () => {
    expect(shortfall(0, 8, 0.1)).toBeNull(); // 1 short
    expect(shortfall(6, 40, 0.2)).toBeNull(); // 2 short, P = 0.29
    expect(binomialAtMost(6, 40, 0.2)).toBeGreaterThan(0.1);
    expect(shortfall(39, 40, 0.999)).toBeNull(); // 1 short, P = 0.04
    expect(binomialAtMost(39, 40, 0.999)).toBeLessThan(0.1);
    expect(shortfall(0, 40, 0)).toBeNull();
  });

  test.skipIf(!hasNetworks())('the reference value', () => {
    const reference = oracle(
      'micro',
      z.object({ _gap_binomial: z.record(z.string(), z.number()) }),
    )._gap_binomial;
    const found = shortfall(3, 40, 0.2);
    expect(found?.chance).toBeCloseTo(reference['3 of 40 against target 20 %: P(X<=3)']!, 9);
    expect(found?.short).toBe(reference['people short']);
  });
});
