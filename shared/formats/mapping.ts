/** Tables whose columns a person has named: what each column may hold, and reading a table so. */
import type { BookHeader, Target } from './book-columns';
import { bookTable } from './book';
import { cellsOf } from './csv';
import type { ColumnUse, TableMapping } from './read-how';
import type { ReadOptions, RecordReader } from './record';
import { TableReader } from './table-reader';
import { oneLine } from './text';

/** The uses by which somebody can be told from somebody else. */
const telling: readonly ColumnUse[] = [
  'name',
  'given',
  'family',
  'nickname',
  'mail',
  'phone',
  'organisation',
];

/** Whether rows read so say of anybody who they are. */
export function saysWho(uses: readonly ColumnUse[]): boolean {
  return uses.some((use) => telling.includes(use));
}

/** Reads a table as its mapping says. @throws KithmapError `bad-file` from `end` where there is no row */
export function mappedReader(mapping: TableMapping, { fileName }: ReadOptions): RecordReader {
  return new TableReader((line) => {
    if (line.trim() === '') return undefined;
    const names = mapping.hasHeader ? cellsOf(line, mapping.delimiter) : undefined;
    return { ...bookTable(headerOf(mapping, names ?? [])), isRow: !mapping.hasHeader };
  }, `${fileName} is empty.`);
}

function headerOf({ delimiter, uses }: TableMapping, names: readonly string[]): BookHeader {
  const columns = uses.map((use, at) => {
    const name = oneLine(names[at] ?? '');
    return { at, name: name === '' ? `Column ${at + 1}` : name, target: targetOf(use, at) };
  });
  return { delimiter, columns, count: columns.length };
}

function targetOf(use: ColumnUse, at: number): Target {
  switch (use) {
    case 'name':
      return { to: 'name', part: 'full' };
    case 'given':
    case 'family':
      return { to: 'name', part: use };
    case 'mail':
      return { to: 'email', group: `${at}` };
    case 'phone':
    case 'url':
      return { to: use, group: `${at}` };
    case 'organisation':
      return { to: 'organisation', group: '1', part: 'name' };
    case 'title':
      return { to: 'organisation', group: '1', part: 'title' };
    case 'keep':
      return { to: 'other' };
    case 'leave':
      return { to: 'nothing' };
    default:
      return { to: use };
  }
}
