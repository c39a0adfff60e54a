/** Whom a search finds, and in which order, is what looking at every word of everybody would say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SearchDocument, type SearchField, searchFields } from './document';
import { PeopleSearch } from './people-search';
import { isUnspaced, queryTerms, textTerms } from './terms';

interface Person {
  readonly document: SearchDocument;
  readonly notes: readonly string[];
}

const weights: Readonly<Record<SearchField, number>> = {
  name: 8,
  nicknames: 6,
  organisations: 3,
  place: 2.5,
  tags: 2.5,
  emails: 2.5,
  more: 1.5,
  notes: 1,
};

/** Whether a word can be had from another by so many slips, the first letter being right. */
function alike(word: string, other: string, slips: number): boolean {
  if (word === other) return true;
  if (slips === 0) return false;
  const changed = (at: number): string[] => [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    ...[...new Set(other)].flatMap((letter) => [
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + letter + word.slice(at + 1),
    ]),
  ];
  return Array.from({ length: word.length + 1 }, (_, at) => at).some((at) =>
    changed(at).some((next) => alike(next, other, slips - 1)),
  );
}

/** How well one word of a query fits one word of a text, 0..1. */
function closeness(term: string, word: string, forgiving: boolean): number {
  if (term === word) return 1;
  if (isUnspaced(term)) return 0;
  const longer = word.startsWith(term) ? 0.4 + (0.4 * term.length) / word.length : 0;
  const slips = !forgiving || term.length < 4 ? 0 : 1;
  const similar = slips > 0 && term[0] === word[0] && alike(term, word, slips) ? 0.3 : 0;
  return Math.max(longer, similar);
}

function naively(people: readonly Person[], query: string, limit: number): string[] {
  const terms = queryTerms(query);
  for (const forgiving of [false, true]) {
    const namesOnly = !forgiving && terms.every((term) => term.length <= 2 && !isUnspaced(term));
    const found: { id: string; total: number }[] = [];
    for (const { document, notes } of people) {
      const words = searchFields
        .filter((field) => !namesOnly || field === 'name' || field === 'nicknames')
        .flatMap((field) =>
          (field === 'notes' ? notes : [document[field]])
            .flatMap(textTerms)
            .map((word) => ({ word, weight: weights[field] })),
        );
      const scores = terms.map((term) =>
        Math.max(0, ...words.map(({ word, weight }) => weight * closeness(term, word, forgiving))),
      );
      if (scores.length > 0 && scores.every((score) => score > 0)) {
        found.push({ id: document.id, total: scores.reduce((sum, score) => sum + score, 0) });
      }
    }
    if (found.length > 0) {
      return found
        .sort((a, b) => b.total - a.total)
        .slice(0, limit)
        .map(({ id }) => id);
    }
  }
  return [];
}

const word = fc.oneof(
  fc.constantFrom('ana', 'anna', 'annabel', 'bo', 'porto', 'portos', 'prtoo', 'oporto', 'a', 'an'),
  fc.constantFrom('小明', '王小明', '明', 'Núñez', 'nunez', 'munez', "O'Brien", 'obrein', 'Wei-Ling'),
  fc.string({ unit: fc.constantFrom('a', 'n', 'o'), minLength: 1, maxLength: 7 }),
);
const text = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { maxLength: most }).map((words) => words.join(' '));

const person = fc.record({
  name: text(3),
  nicknames: text(1),
  organisations: text(2),
  place: text(1),
  tags: text(2),
  emails: text(1),
  more: text(1),
  notes: fc.array(text(8), { maxLength: 2 }),
});

describe('a search', () => {
  it('finds whom looking at every word would find, in the same order, however few are asked for', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 40, size: 'max' }),
        fc.array(text(3), { minLength: 1, maxLength: 4 }),
        fc.oneof(fc.integer({ min: 1, max: 10 }), fc.constant(Number.POSITIVE_INFINITY)),
        (given, queries, limit) => {
          const people = given.map(({ notes, ...fields }, at): Person => {
            return { document: { id: `p${at}`, ...fields }, notes };
          });
          const search = new PeopleSearch();
          for (const { document, notes } of people) {
            search.put(document);
            for (const [at, note] of notes.entries())
              search.putNote(`${document.id}-${at}`, note, document.id);
          }
          for (const query of queries)
            expect(search.find(query, limit)).toEqual(naively(people, query, limit));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a search among more words than are put in order at once', () => {
  it('finds each of them, by its beginning and with a slip, whether it is in order yet or not', () => {
    const search = new PeopleSearch();
    const count = 1_300;
    const name = (at: number): string => `w${at.toString(36).padStart(4, '0')}`;
    for (let at = 0; at < count; at += 1) {
      const empty = { nicknames: '', organisations: '', place: '', tags: '', emails: '', more: '' };
      search.put({ id: `p${at}`, name: name(at), ...empty });
    }
    for (let at = 0; at < count; at += 1) {
      expect(search.find(name(at), 1)).toEqual([`p${at}`]);
      expect(search.find(`${name(at)}q`)).toContain(`p${at}`);
    }
    expect(search.find('w0')).toHaveLength(count);
  });
});
