/** This app's own export: every entity as one JSON text; confidential texts are among them where they were asked for. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { JsonObject } from '../json';
import { Contact } from '../model/entities/contact';
import { Tie } from '../model/entities/tie';
import { TableName, tableNames } from '../model/table-names';
import type { ContactRecord, ImportItem, ReadOptions, RecordReader, WholeRecord } from './record';
import { freeText, joined } from './text';

export const exportFormat = 'kithmap-export';
export const exportVersion = 1;
/** Larger exports are refused; 30,000 contacts with all they have are about 150 MB. */
const largest = 512 * 1024 * 1024;

const KithmapExport = z.object({
  format: z.literal(exportFormat),
  version: z.int().min(1),
  data: z.record(z.string().max(100), z.record(z.string().max(200), JsonObject)),
});

/** The entities of an export by table and id, not yet parsed by the schemas of their tables. */
export type ExportData = Readonly<
  Partial<Record<TableName, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
>;

/**
 * Reads an export. Tables that this version does not know are left out.
 * @throws KithmapError `bad-file` where it is none; `newer-version` where a newer Kithmap wrote it.
 */
export function readKithmapExport(text: string): ExportData {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new KithmapError('bad-file', 'The file is damaged: it is no complete JSON. Export it again.');
  }
  const parsed = KithmapExport.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.slice(0, 3).join('.') ?? '';
    throw new KithmapError(
      'bad-file',
      `The file is no export of Kithmap’s, or it is damaged${where === '' ? '' : ` (at ${where.slice(0, 80)})`}.`,
    );
  }
  if (parsed.data.version > exportVersion) {
    throw new KithmapError('newer-version', 'A newer Kithmap wrote this export. Update Kithmap to read it.');
  }
  const data: Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>> = {};
  for (const [table, rows] of Object.entries(parsed.data.data)) {
    const known = TableName.safeParse(table);
    if (known.success) data[known.data] = rows;
  }
  return data;
}

/** Gives every entity; whoever brings them in takes all of them, or people and ties alone. */
class KithmapReader implements RecordReader {
  readonly #fileName: string;
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(options: ReadOptions) {
    this.#fileName = options.fileName;
  }

  push(bytes: Uint8Array): ImportItem[] {
    this.#size += bytes.length;
    if (this.#size > largest) {
      throw new KithmapError('bad-file', `${this.#fileName} is too large to be read as one JSON text.`);
    }
    this.#parts.push(bytes.slice());
    return [];
  }

  end(): ImportItem[] {
    const text = new TextDecoder('utf-8').decode(joined(this.#parts));
    this.#parts = [];
    const data = readKithmapExport(text);
    return tableNames.flatMap((table) =>
      Object.entries(data[table] ?? {}).map(([id, row]): WholeRecord => {
        return { kind: 'whole', line: 1, table, row: { ...row, id } };
      }),
    );
  }
}

/** People and ties of what was written whole, one at a time, as any other file gives them. */
export function* peopleOfWhole(whole: readonly WholeRecord[]): Generator<ImportItem, void, undefined> {
  const rows = (table: TableName): JsonObject[] =>
    whole.flatMap((item) => (item.table === table ? [item.row] : []));
  const notes = notesByContact(rows('notes'));
  for (const row of rows('contacts')) {
    const id = typeof row['id'] === 'string' ? row['id'] : '';
    yield contactItem(id, row, notes.get(id) ?? []);
  }
  for (const row of rows('ties')) yield tieItem(row);
}

function notesByContact(rows: readonly JsonObject[]): Map<string, string[]> {
  const notes = new Map<string, string[]>();
  for (const { contact, text } of rows) {
    if (typeof contact !== 'string' || typeof text !== 'string' || text.trim() === '') continue;
    const texts = notes.get(contact);
    if (texts === undefined) notes.set(contact, [freeText(text)]);
    else texts.push(freeText(text));
  }
  return notes;
}

function contactItem(id: string, row: JsonObject, notes: readonly string[]): ImportItem {
  const parsed = Contact.safeParse(row);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return {
      kind: 'finding',
      line: 1,
      level: 'skipped',
      reason: `The contact ${id.slice(0, 70)} is damaged${field === '' ? '' : ` at ${field.slice(0, 60)}`}.`,
    };
  }
  const { name, nicknames, emails, phones, urls, postal, organisations, industry, place } = parsed.data;
  const { tags, interests, birthday, dates, other, nameDoubt } = parsed.data;
  const record: ContactRecord = {
    kind: 'contact',
    line: 1,
    id,
    key: `uid:${id.toLowerCase()}`,
    identity: [name.full],
    fields: {
      ...{ name, nicknames, emails, phones, urls, postal, organisations, tags, interests, dates, other },
      ...(industry === undefined ? {} : { industry }),
      ...(place === undefined ? {} : { place }),
      ...(birthday === undefined ? {} : { birthday }),
    },
    notes,
    relations: [],
    ...(nameDoubt === 'organisation' ? { organisationOnly: true } : {}),
    ...(nameDoubt === 'guessed' ? { nameGuessed: true } : {}),
  };
  return record;
}

function tieItem(row: JsonObject): ImportItem {
  const parsed = Tie.safeParse(row);
  if (!parsed.success) {
    return { kind: 'finding', line: 1, level: 'skipped', reason: 'A tie in the export is damaged.' };
  }
  const { a, b, weight, kind, since, state, confidence } = parsed.data;
  return {
    kind: 'tie',
    line: 1,
    a,
    b,
    ...(weight === undefined ? {} : { weight }),
    ...(kind === undefined ? {} : { tieKind: kind }),
    ...(since === undefined ? {} : { since }),
    ...(state === 'inferred' ? { confidence: confidence ?? 0 } : {}),
  };
}

/** @throws KithmapError `bad-file` or `newer-version` from `end`. */
export function kithmapReader(options: ReadOptions): RecordReader {
  return new KithmapReader(options);
}
