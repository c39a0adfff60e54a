/** What holds for every import, whatever is in the files and in the network. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactRecord, ImportItem } from '../formats/record';
import { sameJson } from '../json';
import type { Contact } from '../model/entities';
import { recordsOf } from './answers';
import { Desk, file, mail, person, type TestFile } from './importing.testing';

const name = fc.constantFrom('Ana Silva', 'ana silva', 'Rui', 'Jo Park', '王小明', '  ');
const address = fc.constantFrom('a@x.org', 'A@X.org ', 'b@x.org', 'me@x.org', 'c@x.org', 'no address');
const page = fc.constantFrom(
  'https://linkedin.com/in/ana',
  'http://www.linkedin.com/in/ANA/',
  'acme.com',
  '',
);
const short = fc.constantFrom('', 'Acme', 'acme', 'Bolt', '\u0000', '__proto__');
const labelled = (value: fc.Arbitrary<string>) => fc.array(fc.record({ value }), { maxLength: 3 });
const relation = fc.record(
  {
    ...{
      kind: fc.constantFrom('spouse', 'manager', ''),
      name,
      email: address,
      uid: fc.constantFrom('u1', 'u9'),
    },
    ...{ stated: fc.boolean(), introduced: fc.boolean() },
  },
  { requiredKeys: ['kind'] },
);

const fields: fc.Arbitrary<ContactRecord['fields']> = fc.record(
  {
    name: fc.record({ full: name, given: short }, { requiredKeys: ['full'] }),
    emails: labelled(address),
    urls: labelled(page),
    phones: labelled(fc.constantFrom('+41 44 668 18 00', '0041446681800', '12')),
    organisations: fc.array(fc.record({ name: short, title: short }, { requiredKeys: ['name'] }), {
      maxLength: 2,
    }),
    tags: fc.array(short, { maxLength: 3 }),
    place: short,
    birthday: fc.constantFrom('--02-03', '1980-01-01'),
    other: fc.array(fc.record({ name: short, value: short }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const record: fc.Arbitrary<ImportItem> = fc
  .record(
    {
      line: fc.nat(50),
      key: fc.constantFrom('u1', 'u2', 'a@x.org', 'linkedin.com/in/ana', 'k'),
      id: fc.constantFrom('0', '1', 'u1'),
      identity: fc.array(name, { minLength: 1, maxLength: 1 }),
      fields,
      notes: fc.array(fc.constantFrom('Likes tea', 'likes tea', ''), { maxLength: 2 }),
      relations: fc.array(relation, { maxLength: 2 }),
      connectedOn: fc.constantFrom('2021-03-12', '2022-01-01'),
      nameGuessed: fc.boolean(),
      me: fc.boolean(),
      stub: fc.boolean(),
      met: fc.record(
        { text: short, on: fc.constantFrom('2019', '--02-03'), place: short },
        { requiredKeys: [] },
      ),
      noteDays: fc.array(fc.constantFrom('', '2020-02-02'), { maxLength: 2 }),
    },
    { requiredKeys: ['line', 'identity', 'fields', 'notes', 'relations'] },
  )
  .map((rest) => ({ kind: 'contact', ...rest }));

const tieRecord: fc.Arbitrary<ImportItem> = fc
  .record(
    {
      line: fc.nat(50),
      a: fc.constantFrom('0', '1', 'Ana Silva', 'Jo Park', 'a@x.org', 'Zoe'),
      b: fc.constantFrom('0', '1', 'Ana Silva', 'Jo Park', 'a@x.org', 'Zoe'),
      weight: fc.constantFrom(1, 2.5, 0),
      tieKind: short,
      since: fc.constantFrom('2019', '2020-05'),
      day: fc.constantFrom('2021-01-01', '2021-01-02'),
      evidenceKind: fc.constantFrom('mail' as const, 'meeting' as const),
      confidence: fc.constantFrom(0.2, 1),
    },
    { requiredKeys: ['line', 'a', 'b'] },
  )
  .map((rest) => ({ kind: 'tie', ...rest }));

const participant = fc.record(
  {
    role: fc.constantFrom('organiser' as const, 'attendee' as const, 'from' as const, 'to' as const),
    name,
    id: fc.constantFrom('0', 'u1', 'gone'),
    me: fc.boolean(),
    email: fc.constantFrom(
      'a@x.org',
      ' B@x.org',
      'me@x.org',
      'c@x.org',
      'd@x.org',
      'noreply@x.org',
      'no address',
    ),
    url: page,
  },
  { requiredKeys: ['role'] },
);
const encounter: fc.Arbitrary<ImportItem> = fc
  .record(
    {
      line: fc.nat(50),
      key: fc.constantFrom('m1', 'm2', 'm3', 'm4', '\u0000', '__proto__'),
      sort: fc.constantFrom('meeting' as const, 'mail' as const, 'message' as const),
      channel: fc.constantFrom('in-person' as const, 'mail' as const),
      day: fc.constantFrom('2026-04-01', '2026-04-02', '2026-06-01'),
      nth: fc.constantFrom(1, 7),
      title: short,
      participants: fc.array(participant, { maxLength: 5 }),
      bulk: fc.boolean(),
    },
    { requiredKeys: ['line', 'key', 'sort', 'channel', 'day', 'participants'] },
  )
  .map((rest) => ({ kind: 'encounter', ...rest }));

const anyFile: fc.Arbitrary<TestFile> = fc
  .tuple(
    fc.constantFrom(
      'vcard' as const,
      'linkedin' as const,
      'edges' as const,
      'graphml' as const,
      'pajek' as const,
    ),
    fc.array(fc.oneof(record, record, tieRecord, encounter, encounter), { maxLength: 10 }),
  )
  .map(([format, items]) => file(format, items));
const people = ['a@x.org', 'b@x.org'].map((value) => person(value, mail(value)));
const files = fc.array(anyFile, { minLength: 1, maxLength: 3 });

/** What was there before: a me, or none, and what other files brought. */
const start = fc.record({ me: fc.boolean(), before: fc.array(anyFile, { maxLength: 2 }) });

function deskFrom({ me, before }: { me: boolean; before: readonly TestFile[] }): Desk {
  const made = new Desk();
  if (me) made.do('me.set', { addresses: [{ kind: 'email', value: 'me@x.org' }] });
  for (const one of before) made.import(one);
  return made;
}

const edit = fc.record({
  who: fc.nat(20),
  what: fc.constantFrom('place', 'name', 'emails', 'tags', 'howMet', 'organisations'),
});

/** What a user might make of a field: none of it is in any file. */
function edited(field: string): unknown {
  if (field === 'name') return { full: 'Mine' };
  if (field === 'emails') return [{ value: 'mine@example.org' }];
  if (field === 'tags') return ['mine'];
  if (field === 'organisations') return [{ name: 'Mine' }];
  return field === 'howMet' ? { text: 'mine' } : 'Mine';
}

const runs = { numRuns: 60 };
const fieldOf = (contact: Contact, field: string): unknown => new Map(Object.entries(contact)).get(field);

describe('every import', { timeout: 120_000 }, () => {
  it('that comes again changes nothing', () => {
    fc.assert(
      fc.property(start, files, (from, some) => {
        const made = deskFrom(from);
        made.import(...some);
        const again = made.plan(some);
        expect(again.changes).toEqual([]);
        expect(again.counts).toMatchObject({
          new: 0,
          changed: 0,
          possibleDuplicates: 0,
          ties: 0,
          interactions: 0,
        });
      }),
      runs,
    );
  });

  it('says of every meeting, mail and message what became of it, once', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(encounter, { maxLength: 12 }), (me, items) => {
        const { counts } = deskFrom({ me, before: [file('vcard', people)] }).plan([file('vcard', items)]);
        expect(recordsOf(counts)).toBe(items.length);
      }),
      runs,
    );
  });

  it('that comes again in another order brings nobody new, and comes to rest, of meetings and mails', () => {
    const ofMine = fc.array(encounter, { maxLength: 8 }).map((items) => file('vcard', items));
    fc.assert(
      fc.property(fc.array(ofMine, { minLength: 2, maxLength: 3 }), (some) => {
        const made = deskFrom({ me: true, before: [file('vcard', people)] });
        for (const one of some) made.import(one);
        // Whoever became a contact by the last file is in the others, too: that may make ties, but nobody new.
        for (const one of some.toReversed()) {
          const { plan } = made.import(one);
          expect(plan.counts).toMatchObject({ new: 0, changed: 0 });
        }
        // What was too little for a guess joins a tie that another file made since.
        for (const one of some) {
          const { plan } = made.import(one);
          expect(plan.counts).toMatchObject({ new: 0, changed: 0, interactions: 0 });
        }
        for (const one of some.toReversed()) expect(made.plan([one]).changes).toEqual([]);
      }),
      runs,
    );
  });

  it('that comes again changes nothing, also where two rows are me and swap what they say', () => {
    const row = (key: string, place: string): ImportItem => ({
      ...{ kind: 'contact', line: 1, key, identity: ['Ana Silva'], notes: [], relations: [] },
      fields: { emails: [{ value: 'me@x.org' }], place },
    });
    const made = deskFrom({ me: true, before: [] });
    made.import(file('linkedin', [row('u2', 'Bern'), row('k', 'Basel')]));
    const swapped = file('linkedin', [row('k', 'Oslo'), row('u2', 'Basel')]);
    made.import(swapped);
    const again = made.plan([swapped]);
    expect(again.changes).toEqual([]);
    expect(again.counts).toMatchObject({ new: 0, changed: 0, kept: 1 });
  });

  it('that comes again changes nothing, also where a row of another file brings what a row was declined', () => {
    const row = (place: string, more: ContactRecord['fields'] = {}): ImportItem => ({
      ...{ kind: 'contact', line: 1, key: 'u1', identity: ['Ana Silva'], notes: [], relations: [] },
      fields: { place, ...more },
    });
    const made = new Desk();
    made.import(file('edges', [row('Bolt', mail('a@x.org'))]));
    made.import(file('graphml', [row('Bern', mail('a@x.org'))]));
    const some = [file('graphml', [row('Acme')]), file('edges', [row('Acme')])];
    made.import(...some);
    expect(made.plan(some).changes).toEqual([]);
  });

  it('leaves a name alone where a card has only a blank for it', () => {
    const blank = file('vcard', [
      {
        kind: 'contact',
        line: 1,
        key: 'a@x.org',
        identity: [],
        notes: [],
        relations: [],
        fields: { name: { full: '  ' } },
      },
    ]);
    const made = deskFrom({ me: false, before: [] });
    made.import(
      file('vcard', [{ ...blank.items[0], fields: { name: { full: 'Ana Silva' } } } as ImportItem]),
    );
    made.import(blank);
    expect([...made.network.all('contacts')].map(({ name }) => name.full)).toEqual(['Ana Silva']);
  });

  it('can be taken back, and then is not there', () => {
    fc.assert(
      fc.property(start, files, (from, some) => {
        const made = deskFrom(from);
        const before = made.network.toData();
        const { patches } = made.import(...some);
        expect(made.undo(patches).kept).toEqual([]);
        expect(sameJson(made.network.toData(), before)).toBe(true);
      }),
      runs,
    );
  });

  it('leaves what the user edited as it is', () => {
    fc.assert(
      fc.property(start, files, files, fc.array(edit, { maxLength: 5 }), (from, first, second, edits) => {
        const made = deskFrom(from);
        made.import(...first);
        const mine = new Map<string, { id: string; field: string; value: unknown }>();
        for (const { who, what } of edits) {
          const people = made.contacts();
          const contact = people[who % Math.max(1, people.length)];
          if (contact === undefined) continue;
          made.do('contact.edit', { id: contact.id, [what]: edited(what) });
          mine.set(`${contact.id} ${what}`, { id: contact.id, field: what, value: edited(what) });
        }
        // The same files again, whose rows brought the fields that were edited.
        const { plan } = made.import(...first);
        for (const { id, field, value } of mine.values()) {
          const contact = made.network.get('contacts', id);
          expect(contact === undefined ? undefined : fieldOf(contact, field)).toEqual(value);
        }
        expect(plan.counts).toMatchObject({ new: 0 });
        // Whatever comes after, one value is never another's.
        made.import(...second);
        for (const { id, field, value } of mine.values()) {
          const contact = made.network.get('contacts', id);
          const now = contact === undefined ? undefined : fieldOf(contact, field);
          if (Array.isArray(value)) expect(now).toEqual(expect.arrayContaining(value));
          else if (typeof value === 'string') expect(now).toBe(value);
          else expect(now).toMatchObject(value as object);
        }
      }),
      runs,
    );
  });

  it('counts its rows by kind, and changes something exactly when it says so', () => {
    fc.assert(
      fc.property(start, files, (from, some) => {
        const made = deskFrom(from);
        const { counts, rows, changes } = made.plan(some);
        const of = (kind: string): number =>
          rows.reduce((sum, row) => sum + (row.kind === kind ? (row.count ?? 1) : 0), 0);
        expect(counts.intended).toBeLessThanOrEqual(counts.skipped);
        expect([counts.new, counts.changed, counts.kept + counts.keptBesides, counts.ties]).toEqual(
          ['new', 'changed', 'kept', 'tie'].map(of),
        );
        expect([counts.skipped, counts.others]).toEqual(['skipped', 'others'].map(of));
        expect(counts.interactions).toBe(of('interaction'));
        expect(changes.length > 0).toBe(counts.new + counts.changed + counts.ties + counts.interactions > 0);
      }),
      runs,
    );
  });

  it('makes no contact of me', () => {
    fc.assert(
      fc.property(files, (some) => {
        const made = new Desk();
        made.do('me.set', { addresses: [{ kind: 'email', value: 'me@x.org' }] });
        made.import(...some);
        const me = made.network.get('settings', 'settings')?.me;
        for (const contact of made.contacts()) {
          const isMine = contact.emails.some(({ value }) => value.trim().toLowerCase() === 'me@x.org');
          if (isMine) expect(contact.id).toBe(me);
        }
      }),
      runs,
    );
  });
});
