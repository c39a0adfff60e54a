/**
 * LinkedIn's Connections.csv. The header row is searched for, since the notes above it change in wording and
 * length; its columns may stand in any order and in the language of the account.
 */
import { normaliseEmail, normaliseProfile } from '../model/addresses';
import { columnWords, type CommonColumn, commonColumns, foldedHeader } from './column-words';
import { cellsOf, type CsvRow, CsvRows } from './csv';
import { DatedRows } from './dated-rows';
import { DayReader, type SlashOrder } from './days';
import { familyFirst } from './names';
import type { ContactFields, ContactRecord, Finding, ImportItem, ReadOptions, RecordReader } from './record';
import { TableReader } from './table-reader';
import { oneLine } from './text';

/** Where each known column stands, and the others by their header. */
export interface LinkedInHeader {
  readonly delimiter: string;
  readonly columns: Readonly<Partial<Record<CommonColumn, number>>>;
  readonly others: readonly { readonly at: number; readonly name: string }[];
  readonly count: number;
  /** Accounts in English write the month first. */
  readonly slashes: SlashOrder;
}

/** The header row, if this line is one: names, and the day of connecting or both profile and company. */
export function linkedInHeader(line: string): LinkedInHeader | undefined {
  if (line.length > 10_000) return undefined;
  for (const delimiter of [',', ';', '\t']) {
    if (!line.includes(delimiter)) continue;
    const cells = (cellsOf(line, delimiter) ?? []).map((cell) => oneLine(cell));
    const found = headerOf(cells, delimiter);
    if (found !== undefined) return found;
  }
  return undefined;
}

function headerOf(cells: readonly string[], delimiter: string): LinkedInHeader | undefined {
  const columns: Partial<Record<CommonColumn, number>> = {};
  const others: { at: number; name: string }[] = [];
  cells.forEach((cell, at) => {
    const name = foldedHeader(cell);
    const column = commonColumns.find((one) => columns[one] === undefined && columnWords[one].test(name));
    if (column !== undefined) columns[column] = at;
    else if (name !== '') others.push({ at, name: cell });
  });
  const { given, family, url, company, connectedOn } = columns;
  const named = given !== undefined && (family !== undefined || connectedOn !== undefined);
  const ours = connectedOn !== undefined || (url !== undefined && company !== undefined);
  if (!named || !ours) return undefined;
  const english = foldedHeader(cells[given] ?? '') === 'first name';
  return {
    delimiter,
    columns,
    others,
    count: cells.length,
    slashes: english ? 'month-first' : 'day-first',
  };
}

/** @throws KithmapError `bad-file` from `end` where there is no header row. */
export function linkedInReader({ fileName }: ReadOptions): RecordReader {
  const days = new DayReader();
  return new TableReader((line) => {
    const header = linkedInHeader(line);
    if (header === undefined) return undefined;
    const { columns, slashes } = header;
    const dated = new DatedRows(
      slashes,
      ({ cells }) => [cells[columns.connectedOn ?? -1] ?? ''],
      (row, order) => itemsOf(row, header, days, order),
    );
    return { rows: new CsvRows(header.delimiter, header.count), dated };
  }, `${fileName} has no header row with First Name and Connected On. Ask LinkedIn for the Connections file again and import it unchanged.`);
}

const skipped = (line: number, reason: string): Finding => ({
  kind: 'finding',
  line,
  level: 'skipped',
  reason,
});
const note = (line: number, reason: string): Finding => ({ kind: 'finding', line, level: 'note', reason });

function itemsOf(row: CsvRow, header: LinkedInHeader, days: DayReader, order: SlashOrder): ImportItem[] {
  const { line } = row;
  if (row.cells.length === 1 && row.cells[0]?.trim() === '') return []; // a blank line
  if (row.broken) return [skipped(line, 'A quotation mark in this row is opened and never closed.')];
  const cell = (column: CommonColumn): string => oneLine(row.cells[header.columns[column] ?? -1] ?? '');
  const [given, family, url, email] = [cell('given'), cell('family'), cell('url'), cell('email')];
  const [company, position, connected] = [cell('company'), cell('position'), cell('connectedOn')];
  if (row.cells.every((value) => value.trim() === '')) return [skipped(line, 'The row is empty.')];
  const profile = normaliseProfile(url);
  const address = normaliseEmail(email);
  const named = given !== '' || family !== '';
  if (!named && profile === undefined && address === undefined) {
    return [skipped(line, 'The row has no name, no mail address and no profile.')];
  }

  const connectedOn = days.read(connected, order);
  const name = nameOf(given, family);
  const fields: ContactFields = {
    name: named ? name : { full: guessedName(address, profile) },
    emails: email === '' ? [] : [{ value: email }],
    urls: url === '' ? [] : [{ value: url, label: 'LinkedIn' }],
    organisations: organisationsOf(company, position),
    other: othersOf(row, header),
  };
  const record: ContactRecord = {
    kind: 'contact',
    line,
    key: profile ?? address,
    identity: [given, family, connectedOn ?? connected],
    fields,
    notes: [],
    relations: [],
    ...(connectedOn === undefined ? {} : { connectedOn }),
    ...(named ? {} : { nameGuessed: true }),
  };
  const items: ImportItem[] = [record];
  if (connected !== '' && connectedOn === undefined) {
    items.push(
      note(line, `"${connected.slice(0, 40)}" is not a date that can be read; the day is left open.`),
    );
  }
  if (row.cells.slice(header.count).some((value) => value.trim() !== '')) {
    items.push(note(line, 'The row has more cells than the header; those beyond it were left out.'));
  }
  return items;
}

function nameOf(given: string, family: string): NonNullable<ContactFields['name']> {
  const full = familyFirst(given, family) ?? [given, family].filter((part) => part !== '').join(' ');
  return {
    full,
    ...(given === '' ? {} : { given }),
    ...(family === '' ? {} : { family }),
  };
}

function organisationsOf(name: string, title: string): NonNullable<ContactFields['organisations']> {
  if (name === '' && title === '') return [];
  return [{ name, ...(title === '' ? {} : { title }) }];
}

function othersOf(row: CsvRow, header: LinkedInHeader): NonNullable<ContactFields['other']> {
  return header.others
    .map(({ at, name }) => ({ name, value: (row.cells[at] ?? '').trim() }))
    .filter(({ value }) => value !== '');
}

function guessedName(address: string | undefined, profile: string | undefined): string {
  return address ?? profile?.replace(/^.*\//, '') ?? '';
}
