import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedInHeader, linkedInReader } from './linkedin';
import { beside, bytesOf, mutated, mutations, options, readAll } from './reading.testing';

const read = (text: string | Uint8Array, cuts: readonly number[] = []) =>
  readAll(linkedInReader(options), text, cuts);

const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const preamble = 'Notes:\n"When exporting, you may notice that\nsome ""addresses"" are missing."\n\n';

describe('rows', () => {
  it('reads a person with all that the row says', () => {
    const { items } = read(
      `${preamble}${header}\nAna,Núñez,https://www.linkedin.com/in/Ana-Nunez/,Ana@Example.org,"Acme, Inc.",Engineer,12 Mar 2021\n`,
    );
    expect(items).toEqual([
      {
        kind: 'contact',
        line: 6,
        key: 'linkedin.com/in/ana-nunez',
        identity: ['Ana', 'Núñez', '2021-03-12'],
        fields: {
          name: { full: 'Ana Núñez', given: 'Ana', family: 'Núñez' },
          emails: [{ value: 'Ana@Example.org' }],
          urls: [{ value: 'https://www.linkedin.com/in/Ana-Nunez/', label: 'LinkedIn' }],
          organisations: [{ name: 'Acme, Inc.', title: 'Engineer' }],
          other: [],
        },
        notes: [],
        relations: [],
        connectedOn: '2021-03-12',
      },
    ]);
  });

  it('says of every row that brings nobody why', () => {
    const { contacts, skipped } = read(`${header}\n,,,,,,\n,,,,Acme,,01 Jan 2023\nOnly,,,,,,\n\n`);
    expect(contacts.map((one) => one.fields.name)).toEqual([{ full: 'Only', given: 'Only' }]);
    expect(skipped).toEqual([
      expect.objectContaining({ line: 2, reason: 'The row is empty.' }),
      expect.objectContaining({ line: 3, reason: 'The row has no name, no mail address and no profile.' }),
    ]);
  });

  it('takes the address for a name where there is none, and says that it guessed', () => {
    const { contacts } = read(`${header}\n,,,who@example.org,,,\n`);
    expect(contacts[0]).toMatchObject({ nameGuessed: true, fields: { name: { full: 'who@example.org' } } });
  });

  it('counts lines through quoted line breaks of every kind', () => {
    for (const end of ['\n', '\r\n', '\r\r\n', '\r']) {
      const text = [header, 'A,,,,"two', 'lines",,', 'B,,,,,,', ',,,,,,'].join(end);
      const { contacts, skipped } = read(text);
      expect(contacts.map((one) => one.line)).toEqual([2, 4]);
      expect(contacts[0]?.fields.organisations).toEqual([{ name: 'two lines' }]);
      expect(skipped[0]?.line).toBe(5);
    }
  });

  it('loses one row and no more to a quotation mark that is never closed', () => {
    const rows = ['A,a,,,,,', 'B,"b,,,,,', 'C,c,,,"Acme, Inc.",,', 'D,d,,,,,'];
    const { contacts, skipped } = read([header, ...rows].join('\n'));
    expect(contacts.map((one) => one.fields.name?.full)).toEqual(['A a', 'C c', 'D d']);
    expect(skipped.map((one) => one.line)).toEqual([3]);

    // The next mark in the file seems to close it, but the row would then have too few cells.
    const seeming = read([header, 'B,"b,,,,,', 'C,c,,,Disk 5",,', 'D,d,,,,,'].join('\n'));
    expect(seeming.contacts.map((one) => one.fields.organisations?.[0]?.name)).toEqual([
      'Disk 5"',
      undefined,
    ]);
    expect(seeming.skipped.map((one) => one.line)).toEqual([2]);
  });

  it('keeps columns it does not know under their own names', () => {
    const { contacts } = read(`${header},Pronouns\nAna,,,,,,,she/her\n`);
    expect(contacts[0]?.fields.other).toEqual([{ name: 'Pronouns', value: 'she/her' }]);
  });

  it('writes Chinese and Korean names family name first', () => {
    const { contacts } = read(`${header}\n小明,王,,,,,\nAnna,王,,,,,\n`);
    expect(contacts.map((one) => one.fields.name?.full)).toEqual(['王小明', 'Anna 王']);
  });

  it('refuses a file without a header row with a sentence', () => {
    expect(() => read('a,b,c\n1,2,3\n')).toThrow(/has no header row/);
  });
});

describe('headers', () => {
  it.each([
    ['Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am', '12. März 2021'],
    ['Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le', '12 mars 2021'],
    ['Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Fecha de conexión', '12 mar 2021'],
    ['Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em', '12 de março de 2021'],
    ['Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato il', '12 mar 2021'],
    ['Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op', '12 mrt 2021'],
    ['Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am', '12.03.2021'],
    ['First Name\tLast Name\tURL\tEmail Address\tCompany\tPosition\tConnected On', 'Mar 12, 2021'],
  ])('reads %s', (line, date) => {
    const delimiter = linkedInHeader(line)?.delimiter ?? '';
    const cells = ['Ana', 'Silva', 'https://linkedin.com/in/ana', 'a@b.c', 'Acme', 'Boss', date];
    const row = cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter);
    const { contacts } = read(`Hinweis\n\n${line}\n${row}\n`);
    expect(contacts[0]).toMatchObject({
      key: 'linkedin.com/in/ana',
      connectedOn: '2021-03-12',
      fields: { organisations: [{ name: 'Acme', title: 'Boss' }], emails: [{ value: 'a@b.c' }] },
    });
  });

  it('is not misled by other tables with names', () => {
    expect(linkedInHeader('First Name,Middle Name,Last Name,Organization Name,Labels')).toBeUndefined();
    expect(linkedInHeader('Display Name,First Name,Last Name,Primary Email')).toBeUndefined();
    expect(linkedInHeader('source,target,weight')).toBeUndefined();
  });
});

describe('dates', () => {
  const connected = (...dates: string[]) =>
    read([header, ...dates.map((date, i) => `P${i},,,,,,"${date}"`)].join('\n'));

  it.each([
    ['12 Mar 2021', '2021-03-12'],
    ['03/15/2024', '2024-03-15'],
    ['2021-03-12', '2021-03-12'],
    ['5 janv. 2020', '2020-01-05'],
    ['3/5/24', '2024-03-05'],
    ['2021年3月12日', '2021-03-12'],
  ])('reads %s', (text, day) => {
    expect(connected(text).contacts[0]?.connectedOn).toBe(day);
  });

  it('lets any row of the file decide which number is the day', () => {
    const { contacts, findings } = connected('03/04/2024', '05/04/2024', '25/04/2024', '06/05/2024');
    expect(contacts.map((one) => one.connectedOn)).toEqual([
      '2024-04-03',
      '2024-04-05',
      '2024-04-25',
      '2024-05-06',
    ]);
    expect(findings).toEqual([]);
  });

  it('says so where no row decides', () => {
    const { contacts, findings } = connected('03/04/2024');
    expect(contacts[0]?.connectedOn).toBe('2024-03-04');
    expect(findings[0]?.reason).toMatch(/month first/);
  });

  it('keeps the person where the date cannot be read', () => {
    const { contacts, findings } = connected('31 Feb 2024');
    expect(contacts[0]).not.toHaveProperty('connectedOn');
    expect(findings[0]?.reason).toMatch(/31 Feb 2024/);
  });
});

describe('whatever the bytes', () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) =>
      `P${i},"Q, ""R""",https://linkedin.com/in/p${i},,"Two\nlines",É,0${(i % 9) + 1}/0${(i % 8) + 1}/2024`,
  );
  const file = bytesOf(`${preamble}${header}\n${rows.join('\r\n')}\n`);

  it('reads the same however the bytes are sliced', () => {
    const whole = read(file).items;
    expect(whole.filter((item) => item.kind === 'contact')).toHaveLength(30);
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 60 }), (cuts) => {
        expect(read(file, cuts).items).toEqual(whole);
      }),
      { numRuns: 60 },
    );
    expect(read(file, [...file.keys()]).items).toEqual(whole);
  });

  it('survives broken bytes and loses only rows that were touched', () => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const text = mutated(file, changes);
        let items;
        try {
          items = read(text, [17, 300, 301, 900, 1030, 1400, 1401, 1800]).items;
        } catch (error) {
          expect(String(error)).toMatch(/no header row/);
          return;
        }
        expect(JSON.stringify(read(text).items)).toBe(JSON.stringify(items));
        // Each change touches at most the two rows around it; a line break more or less, one further.
        const kept = items.filter((item) => item.kind === 'contact').length;
        expect(kept).toBeGreaterThanOrEqual(30 - changes.length * 3);
      }),
      { numRuns: 300 },
    );
  });
});

const fixtures = beside('fixtures/csv-linkedin');
describe.skipIf(!fixtures.there)('files of real programs', () => {
  const named = (part: string) =>
    read(fixtures.read(fixtures.files.find((file) => file.includes(part)) ?? ''));

  it('six-hops: two people of one name stay two, the row with only a date is said', () => {
    const { contacts, skipped } = named('six-hops');
    expect(contacts.map((one) => one.key)).toEqual([
      'linkedin.com/in/priya-sharma-1',
      'linkedin.com/in/rahul-iyer',
      'linkedin.com/in/priya-sharma-2',
      'linkedin.com/in/anita-rao',
    ]);
    expect(contacts.map((one) => one.connectedOn)).toEqual([
      '2021-03-12',
      '2020-01-05',
      '2022-02-01',
      '2019-07-20',
    ]);
    expect(skipped).toEqual([expect.objectContaining({ line: 9 })]);
  });

  it('labeldekho: columns in another order', () => {
    const { contacts, findings } = named('labeldekho');
    expect(contacts).toHaveLength(10);
    expect(contacts[2]).toMatchObject({ key: 'linkedin.com/in/caroldavis', connectedOn: '2023-05-10' });
    expect(findings).toEqual([]);
  });

  it('kawsay: letters beyond ASCII, quoted commas', () => {
    const { contacts } = named('kawsay');
    expect(contacts.map((one) => one.fields.name?.full)).toEqual(['José García', 'Æsop Fontaine']);
    expect(contacts[0]?.fields.organisations).toEqual([{ name: 'Acme, Inc.', title: 'Senior Engineer' }]);
  });

  it('CareerManager: a profile in capitals with a slash, a person with a first name alone', () => {
    const { contacts, findings } = named('CareerManager');
    expect(contacts.map((one) => one.key)).toEqual([
      'linkedin.com/in/ada-lovelace',
      'linkedin.com/in/john-doe',
      undefined,
    ]);
    expect(contacts[2]?.fields.name).toEqual({ full: 'Ghost', given: 'Ghost' });
    expect(findings).toEqual([]);
  });

  it('lexnetwork: four people', () => {
    const { contacts } = named('lexnetwork');
    expect(contacts.map((one) => one.fields.name?.full)).toEqual([
      'Ana Silva',
      'Marc Dubois',
      'Noah Okonkwo',
      'Kenji Watanabe',
    ]);
  });
});
