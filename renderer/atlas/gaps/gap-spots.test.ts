import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapRadius, gapSpots, type Point } from './gap-spots';

const crowd = fc.array(
  fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -600, max: 600 }) }),
  { minLength: 1, maxLength: 60 },
);
const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

describe('where gaps are drawn', () => {
  test('is clear of people and of each other, and the same every time', () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 1, max: 6 }), (people, count) => {
        const spots = gapSpots(people, count);
        expect(spots.length).toBeLessThanOrEqual(count);
        for (const [at, spot] of spots.entries()) {
          for (const person of people) expect(apart(person, spot)).toBeGreaterThan(gapRadius);
          for (const other of spots.slice(at + 1)) expect(apart(other, spot)).toBeGreaterThan(2 * gapRadius);
        }
        expect(gapSpots(people, count)).toEqual(spots);
      }),
      { numRuns: 50 },
    );
  });

  test('stays where it was when a gap behind it in the list is filled', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const five = gapSpots(people, 5);
        expect(gapSpots(people, 3)).toEqual(five.slice(0, 3));
      }),
      { numRuns: 20 },
    );
  });

  test('is nowhere without people', () => {
    expect(gapSpots([], 3)).toEqual([]);
  });
});
