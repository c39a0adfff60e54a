import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Desk, file, mail, person } from '../imports/importing.testing';
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import { referencesOf } from '../model/references';
import { tableNames } from '../model/table-names';
import { run } from './command';
import { commandNamed } from './index';
import { steps, takeStep, testContext } from './random-commands.testing';
import { revert } from './revert';
import { KithmapError } from '../errors';

/** Two cards of one person with something in every table that speaks of people, and a third who knows both. */
function twoCards(): Desk {
  const desk = new Desk();
  desk.do('contact.add', {
    id: 'ana',
    name: { full: 'Ana Silva' },
    emails: [{ value: 'ana@example.org' }],
    place: 'Lisbon',
    organisations: [{ name: 'Halden', title: 'Lead' }],
  });
  desk.do('contact.add', {
    id: 'bea',
    name: { full: 'A. Silva Costa' },
    emails: [{ value: 'ANA@example.org' }, { value: 'silva@example.com' }],
    place: 'Porto',
    organisations: [{ name: 'Halden' }],
    circle: 'close',
    howMet: { through: 'ana', text: 'at the choir' },
    tags: ['choir'],
  });
  desk.do('contact.add', { id: 'cy', name: { full: 'Cy' }, howMet: { through: 'bea' } });
  desk.do('contact.add', { id: 'dan', name: { full: 'Dan' } });
  desk.do('tie.add', { id: 'ac', a: 'ana', b: 'cy', state: 'inferred', confidence: 0.4, weight: 2 });
  desk.do('tie.add', {
    id: 'bc',
    a: 'bea',
    b: 'cy',
    kind: 'manager',
    kindOf: 'bea',
    since: '2019',
    weight: 5,
  });
  desk.do('evidence.add', { id: 'e-bc', tie: 'bc', kind: 'meeting', size: 3 });
  desk.do('tie.add', { id: 'ab', a: 'ana', b: 'bea' });
  desk.do('tie.add', { id: 'bd', a: 'bea', b: 'dan' });
  desk.do('interaction.add', { id: 'both', with: ['bea', 'cy', 'ana'], channel: 'call', day: '2026-04-01' });
  desk.do('interaction.add', { id: 'his', with: ['bea'], channel: 'call', day: '2026-04-02' });
  desk.do('note.add', { id: 'note', contact: 'bea', confidentialText: 'a secret' });
  desk.do('commitment.add', { id: 'promise', contact: 'bea', by: 'me', text: 'slides' });
  desk.do('group-reminder.add', {
    id: 'group',
    name: 'choir',
    contacts: ['bea', 'ana'],
    everyDays: 30,
    next: '2026-06-01',
  });
  desk.do('shareable.add', { id: 'share', title: 'x', sent: [{ contact: 'bea', day: '2026-04-01' }] });
  desk.do('introduction.add', { id: 'intro', a: 'bea', b: 'dan', stage: 'idea' });
  desk.do('atlas.pin', { id: 'bea', x: 1, y: 2 });
  desk.do('pair-decision.add', { id: 'never', a: 'bea', b: 'dan', kind: 'never-introduce' });
  desk.do('pair-decision.add', { id: 'apart', a: 'bea', b: 'ana', kind: 'not-same' });
  return desk;
}

describe('merging two contacts', () => {
  it('leaves everything that spoke of either speaking of the one', () => {
    const desk = twoCards();
    const { network } = desk;
    desk.do('contact.merge', { into: 'ana', gone: 'bea' });
    for (const table of tableNames) {
      for (const entity of network.all(table)) {
        for (const { id } of referencesOf(table, entity)) expect(id, table).not.toBe('bea');
      }
    }
    expect(network.get('contacts', 'ana')).toMatchObject({
      name: { full: 'Ana Silva' },
      nicknames: ['A. Silva Costa'],
      emails: [{ value: 'ana@example.org' }, { value: 'silva@example.com' }],
      place: 'Lisbon',
      organisations: [{ name: 'Halden', title: 'Lead' }],
      circle: 'close',
      howMet: { text: 'at the choir' },
      tags: ['choir'],
    });
    expect(network.get('contacts', 'ana')?.howMet).not.toHaveProperty('through');
    expect(network.get('contacts', 'cy')?.howMet?.through).toBe('ana');
    expect([...network.all('ties')].map(({ id }) => id).sort()).toEqual(['ac', 'bd']);
    expect(network.get('ties', 'ac')).toMatchObject({
      state: 'known',
      kind: 'manager',
      kindOf: 'ana',
      since: '2019',
      weight: 5,
    });
    expect(network.get('ties', 'ac')).not.toHaveProperty('confidence');
    expect(network.get('evidence', 'e-bc')?.tie).toBe('ac');
    expect(network.get('interactions', 'both')?.with).toEqual(['ana', 'cy']);
    expect(network.get('groupReminders', 'group')?.contacts).toEqual(['ana']);
    expect(network.get('shareables', 'share')?.sent).toEqual([{ contact: 'ana', day: '2026-04-01' }]);
    expect([...network.all('pairDecisions')].map(({ id }) => id)).toEqual(['never']);
    expect(network.has('positions', 'bea')).toBe(false);
    expect(network.index.summary('ana').count).toBe(2);
  });

  it('takes what was chosen field by field', () => {
    const desk = twoCards();
    const keep = {
      place: 'theirs',
      emails: 'mine',
      name: 'theirs',
      tags: 'mine',
      organisations: 'theirs',
      circle: 'mine',
    };
    desk.do('contact.merge', { into: 'ana', gone: 'bea', keep });
    const ana = desk.network.get('contacts', 'ana');
    expect(ana).toMatchObject({
      name: { full: 'A. Silva Costa' },
      place: 'Porto',
      emails: [{ value: 'ana@example.org' }],
      nicknames: ['Ana Silva'],
      tags: [],
      organisations: [{ name: 'Halden' }],
    });
    expect(ana?.circle).toBeUndefined();
  });

  it('makes me the one, and refuses to merge somebody with themselves', () => {
    const desk = twoCards();
    desk.do('me.choose', { id: 'dan' });
    const me = desk.network.get('settings', 'settings')?.me ?? '';
    desk.do('contact.merge', { into: 'cy', gone: me });
    expect(desk.network.get('settings', 'settings')?.me).toBe('cy');
    const other = twoCards();
    expect(() => other.do('contact.merge', { into: 'dan', gone: 'dan' })).toThrow(/one contact already/);
  });

  it('lets introductions within the one person go, with their letters and their secrets, and brings them back', () => {
    const desk = twoCards();
    const { network } = desk;
    desk.do('introduction.add', {
      id: 'each',
      a: 'ana',
      b: 'bea',
      stage: 'met',
      confidentialText: 'they had quarrelled',
      history: [{ day: '2026-03-01', stage: 'met', note: 'at last' }],
    });
    desk.do('introduction.add', { id: 'self', a: 'ana', b: 'dan', by: 'bea', stage: 'introduced' });
    desk.do('draft.keep', { introduction: 'each', use: 'ask', contact: 'bea', body: 'Would you' });
    const secret = network.get('introductions', 'each')?.confidential ?? '';
    const before = JSON.stringify(sorted(network.toData()));
    const patches = desk.do('contact.merge', { into: 'ana', gone: 'bea' });
    expect([...network.all('introductions')].map(({ id }) => id)).toEqual(['intro']);
    expect([...network.all('drafts')]).toEqual([]);
    // Whoever got to know each other by them still does.
    expect(network.index.tieBetween('ana', 'dan')).toBeDefined();
    expect(JSON.stringify([...network.all('merges')])).not.toContain('quarrelled');
    sound(network);

    const [merge] = [...network.all('merges')];
    const split = desk.do('contact.split', { merge: merge?.id });
    expect(JSON.stringify(sorted(network.toData()))).toBe(before);
    desk.undo(split);
    desk.undo(patches);
    expect(JSON.stringify(sorted(network.toData()))).toBe(before);

    // The text goes with the last that speaks of it.
    desk.do('contact.merge', { into: 'ana', gone: 'bea' });
    expect(network.has('confidential', secret)).toBe(true);
    desk.do('contact.remove', { id: 'ana' });
    expect(network.has('confidential', secret)).toBe(false);
  });

  it('merges several at once, whoever went before counted as who they became', () => {
    const desk = twoCards();
    desk.do('contact.add', { id: 'fay', name: { full: 'Ana Silva' } });
    const patches = desk.do('contact.merge-many', {
      pairs: [
        { into: 'ana', gone: 'bea' },
        { into: 'bea', gone: 'fay' },
      ],
    });
    expect(desk.network.has('contacts', 'fay')).toBe(false);
    expect([...desk.network.all('merges')].map(({ into }) => into)).toEqual(['ana', 'ana']);
    desk.undo(patches);
    expect(desk.network.toData()).toEqual({
      ...twoCards().network.toData(),
      contacts: desk.network.toData()['contacts'],
    });
  });

  it('is known again by the files of both: importing either updates the one and brings no second', () => {
    const desk = new Desk();
    const phone = file('vcard', [
      person('Ana Silva', { ...mail('ana@example.org'), place: 'Lisbon' }, { key: 'uid-1' }),
    ]);
    const book = file('book', [
      person('Silva, Ana', { ...mail('silva@example.com') }, { key: 'silva@example.com' }),
    ]);
    desk.import(phone);
    desk.import(book);
    const [into, gone] = [desk.named('Ana Silva').id, desk.named('Silva, Ana').id];
    desk.do('contact.merge', { into, gone });
    for (const again of [phone, book]) {
      expect(desk.import(again).plan.counts).toMatchObject({ new: 0, changed: 0, possibleDuplicates: 0 });
    }
    const moved = file('vcard', [
      person('Ana Silva', { ...mail('ana@example.org'), place: 'Braga' }, { key: 'uid-1' }),
    ]);
    expect(desk.import(moved).plan.counts).toMatchObject({ new: 0, changed: 1 });
    expect(desk.contacts()).toHaveLength(1);
    expect(desk.contacts()[0]).toMatchObject({ place: 'Braga', emails: [{}, {}] });
  });
});

describe('taking two contacts apart', () => {
  it('gives back all of both, and remembers that they are two', () => {
    const desk = twoCards();
    const before = desk.network.toData();
    desk.do('contact.merge', { into: 'ana', gone: 'bea' });
    const [merge] = [...desk.network.all('merges')];
    desk.do('contact.split', { merge: merge?.id });
    // That they are two was said before; nothing is said twice.
    expect(desk.network.toData()).toEqual(before);
  });

  it('still works where an import that brought one of them was taken back meanwhile', () => {
    const desk = new Desk();
    desk.import(file('vcard', [person('Ana Silva', { ...mail('ana@example.org') }, { key: 'uid-1' })]));
    const book = file('book', [person('Silva, Ana', { ...mail('silva@example.com') }, { key: 'k' })]);
    const { patches } = desk.import(book);
    const [into, gone] = [desk.named('Ana Silva').id, desk.named('Silva, Ana').id];
    desk.do('contact.merge', { into, gone });
    desk.do('contact.edit', { id: into, place: 'Braga' });
    desk.undo(patches);
    sound(desk.network);
    expect(desk.contacts()).toMatchObject([{ id: into, place: 'Braga' }]);
    const [merge] = [...desk.network.all('merges')];
    desk.do('contact.split', { merge: merge?.id });
    sound(desk.network);
    expect(desk.network.get('contacts', into)).toMatchObject({
      place: 'Braga',
      emails: [{ value: 'ana@example.org' }],
    });
  });

  it('keeps what came since, weeks later and long after undo forgot', () => {
    const desk = twoCards();
    desk.do('contact.merge', { into: 'ana', gone: 'bea' });
    const [merge] = [...desk.network.all('merges')];
    const again = new Network();
    const stored: unknown = JSON.parse(JSON.stringify(desk.network.toData()));
    for (const table of tableNames) {
      for (const [id, row] of Object.entries(
        (stored as Record<string, Record<string, unknown>>)[table] ?? {},
      )) {
        again.load(table, id, row);
      }
    }
    const context = { ...testContext(), today: '2026-06-20', now: '2026-06-20T09:00:00.000Z' };
    const give = (name: string, args: JsonObject): JsonObject => {
      const { patches, answer } = run(again, commandNamed(name), args, context);
      again.apply(patches);
      return answer;
    };
    const emails = [...(again.get('contacts', 'ana')?.emails ?? []), { value: 'new@example.org' }];
    give('contact.edit', { id: 'ana', emails, place: 'Faro' });
    give('interaction.edit', { id: 'both', with: ['ana', 'cy', 'dan'] });
    give('interaction.add', { id: 'since', with: ['ana'], channel: 'meal', day: '2026-06-01' });
    give('tie.edit', { id: 'ac', closeness: 4 });
    expect(give('contact.split', { merge: merge?.id })).toEqual({ id: 'bea', into: 'ana', left: 0 });
    expect(again.get('contacts', 'ana')).toMatchObject({
      place: 'Faro',
      emails: [{ value: 'ana@example.org' }, { value: 'new@example.org' }],
      nicknames: [],
    });
    expect(again.get('contacts', 'bea')?.place).toBe('Porto');
    expect([...(again.get('interactions', 'both')?.with ?? [])].sort()).toEqual(['ana', 'bea', 'cy', 'dan']);
    expect(again.get('interactions', 'since')?.with).toEqual(['ana']);
    expect(again.get('interactions', 'his')?.with).toEqual(['bea']);
    expect(again.get('ties', 'ac')).toMatchObject({ state: 'inferred', closeness: 4, weight: 2 });
    expect(again.get('ties', 'bc')).toMatchObject({ kind: 'manager', kindOf: 'bea' });
    expect(again.get('evidence', 'e-bc')?.tie).toBe('bc');
    expect(again.count('merges')).toBe(0);
  });
});

describe('merging and splitting, whatever came before and since', () => {
  const random = fc.tuple(steps(40), fc.nat(999), fc.nat(999), steps(10));
  /** People for whatever comes then. */
  const somebody = [1, 2, 3, 4, 5].map((a) => ({ kind: 1, a, b: 0, text: `Person ${a}`, day: 0 }));

  it('is undone to the last field, and never leaves a reference to nothing', () => {
    let merged = 0;
    fc.assert(
      fc.property(random, ([sequence, one, other, later]) => {
        const network = new Network();
        const context = testContext();
        for (const step of [...somebody, ...sequence]) takeStep(network, step, context);
        const ids = [...network.all('contacts')].map(({ id }) => id);
        const [into, gone] = [ids[one % ids.length], ids[other % ids.length]];
        if (into === undefined || gone === undefined || into === gone) return;
        const before = JSON.stringify(sorted(network.toData()));
        try {
          const { patches } = run(network, commandNamed('contact.merge'), { into, gone }, context);
          network.apply(patches);
          const undone = revert(network, patches);
          expect(undone.kept).toEqual([]);
          network.apply(undone.patches);
          expect(JSON.stringify(sorted(network.toData()))).toBe(before);
          network.apply(patches);
          merged += 1;
        } catch (error) {
          if (error instanceof KithmapError && error.code === 'conflict') return;
          throw error;
        }
        sound(network);
        for (const step of later) takeStep(network, step, context);
        const [merge] = [...network.all('merges')];
        if (merge === undefined) return;
        network.apply(run(network, commandNamed('contact.split'), { merge: merge.id }, context).patches);
        sound(network);
      }),
      { numRuns: 150 },
    );
    expect(merged).toBeGreaterThan(20);
  });

  it('taken apart at once gives back what was', () => {
    fc.assert(
      fc.property(random, ([sequence, one, other]) => {
        const network = new Network();
        const context = testContext();
        for (const step of [...somebody, ...sequence]) takeStep(network, step, context);
        const ids = [...network.all('contacts')].map(({ id }) => id);
        const [into, gone] = [ids[one % ids.length], ids[other % ids.length]];
        if (into === undefined || gone === undefined || into === gone) return;
        const before = network.toData();
        try {
          network.apply(run(network, commandNamed('contact.merge'), { into, gone }, context).patches);
        } catch (error) {
          if (error instanceof KithmapError && error.code === 'conflict') return;
          throw error;
        }
        const merge = [...network.all('merges')].at(-1);
        network.apply(run(network, commandNamed('contact.split'), { merge: merge?.id }, context).patches);
        const after = network.toData();
        for (const table of tableNames) {
          if (table !== 'pairDecisions') expect(after[table], table).toEqual(before[table]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function sound(network: Network): void {
  const pairs = new Set<string>();
  for (const table of tableNames) {
    for (const entity of network.all(table)) {
      for (const { reference, id } of referencesOf(table, entity)) {
        expect(network.has(reference.to, id), `${table}.${reference.field}`).toBe(true);
      }
    }
  }
  for (const { a, b } of network.all('ties')) {
    expect(a < b).toBe(true);
    expect(pairs.has(`${a} ${b}`)).toBe(false);
    pairs.add(`${a} ${b}`);
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
