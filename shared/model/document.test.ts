import { existsSync, readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steps, takeStep, testContext } from '../commands/random-commands.testing';
import {
  checksumPiece,
  documentPieces,
  type DocumentToWrite,
  migratePatch,
  migrateTables,
  patchTables,
  readDocument,
  splitChecksum,
} from './document';
import { migrations, schemaVersion, versionAfter } from './migrations/index';
import type { Migration, RawTables } from './migrations/migration';
import { Network } from './network';
import { tableNames } from './table-names';

const head = {
  schemaVersion,
  appVersion: '0.1.0',
  savedAt: '2026-05-04T09:00:00.000Z',
  seq: 7,
  contacts: 0,
  other: {},
};

function textOf(document: DocumentToWrite): string {
  return [...documentPieces(document)].join('') + checksumPiece('sha-1');
}

function rawOf(network: Network): RawTables {
  return new Map(
    tableNames.map((table) => [table, new Map([...network.all(table)].map((row) => [row.id, row]))]),
  );
}

describe('a document', () => {
  it('says the same after a round trip, whatever is in the network', () => {
    fc.assert(
      fc.property(steps(30), (sequence) => {
        const network = new Network();
        const context = testContext();
        for (const step of sequence) takeStep(network, step, context);
        const text = textOf({ ...head, tables: rawOf(network) });
        const reading = readDocument(text, migrations);
        if (reading.state !== 'current') throw new Error(reading.state);
        expect(reading.document.tables).toEqual(rawOf(network));
        expect(textOf({ ...head, tables: reading.document.tables })).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('has a row to a line, so that a person can read it and see what changed', () => {
    const tables: RawTables = new Map([
      ['contacts', new Map([['ana', { id: 'ana', name: { full: 'Ana' } }]])],
      ['ties', new Map()],
    ]);
    expect(textOf({ ...head, tables })).toBe(
      [
        '{',
        '"format": "kithmap",',
        `"schemaVersion": ${schemaVersion},`,
        '"appVersion": "0.1.0",',
        '"savedAt": "2026-05-04T09:00:00.000Z",',
        '"seq": 7,',
        '"contacts": 0,',
        '"data": {',
        '  "contacts": {',
        '    "ana": {"id":"ana","name":{"full":"Ana"}}',
        '  },',
        '  "ties": {}',
        '},',
        '"checksum": "sha-1"',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('keeps fields, rows and tables that this version does not know', () => {
    const tables: RawTables = new Map();
    tables.set('contacts', new Map([['ana', { id: 'ana', shoeSize: 38 }]]));
    tables.set('pets', new Map([['rex', { id: 'rex', owner: 'ana' }]]));
    const text = textOf({ ...head, other: { colour: 'blue', nested: { a: [1] } }, tables });
    const reading = readDocument(text, migrations);
    if (reading.state !== 'current') throw new Error(reading.state);
    expect(textOf({ ...head, ...reading.document, contacts: 0 })).toBe(text);
    expect(reading.document.other).toEqual({ colour: 'blue', nested: { a: [1] } });
    expect(reading.document.tables.get('pets')?.get('rex')).toEqual({ id: 'rex', owner: 'ana' });
  });

  it('of a newer version is a value that can be looked at', () => {
    const reading = readDocument(textOf({ ...head, schemaVersion: 99, tables: new Map() }), migrations);
    expect(reading).toMatchObject({ state: 'newer', document: { schemaVersion: 99 } });
  });

  it.each([
    ['', 'it is empty'],
    ['{"format": "kithm', 'it is not whole'],
    ['null', 'it is not a Kithmap network'],
    ['[1]', 'it is not a Kithmap network'],
    ['{"format":"other"}', 'it is not a Kithmap network'],
    [JSON.stringify({ ...head, format: 'kithmap' }), 'its data is not laid out in tables'],
    [JSON.stringify({ ...head, format: 'kithmap', data: [] }), 'its data is not laid out in tables'],
    [
      JSON.stringify({ ...head, format: 'kithmap', data: { contacts: { a: 1 } } }),
      'its data is not laid out in tables',
    ],
  ])('is damaged where it is %j', (text, why) => {
    expect(readDocument(text, migrations)).toEqual({ state: 'damaged', why });
  });

  it('does not let a row called __proto__ reach anything', () => {
    const text =
      '{"format":"kithmap","schemaVersion":1,"appVersion":"","savedAt":"2026-05-04T09:00:00.000Z","seq":1,"data":{"__proto__":{"x":{"polluted":1}},"contacts":{"__proto__":{"polluted":1}}}}';
    const reading = readDocument(text, migrations);
    expect(reading.state).toBe('current');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('has its checksum over every byte before it', () => {
    const bytes = new TextEncoder().encode(textOf({ ...head, tables: new Map() }));
    const split = splitChecksum(bytes);
    expect(split?.checksum).toBe('sha-1');
    const covered = new TextDecoder().decode(bytes.subarray(0, split?.covered));
    expect(covered + checksumPiece('sha-1')).toBe(new TextDecoder().decode(bytes));
    expect(splitChecksum(bytes.subarray(0, -1))).toBeUndefined();
    expect(splitChecksum(new Uint8Array())).toBeUndefined();
  });

  it('changes by patches as a network does', () => {
    fc.assert(
      fc.property(steps(30), (sequence) => {
        const network = new Network();
        const context = testContext();
        const raw: RawTables = new Map();
        for (const step of sequence) patchTables(raw, takeStep(network, step, context) ?? []);
        for (const [table, rows] of rawOf(network)) {
          expect(raw.get(table) ?? new Map()).toEqual(rows);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('migrations', () => {
  const examples: readonly Migration[] = [
    {
      to: 2,
      says: 'town is called place',
      migrate(tables) {
        const contacts = tables.get('contacts');
        for (const [id, { town, ...row }] of contacts ?? []) contacts?.set(id, { ...row, place: town });
      },
      patch(patch) {
        const renamed = (row: typeof patch.before): typeof patch.before => {
          if (row === null || !('town' in row)) return row;
          const { town, ...rest } = row;
          return { ...rest, place: town };
        };
        return { ...patch, before: renamed(patch.before), after: renamed(patch.after) };
      },
    },
    {
      to: 3,
      says: 'leads are gone',
      migrate: (tables) => tables.delete('leads'),
      patch: (patch) => (patch.table === 'leads' ? undefined : patch),
    },
  ];

  it('take a document through every version after its own, in order', () => {
    const tables: RawTables = new Map([
      ['contacts', new Map([['ana', { id: 'ana', town: 'Basel' }]])],
      ['leads', new Map()],
    ]);
    migrateTables(tables, 1, examples);
    expect(tables).toEqual(new Map([['contacts', new Map([['ana', { id: 'ana', place: 'Basel' }]])]]));
  });

  it('leave a document of the newest version as it is', () => {
    const tables: RawTables = new Map([['contacts', new Map([['ana', { id: 'ana', town: 'Basel' }]])]]);
    migrateTables(tables, versionAfter(examples), examples);
    expect(tables.get('contacts')?.get('ana')).toEqual({ id: 'ana', town: 'Basel' });
  });

  it('take patches along, so that an old batch can be undone', () => {
    const patch = { table: 'contacts', id: 'ana', before: { town: 'Bern' }, after: { town: 'Basel' } };
    expect(migratePatch(patch, 1, examples)).toMatchObject({
      before: { place: 'Bern' },
      after: { place: 'Basel' },
    });
    expect(migratePatch(patch, 2, examples)).toEqual(patch);
    expect(migratePatch({ ...patch, table: 'leads' }, 1, examples)).toBeUndefined();
  });

  it('say that a document before the newest version is an older one', () => {
    expect(readDocument(textOf({ ...head, schemaVersion: 1, tables: new Map() }), examples).state).toBe(
      'older',
    );
  });

  it('are numbered without a gap and only ever appended', () => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, i) => i + 2));
  });

  it.each(Array.from({ length: schemaVersion }, (_, i) => i + 1))(
    'bring the stored example of version %i to the present, unchanged since it was stored',
    (version) => {
      const file = new URL(`./migrations/examples/version-${version}.kithmap`, import.meta.url);
      expect(existsSync(file)).toBe(true);
      const text = readFileSync(file, 'utf8');
      expect({ version, crc: crc32(text).toString(16) }).toEqual({
        version,
        crc: storedExamples[version - 1],
      });
      const reading = readDocument(text, migrations);
      if (reading.state === 'damaged') throw new Error(reading.why);
      migrateTables(reading.document.tables, reading.document.schemaVersion, migrations);
      const network = new Network();
      for (const [table, rows] of reading.document.tables) {
        const known = tableNames.find((name) => name === table);
        for (const [id, row] of rows) if (known !== undefined) network.load(known, id, row);
      }
      expect(network.get('contacts', 'ana')?.name.full).toBe('Ana Núñez');
      expect(network.count('contacts')).toBe(3);
      expect(network.count('ties')).toBe(2);
    },
  );
});

/** CRC-32 of each stored example: an example is never changed. */
const storedExamples = ['ec324b61'];
