/** How a list of ties is laid out: what separates its columns, and what stands in each. */
import { cellsOf } from './csv';
import { isDay } from '../time';
import { partialDate } from './days';

export type Delimiter = ',' | '\t' | ';' | ' ';

export interface EdgeColumns {
  readonly delimiter: Delimiter;
  /** Whether the first row names the columns. */
  readonly header: boolean;
  readonly a: number;
  readonly b: number;
  readonly weight?: number;
  readonly kind?: number;
  readonly since?: number;
  readonly time?: number;
  /** Headers of columns that mean nothing here. */
  readonly unread: readonly string[];
}

const delimiters: readonly Delimiter[] = [',', '\t', ';', ' '];
/** How many rows are looked at. */
export const sampleSize = 100;

const names = {
  a: /^(source|src|from|from id|fromnodeid|source id|i|a|u|id 1|id1|node 1|node1|person 1|person1|name 1|name1|user 1|user1|sender|ego|von|person a|contact 1|first)$/,
  b: /^(target|tgt|dst|dest|destination|to|to id|tonodeid|target id|j|b|v|id 2|id2|node 2|node2|person 2|person2|name 2|name2|user 2|user2|recipient|receiver|alter|nach|person b|contact 2|second)$/,
  weight: /^(weight|w|strength|value|count|weights)$/,
  kind: /^(kind|type|relation|relationship|label|tie)$/,
  since: /^(since|from date|known since|start)$/,
  time: /^(time|t|timestamp|date|datetime|day|when|at)$/,
} as const;

/** A comment, as edge lists of SNAP, KONECT and others have them. */
export function isComment(line: string): boolean {
  return /^\s*(?:#|%|\/\/)/.test(line);
}

/** The cells of a line, without blanks around them; undefined where its quotation marks do not match. */
export function edgeCells(line: string, delimiter: Delimiter): readonly string[] | undefined {
  if (delimiter !== ' ') return cellsOf(line, delimiter)?.map((cell) => cell.trim());
  const trimmed = line.trim();
  if (!trimmed.includes('"')) return trimmed.split(/\s+/);
  return (trimmed.match(/"[^"]*"|\S+/g) ?? []).map((cell) => cell.replace(/^"(.*)"$/, '$1'));
}

/**
 * The layout of a list of ties, from its first rows without comments and blank lines; undefined where they are
 * no such list: no header that names two ends, and not two to four columns that look alike throughout.
 */
export function edgeColumns(lines: readonly string[]): EdgeColumns | undefined {
  const [first, ...rest] = lines.slice(0, sampleSize);
  if (first === undefined) return undefined;
  for (const delimiter of delimiters) {
    const columns = named(edgeCells(first, delimiter) ?? [], delimiter);
    if (columns !== undefined) return columns;
  }
  for (const delimiter of delimiters) {
    const rows = [first, ...rest].map((line) => edgeCells(line, delimiter) ?? []);
    // Blanks alone separate words of any text; commas and the like then betray it.
    if (delimiter === ' ' && rows.some((row) => row.some((cell) => /[,;:!?]/.test(cell)))) continue;
    const columns = unnamed(rows, delimiter);
    if (columns !== undefined) return columns;
  }
  return undefined;
}

function named(cells: readonly string[], delimiter: Delimiter): EdgeColumns | undefined {
  const folded = cells.map((cell) => cell.toLowerCase().replace(/[\s_-]+/g, ' '));
  const at = (pattern: RegExp): number | undefined => {
    const index = folded.findIndex((cell) => pattern.test(cell));
    return index < 0 ? undefined : index;
  };
  const [a, b] = [at(names.a), at(names.b)];
  if (a === undefined || b === undefined) return undefined;
  const known = {
    weight: at(names.weight),
    kind: at(names.kind),
    since: at(names.since),
    time: at(names.time),
  };
  const used = new Set([a, b, ...Object.values(known)]);
  const unread = cells.filter((cell, index) => cell !== '' && !used.has(index));
  // "From Ana to Bob" is a sentence.
  if (delimiter === ' ' && unread.length > 0) return undefined;
  return { delimiter, header: true, a, b, ...known, unread };
}

const isNumber = (cell: string): boolean => /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell);
const isTime = (cell: string): boolean => /^\d{9,13}(?:\.\d+)?$/.test(cell) || /^\d{4}-\d\d-\d\d/.test(cell);

function unnamed(rows: readonly (readonly string[])[], delimiter: Delimiter): EdgeColumns | undefined {
  const [first = []] = rows;
  // A first row of words above columns of numbers is a header in words that mean nothing here.
  const numbersBelow = rows.length > 2 && rows.slice(1).every((row) => row.slice(0, 2).every(isNumber));
  const header = numbersBelow && first.slice(0, 2).every((cell) => cell !== '' && !isNumber(cell));
  const body = header ? rows.slice(1) : rows;
  const count = mostCommon(body.map((row) => row.length));
  const alike = body.filter((row) => row.length === count && row[0] !== '' && row[1] !== '');
  if (count < 2 || count > 4 || alike.length < body.length * 0.9) return undefined;

  const column = (index: number): string[] => alike.map((row) => row[index] ?? '');
  const base = { delimiter, header, unread: [] };
  const all = (index: number, test: (cell: string) => boolean): boolean => column(index).every(test);
  if (count === 2) return oneKind(column(0), column(1)) ? { ...base, a: 0, b: 1 } : undefined;
  if (count === 3 && all(0, isNumber) && !shared(column(0), column(1)) && shared(column(1), column(2))) {
    return { ...base, a: 1, b: 2, time: 0 }; // time, i, j
  }
  if (!oneKind(column(0), column(1))) return undefined;
  if (count === 4)
    return all(2, isNumber) && all(3, isTime) ? { ...base, a: 0, b: 1, weight: 2, time: 3 } : undefined;
  if (all(2, isTime)) return { ...base, a: 0, b: 1, time: 2 };
  if (all(2, isNumber)) return { ...base, a: 0, b: 1, weight: 2 };
  const few = new Set(column(2)).size <= Math.max(3, alike.length / 4);
  return few && delimiter !== ' ' ? { ...base, a: 0, b: 1, kind: 2 } : undefined;
}

/** Both ends of a tie come from one set of people: numbers on both sides, or names that occur on both. */
function oneKind(a: readonly string[], b: readonly string[]): boolean {
  const numbers = (cells: readonly string[]): number => cells.filter((cell) => isNumber(cell)).length;
  const most = a.length * 0.9;
  if (numbers(a) >= most && numbers(b) >= most) return true;
  // Names on one side and what they are worth on the other.
  if (Math.abs(numbers(a) - numbers(b)) > a.length / 2) return false;
  const words = [...a, ...b].every(
    (cell) => cell.length <= 200 && !isDay(cell) && partialDate(cell) !== cell,
  );
  return words && (a.length < 5 || shared(a, b));
}

function shared(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a);
  return b.some((cell) => known.has(cell));
}

function mostCommon(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((x, y) => y[1] - x[1])[0]?.[0] ?? 0;
}
