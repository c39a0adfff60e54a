/** What can be seen of a table nobody knows: how its cells are separated, whether it has headers, and what each column may hold. */
import { normaliseEmail, normalisePhone, normaliseProfile } from '../model/addresses';
import { columnTarget, type Target } from './book-columns';
import { CsvRows } from './csv';
import { partialDate, slashOrderOf } from './days';
import { digestOf } from './digest';
import { type ColumnUse, type Delimiter, delimiters, type TableMapping } from './read-how';
import { detectEncoding, oneLine, TextLines } from './text';

/** Rows that are looked at. */
const looked = 60;
/** Wider tables are measurements and no people. */
const mostColumns = 200;
const longestCell = 200;

export interface TableShape {
  /** The first rows, the header among them where there is one. */
  readonly rows: readonly (readonly string[])[];
  readonly guess: TableMapping;
  /** What a table of the same shape is known again by. */
  readonly key: string;
}

type Content = 'mail' | 'phone' | 'url' | 'date' | 'number' | 'words' | 'word' | 'nothing';

/** @param head the first bytes of a file. @returns undefined where it is no table */
export function tableShape(head: Uint8Array): TableShape | undefined {
  if (
    head.some((byte) => byte < 9 || (byte > 13 && byte < 27)) &&
    detectEncoding(head).encoding === 'utf-8'
  ) {
    return undefined; // a picture, a program
  }
  const tried = delimiters
    .map((delimiter) => shapeBy(head, delimiter))
    .filter((shape) => shape !== undefined);
  const [first, ...others] = tried;
  if (first === undefined) return undefined;
  return others.reduce((best, one) => (widthOf(one) > widthOf(best) ? one : best), first);
}

function widthOf({ guess }: TableShape): number {
  return guess.uses.length;
}

function shapeBy(head: Uint8Array, delimiter: Delimiter): TableShape | undefined {
  const rows = rowsOf(head, delimiter);
  if (rows.length === 0) return undefined;
  const width = commonest(rows.map((row) => row.length));
  const regular = rows.filter((row) => row.length === width);
  const holdsMail = regular.some((row) => row.some((cell) => contentOf(cell) === 'mail'));
  const isTable =
    width > 1 ? regular.length >= rows.length * 0.8 : holdsMail && regular.length === rows.length;
  if (!isTable || width > mostColumns || (rows.length < 2 && !holdsMail)) return undefined;
  const hasHeader = beginsWithHeader(regular);
  const [header = []] = regular;
  const body = hasHeader ? regular.slice(1) : regular;
  const contents = header.map((_, at) => commonest(body.map((row) => contentOf(row[at] ?? ''))));
  const uses = guessed(hasHeader ? header : header.map(() => ''), contents);
  const key = hasHeader ? ['headers', ...header] : ['columns', ...contents];
  return { rows, guess: { delimiter, hasHeader, uses }, key: digestOf([delimiter, ...key]) };
}

function rowsOf(head: Uint8Array, delimiter: Delimiter): string[][] {
  const lines = new TextLines();
  const rows = new CsvRows(delimiter);
  const found: string[][] = [];
  for (const line of [...lines.push(head), ...lines.end()]) {
    for (const { cells } of rows.push(line)) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      found.push(cells.slice(0, mostColumns + 1).map((cell) => oneLine(cell).slice(0, longestCell)));
    }
    if (found.length >= looked) return found.slice(0, looked);
  }
  // The last line may be cut off where the file goes on.
  return found.length > 2 && !endsWithLine(head) ? found.slice(0, -1) : found;
}

function endsWithLine(head: Uint8Array): boolean {
  const last = head.at(-1);
  return last === 10 || last === 13 || head.length < 60_000;
}

function contentOf(cell: string): Content {
  const text = cell.trim();
  if (text === '') return 'nothing';
  if (normaliseEmail(text) !== undefined) return 'mail';
  if (
    partialDate(text) !== undefined ||
    slashOrderOf(text) !== undefined ||
    /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(text)
  ) {
    return 'date';
  }
  if (/^https?:\/\//i.test(text) && normaliseProfile(text) !== undefined) return 'url';
  if (/^[+(]?[\d\s()./-]{7,}$/.test(text) && (normalisePhone(text) !== undefined || /^[+0]/.test(text)))
    return 'phone';
  if (/^[\d.,\s%-]+$/.test(text)) return 'number';
  return /\S\s+\S/.test(text) ? 'words' : 'word';
}

/** A first row of words above rows of which some column holds what no header does, or whose words are known ones. */
function beginsWithHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows;
  const isOfWords = first.every((cell) => ['words', 'word', 'nothing'].includes(contentOf(cell)));
  if (!isOfWords || rest.length === 0) return false;
  const isKnown = first.some((cell) => useOf(columnTarget(cell)) !== undefined);
  return (
    isKnown ||
    first.some((_, at) =>
      ['mail', 'phone', 'url', 'date', 'number'].includes(
        commonest(rest.map((row) => contentOf(row[at] ?? ''))),
      ),
    )
  );
}

function commonest<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [[first] = []] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) throw new RangeError('Nothing is the commonest of nothing.');
  return first;
}

/** By what a column is called, else by what stands in it; one column at most for what a person has one of. */
function guessed(names: readonly string[], contents: readonly Content[]): ColumnUse[] {
  const uses: ColumnUse[] = [];
  const takeOnce = (use: ColumnUse): ColumnUse =>
    manyOf.includes(use) || !uses.includes(use) ? use : 'keep';
  names.forEach((name, at) => {
    const byName = name === '' ? undefined : useOf(columnTarget(name));
    uses.push(takeOnce(byName ?? byContent(contents[at] ?? 'nothing')));
  });
  if (uses.some((use) => use === 'name' || use === 'given' || use === 'family')) return uses;
  // Names are what is left: two words in one column, or one in each of the first two.
  const free = (content: Content): number[] =>
    uses.flatMap((use, at) => (use === 'keep' && contents[at] === content ? [at] : []));
  const [whole] = free('words');
  const [given, family] = free('word');
  if (whole !== undefined && (given === undefined || family === undefined || whole < given))
    uses[whole] = 'name';
  else if (given !== undefined && family === given + 1) [uses[given], uses[family]] = ['given', 'family'];
  else if (given !== undefined && uses.includes('mail')) uses[given] = 'name';
  return uses;
}

const manyOf: readonly ColumnUse[] = ['mail', 'phone', 'url', 'tags', 'note', 'nickname', 'keep', 'leave'];

function byContent(content: Content): ColumnUse {
  return content === 'mail' || content === 'phone' || content === 'url' ? content : 'keep';
}

/** The use that is nearest to what a column of a known name fills; undefined for one that is not known. */
function useOf(target: Target): ColumnUse | undefined {
  switch (target.to) {
    case 'name':
      return target.part === 'full'
        ? 'name'
        : target.part === 'given' || target.part === 'family'
          ? target.part
          : undefined;
    case 'email':
      return 'mail';
    case 'organisation':
      return target.part === 'name' ? 'organisation' : target.part === 'title' ? 'title' : undefined;
    case 'phone':
    case 'url':
    case 'nickname':
    case 'birthday':
    case 'note':
    case 'tags':
    case 'place':
      return target.to;
    default:
      return undefined;
  }
}
