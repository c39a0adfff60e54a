import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../json';
import { bookReader } from './book';
import { graphmlReader } from './graphml';
import { readKithmapExport } from './kithmap';
import { kithmapReader, peopleOfWhole } from './kithmap';
import { line, networkOf, text, vcardFields } from './network.testing';
import { bytesOf, options, readAll } from './reading.testing';
import { vcardReader } from './vcard';
import { csvText, plainCell, writeCsv } from './write-csv';
import { writeCytoscape } from './write-cytoscape';
import { writeGexf } from './write-gexf';
import { writeGoogleCsv } from './write-google-csv';
import { writeGraphML } from './write-graphml';
import { writeJson } from './write-json';
import { writeVCards } from './write-vcard';

const me = { id: 'settings', me: 'me' };
const uuid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('vCard', () => {
  const write = (network: ReturnType<typeof networkOf>) => [...writeVCards(network)].join('');

  it('is read back to the same fields, and accepted by a strict reader', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ fields: vcardFields, notes: fc.array(text, { maxLength: 2 }) }), {
          maxLength: 3,
        }),
        (people) => {
          const file = write(
            networkOf({
              contacts: people.map(({ fields }, i) => ({ id: `c${i}`, ...fields })),
              notes: people.flatMap(({ notes }, i) =>
                notes.map((note, j) => ({ id: `n${i}-${j}`, contact: `c${i}`, text: note })),
              ),
            }),
          );
          for (const folded of file.split('\r\n')) expect(bytesOf(folded).length).toBeLessThanOrEqual(75);
          if (people.length === 0) return;
          expect(ICAL.parse(file)).toBeDefined();
          const { contacts, findings } = readAll(vcardReader(options), file);
          expect(findings).toEqual([]);
          expect(contacts).toHaveLength(people.length);
          people.forEach(({ fields, notes }, i) => {
            const read = contacts[i]!;
            if (!sameJson(read.fields, fields)) expect(read.fields).toEqual(fields);
            expect(read).toMatchObject({ key: `uid:c${i}`, notes });
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of version 3 is read back to the same fields, too', () => {
    fc.assert(
      fc.property(vcardFields, (fields) => {
        const file = [...writeVCards(networkOf({ contacts: [{ id: 'c', ...fields }] }), '3.0')].join('');
        expect(ICAL.parse(file)).toBeDefined();
        const { contacts, findings } = readAll(vcardReader(options), file);
        expect(findings).toEqual([]);
        const [read] = contacts;
        if (!sameJson(read?.fields ?? {}, fields)) expect(read?.fields).toEqual(fields);
      }),
      { numRuns: 150 },
    );
  });

  it('of version 3 names relations as Apple does, a company, and a birthday without a year', () => {
    const file = [
      ...writeVCards(
        networkOf({
          contacts: [
            { id: 'a', name: { full: 'Ana' }, birthday: '--02-29' },
            { id: 'b', name: { full: 'Acme' }, nameDoubt: 'organisation' },
          ],
          ties: [{ id: 't', a: 'a', b: 'b', kind: 'agent' }],
        }),
        '3.0',
      ),
    ].join('');
    expect(file).toContain('BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29');
    const { contacts } = readAll(vcardReader(options), file);
    expect(contacts[0]).toMatchObject({
      fields: { birthday: '--02-29' },
      relations: [{ kind: 'agent', name: 'Acme' }],
    });
    expect(contacts[1]).toMatchObject({ organisationOnly: true });
  });

  it('names relations that are known, on the card they belong to, and no guess', () => {
    const file = write(
      networkOf({
        contacts: ['a', 'b', uuid, 'me'].map((id) => ({ id, name: { full: `Person ${id}` } })),
        ties: [
          { id: 't1', a: 'a', b: 'b', kind: 'spouse' },
          { id: 't2', a: uuid, b: 'a', kind: 'manager', kindOf: uuid },
          { id: 't3', a: uuid, b: 'b', kind: 'friend', state: 'inferred', confidence: 0.5 },
          { id: 't4', a: uuid, b: 'b', kind: 'rival' },
        ],
        settings: [me],
      }),
    );
    const { contacts } = readAll(vcardReader(options), file);
    expect(contacts.map(({ key, relations }) => [key, relations])).toEqual([
      [
        'uid:a',
        [
          { kind: 'spouse', name: 'Person b' },
          { kind: 'manager', uid: uuid },
        ],
      ],
      ['uid:b', [{ kind: 'spouse', name: 'Person a' }]],
      [`uid:${uuid}`, []],
    ]);
  });

  it('keeps the UID a card came with, and what kind of name it has', () => {
    const file = write(
      networkOf({
        contacts: [
          { id: 'a', name: { full: 'Acme' }, nameDoubt: 'organisation' },
          { id: 'b', name: { full: 'x@y.z' }, nameDoubt: 'guessed' },
        ],
        sources: [{ id: 's', contact: 'a', format: 'vcard', key: 'uid:card-7' }],
      }),
    );
    const { contacts } = readAll(vcardReader(options), file);
    expect(contacts[0]).toMatchObject({ key: 'uid:card-7', organisationOnly: true });
    expect(contacts[1]).toMatchObject({ key: 'uid:b', nameGuessed: true });
  });
});

describe('GraphML', () => {
  it('is well-formed under any text and read back to the same values', () => {
    const list = fc.uniqueArray(line, { maxLength: 3 });
    const person = fc.record({
      full: line,
      place: line,
      industry: line,
      org: line,
      title: line,
      tags: list,
      interests: list,
    });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 2, maxLength: 4 }),
        fc.string({ unit: 'binary' }),
        line,
        (people, name, kind) => {
          const network = networkOf({
            contacts: [
              ...people.map((one, i) => ({
                id: `c${i}`,
                name: { full: one.full },
                ...{ place: one.place, industry: one.industry, tags: one.tags, interests: one.interests },
                organisations: [{ name: one.org, title: one.title }],
                birthday: '--02-03',
              })),
              { id: 'wild', name: { full: name } },
            ],
            ties: [
              { id: 't1', a: 'c0', b: 'c1', weight: 2.5, kind, since: '2014' },
              { id: 't2', a: 'c1', b: 'wild', state: 'inferred', confidence: 0.3 },
            ],
          });
          const { contacts, ties } = readAll(graphmlReader(options), [...writeGraphML(network)].join(''));
          people.forEach((one, i) => {
            expect(contacts[i]?.fields).toMatchObject({
              ...{ name: { full: one.full }, place: one.place, industry: one.industry },
              ...{ tags: one.tags, interests: one.interests, birthday: '--02-03' },
              organisations: [{ name: one.org, title: one.title }],
            });
          });
          expect(ties).toEqual([
            expect.objectContaining({ a: 'c0', b: 'c1', weight: 2.5, tieKind: kind, since: '2014' }),
            expect.objectContaining({ a: 'c1', b: 'wild', confidence: 0.3 }),
          ]);
          expect(ties[0]).not.toHaveProperty('confidence');
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('CSV', () => {
  it('has no cell that a spreadsheet would run, and gives each back', () => {
    const cell = fc.oneof(
      line,
      line.chain((rest) => fc.constantFrom('=', '+', '-', '@', "'", '＝').map((c) => `${c}${rest}`)),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (names) => {
        const network = networkOf({
          contacts: [
            ...names.map((full, i) => ({ id: `c${i}`, name: { full } })),
            { id: 'me', name: { full: 'Me' } },
          ],
          settings: [me],
        });
        const file = [...writeCsv(network)].join('').slice(1).trimEnd();
        const { data } = Papa.parse<string[]>(file, { delimiter: ',', newline: '\r\n' });
        const [header = [], ...rows] = data;
        expect(header[0]).toBe('Name');
        for (const row of rows) for (const one of row) expect(one).not.toMatch(/^[=+\-@\t\r＝]/);
        expect(rows.map((row) => plainCell(row[0] ?? ''))).toEqual(names);
      }),
    );
  });

  it('is guarded in any table in the same way', () => {
    expect(
      csvText(
        ['Name', 'Why'],
        [
          ['=SUM(A1)', 'knows "all", twice'],
          ['Ana', ''],
        ],
      ),
    ).toBe('\ufeffName,Why\r\n\'=SUM(A1),"knows ""all"", twice"\r\nAna,\r\n');
  });
});

/** People, ties and findings of an export. */
function parted(file: string) {
  const read = readAll(kithmapReader(options), file).items;
  const items = [...peopleOfWhole(read.filter((item) => item.kind === 'whole'))];
  return [
    items.filter((item) => item.kind === 'contact'),
    items.filter((item) => item.kind === 'tie'),
    items.filter((item) => item.kind === 'finding'),
  ] as const;
}

describe('our own export', () => {
  const secret = 'MARKER-7f3a';
  const network = networkOf({
    contacts: [
      { id: 'a', name: { full: 'Ana' }, tags: ['x'], fieldOfALaterVersion: 1 },
      { id: 'b', name: { full: 'Bo' }, nameDoubt: 'guessed' },
    ],
    ties: [{ id: 't', a: 'a', b: 'b', weight: 2, kind: 'friend' }],
    notes: [
      { id: 'n1', contact: 'a', text: 'open' },
      { id: 'n2', contact: 'a', confidential: 's' },
    ],
    confidential: [{ id: 's', text: secret }],
  });

  it('holds every entity as it is, and no confidential text', () => {
    const file = [...writeJson(network)].join('');
    const { confidential, ...open } = network.toData();
    expect(Object.keys(confidential ?? {})).toEqual(['s']);
    expect(readKithmapExport(file)).toEqual(open);
    for (const write of [writeJson, writeVCards, writeGraphML, writeCsv]) {
      expect([...write(network)].join('')).not.toContain(secret);
    }
  });

  it('can be imported like any other file', () => {
    const [contacts, ties] = parted([...writeJson(network)].join(''));
    expect(contacts[0]).toMatchObject({
      id: 'a',
      key: 'uid:a',
      fields: { name: { full: 'Ana' }, tags: ['x'] },
      notes: ['open'],
    });
    expect(contacts[1]).toMatchObject({ nameGuessed: true });
    expect(ties).toEqual([{ kind: 'tie', line: 1, a: 'a', b: 'b', weight: 2, tieKind: 'friend' }]);
  });

  it('is refused with a sentence where it is damaged, newer or something else', () => {
    expect(() => readKithmapExport('{')).toThrow(/damaged/);
    expect(() => readKithmapExport('{"format":"x"}')).toThrow(/no export of Kithmap/);
    expect(() => readKithmapExport('{"format":"kithmap-export","version":2,"data":{}}')).toThrow(/newer/);
    const hostile =
      '{"format":"kithmap-export","version":1,"data":{"__proto__":{},"confidential":{"s":{}},"contacts":{"a":{"id":"a"}}}}';
    expect(Object.keys(readKithmapExport(hostile)).sort()).toEqual(['confidential', 'contacts']);
    const [, , findings] = parted(hostile);
    expect(findings[0]?.reason).toMatch(/The contact a is damaged/);
  });
});

describe('graph tools', () => {
  const network = networkOf({
    contacts: [
      { id: 'a', name: { full: 'Ana <&> "Núñez"' }, tags: ['x', 'y'], place: 'Bern' },
      { id: 'b', name: { full: 'Bo' } },
    ],
    ties: [{ id: 't', a: 'a', b: 'b', weight: 2.5, kind: 'friend', state: 'inferred', confidence: 0.4 }],
  });

  it('are given elements with their values by Cytoscape’s JSON', () => {
    expect(JSON.parse([...writeCytoscape(network)].join(''))).toMatchObject({
      format_version: '1.0',
      elements: {
        nodes: [
          { data: { id: 'a', name: 'Ana <&> "Núñez"', tags: 'x\ny', place: 'Bern' } },
          { data: { id: 'b', name: 'Bo' } },
        ],
        edges: [
          { data: { id: 't', source: 'a', target: 'b', weight: 2.5, kind: 'friend', confidence: 0.4 } },
        ],
      },
    });
    expect(JSON.parse([...writeCytoscape(networkOf({}))].join(''))).toMatchObject({
      elements: { nodes: [], edges: [] },
    });
  });

  it('are given well-formed XML by GEXF, whatever the names hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (full) => {
        const text = [...writeGexf(networkOf({ contacts: [{ id: 'a', name: { full } }] }))].join('');
        const findings: string[] = [];
        const parser = new SaxesParser();
        parser.on('error', ({ message }) => findings.push(message));
        parser.write(text).close();
        expect(findings).toEqual([]);
      }),
    );
    expect([...writeGexf(network)].join('')).toContain('source="a" target="b" weight="2.5"');
  });
});

describe('the CSV of Google Contacts', () => {
  const write = (network: ReturnType<typeof networkOf>) => [...writeGoogleCsv(network)].join('');

  it('is read back to the same people', () => {
    const contacts = [
      {
        id: 'ana',
        name: {
          full: 'Dr Ana Maria Silva',
          prefix: 'Dr',
          given: 'Ana',
          additional: 'Maria',
          family: 'Silva',
        },
        nicknames: ['Aninha'],
        emails: [{ value: 'ana@x.example', label: 'work' }, { value: 'a@y.example' }],
        phones: [{ value: '+41 79 123 45 67', label: 'mobile' }],
        postal: [{ label: 'home', street: 'Rua 1', locality: 'Porto', code: '4000', country: 'Portugal' }],
        organisations: [{ name: 'Acme, Inc.', title: 'Engineer', department: 'R&D' }],
        place: 'Porto',
        tags: ['Choir', 'Family'],
        birthday: '--12-01',
        dates: [{ label: 'anniversary', date: '2010-05-04' }],
      },
      { id: 'wang', name: { full: '王小明', given: '小明', family: '王' } },
      { id: 'other', name: { full: 'Silva, Rui', given: 'Rui', family: 'Silva' } },
      { id: 'sum', name: { full: '=SUM(A1)' } },
      { id: 'me', name: { full: 'Me' } },
    ];
    const network = networkOf({
      contacts,
      notes: [{ id: 'n', contact: 'ana', text: 'one\ntwo' }],
      settings: [me],
    });
    const file = write(network);
    for (const line of file.split('\r\n')) expect(line).not.toMatch(/(?:^|,)=/);
    const read = readAll(bookReader(options), file);
    expect(read.findings).toEqual([]);
    expect(read.contacts.map(({ fields }) => fields.name?.full)).toEqual([
      'Dr Ana Maria Silva',
      '王小明',
      'Silva, Rui',
      '=SUM(A1)',
    ]);
    expect({ id: 'ana', ...read.contacts[0]?.fields }).toMatchObject(contacts[0] ?? {});
    expect(read.contacts[0]?.notes).toEqual(['one\ntwo']);
  });
});
