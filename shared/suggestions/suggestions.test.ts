import { beforeEach, describe, expect, it } from 'vitest';
import type { Suggestion } from './answers';
import { pairsOf, part, Party } from './suggestions.testing';

const today = '2026-05-04';
let party: Party;
const now = (): string[] => pairsOf(party.on(today));
const only = (): Suggestion | undefined => party.on(today).suggestions[0];

beforeEach(() => {
  party = new Party();
});

describe('who is suggested', () => {
  it('those of whom one looks for what the other offers, though nobody links them', () => {
    party.friend('ana', { lookingFor: ['piano teacher'] });
    party.friend('ben', { canHelpWith: ['piano lessons'] });
    party.friend('cem');
    expect(now()).toEqual(['ana ben']);
    expect(part(only(), 'need')).toMatchObject({
      text: 'Ana looks for “piano teacher”, and Ben can help with “piano lessons”.',
      evidence: [
        { table: 'contacts', id: 'ana' },
        { table: 'contacts', id: 'ben' },
      ],
    });
    expect(part(only(), 'plausibility')?.text).toBe('Nobody whom you know links the two yet.');
  });

  it('those who know two people in common, but not those who know one alone', () => {
    for (const id of ['ana', 'ben', 'cem', 'dana']) party.friend(id);
    party.tie('ana', 'cem');
    party.tie('ben', 'cem');
    expect(now()).toEqual([]);
    party.tie('ana', 'dana');
    party.tie('ben', 'dana');
    expect(now().sort()).toEqual(['ana ben', 'cem dana']);
    expect(part(only(), 'plausibility')).toMatchObject({
      text: expect.stringMatching(/^Both know \w+ and 1 other\.$/) as string,
    });
    expect(part(only(), 'plausibility')?.evidence).toMatchObject([{ table: 'ties' }, { table: 'ties' }]);
  });

  it('those who care for the same in different groups', () => {
    party.friend('ana', { interests: ['Rowing'], organisations: [{ name: 'Roche' }] });
    party.friend('ben', { interests: ['rowing'], organisations: [{ name: 'Migros' }] });
    party.friend('cem', { interests: ['rowing'], organisations: [{ name: 'Migros' }] });
    expect(now().sort()).toEqual(['ana ben', 'ana cem']);
    expect(part(only(), 'interest')?.text).toBe('Both care for “Rowing”.');
    expect(part(only(), 'group')?.text).toMatch(
      /^Ana knows nobody in “Migros”, and \w+ nobody in “Roche”\.$/,
    );
  });

  it('those of two groups that hang on one person', () => {
    for (const id of ['ana', 'ann', 'cem']) party.friend(id, { organisations: [{ name: 'Roche' }] });
    for (const id of ['ben', 'bob']) party.friend(id, { organisations: [{ name: 'Migros' }] });
    for (const id of ['ana', 'ann', 'ben', 'bob']) party.tie(id, 'cem');
    const [first] = party.on(today).suggestions;
    expect(part(first, 'bridge')).toMatchObject({
      text: expect.stringContaining('hang on Cem alone') as string,
      evidence: [{ table: 'contacts', id: 'cem' }],
    });
    party.friend('bea', { organisations: [{ name: 'Migros' }] });
    party.tie('ann', 'bea');
    expect(part(party.on(today).suggestions[0], 'bridge')).toBeUndefined();
  });
});

describe('who is never suggested', () => {
  beforeEach(() => {
    party.friend('ana', { lookingFor: ['piano teacher'] });
    party.friend('ben', { canHelpWith: ['piano lessons'] });
  });

  it.each([
    ['who know each other', () => party.tie('ana', 'ben')],
    ['who know each other from a later day on', () => party.tie('ana', 'ben', { since: '2026-08' })],
    ['of whom one is archived', () => party.change('contacts', 'ana', {}, { archived: true })],
    ['of whom one is left out of measures', () => party.change('contacts', 'ben', {}, { noMeasures: true })],
    ['of whom one is me', () => party.settings({ me: 'ana' })],
    [
      'of whom I said “not these two”',
      () => party.put('pairDecisions', { a: 'ben', b: 'ana', kind: 'never-introduce', day: '2020-01-01' }),
    ],
    [
      'of whom I said “not now” a while ago',
      () => party.put('pairDecisions', { a: 'ana', b: 'ben', kind: 'not-now', day: '2026-02-04' }),
    ],
    [
      'whose introduction is under way',
      () => party.put('introductions', { a: 'ben', b: 'ana', stage: 'idea' }),
    ],
    [
      'whose introduction was declined',
      () => party.put('introductions', { a: 'ana', b: 'ben', stage: 'declined' }),
    ],
    [
      'of whom one said no',
      () =>
        party.put('introductions', {
          a: 'ana',
          b: 'ben',
          stage: 'withdrawn',
          consentB: 'no',
          day: '2020-01-01',
        }),
    ],
  ])('two %s', (_who, change) => {
    expect(now()).toEqual(['ana ben']);
    change();
    expect(now()).toEqual([]);
  });

  it('whom I do not know, or with whom nothing is on record', () => {
    party.contact('cem', { canHelpWith: ['piano lessons'] });
    expect(now()).toEqual(['ana ben']);
  });

  it('but “not now” is over after 90 days, and so is what was put off', () => {
    party.put('pairDecisions', { a: 'ana', b: 'ben', kind: 'not-now', day: '2026-02-03' });
    party.put('introductions', {
      a: 'ana',
      b: 'ben',
      stage: 'not-now',
      history: [{ day: '2026-02-03', stage: 'not-now' }],
    });
    expect(now()).toEqual(['ana ben']);
  });

  it('and says why nobody is', () => {
    party.change('contacts', 'ana', { lookingFor: ['piano teacher'] }, { lookingFor: [] });
    expect(party.on(today).none).toContain('Nothing on record');
    expect(new Party().on(today).none).toContain('fewer than two people');
  });
});

describe('what a pair is worth', () => {
  it('less where one was asked or introduced in the last 30 days, and says so', () => {
    party.friend('ana', { lookingFor: ['piano teacher'] });
    party.friend('ben', { canHelpWith: ['piano lessons'] });
    const before = only();
    expect(part(before, 'cost')).toMatchObject({ value: 0, evidence: [] });
    party.put('requests', { id: 'ask', contact: 'ben', askedOn: '2026-04-29' });
    party.put('requests', { id: 'old', contact: 'ben', askedOn: '2026-04-04' });
    // Once in 30 days is as often as is wanted, where nothing else was set.
    expect(only()?.value).toBeCloseTo((before?.value ?? 0) / 2 - 0.1, 12);
    expect(part(only(), 'willingness')?.text).toContain(
      'Ben was asked as often as you want to ask one person (once a month); from Friday 29 May on it is easier.',
    );
    party.settings({ askLimit: 2 });
    expect(only()?.value).toBeCloseTo((before?.value ?? 0) - 0.1, 12);
    expect(part(only(), 'willingness')?.text).not.toContain('as often as');
    expect(part(only(), 'cost')).toMatchObject({
      text: 'Ben was asked for something 5 days ago.',
      evidence: [{ table: 'requests', id: 'ask' }],
    });
  });

  it('as much as I am able to ask the one who is further from me', () => {
    party.friend('ana', { lookingFor: ['piano teacher'] });
    party.friend('ben', { canHelpWith: ['piano lessons'] }, '2024-01-01');
    party.friend('cem', { canHelpWith: ['piano lessons'] });
    expect(now()).toEqual(['ana cem', 'ana ben']);
    const [warm, cooling] = party.on(today).suggestions.map((one) => part(one, 'willingness'));
    expect(warm?.value).toBeGreaterThan((cooling?.value ?? 1) * 3);
    expect(cooling?.text).toContain('Your tie with Ben is the weaker one: a word with them first.');
    expect(cooling?.evidence).toEqual([
      expect.objectContaining({ table: 'interactions', id: 'call-ana', contact: 'ana' }),
      {
        table: 'interactions',
        id: 'call-ben',
        contact: 'ben',
        text: 'Ben: Spoke on the phone in January 2024.',
      },
    ]);
  });

  it('is the product of its parts less the cost, as they are told', () => {
    party.friend('ana', { lookingFor: ['piano teacher'] });
    party.friend('ben', { canHelpWith: ['piano lessons'] });
    const one = only();
    const need = part(one, 'need')?.value ?? 0;
    const benefit = Math.sqrt((1 - 0.9 * (1 - need)) * 0.1);
    const [rank, willing] = [part(one, 'plausibility')?.value ?? 0, part(one, 'willingness')?.value ?? 0];
    expect(rank).toBe(0.5);
    expect(one?.value).toBeCloseTo(rank * benefit * willing, 12);
  });

  it('tells no number, and nothing that is confidential', () => {
    party.put('confidential', { id: 'secret', text: 'MARKER' });
    party.friend('ana', { lookingFor: ['piano teacher'] });
    party.friend('ben', { canHelpWith: ['piano lessons'] });
    party.call('ana', '2026-05-02', { confidential: 'secret' });
    party.put('requests', { contact: 'ben', askedOn: '2026-04-29', confidential: 'secret' });
    expect(JSON.stringify(party.on(today))).not.toContain('MARKER');
    expect(only()?.why).not.toMatch(/\d/);
  });
});
