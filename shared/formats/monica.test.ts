import { describe, expect, it } from 'vitest';
import { parseItems } from '../imports/items';
import { contactOf, exported, of, some } from './monica.testing';
import { monicaReader } from './monica';
import { options, readAll, type Read } from './reading.testing';
import { recognise } from './recognise';
import { bytesOf } from './reading.testing';
import type { ContactRecord } from './record';

const day = (text: string): string => `${text}T00:00:00.000000Z`;
const read = (...data: readonly object[]): Read => readAll(monicaReader(options), exported(data));

function one(properties: object, ...data: readonly object[]): ContactRecord {
  const [contact, ...more] = read(some('contact', contactOf('c1', properties, ...data))).contacts;
  if (contact === undefined || more.length > 0) throw new Error('not one contact');
  return contact;
}
const other = ({ fields }: ContactRecord): string[] =>
  (fields.other ?? []).map(({ name, value }) => `${name}: ${value}`);

describe('Monica’s export', () => {
  it('is known by what stands in it, on many lines or one, and as SQL with what to do', () => {
    for (const indent of [true, false]) {
      expect(recognise(bytesOf(exported([], indent)))).toEqual({ format: 'monica' });
    }
    const sql = `# ${'*'.repeat(60)}\n# Ana dump of data\n\nSET FOREIGN_KEY_CHECKS=0;\nINSERT IGNORE INTO accounts (\`id\`) VALUES\n (1);\n`;
    expect(recognise(bytesOf(sql))).toMatchObject({ reason: expect.stringMatching(/Export as JSON/) });
  });

  it('gives people with names, addresses and work', () => {
    const address = {
      ...{ name: 'Home', street: 'Main 1', city: 'Bern', province: null, postal_code: '3000' },
      ...{ country: 'CH', latitude: 46.9, longitude: 7.4 },
    };
    const found = one(
      {
        ...{
          first_name: 'Ana',
          middle_name: 'M.',
          last_name: 'Silva',
          nickname: 'Annie',
          tags: ['club', 'x'],
        },
        ...{ job: 'Baker', company: 'Brot AG', description: 'Tall' },
      },
      some(
        'contact_field',
        of({ data: 'ana@x.org', type: 'ft1' }),
        of({ data: '+41 44 668 18 00', type: 'ft2' }),
        of({ data: '@ana', type: 'ft3' }),
        of({ data: 'https://social.example/@ana', type: 'ft3' }),
        of({ data: '+41 79 000 00 00', type: 'ft4' }),
        of({ data: 'bo@x.org', type: 'gone' }),
        of({ data: '+1 555 0100', type: 'gone' }),
        of({ data: '', type: 'ft1' }),
      ),
      some('address', of(address)),
      some('note', of({ body: 'Likes tea' }), of({ body: '' })),
    );
    expect(found).toMatchObject({
      key: 'c1',
      id: 'c1',
      fields: {
        name: { full: 'Ana M. Silva', given: 'Ana', additional: 'M.', family: 'Silva' },
        nicknames: ['Annie'],
        emails: [{ value: 'ana@x.org' }, { value: 'bo@x.org' }],
        phones: [
          { value: '+41 44 668 18 00' },
          { value: '+41 79 000 00 00', label: 'Whatsapp' },
          { value: '+1 555 0100' },
        ],
        urls: [{ value: 'https://social.example/@ana', label: 'Twitter' }],
        postal: [{ label: 'Home', street: 'Main 1', locality: 'Bern', code: '3000', country: 'Switzerland' }],
        organisations: [{ name: 'Brot AG', title: 'Baker' }],
        tags: ['club', 'x'],
        place: 'Bern',
      },
      notes: ['Tall', 'Likes tea'],
      noteDays: ['', '2020-03-04'],
    });
    expect(other(found)).toEqual(['Twitter: @ana', 'latitude and longitude: 46.9, 7.4']);
  });

  it.each([
    [{ date: day('1980-03-22'), is_age_based: false, is_year_unknown: false }, '1980-03-22'],
    [{ date: day('2020-03-22'), is_age_based: false, is_year_unknown: true }, '--03-22'],
    [{ date: day('1980-01-01'), is_age_based: true, is_year_unknown: false }, '1980'],
    [{ date: 'soon' }, undefined],
    [null, undefined],
  ])('reads a birthday as far as it is known: %j', (birthdate, expected) => {
    expect(one({ first_name: 'Ana', birthdate }).fields.birthday).toBe(expected);
  });

  it('says how we met and through whom, and knows names that are only somebody’s', () => {
    const met = {
      first_met_date: { date: day('2019-05-01') },
      ...{ first_met_where: 'Oslo', first_met_additional_info: 'At a fair', first_met_through: 'c9' },
    };
    expect(one({ first_name: 'Ana', ...met })).toMatchObject({
      met: { on: '2019-05-01', place: 'Oslo', text: 'At a fair' },
      relations: [{ kind: 'introduced by', uid: 'c9', introduced: true }],
    });
    expect(one({ first_name: 'Kid', is_partial: true })).toMatchObject({ stub: true });
    expect(one({ nickname: 'Bo' })).toMatchObject({ nameGuessed: true, fields: { name: { full: 'Bo' } } });
  });

  it('keeps what has no place here under its own name', () => {
    const found = one(
      {
        ...{ first_name: 'Ana', gender: 'g1', is_dead: true, deceased_date: { date: day('2021-02-03') } },
        ...{ is_starred: true, is_active: false, stay_in_touch_frequency: 30, food_preferences: 'No nuts' },
        ...{ shoe_size: 38, last_talked_to: day('2020-01-02'), number_of_views: 7, hats: { red: 1 } },
        first_met_reminder: of({ title: 'Met', frequency_type: 'one_time' }),
      },
      some('pet', of({ name: 'Rex', category: 'Dog' })),
      some(
        'task',
        of({ title: 'Call', completed: true, completed_at: day('2020-02-02') }),
        of({ title: 'Ask' }),
      ),
      some('debt', of({ in_debt: true, amount: 20, currency: 'EUR', status: 'inprogress' })),
      some('debt', of({ in_debt: false, amount: 5, status: 'complete' })),
      some('life_event', of({ name: null, type: 'l1', happened_at: day('2018-01-01'), note: 'At Bolt' })),
      some(
        'reminder',
        of({ title: 'Wish', initial_date: day('2020-05-05'), frequency_type: 'month', frequency_number: 2 }),
      ),
      some('reminder', of({ title: 'Birthday', delible: false })),
      some('gift', of({ name: 'Book', status: 'idea' })),
      some('quest', of({ grail: 'found' }), 'odd'),
      some('photo', 'p1'),
    );
    expect(other(found)).toEqual([
      'gender: Woman',
      'deceased: 2021-02-03',
      'starred: yes',
      'archived in Monica: yes',
      'stay in touch: every 30 days',
      'last talked to: 2020-01-02',
      'reminder: Met, once',
      'pet: Rex, Dog',
      'task: Call, done 2020-02-02',
      'task: Ask, open',
      'debt: you owe 20 EUR, open',
      'debt: they owe you 5, settled',
      'life event: 2018-01-01, new_job, At Bolt',
      'reminder: Wish, 2020-05-05, every 2 months',
      'gift: Book, idea',
      'quest: grail: found',
      'quest: odd',
      'food preferences: No nuts',
      'shoe size: 38',
      'hats: {"red":1}',
    ]);
  });

  it('tells of each relationship once, of the one who is that to the other, and who of all is me', () => {
    const related = (type: string, contact: string, whose: string): object =>
      of({ type, contact_is: contact, of_contact: whose });
    const { contacts } = read(
      some('contact', ...['me', 'a', 'b'].map((id) => contactOf(id, { first_name: id }))),
      some(
        'relationship',
        related('child', 'a', 'b'),
        related('parent', 'b', 'a'),
        related('bestfriend', 'a', 'b'),
        related('mentor', 'b', 'a'),
        related('friend', 'b', 'a'),
        related('spouse', 'a', 'a'),
        related('colleague', 'me', 'a'),
      ),
    );
    expect(contacts.map(({ id, me, relations }) => [id, me, relations])).toEqual([
      ['me', true, [{ kind: 'colleague', uid: 'a', stated: true }]],
      ['a', undefined, [{ kind: 'child, best friend, protégé', uid: 'b', stated: true }]],
      ['b', undefined, []],
    ]);
  });

  it('gives what happened, with its direction, and none of what was written', () => {
    const message = (written: string, byMe: boolean): object =>
      of({ content: 'SECRET', written_at: day(written), written_by_me: byMe });
    const talk = [message('2020-06-01', true), message('2020-06-01', true), message('2020-06-02', false)];
    const result = read(
      some(
        'contact',
        contactOf('me', { first_name: 'Me' }, some('activity', 'x1')),
        contactOf(
          'a',
          { first_name: 'Ana' },
          some(
            'call',
            of(
              {
                called_at: day('2020-05-01'),
                content: 'On the move',
                contact_called: true,
                emotions: ['glad'],
              },
              'k1',
            ),
            of({ called_at: day('2020-05-02'), contact_called: false }),
          ),
          some(
            'conversation',
            of({ happened_at: day('2020-06-01'), messages: talk }, 'v1'),
            of({ happened_at: day('2020-07-01') }),
          ),
          some('gift', of({ name: 'Book', status: 'offered', date: day('2020-08-01'), amount: 12 }, 'h1')),
          some('gift', of({ name: 'Hat', status: 'received', date: day('2020-08-02') }, 'h2')),
          some('activity', 'x1', 'x2'),
        ),
        contactOf('b', { first_name: 'Bo' }, some('activity', 'x1')),
      ),
      some(
        'activity',
        of(
          { summary: 'Dinner', description: 'At Rosa’s', happened_at: day('2020-09-01'), type: 'at1' },
          'x1',
        ),
        of({ summary: '', happened_at: 'never' }, 'x2'),
        of({ summary: 'Alone', happened_at: day('2020-09-02') }, 'x3'),
      ),
    );
    const told = result.encounters.map(({ day: on, channel, sort, title, text, participants }) => ({
      ...{ on, channel, sort, title, text },
      from: participants.map(({ role, id, me }) => `${role} ${me === true ? 'me' : (id ?? '')}`).join(', '),
    }));
    expect(told).toEqual([
      {
        on: '2020-05-01',
        channel: 'call',
        sort: 'message',
        text: 'On the move\nglad',
        from: 'to me, from a',
      },
      { on: '2020-05-02', channel: 'call', sort: 'message', from: 'from me, to a' },
      { on: '2020-06-01', channel: 'message', sort: 'message', from: 'from me, to a' },
      { on: '2020-06-02', channel: 'message', sort: 'message', from: 'to me, from a' },
      { on: '2020-07-01', channel: 'message', sort: 'meeting', from: 'organiser me, attendee a' },
      {
        on: '2020-08-01',
        channel: 'gift',
        sort: 'message',
        title: 'Book',
        text: '12',
        from: 'from me, to a',
      },
      { on: '2020-08-02', channel: 'gift', sort: 'message', title: 'Hat', from: 'to me, from a' },
      {
        ...{ on: '2020-09-01', channel: 'meal', sort: 'meeting', title: 'Dinner' },
        ...{ text: 'At Rosa’s\nate restaurant', from: 'organiser me, attendee a, attendee b' },
      },
    ]);
    expect(JSON.stringify(result.items)).not.toContain('SECRET');
    expect(result.skipped.map(({ reason }) => reason)).toEqual([
      'The activity has no day that can be read.',
      'The activity names nobody who was there.',
    ]);
    expect(new Set(result.encounters.map(({ key }) => key)).size).toBe(8);
  });

  it('counts what is not read, pictures and journals, and says who has died', () => {
    const { findings } = read(
      some('contact', contactOf('a', { first_name: 'Ana', is_dead: true })),
      some('photo', of({ dataUrl: 'data:image/png;base64,AAAA' }), of({})),
    );
    expect(findings.map(({ reason }) => reason)).toEqual([
      'Left out, since they are no people and nothing that happened: 2 photos, 1 journal entry.',
      '1 person is marked as deceased; that is kept as a field. Archive them where you want no reminders.',
    ]);
  });

  it('loses one damaged contact and no other, and what is whole before the file is cut off', () => {
    const text = exported([
      some('contact', ...['a', 'b', 'c'].map((id) => contactOf(id, { first_name: `Name ${id}` }))),
    ]);
    const damaged = readAll(monicaReader(options), text.replace('"Name b"', '"Name b'));
    expect(damaged.contacts.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(damaged.skipped).toMatchObject([{ reason: 'The contact is damaged: it is no complete JSON.' }]);
    const lines = text.split('\n');
    expect(lines[(damaged.skipped[0]?.line ?? 0) - 1]?.trim()).toBe('{');

    const cut = readAll(monicaReader(options), text.slice(0, text.indexOf('Name c')));
    expect(cut.contacts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(cut.skipped.at(-1)?.reason).toMatch(/cut off or damaged/);
    const broken = readAll(monicaReader(options), text.replace('"uuid": "c"', '] "uuid": "c"'));
    expect(broken.contacts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(() => readAll(monicaReader(options), '{"app_version":"4"}')).toThrow(/holds no account/);
    expect(() => readAll(monicaReader(options), `{"account":${'['.repeat(70)}`)).not.toThrow();
    expect(read(some('contact', 'odd', contactOf('', {}))).skipped).toHaveLength(2);
  });

  it('is not believed to be of the shape it should be', () => {
    const odd = [
      { uuid: { a: 1 }, properties: [], data: {} },
      {
        uuid: '__proto__',
        properties: { first_name: ['x'], nickname: 7, tags: { a: 1 }, birthdate: 'x', is_dead: 'no' },
      },
      {
        uuid: 'constructor',
        properties: { first_name: 'C', vcard: {}, '': 1 },
        data: [null, 7, { type: 'note', values: 'x' }],
      },
      {
        uuid: 'c',
        properties: { last_name: 'D' },
        data: [{ type: 'call', values: [null, [], 'x'] }, { type: ['gift'] }],
      },
      null,
    ];
    const relation = of({ type: {}, contact_is: '__proto__', of_contact: 'constructor' });
    const result = read(
      some('contact', ...odd),
      some('relationship', relation, null, []),
      some('activity', null),
    );
    expect(result.contacts.map(({ id, fields }) => [id, fields.name?.full])).toEqual([
      ['__proto__', '7'],
      ['constructor', 'C'],
      ['c', 'D'],
    ]);
    expect(result.contacts[0]?.relations).toEqual([{ kind: '', uid: 'constructor', stated: true }]);
    expect(result.skipped).toHaveLength(6);
    parseItems(JSON.parse(JSON.stringify(result.items)) as unknown[]);
  });

  it('is read in UTF-16 and sliced anywhere alike', () => {
    const text = exported([some('contact', contactOf('a', { first_name: 'Åse "\\' }))], false);
    const wide = new Uint8Array(Buffer.from(text, 'utf16le'));
    const cuts = Array.from({ length: text.length * 2 }, (_, at) => at);
    const { contacts } = readAll(monicaReader(options), wide, cuts);
    expect(contacts[0]?.fields.name?.full).toBe('Åse "\\');
    expect(readAll(monicaReader(options), text, cuts).items).toEqual(
      readAll(monicaReader(options), text).items,
    );
  });
});
