import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactWarmth } from '../../shared/analysis/service-messages';
import { Contact } from '../../shared/model/entities/contact';
import { everybody } from '../network/people-view';
import { comparison, isShown, type RowFacts } from './rows';
import { filterAndSort } from './sort-in-turns';

const contact = (id: string, name: string, fields: object = {}): Contact =>
  Contact.parse({ id, name: { full: name }, createdAt: '2026-01-01T00:00:00Z', ...fields });

const warmth = (contact: string, shown: number): ContactWarmth => ({
  contact,
  step: 3,
  shown,
  state: 'warm',
  word: 'in rhythm',
  last: null,
  days: 1,
  meanGap: null,
  silence: null,
  rhythm: null,
  quietBy: null,
  order: null,
});

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const facts: RowFacts = {
  me: 'me',
  clusterOf: (id) => (id === 'ana' ? 'c1' : undefined),
  lastOf: (id) => ({ ana: '2026-01-01', bo: '2026-03-01' })[id],
  warmthOf: (id) => (id === 'ana' ? warmth('ana', 0.2) : id === 'bo' ? warmth('bo', 0.9) : undefined),
  circles: ['inner', 'close'],
  compare: (a, b) => collator.compare(a, b),
};

const people = [
  contact('cem', 'Çem', { place: 'Porto', circle: 'close' }),
  contact('ana', 'Ana', { organisations: [{ name: 'Zeta' }], circle: 'inner', tags: ['choir'] }),
  contact('bo', 'Bo', { organisations: [{ name: 'Alpha', to: '2020' }, { name: 'Öre' }] }),
  contact('dan', 'Dan', { archived: true }),
  contact('me', 'Me'),
];

const ids = (list: readonly Contact[]): string[] => list.map(({ id }) => id);

describe('who is shown', () => {
  const shown = (view: object, found?: ReadonlySet<string>): string[] =>
    ids(people.filter((one) => isShown(one, { ...everybody, ...view }, found, facts)));

  it.each([
    [{}, ['cem', 'ana', 'bo']],
    [{ archived: true }, ['dan']],
    [{ tag: 'choir' }, ['ana']],
    [{ place: 'Porto' }, ['cem']],
    [{ circle: 'inner' }, ['ana']],
    [{ organisation: 'Alpha' }, ['bo']],
    [{ cluster: 'c1' }, ['ana']],
    [{ warmth: 'unknown' }, ['cem']],
  ])('%o', (view, expected) => {
    expect(shown(view)).toEqual(expected);
  });

  it('those found by a text, of them', () => {
    expect(shown({}, new Set(['bo', 'dan']))).toEqual(['bo']);
  });
});

describe('in which order', () => {
  const sorted = (by: Parameters<typeof comparison>[0]['by'], down = false): string[] =>
    ids(people.slice(0, 3).sort(comparison({ by, down }, facts)));

  it('by name as the language has it', () => {
    expect(sorted('name')).toEqual(['ana', 'bo', 'cem']);
    expect(sorted('name', true)).toEqual(['cem', 'bo', 'ana']);
  });

  it('puts those who lack the value last, whichever way round', () => {
    expect(sorted('organisation')).toEqual(['bo', 'ana', 'cem']);
    expect(sorted('organisation', true)).toEqual(['ana', 'bo', 'cem']);
    expect(sorted('last', true)).toEqual(['bo', 'ana', 'cem']);
    expect(sorted('circle')).toEqual(['ana', 'cem', 'bo']);
    expect(sorted('warmth')).toEqual(['bo', 'ana', 'cem']);
  });
});

describe('sorting in turns', () => {
  it('gives what sorting at once gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 1_500 }), async (numbers) => {
        const keyed = numbers.map((value, at) => ({ value, at }));
        const stop = new AbortController();
        const result = await filterAndSort(
          keyed,
          ({ value }) => value % 3 > 0,
          (a, b) => a.value - b.value,
          stop.signal,
        );
        expect(result).toEqual(keyed.filter(({ value }) => value % 3 > 0).sort((a, b) => a.value - b.value));
      }),
      { numRuns: 30 },
    );
  });

  it('gives up when it is overtaken', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(
      await filterAndSort(
        [2, 1],
        () => true,
        (a, b) => a - b,
        stop.signal,
      ),
    ).toBeUndefined();
  });
});
