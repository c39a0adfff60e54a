/**
 * The document that a snapshot, a backup and an export of everything hold: a JSON object that a person can read,
 * one row to a line, with a checksum as its last field.
 *
 *   {"format": "kithmap", "schemaVersion", "appVersion", "savedAt", "seq", "contacts", "parsedBy"?,
 *    "data": {table: {id: row}}, "checksum"}
 *
 * Rows and fields and tables that this version does not know are kept as they are. A document of a newer version
 * is a value, not an error: it can be looked at and must not be written.
 */
import { z } from 'zod';
import { isObject, type JsonObject } from '../json';
import { Moment } from '../time';
import type { Migration, RawPatch, RawRows, RawTables } from './migrations/migration';
import { versionAfter } from './migrations/index';

export const documentFormat = 'kithmap';

const Header = z.looseObject({
  format: z.literal(documentFormat),
  schemaVersion: z.int().min(1),
  appVersion: z.string(),
  savedAt: Moment,
  /** The journal's line up to which everything is in here. */
  seq: z.int().min(0),
  /** How many contacts, for a list of backups that does not read them whole. */
  contacts: z.int().min(0).default(0),
  /** Whose schemas read every row of a table that they know before it was written; absent where one row was not. */
  parsedBy: z.string().optional().catch(undefined),
});

export interface Document {
  readonly schemaVersion: number;
  readonly appVersion: string;
  readonly savedAt: string;
  readonly seq: number;
  readonly tables: RawTables;
  /** Top-level fields that this version does not know. */
  readonly other: JsonObject;
  /** Whose schemas read every row of a table that they know; not known of a text that was laid out by others. */
  readonly parsedBy?: string;
}

export type DocumentReading =
  | { readonly state: 'current' | 'older' | 'newer'; readonly document: Document }
  | { readonly state: 'damaged'; readonly why: string };

const ownFields = [
  'format',
  'schemaVersion',
  'appVersion',
  'savedAt',
  'seq',
  'contacts',
  'parsedBy',
  'data',
  'checksum',
];

/** Reads a document's text; its checksum is for the caller to compare (see `splitChecksum`). */
export function readDocument(text: string, steps: readonly Migration[]): DocumentReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: 'damaged', why: text.trim() === '' ? 'it is empty' : 'it is not whole' };
  }
  const head = headOf(value);
  if (head === undefined || !isObject(value)) return { state: 'damaged', why: 'it is not a Kithmap network' };
  const tables = readTables(value['data']);
  if (tables === undefined) return { state: 'damaged', why: 'its data is not laid out in tables' };
  return { state: stateOf(head, steps), document: { ...head.document, tables } };
}

/** What a document says beside its rows; undefined where it is none. */
export function headOf(
  value: unknown,
): { readonly document: Omit<Document, 'tables' | 'parsedBy'>; readonly parsedBy?: string } | undefined {
  const header = Header.safeParse(value);
  if (!header.success || !isObject(value)) return undefined;
  const { schemaVersion, appVersion, savedAt, seq, parsedBy } = header.data;
  const other = Object.fromEntries(Object.entries(value).filter(([field]) => !ownFields.includes(field)));
  const document = { schemaVersion, appVersion, savedAt, seq, other };
  return { document, ...(parsedBy === undefined ? {} : { parsedBy }) };
}

export function stateOf(
  { document }: { readonly document: { readonly schemaVersion: number } },
  steps: readonly Migration[],
): 'current' | 'older' | 'newer' {
  const current = versionAfter(steps);
  return document.schemaVersion === current
    ? 'current'
    : document.schemaVersion < current
      ? 'older'
      : 'newer';
}

function readTables(data: unknown): RawTables | undefined {
  if (!isObject(data)) return undefined;
  const tables: RawTables = new Map();
  for (const [table, rows] of Object.entries(data)) {
    if (!isObject(rows)) return undefined;
    const byId: RawRows = new Map();
    for (const [id, row] of Object.entries(rows)) {
      if (!isObject(row)) return undefined;
      byId.set(id, row);
    }
    tables.set(table, byId);
  }
  return tables;
}

/** Applies patches to rows as they are in a file, without asking what they mean. */
export function patchTables(tables: RawTables, patches: readonly RawPatch[]): void {
  for (const { table, id, before, after } of patches) {
    let rows = tables.get(table);
    if (rows === undefined) {
      rows = new Map();
      tables.set(table, rows);
    }
    const row = rows.get(id);
    if (after === null) {
      rows.delete(id);
    } else if (before === null || row === undefined) {
      rows.set(id, after);
    } else {
      const kept = Object.entries(row).filter(([field]) => !Object.hasOwn(before, field));
      rows.set(id, { ...Object.fromEntries(kept), ...after });
    }
  }
}

/** Takes tables of version `from` to the newest version, in place, one numbered step after the other. */
export function migrateTables(tables: RawTables, from: number, steps: readonly Migration[]): void {
  for (const step of steps) if (step.to > from) step.migrate(tables);
}

/** A patch of version `from` as one of the newest version, or undefined where it means nothing any more. */
export function migratePatch(
  patch: RawPatch,
  from: number,
  steps: readonly Migration[],
): RawPatch | undefined {
  let migrated: RawPatch | undefined = patch;
  for (const step of steps) {
    if (migrated !== undefined && step.to > from && step.patch !== undefined) migrated = step.patch(migrated);
  }
  return migrated;
}

export interface DocumentToWrite {
  readonly schemaVersion: number;
  readonly appVersion: string;
  readonly savedAt: string;
  readonly seq: number;
  readonly contacts: number;
  /** See `Document`. */
  readonly parsedBy?: string;
  readonly other: JsonObject;
  readonly tables: Iterable<readonly [string, Iterable<readonly [string, JsonObject]>]>;
}

/** The text of a document up to its checksum, a row at a time; end it with `checksumPiece`. */
export function* documentPieces(document: DocumentToWrite): Generator<string, void, undefined> {
  const { tables, other, schemaVersion, appVersion, savedAt, seq, contacts, parsedBy } = document;
  const header = {
    format: documentFormat,
    schemaVersion,
    appVersion,
    savedAt,
    seq,
    contacts,
    ...(parsedBy === undefined ? {} : { parsedBy }),
  };
  yield '{\n';
  for (const [field, value] of [...Object.entries(header), ...Object.entries(other)]) {
    yield `${JSON.stringify(field)}: ${JSON.stringify(value)},\n`;
  }
  yield '"data": {';
  let firstTable = true;
  for (const [table, rows] of tables) {
    yield `${firstTable ? '' : ','}\n  ${JSON.stringify(table)}: {`;
    firstTable = false;
    let firstRow = true;
    for (const [id, row] of rows) {
      yield `${firstRow ? '' : ','}\n    ${JSON.stringify(id)}: ${JSON.stringify(row)}`;
      firstRow = false;
    }
    yield firstRow ? '}' : '\n  }';
  }
  yield firstTable ? '}' : '\n}';
}

/** The end of a document. The checksum is over every byte before this piece. */
export function checksumPiece(checksum: string): string {
  return `,\n"checksum": "${checksum}"\n}\n`;
}

const closing = /,\n"checksum": "([0-9a-z-]{1,128})"\n\}\n$/;

/** The checksum at the end of a document, and how many bytes it is over; undefined where there is none. */
export function splitChecksum(bytes: Uint8Array): { checksum: string; covered: number } | undefined {
  const tail = bytes.subarray(Math.max(0, bytes.length - 200));
  const match = closing.exec(new TextDecoder('latin1').decode(tail));
  if (match === null) return undefined;
  const [whole, checksum = ''] = match;
  return { checksum, covered: bytes.length - whole.length };
}
