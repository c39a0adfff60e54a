import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from './spelling.testing';
import { documentOf, fieldOf, TermIndex, type Visit } from './term-index';

const letters = ['a', 'b', 'c'];
const longer = (words: readonly string[]): string[] =>
  words.flatMap((word) => letters.map((letter) => word + letter));
/** More words than wait to be put in order: every one of up to six of these letters. */
const everyWord = [1, 2, 3, 4, 5].reduce(
  ({ all, last }) => ({ all: [...all, ...longer(last)], last: longer(last) }),
  { all: letters, last: letters },
).all;

function visited(look: (visit: Visit) => void): string[] {
  const found: string[] = [];
  look((term, postings) => {
    expect(postings.map((posting) => [everyWord[documentOf(posting)], fieldOf(posting)])).toEqual([
      [term, 3],
    ]);
    found.push(term);
  });
  return found.sort();
}

describe('an index of terms', () => {
  const index = new TermIndex();
  // Neither in order nor the other way round.
  for (let at = 0; at < everyWord.length; at += 1) {
    const number = (at * 401) % everyWord.length;
    index.add(number, 3, [everyWord[number]!]);
  }
  const word = fc.string({ unit: fc.constantFrom(...letters, 'd'), minLength: 1, maxLength: 8 });

  it('knows the terms that begin in any way', () => {
    fc.assert(
      fc.property(word, (prefix) => {
        expect(visited((visit) => index.eachBeginning(prefix, visit))).toEqual(
          everyWord.filter((term) => term.startsWith(prefix)).sort(),
        );
      }),
    );
  });

  it('knows the terms that are spelled about like any word', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 1, max: 2 }), (spelling, slips) => {
        expect(visited((visit) => index.eachAlike(spelling, slips, visit))).toEqual(
          everyWord.filter((term) => term[0] === spelling[0] && distance(term, spelling) <= slips).sort(),
        );
      }),
    );
  });
});
