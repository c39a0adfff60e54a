import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Spelling } from './spelling';
import { distance } from './spelling.testing';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });

describe('a spelling', () => {
  it('is that of the words within the distance, in whatever order they are looked at', () => {
    fc.assert(
      fc.property(
        word,
        fc.integer({ min: 1, max: 2 }),
        fc.array(word, { maxLength: 30 }),
        (letters, slips, words) => {
          // prettier-ignore
          const spelling = new Spelling(letters, slips);
          for (const each of words) {
            expect([each, spelling.look(each).alike]).toEqual([each, distance(letters, each) <= slips]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never that of a word whose beginning was said to be hopeless', () => {
    fc.assert(
      fc.property(
        word,
        fc.integer({ min: 1, max: 2 }),
        word,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
        (letters, slips, first, rest) => {
          // prettier-ignore
          const { hopeless } = new Spelling(letters, slips).look(first);
          if (hopeless === 0) return;
          expect(distance(letters, first.slice(0, hopeless) + rest)).toBeGreaterThan(slips);
        },
      ),
      { numRuns: 500 },
    );
  });
});
