import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contact } from '../model/entities/contact';
import { beside, bytesOf, mutated, mutations, options, readAll } from './reading.testing';
import type { ContactRecord } from './record';
import { vcardReader } from './vcard';

const read = (text: string | Uint8Array, cuts: readonly number[] = []) =>
  readAll(vcardReader(options), text, cuts);
const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
/** The one contact of a card of these lines. */
const one = (...lines: string[]): ContactRecord => {
  const { contacts } = read(card(...lines));
  expect(contacts).toHaveLength(1);
  return contacts[0]!;
};
const fieldsOf = (...lines: string[]) => one('FN:X', ...lines).fields;

describe('lines', () => {
  it('joins folded lines, also within a character and within a name of a property', () => {
    const text = bytesOf(card('FN:Zoë', 'NO', ' TE:two', '  words', '\tmore'));
    const at = text.indexOf(0xc3);
    const split = new Uint8Array([...text.slice(0, at + 1), 13, 10, 32, ...text.slice(at + 1)]);
    const [contact] = read(split).contacts;
    expect(contact?.fields.name?.full).toBe('Zoë');
    expect(contact?.notes).toEqual(['two wordsmore']);
  });

  it('takes a soft break of quoted-printable for no fold, whatever the next line begins with', () => {
    const contact = one(
      'VERSION:2.1',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=',
      '=20B=C3=',
      '=91',
      'NOTE;QUOTED-PRINTABLE:a=',
      ' b=0D=0A=',
      'Tel: not a property=',
      '',
      'TEL;CELL:1',
    );
    expect(contact.fields.name?.full).toBe('Ñ BÑ');
    expect(contact.notes).toEqual(['a b\nTel: not a property']);
    expect(contact.fields.phones).toEqual([{ value: '1', label: 'cell' }]);
  });

  it('does not let a soft break swallow the end of a card', () => {
    const { contacts, findings } = read(card('FN:A', 'NOTE;ENCODING=QUOTED-PRINTABLE:open=') + card('FN:B'));
    expect(contacts.map((contact) => contact.fields.name?.full)).toEqual(['A', 'B']);
    expect(findings).toEqual([]);
  });

  it.each([
    ['indented', ['PHOTO;BASE64:', '  /9j/4AAQSkZJRg', '  AAEB==']],
    ['indented and ended by a blank line', ['PHOTO;ENCODING=BASE64;JPEG:/9j/4A', ' AQSkZJRg==', '']],
    ['not indented at all', ['PHOTO;TYPE=JPEG;ENCODING=b:/9j/4A', 'AQSkZJRgAAEB', 'AA==']],
    ['as an address of data', ['PHOTO:data:image/jpeg;base64,/9j/4AAQSkZJRg']],
  ])('leaves a picture out that is %s, and nothing after it', (_, lines) => {
    const { contacts, findings } = read(card('FN:A', ...lines, 'TITLE:Boss'));
    expect(contacts[0]?.fields.organisations).toEqual([{ name: '', title: 'Boss' }]);
    expect(contacts[0]?.fields.other).toEqual([]);
    expect(findings).toEqual([expect.objectContaining({ line: 1, level: 'note' })]);
    expect(findings[0]?.reason).toMatch(/^PHOTO of one card was left out/);
  });

  it('reads parameters with colons, quotes and the escapes of RFC 6868', () => {
    const fields = fieldsOf(
      "ADR;TYPE=work;LABEL=Street 1^nTOWN^': XY 1:^nTOWN:;XY1:;Street 1;Town;;123;Land",
      'TEL;X-ID="a:b;c";TYPE="work,cell":+1',
      'URL;X-REF=http://x.y/z;TYPE=home:http\\://a.b',
      'EMAIL;X-ID="open:a@b.c',
    );
    expect(fields.postal).toEqual([
      { label: 'work', street: 'XY1:, Street 1', locality: 'Town', code: '123', country: 'Land' },
    ]);
    expect(fields.phones).toEqual([{ value: '+1', label: 'work cell' }]);
    expect(fields.urls).toEqual([{ value: 'http://a.b', label: 'home' }]);
    expect(fields.emails).toEqual([{ value: 'a@b.c' }]);
  });

  it('does not take a letter in a label for a coding', () => {
    const fields = fieldsOf('ADR;LABEL="a;b,c":;;;;;;', `ADR;LABEL="${'long '.repeat(20)}"`, ' :;;;Town;;;');
    expect(fields.postal).toEqual([{ text: 'a;b,c' }, { locality: 'Town' }]);
  });

  it('reads each property in its own charset', () => {
    const bytes = new Uint8Array([
      ...bytesOf('BEGIN:VCARD\nFN;CHARSET=windows-1252:Do'),
      0xeb,
      ...bytesOf('\nNICKNAME;CHARSET=SHIFT_JIS:'),
      ...[0x83, 0x5c, 0x83, 0x6a], // ソニ: the second byte of ソ is a backslash
      ...bytesOf('\nTITLE:Zoë\nEND:VCARD\n'),
    ]);
    const { contacts, findings } = read(bytes);
    expect(contacts[0]?.fields).toMatchObject({
      name: { full: 'Doë' },
      nicknames: ['ソニ'],
      organisations: [{ title: 'Zoë' }],
    });
    expect(findings).toEqual([]);
  });

  it('says so where bytes are in no declared charset', () => {
    const { contacts, findings } = read(
      new Uint8Array([...bytesOf('BEGIN:VCARD\nFN:Do'), 0xeb, ...bytesOf('\nEND:VCARD')]),
    );
    expect(contacts[0]?.fields.name?.full).toBe('Doë');
    expect(findings[0]).toMatchObject({ line: 2, level: 'note' });
  });
});

describe('names', () => {
  it('keeps the parts, the sound and the order that FN gives', () => {
    expect(
      one(
        'VERSION:3.0',
        'N:Doe;John;Philip\\, Paul;Dr.;ing. jr,M.Sc.',
        'FN:Dr. John Doe, M.Sc.',
        'X-PHONETIC-FIRST-NAME:Jon',
        'X-PHONETIC-LAST-NAME:Dow',
      ).fields.name,
    ).toEqual({
      full: 'Dr. John Doe, M.Sc.',
      family: 'Doe',
      given: 'John',
      additional: 'Philip, Paul',
      prefix: 'Dr.',
      suffix: 'ing. jr, M.Sc.',
      phoneticGiven: 'Jon',
      phoneticFamily: 'Dow',
    });
    expect(one('FN:王小明', 'N;SORT-AS="Wang,Xiaoming":王;小明;;;').fields.name).toMatchObject({
      full: '王小明',
      phoneticFamily: 'Wang',
      phoneticGiven: 'Xiaoming',
    });
    expect(one('N:王;小明;;;').fields.name?.full).toBe('王小明');
    expect(one('VERSION:2.1', 'N:Doe;John;Richter,James;Mr.;').fields.name?.full).toBe(
      'Mr. John Richter,James Doe',
    );
  });

  it.each([
    [['FN:', 'N:;;;;', 'NICKNAME:Johnny', 'EMAIL:a@b.c'], 'Johnny'],
    [['EMAIL:a@b.c'], 'a@b.c'],
    [['TEL:123'], '123'],
  ])('guesses %j and says so', (lines, name) => {
    expect(one(...lines)).toMatchObject({ nameGuessed: true, fields: { name: { full: name } } });
  });

  it('knows a card of an organisation', () => {
    for (const lines of [
      ['FN:Acme AG', 'N:;;;;', 'ORG:Acme AG;'],
      ['ORG:Acme AG'],
      ['FN:Acme AG', 'N:Acme;;;;', 'X-ABShowAs:COMPANY'],
      ['FN:Acme AG', 'KIND:org'],
    ]) {
      expect(one(...lines)).toMatchObject({ organisationOnly: true, fields: { name: { full: 'Acme AG' } } });
      expect(one(...lines)).not.toHaveProperty('nameGuessed');
    }
    expect(one('FN:Ana', 'N:;Ana;;;', 'ORG:Acme AG')).not.toHaveProperty('organisationOnly');
  });

  it('skips cards of nobody and of groups, with the reason', () => {
    const { contacts, skipped } = read(card('NOTE:x') + card('FN:Team', 'KIND:group', 'MEMBER:urn:uuid:1'));
    expect(contacts).toEqual([]);
    expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'The card has no name, organisation, mail address or number.'],
      [4, 'The card is a group of people and not a person.'],
    ]);
  });
});

describe('fields', () => {
  it('reads organisations, tags, interests and places', () => {
    const fields = fieldsOf(
      'ORG:Acme;R&D;Lab 2',
      'TITLE:Boss',
      'ORG:Other',
      'CATEGORIES:Chess\\, fast,* myContacts,* Suppliers,*,*urgent',
      'INTEREST;LEVEL=high:sailing',
      'ADR;TYPE=work:;;Here 1;Bern;;;',
      'ADR;TYPE=HOME:Box 5;2nd floor;There 2;Basel;BS;4000;Switzerland',
      'ADR:;one\\ntwo;;;;;',
      'LABEL;TYPE=home:There 2',
      'LABEL;TYPE=x:Elsewhere\\nLand',
    );
    expect(fields).toMatchObject({
      organisations: [{ name: 'Acme', department: 'R&D, Lab 2', title: 'Boss' }, { name: 'Other' }],
      tags: ['Chess, fast', 'Suppliers', '*', '*urgent'],
      interests: ['sailing'],
      place: 'Basel',
      postal: [
        { label: 'work', street: 'Here 1', locality: 'Bern' },
        {
          label: 'home',
          street: 'Box 5, 2nd floor, There 2',
          locality: 'Basel',
          region: 'BS',
          code: '4000',
          country: 'Switzerland',
        },
        { text: 'one\ntwo' },
        { label: 'x', text: 'Elsewhere\nLand' },
      ],
    });
  });

  it.each([
    ['BDAY:1980-03-22', '1980-03-22'],
    ['BDAY:19800322', '1980-03-22'],
    ['BDAY;VALUE=date:--0203', '--02-03'],
    ['BDAY:--12-01', '--12-01'],
    ['BDAY:1996-04', '1996-04'],
    ['BDAY:1980-03-22T23:00:00Z', '1980-03-22'],
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29', '--02-29'],
  ])('%s', (line, birthday) => {
    expect(fieldsOf(line).birthday).toBe(birthday);
  });

  it('keeps a birthday that is no date as it is', () => {
    expect(fieldsOf('BDAY;VALUE=text:circa 1800')).toMatchObject({
      other: [{ name: 'BDAY', value: 'circa 1800' }],
    });
  });

  it('reads other dates from all their properties', () => {
    const { dates } = fieldsOf(
      'ANNIVERSARY:20090808T1430-0500',
      'X-EVOLUTION-ANNIVERSARY:2001-02-03',
      'X-MS-ANNIVERSARY:20110113',
      'item1.X-ABDATE:1975-03-01',
      'item1.X-ABLabel:_$!<Anniversary>!$_',
      'item2.X-ABDATE:1999-09-09',
      'item2.X-ABLabel:First Meeting',
      'X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2000-01-01;1;;;',
    );
    expect(dates).toEqual([
      { label: 'anniversary', date: '2009-08-08' },
      { label: 'anniversary', date: '2001-02-03' },
      { label: 'anniversary', date: '2011-01-13' },
      { label: 'anniversary', date: '1975-03-01' },
      { label: 'First Meeting', date: '1999-09-09' },
      { label: 'anniversary', date: '2000-01-01' },
    ]);
  });

  it('keeps properties it does not know, and notes of every kind', () => {
    const contact = one(
      'FN:X',
      'GENDER:F',
      'X-AIM;TYPE=HOME:ana5',
      'NOTE:one\\ntwo',
      'NOTE:three',
      'REV:2020',
    );
    expect(contact.fields.other).toEqual([
      { name: 'GENDER', value: 'F' },
      { name: 'X-AIM', value: 'ana5' },
    ]);
    expect(contact.notes).toEqual(['one\ntwo', 'three']);
  });

  it('takes the UID for the key, else the mail address', () => {
    expect(one('FN:X', 'UID:urn:uuid:AB-12', 'EMAIL:A@B.c')).toMatchObject({ key: 'uid:ab-12', id: 'ab-12' });
    expect(one('FN:X', 'EMAIL:A@B.c').key).toBe('a@b.c');
    expect(one('FN:X', 'TEL:+41 79 123 45 67')).toMatchObject({ identity: ['X', '', '+41791234567'] });
  });
});

it('finds relations wherever programs put them', () => {
  const contact = one(
    'FN:X',
    'item1.X-ABRELATEDNAMES;type=pref:Jenny',
    'item1.X-ABLabel:_$!<Spouse>!$_',
    'item2.X-ABRELATEDNAMES:Otto',
    'item2.X-ABLabel:Chess Partner',
    'RELATED;TYPE=friend:urn:uuid:AB-12',
    'RELATED;TYPE=colleague:mailto:Bo@x.org',
    'RELATED;VALUE=text;TYPE="contact,met":Cy',
    'X-SPOUSE:Maria',
    'X-EVOLUTION-SPOUSE:Mary',
    'X-EVOLUTION-MANAGER:Big Blue',
    'X-MS-ASSISTANT:Little Red',
    'X-KADDRESSBOOK-X-ManagersName:Kay',
    'X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Ann;13;;;',
    'AGENT:BEGIN:VCARD\\nFN:Susan\\nEND:VCARD',
    'AGENT:',
    ...card('VERSION:2.1', 'N:Agent;Al').trim().split('\r\n'),
    'TITLE:Boss',
  );
  expect(contact.relations).toEqual([
    { kind: 'spouse', name: 'Jenny' },
    { kind: 'chess partner', name: 'Otto' },
    { kind: 'friend', uid: 'ab-12' },
    { kind: 'colleague', email: 'bo@x.org' },
    { kind: 'contact', name: 'Cy' },
    { kind: 'spouse', name: 'Maria' },
    { kind: 'spouse', name: 'Mary' },
    { kind: 'manager', name: 'Big Blue' },
    { kind: 'assistant', name: 'Little Red' },
    { kind: 'manager', name: 'Kay' },
    { kind: 'sister', name: 'Ann' },
    { kind: 'agent', name: 'Susan' },
    { kind: 'agent', name: 'Al Agent' },
  ]);
  expect(contact.fields.organisations).toEqual([{ name: '', title: 'Boss' }]);
});

describe('broken files', () => {
  it('are refused with a sentence where they hold no card', () => {
    expect(() => read('BEGIN:VCAR\nN:;Bono;;;\nEND:VCARD')).toThrow(
      /holds no card: no line in it says BEGIN:VCARD \(it begins with "BEGIN:VCAR"\)/,
    );
    expect(() => read('')).toThrow(/holds no card/);
  });

  it('lose no more than the card whose beginning is damaged', () => {
    const text = card('FN:A') + card('FN:B').replace('BEGIN:VCARD', 'BEGIN:VCARX') + card('FN:C');
    const { contacts, skipped } = read(text);
    expect(contacts.map((contact) => contact.fields.name?.full)).toEqual(['A', 'C']);
    expect(skipped).toEqual([expect.objectContaining({ line: 4 })]);
  });

  it('keep a card without its end', () => {
    const { contacts, findings } = read(`BEGIN:VCARD\nFN:A\n${card('FN:B')}BEGIN:VCARD\nFN:C`);
    expect(contacts.map((contact) => contact.fields.name?.full)).toEqual(['A', 'B', 'C']);
    expect(findings.map((finding) => finding.line)).toEqual([1, 6]);
  });
});

it('is not held up or filled by what has no end', () => {
  const endless = read(
    `BEGIN:VCARD\nFN:A\nNOTE;ENCODING=QUOTED-PRINTABLE:${'ab=\n'.repeat(400_000)}\n${card('FN:B')}`,
  );
  expect(endless.contacts.map((contact) => contact.fields.name?.full)).toEqual(['A', 'B']);
  expect(endless.contacts[0]?.notes[0]).toHaveLength(200_000);
  expect(endless.findings.map((finding) => finding.reason.slice(0, 20))).toEqual([
    'NOTE is too long to ',
    'This card has no END',
  ]);
  expect(read('BEGIN:VCARD\nAGENT:\n'.repeat(1_000)).findings.length).toBeLessThan(3_000);
});

describe('whatever the bytes', () => {
  const cards = Array.from({ length: 12 }, (_, i) =>
    card(
      i % 3 === 0 ? 'VERSION:2.1' : 'VERSION:3.0',
      `UID:card-${i}`,
      `N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=`,
      `=20=C3=91;P${i};;;`,
      `FN:P${i} Ñ`,
      'PHOTO;BASE64:',
      '  /9j/4AAQSkZJRg',
      '',
      'item1.X-ABRELATEDNAMES:Jenny',
      'item1.X-ABLabel:_$!<Spouse>!$_',
      'ADR;TYPE=home;LABEL="a:b":;;Street 1;Town;;1;Land',
      'BDAY:--0203',
      'NOTE:fol',
      ' ded\\nnote',
    ),
  );
  const file = bytesOf(cards.join(''));
  const fields = Contact.omit({ id: true, createdAt: true }).partial();

  it('reads the same however the bytes are sliced', () => {
    const whole = read(file).items;
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 60 }), (cuts) => {
        expect(read(file, cuts).items).toEqual(whole);
      }),
      { numRuns: 60 },
    );
    expect(read(file, [...file.keys()]).items).toEqual(whole);
  });

  it('survives broken bytes and loses only cards that were touched', () => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const text = mutated(file, changes);
        const { items, contacts } = read(text, [17, 300, 301, 900, 1030, 1400, 1401, 1800]);
        expect(JSON.stringify(read(text).items)).toBe(JSON.stringify(items));
        for (const contact of contacts) {
          expect(fields.safeParse(contact.fields).error).toBeUndefined();
          expect(contact.fields.name?.full).not.toBe('');
        }
        // A change may damage a beginning, or swallow the end of one card and the beginning of the next.
        const kept = new Set(
          contacts.map((contact) => contact.key).filter((key) => /^uid:card-\d+$/.test(key ?? '')),
        );
        expect(kept.size).toBeGreaterThanOrEqual(12 - changes.length * 2);
      }),
      { numRuns: 300 },
    );
  });
});

const fixtures = beside('fixtures/vcf');
describe.skipIf(!fixtures.there)('files of real programs', () => {
  const named = (part: string) =>
    read(fixtures.read(fixtures.files.find((file) => file.includes(part)) ?? ''));
  const names = (part: string) => named(part).contacts.map((contact) => contact.fields.name?.full);

  it('ANDROID: six cards, two of them with nothing but an address', () => {
    const { contacts } = named('ANDROID');
    expect(contacts).toHaveLength(6);
    expect(contacts[0]).toMatchObject({
      nameGuessed: true,
      fields: { name: { full: 'john.doe@company.com' } },
    });
    expect(contacts[1]?.fields.name?.full).toBe('jane.doe@company.com');
    expect(contacts[3]?.fields.name?.full).toBe('Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ');
    expect(contacts[3]?.notes).toHaveLength(2);
    expect(contacts[3]?.notes[0]).toMatch(/^(?:Ñ ?)+$/);
    expect(contacts[4]?.fields).toMatchObject({
      urls: [{ value: 'www.company.com' }, { value: 'http://www.company.com' }],
      emails: [{ value: 'bob@company.com', label: 'work' }, { value: 'Ñ'.repeat(14) }],
    });
    expect(contacts[5]?.fields.organisations?.map((one) => one.name)).toEqual([
      'Ñ'.repeat(44),
      expect.stringMatching(/^Ñ+\ufffd$/),
      'Ñ'.repeat(44),
    ]);
  });

  it('EVOLUTION: quoted parameters folded mid-word, a spouse', () => {
    const [contact] = named('EVOLUTION').contacts;
    expect(contact?.relations).toEqual([
      { kind: 'spouse', name: 'Maria' },
      { kind: 'manager', name: 'Big Blue' },
      { kind: 'assistant', name: 'Little Red' },
    ]);
    expect(contact).toMatchObject({
      key: 'uid:477343c8e6bf375a9bac1f96a5000837',
      fields: {
        name: { full: 'Mr. John Richter, James Doe Sr.', additional: 'Richter, James' },
        emails: [{ value: 'john.doe@ibm.com', label: 'work' }],
        phones: [
          { value: '905-666-1234', label: 'cell' },
          { value: '905-555-1234', label: 'work' },
        ],
        urls: [{ value: 'http://www.ibm.com' }],
        organisations: [{ name: 'IBM', department: 'Accounting, Dungeon', title: 'Money Counter' }],
        postal: [{ street: 'ASB-123, 15 Crescent moon drive', country: 'United States of America' }],
        tags: ['VIP'],
        dates: [{ label: 'anniversary', date: '1980-03-22' }],
      },
    });
  });

  it('GMAIL: a whole address in one part, an escaped scheme, a spouse by label', () => {
    const [contact] = named('GMAIL').contacts;
    expect(contact).toMatchObject({
      relations: [{ kind: 'spouse', name: 'Jenny' }],
      fields: {
        name: { full: 'Mr. John Richter, James Doe Sr.', phoneticGiven: 'Jon', phoneticFamily: 'Dow' },
        urls: [{ value: 'http://www.ibm.com', label: 'work' }],
        dates: [{ label: 'anniversary', date: '1975-03-01' }],
        birthday: '1980-03-22',
      },
    });
    expect(contact?.fields.postal?.[0]?.text).toMatch(
      /^Crescent moon drive\n555-asd\nNice Area, Albaney, New York 12345\n/,
    );
    expect(contact?.notes[0]).toMatch(/^THIS SOFTWARE .*"AS IS".*\nFavotire Color: Blue$/s);
  });

  it('LOTUS: one nickname with a comma, a long note', () => {
    const [contact] = named('LOTUS').contacts;
    expect(contact?.fields).toMatchObject({
      nicknames: ['Johny,JayJay'],
      organisations: [{ name: 'IBM', department: 'SUN' }],
      birthday: '1980-05-21',
    });
    expect(contact?.notes[0]).toMatch(/"AS IS"\nAND ANY EXPRESS/);
  });

  it('MAC: a picture in the syntax of 2.1 swallows nothing', () => {
    const { contacts, findings } = named('MAC_ADDRESS');
    expect(contacts[0]?.fields).toMatchObject({ birthday: '2012-06-06', urls: [{ label: 'homepage' }] });
    expect(contacts[0]?.fields.phones).toHaveLength(7);
    expect(findings.map((finding) => finding.reason)).toEqual([expect.stringMatching(/^PHOTO of one card/)]);
  });

  it('OUTLOOK: bare types, printed addresses, dates without dashes', () => {
    const [contact] = named('MS_OUTLOOK').contacts;
    expect(contact).toMatchObject({
      relations: [
        { kind: 'manager', name: 'Big Blue' },
        { kind: 'assistant', name: 'Jenny' },
      ],
      fields: {
        name: { family: 'Doe', given: 'John', additional: 'Richter,James' },
        phones: [
          { value: '(905) 555-1234', label: 'work' },
          { value: '(905) 666-1234', label: 'home' },
        ],
        birthday: '1980-03-22',
        dates: [{ label: 'anniversary', date: '2011-01-13' }],
      },
    });
    expect(contact?.fields.postal).toHaveLength(2);
  });

  it('gmail-single and gmail-list: relations of both kinds, three people', () => {
    const [contact] = named('gmail-single').contacts;
    expect(contact?.relations).toEqual([
      { kind: 'spouse', name: 'MySpouse' },
      { kind: 'customrelationship', name: 'MyCustom' },
    ]);
    expect(contact?.fields.dates).toEqual([{ label: 'anniversary', date: '1970-06-02' }]);
    expect(contact?.fields.urls).toEqual([{ value: 'http://TheProfile.com', label: 'PROFILE' }]);
    expect(contact?.notes).toEqual([
      "This is GMail's note field.\nIt should be added as a NOTE type.\nACustomField: CustomField",
    ]);
    expect(names('gmail-list')).toEqual(['Arnold Smith', 'Chris Beatle', 'Doug White']);
  });

  it('outlook-2003: blank lines in a note, a key, numbers that are words', () => {
    const { contacts, findings } = named('outlook-2003');
    expect(contacts[0]?.notes).toEqual(['This is the note field!!\nSecond line\n\nThird line is empty']);
    expect(contacts[0]?.fields).toMatchObject({
      emails: [{ value: 'jdoe@hotmail.com' }],
      organisations: [{ name: 'Company, The', department: 'TheDepartment', title: 'The Job Title' }],
      phones: [
        { value: 'BusinessPhone' },
        { value: 'HomePhone' },
        { value: 'MobilePhone' },
        { value: 'BusinessFaxPhone' },
      ],
    });
    expect(findings.map((finding) => finding.reason)).toEqual([expect.stringMatching(/^KEY of one card/)]);
  });

  it('rfc6350: a birthday without its year, a telephone address', () => {
    const [contact] = named('rfc6350').contacts;
    expect(contact?.fields).toMatchObject({
      name: { full: 'Simon Perreault', suffix: 'ing. jr, M.Sc.' },
      birthday: '--02-03',
      dates: [{ label: 'anniversary', date: '2009-08-08' }],
      phones: [{ value: '+1-418-656-9254;ext=102', label: 'work' }, { value: '+1-418-262-6501' }],
      place: 'Quebec',
    });
  });

  it('issue114: colons in a label without quotation marks', () => {
    const [contact] = named('issue114').contacts;
    expect(contact?.fields).toMatchObject({
      name: { full: 'Dummy, Dummy' },
      postal: [
        {
          street: 'BHG01:, Dummy-Dummy-Strasse 1',
          locality: 'Bad Homburg',
          code: '61352',
          country: 'Germany',
        },
      ],
    });
  });

  it('utf-16, windows-1252, double returns, blank lines', () => {
    expect(names('utf-16')).toEqual(['Ǽgean ĽdaMonté']);
    expect(named('utf-16').contacts[0]?.fields.place).toBe('LaPaz');
    expect(names('johndoe')).toEqual(['John Doë']);
    expect(names('dos_vcard')).toEqual(['Name Surname']);
    expect(names('emptylines')).toEqual(['John Doe', 'Jane Doe']);
    expect(named('emptylines').contacts.map((contact) => contact.line)).toEqual([3, 11]);
  });

  it('apple: a company; monica: a card with only a nickname; WhatsApp: a type of its own', () => {
    expect(named('roundcubemail__apple').contacts).toEqual([
      expect.objectContaining({
        organisationOnly: true,
        key: 'uid:2e4cb084-4767-4c85-bbca-805b1dcb1c8e:abperson',
      }),
    ]);
    expect(named('roundcubemail__apple').contacts[0]?.fields.place).toBe('Wallisellen-Zürich');
    expect(names('monica__vcard')).toEqual(['Bono', 'John Doe', 'Johnny']);
    expect(named('monica__vcard').contacts[2]?.nameGuessed).toBe(true);
    const [whatsApp] = named('WhatsApp').contacts;
    expect(whatsApp?.fields).toMatchObject({
      name: { full: 'zzMad Perla 45' },
      phones: [{ value: '7yy-zzz-xxx', label: 'home' }],
    });
    expect(whatsApp?.notes).toEqual(['PERLA\nmadrid']);
  });

  it('monica broken: a sentence and not a success', () => {
    expect(() => named('broken')).toThrow(/BEGIN:VCAR"/);
  });
});
