import { describe, expect, test } from 'vitest';
import { attributesOf, type Person } from './attributes';
import { finish } from './chunked';
import { buildGraph } from './graph';
import { leadIndex, whoCouldLead } from './lead-there';
import { person } from './people.testing';

const nobodysWarmth: Record<string, number> = {};

function leads(
  people: Person[],
  attribute: string,
  value: string,
  ties: [string, string][] = [],
  warmth = nobodysWarmth,
  most = 10,
) {
  const at = (id: string) => people.findIndex((one) => one.id === id);
  const graph = buildGraph(people.length, { a: ties.map(([a]) => at(a)), b: ties.map(([, b]) => at(b)) });
  const attributes = finish(attributesOf(people, []));
  const heat = people.map(({ id }) => warmth[id] ?? null);
  const index = finish(leadIndex(people, graph, heat, attributes));
  const found = attributes.find(({ name }) => name === attribute)!;
  return whoCouldLead(index, found, value, most).map(({ person: lead, reasons }) => ({
    id: people[lead]!.id,
    reasons: reasons.map((reason) =>
      reason.kind === 'knows'
        ? { kind: 'knows', ids: reason.people.map((other) => people[other]!.id) }
        : reason,
    ),
  }));
}

describe('who could lead there', () => {
  test('says why: a past job, whom they know, an interest, a tag', () => {
    const people = [
      person('nina', { industry: 'Law' }),
      person('omar', { industry: 'Law', interests: ['law'] }),
      person('job', {
        jobs: [{ name: 'Harbour law office', title: 'Clerk', to: '2021' }],
        organisations: [{ name: 'Mill' }],
      }),
      person('friend', { industry: 'Media' }),
      person('reader', { interests: ['Maritime LAW'], tags: ['law school'] }),
      person('lawn', { interests: ['lawn mowing'] }),
    ];
    expect(
      leads(
        people,
        'industry',
        'law',
        [
          ['friend', 'nina'],
          ['omar', 'friend'],
          ['nina', 'omar'],
        ],
        { omar: 0.9 },
      ),
    ).toEqual([
      { id: 'friend', reasons: [{ kind: 'knows', ids: ['omar', 'nina'] }] },
      {
        id: 'job',
        reasons: [{ kind: 'pastJob', organisation: 'Harbour law office', title: 'Clerk', until: '2021' }],
      },
      {
        id: 'reader',
        reasons: [
          { kind: 'interest', interest: 'Maritime LAW' },
          { kind: 'tag', tag: 'law school' },
        ],
      },
    ]);
  });

  test('the warmest first, unknown last, and no more than asked for', () => {
    const people = ['cold', 'unknown', 'warm', 'another'].map((id) => person(id, { interests: ['law'] }));
    const order = (most: number) =>
      leads(people, 'industry', 'Law', [], { cold: 0.1, warm: 0.8, another: 0.1 }, most).map(({ id }) => id);
    expect(order(10)).toEqual(['warm', 'another', 'cold', 'unknown']);
    expect(order(2)).toEqual(['warm', 'another']);
  });

  test('an organisation is of the industry of those who are there now', () => {
    const there = (id: string, industry: string) =>
      person(id, { industry, organisations: [{ name: 'Kaveri' }] });
    const once = person('once', { organisations: [{ name: 'kaveri', to: '2020' }, { name: 'Other' }] });
    const people = [there('a', 'Energy'), there('b', 'energy'), there('c', 'Media'), once];
    const reasons = [{ kind: 'pastJob', organisation: 'kaveri', title: null, until: '2020' }];
    expect(leads(people, 'industry', 'Energy')).toEqual([{ id: 'once', reasons }]);
    expect(leads(people.slice(1), 'industry', 'Energy')).toEqual([]);
    expect(leads(people, 'industry', 'Media')).toEqual([]);
    // One person says little about an organisation, and two against two say nothing.
    expect(leads([there('a', 'Energy'), once], 'industry', 'Energy')).toEqual([]);
    const twoEach = [...people, there('d', 'Media')];
    for (const industry of ['Energy', 'Media']) expect(leads(twoEach, 'industry', industry)).toEqual([]);
  });

  test('a place: who lived there; names in scripts without blanks are found too', () => {
    const people = [
      person('a', { place: 'Basel', places: ['神戸市'] }),
      person('b', { place: '神戸' }),
      person('c', { place: 'Basel', interests: ['Kobe'] }),
    ];
    expect(leads(people, 'place', '神戸', [['c', 'b']])).toEqual([
      { id: 'a', reasons: [{ kind: 'place', place: '神戸市' }] },
      { id: 'c', reasons: [{ kind: 'knows', ids: ['b'] }] },
    ]);
  });

  test('nobody leads into a circle, and a decade is reached through those one knows alone', () => {
    const people = [
      person('a', { circle: 'inner', birthday: '1990' }),
      person('b', { tags: ['inner', '1990s'] }),
      person('c'),
    ];
    const ties: [string, string][] = [['a', 'c']];
    expect(leads(people, 'circle', 'inner', ties)).toEqual([]);
    expect(leads(people, 'generation', '1990s', ties)).toEqual([
      { id: 'c', reasons: [{ kind: 'knows', ids: ['a'] }] },
    ]);
  });
});
