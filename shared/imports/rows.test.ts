import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportRow, importRowKinds } from './answers';
import { atOnce } from '../steps';
import { Review } from './rows';

const row: fc.Arbitrary<ImportRow> = fc.record({
  kind: fc.constantFrom(...importRowKinds),
  file: fc.nat(2),
  line: fc.nat(9),
  person: fc.string({ maxLength: 3 }),
  detail: fc.constant(''),
  intended: fc.constantFrom(undefined, true),
});

describe('the rows of a review', () => {
  it('come by kind, what is left out on purpose late, then as they stand in the files, page by page', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 200, size: 'max' }),
        fc.nat(100),
        fc.nat(50),
        (all, offset, limit) => {
          const review = new Review();
          for (const { kind, ...rest } of all) review.add(kind, rest);
          const rows = atOnce(review.rows());
          const isLate = ({ kind, intended }: ImportRow): boolean => kind === 'skipped' && intended === true;
          const ranks = ['skipped', ...importRowKinds.slice(1, -1), 'intended', 'unchanged'];
          const rankOf = (one: ImportRow): number => ranks.indexOf(isLate(one) ? 'intended' : one.kind);
          const sorted = all.toSorted((a, b) => rankOf(a) - rankOf(b) || a.file - b.file || a.line - b.line);
          expect([...rows]).toEqual(sorted);
          for (const kinds of [undefined, ['note', 'skipped', 'new'] as const]) {
            const wanted = sorted.filter(
              ({ kind }) => kinds === undefined || kinds.some((one) => one === kind),
            );
            expect(rows.count(kinds)).toBe(wanted.length);
            expect(rows.page(kinds, offset, limit)).toEqual(wanted.slice(offset, offset + limit));
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
