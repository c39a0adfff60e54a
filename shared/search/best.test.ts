import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOf } from './best';

describe('the first few of many', () => {
  it('are those that come first when all are put in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { maxLength: 200, size: 'max' }),
        fc.oneof(fc.nat(210), fc.constant(Number.POSITIVE_INFINITY)),
        (scores, count) => {
          const items = scores.map((score, at) => ({ score, at }));
          const compare = (a: (typeof items)[0], b: (typeof items)[0]): number =>
            b.score - a.score || a.at - b.at;
          const given = [...items];
          expect(firstOf(items, count, compare)).toEqual(items.toSorted(compare).slice(0, count));
          expect(items).toEqual(given);
        },
      ),
      { numRuns: 300 },
    );
  });
});
