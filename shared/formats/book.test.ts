/** Address books in CSV, by the headers of the programs that write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookReader } from './book';
import { bookHeader } from './book-columns';
import { beside, bytesOf, mutated, mutations, options, readAll } from './reading.testing';

const rows = (...lines: string[]) => readAll(bookReader(options), lines.join('\r\n'));
const [mostMutations, mostCuts] = [300, 8];

describe('an address book in CSV', () => {
  const google = beside('fixtures/csv-google');
  const books = beside('fixtures/csv-outlook-tb');

  it.skipIf(!google.there)('of Google’s, with the headers of before 2024', () => {
    const [file] = google.files.filter((name) => name.includes('gmail'));
    const { contacts, findings } = readAll(bookReader(options), google.read(file ?? ''));
    expect(findings).toEqual([]);
    expect(contacts).toHaveLength(1);
    const [contact] = contacts;
    expect(contact?.fields).toMatchObject({
      name: { full: 'Prefix Firstname Middle Lastname Suffix', given: 'Firstname', family: 'Lastname' },
      nicknames: ['nick'],
      birthday: '1975-12-12',
      tags: ['Test'],
    });
    expect(contact?.fields.emails?.map(({ label }) => label)).toEqual(['home', 'work', undefined, 'other']);
    expect(contact?.relations).toMatchObject([{ kind: 'spouse' }]);
    expect(contact?.notes).toEqual(['note"note']);
  });

  it.skipIf(!google.there)('of Google’s, with the headers of 2024 and a cell too many', () => {
    const [file] = google.files.filter((name) => name.includes('lexnetwork'));
    const { contacts, skipped, findings } = readAll(bookReader(options), google.read(file ?? ''));
    expect(skipped).toEqual([]);
    expect(findings).toEqual([]);
    expect(contacts.map(({ fields }) => [fields.name?.full, fields.birthday])).toEqual([
      ['Jane Doe', '1988-06-15'],
      ['Bob Smith', '--12-01'],
      ['Chloé Van Damme, Jr.', undefined],
    ]);
    expect(contacts[2]?.notes[0]).toContain('\n');
    expect(contacts[0]?.fields).toMatchObject({
      emails: [
        { value: 'jane.doe@acme.example', label: 'work' },
        { value: 'jane@personal.example', label: 'home' },
      ],
      phones: [{ value: '+41 79 123 45 67', label: 'mobile' }],
      urls: [{ value: 'https://www.linkedin.com/in/jane-doe-example', label: 'profile' }],
      organisations: [{ name: 'Acme Corp', title: 'VP Engineering' }],
      tags: [],
    });
  });

  it.skipIf(!books.there)(
    'of Outlook’s kind, with relations, parts of addresses and days by the day first',
    () => {
      const [contact] = readAll(
        bookReader(options),
        books.read('roundcube__roundcubemail__all.csv'),
      ).contacts;
      expect(contact?.fields).toMatchObject({
        name: { full: 'Display Name', given: 'First Name', prefix: 'Prefix' },
        birthday: '1991-01-20',
        dates: [{ label: 'anniversary', date: '1992-02-20' }],
        place: 'Home City',
        tags: ['test'],
      });
      expect(contact?.fields.postal).toMatchObject([
        { label: 'home', street: 'Home Street', locality: 'Home City', code: 'Home Zip' },
        { label: 'work', street: 'Work Street', locality: 'Work City', country: 'Work Country' },
        { street: 'Other Street', code: 'Other Zip' },
      ]);
      expect(contact?.relations.map(({ kind, name }) => [kind, name])).toEqual([
        ['manager', 'Manager'],
        ['assistant', 'Assistant'],
        ['spouse', 'Spouse'],
      ]);
      expect(contact?.fields.other).toContainEqual({ name: 'IM Skype', value: 'skype' });
    },
  );

  it.skipIf(!books.there)('of Thunderbird’s, with line ends and marks within cells', () => {
    const { contacts, findings } = readAll(
      bookReader(options),
      books.read('mozilla__releases-comm-central__export.csv'),
    );
    expect(findings).toEqual([]);
    expect(contacts.map(({ fields }) => fields.name?.full)).toEqual([
      'contact number one',
      'contact number two',
    ]);
    expect(contacts[1]?.fields.postal).toEqual([]);
    expect(contacts[1]?.fields.organisations).toEqual([{ name: '', title: '"worker"' }]);
    expect(contacts[1]?.fields.other).toContainEqual({ name: 'Custom 4', value: 'custom\n4' });
    expect(contacts[1]?.notes).toEqual(["here's some unicode text…"]);
  });

  it('in another language, with semicolons, and a birthday of Thunderbird’s in three cells', () => {
    const { contacts } = rows(
      'Vorname;Nachname;E-Mail-Adresse;Firma;Position;Birth Year;Birth Month;Birth Day',
      'Jürg;Meier;jm@firma.example;Firma AG;Leiter;1970;3;9',
      'Anna;Huber;;;;;12;24',
    );
    expect(contacts.map(({ fields }) => [fields.name?.full, fields.birthday])).toEqual([
      ['Jürg Meier', '1970-03-09'],
      ['Anna Huber', '--12-24'],
    ]);
    expect(contacts[0]).toMatchObject({
      key: 'jm@firma.example',
      fields: { organisations: [{ name: 'Firma AG', title: 'Leiter' }] },
    });
  });

  it('knows a company, guesses a name and says so, and skips who has nothing', () => {
    const { contacts, skipped } = rows(
      'First Name,Last Name,Company,E-mail Address,Birthday',
      ',,Acme,office@acme.example,0/0/00',
      ',,,someone@x.example,',
      ',,,,3/4/1990',
      'Ana,Silva,,,not a day',
    );
    expect(contacts).toMatchObject([
      { organisationOnly: true, fields: { name: { full: 'Acme' } } },
      { nameGuessed: true, fields: { name: { full: 'someone@x.example' } } },
      { fields: { name: { full: 'Ana Silva' } } },
    ]);
    expect(skipped).toMatchObject([{ line: 4 }]);
  });

  it('several values in a cell of Google’s are several', () => {
    const [contact] = rows(
      'Name,E-mail 1 - Type,E-mail 1 - Value,Labels',
      'Ana,* Work,a@x.example ::: b@x.example,* myContacts ::: Choir ::: * Family',
    ).contacts;
    expect(contact?.fields.emails).toEqual([
      { value: 'a@x.example', label: 'work' },
      { value: 'b@x.example', label: 'work' },
    ]);
    expect(contact?.fields.tags).toEqual(['Choir', 'Family']);
  });

  it('is none where a list of ties or the table of its people is meant', () => {
    expect(bookHeader('source,target,name,email')).toBeUndefined();
    expect(bookHeader('id,name,email')).toBeUndefined();
    expect(bookHeader('John Doe,John,Doe,john@doe.invalid')).toBeUndefined();
    expect(bookHeader('__proto__,constructor,toString')).toBeUndefined();
  });

  it('gives the same however it is sliced, and survives whatever is done to it', () => {
    const text = [
      'Name,Given Name,E-mail 1 - Value,Birthday,Notes',
      'Ana Silva,Ana,ana@x.example,3/4/1990,"two\nlines"',
      'Ben,Ben,ben@x.example,13/4/1990,',
    ].join('\n');
    const whole = readAll(bookReader(options), text).items;
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: mostCuts }), (cuts) => {
        expect(readAll(bookReader(options), text, cuts).items).toEqual(whole);
      }),
    );
    fc.assert(
      fc.property(mutations, (changes) => {
        const bytes = mutated(bytesOf(text), changes);
        try {
          for (const { line } of readAll(bookReader(options), bytes).items) expect(line).toBeGreaterThan(0);
        } catch (error) {
          // Its headers were damaged; nothing else may be thrown.
          expect(error).toMatchObject({ code: 'bad-file' });
        }
      }),
      { numRuns: mostMutations },
    );
  });
});
