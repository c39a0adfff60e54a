import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steps, takeStep, testContext } from '../commands/random-commands.testing';
import { documentPieces, type DocumentReading, type DocumentToWrite, readDocument } from './document';
import { readDocumentInSlices } from './document-slices';
import { migrations, schemaVersion } from './migrations/index';
import type { RawTables } from './migrations/migration';
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

/** A document's text up to its checksum. */
const textOf = (document: DocumentToWrite): string => [...documentPieces(document)].join('');

function read(text: string | Uint8Array, slice?: number): { reading?: DocumentReading; slices: number } {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reading = readDocumentInSlices(bytes, migrations, slice);
  for (let slices = 0; ; slices++) {
    const step = reading.next();
    if (step.done !== true) continue;
    return step.value === undefined ? { slices } : { reading: step.value, slices };
  }
}

const whole = (text: string): DocumentReading => readDocument(`${text}\n}`, migrations);

function tablesOf(network: Network): RawTables {
  return new Map(
    tableNames.map((table) => [table, new Map([...network.all(table)].map((row) => [row.id, row]))]),
  );
}

const random = steps(30).map((sequence) => {
  const network = new Network();
  const context = testContext();
  for (const step of sequence) takeStep(network, step, context);
  return tablesOf(network);
});

describe('reading a document in slices', () => {
  it('says what reading it as a whole says, wherever it is cut', () => {
    fc.assert(
      fc.property(
        random,
        fc.integer({ min: 1, max: 2_000 }),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (tables, slice, more) => {
          const own = ['format', 'data', 'checksum', 'parsedBy', '__proto__', ...Object.keys(head)];
          const other = Object.fromEntries(Object.entries(more).filter(([field]) => !own.includes(field)));
          const pets = new Map([['rex {}', { id: 'rex', '\n  }': 7 }]]);
          const text = textOf({ ...head, other, tables: [...tables, ['\n  "pets": {', pets]] });
          const { reading, slices } = read(text, slice);
          expect(reading).toEqual(whole(text));
          expect(slices).toBeGreaterThanOrEqual(
            Math.min(2, Math.floor((text.length - 300) / (slice + 3_000))),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('knows whose schemas read the rows, which it takes nobody’s word for where the layout is another', () => {
    const text = textOf({ ...head, parsedBy: 'somebody', tables: [['contacts', []]] });
    expect(read(text).reading).toMatchObject({ document: { parsedBy: 'somebody', other: {} } });
    const reading = whole(text);
    if (reading.state !== 'current') throw new Error(reading.state);
    expect(reading.document.parsedBy).toBeUndefined();
    expect(reading.document.other).toEqual({});
  });

  it('says whether the document is older or newer', () => {
    const reading = read(textOf({ ...head, schemaVersion: schemaVersion + 1, tables: [['contacts', []]] }));
    expect(reading.reading?.state).toBe('newer');
  });

  it('never says anything else than reading it as a whole, whatever was changed', () => {
    const characters = fc.constantFrom(...'{}[]",: \n\\a0'.split(''), '\n  }', '\n    "', '\n}', ',\n');
    fc.assert(
      fc.property(
        random,
        fc.array(fc.tuple(fc.nat(), fc.nat(12), characters), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 400 }),
        (tables, changes, slice) => {
          let text = textOf({ ...head, tables });
          for (const [where, gone, put] of changes) {
            const at = where % text.length;
            text = text.slice(0, at) + put + text.slice(at + gone);
          }
          // A pair of surrogates that was torn apart is no text, and becomes another one on the disk.
          text = new TextDecoder().decode(new TextEncoder().encode(text));
          const { reading } = read(text, slice);
          if (reading !== undefined) expect(reading).toEqual(whole(text));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['one line', JSON.stringify({ ...head, format: 'kithmap', data: {} }).slice(0, -1)],
    ['no tables', textOf({ ...head, tables: [] })],
    ['a table twice', textOf({ ...head, tables: [['a', []], ['a', []]] })], // prettier-ignore
    ['a row that is none', textOf({ ...head, tables: [['a', [['x', 7]]]] } as unknown as DocumentToWrite)],
    ['no end', textOf({ ...head, tables: [['a', [['x', { id: 'x' }]]]] }).slice(0, -2)],
    ['more than the end', `${textOf({ ...head, tables: [['a', []]] })}\n}`],
    ['no version', textOf({ ...head, tables: [['a', []]] }).replace('schemaVersion', 'version')],
  ])('gives up where the text is laid out otherwise: %s', (_what, text) => {
    expect(read(text).reading).toBeUndefined();
  });

  it('gives up where the bytes are no text', () => {
    const bytes = new TextEncoder().encode(textOf({ ...head, tables: [['a', [['x', { id: 'x' }]]]] }));
    bytes[bytes.lastIndexOf(0x78)] = 0xff;
    expect(read(bytes).reading).toBeUndefined();
  });
});
