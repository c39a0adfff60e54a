/** Lists of ties as text: two ends a row, and maybe a weight, a kind, since when, or the time of a contact. */
import { KithmapError } from '../errors';
import { DayReader, partialDate } from './days';
import { edgeCells, type EdgeColumns, edgeColumns, isComment, sampleSize } from './edge-columns';
import { defaultOrigin, guessUnit, TimeReader } from './edge-times';
import { noteAt, skippedAt } from './findings';
import type { ImportItem, ReadOptions, RecordReader, TieRecord } from './record';
import { oneLine, type TextLine, TextLines } from './text';

class EdgeReader implements RecordReader {
  readonly #options: ReadOptions;
  readonly #lines = new TextLines(64 * 1024);
  readonly #days = new DayReader();
  /** The first rows, until it is known how the list is laid out. */
  #sample: TextLine[] = [];
  #columns: EdgeColumns | undefined;
  #times: TimeReader | undefined;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  push(bytes: Uint8Array): ImportItem[] {
    return this.#read(this.#lines.push(bytes));
  }

  end(): ImportItem[] {
    const items = this.#read(this.#lines.end());
    if (this.#columns === undefined) this.#begin(items);
    return items;
  }

  #read(lines: readonly TextLine[]): ImportItem[] {
    const items: ImportItem[] = [];
    for (const line of lines) {
      items.push(...line.findings);
      if (line.text.trim() === '' || isComment(line.text)) continue;
      if (this.#columns !== undefined) {
        this.#row(line, this.#columns, items);
        continue;
      }
      this.#sample.push(line);
      if (this.#sample.length >= sampleSize) this.#begin(items);
    }
    return items;
  }

  #begin(items: ImportItem[]): void {
    const columns = edgeColumns(this.#sample.map((line) => line.text));
    if (columns === undefined) {
      throw new KithmapError(
        'bad-file',
        `${this.#options.fileName} is no list of ties: give it two columns with the headers source and target.`,
      );
    }
    this.#columns = columns;
    const rows = columns.header ? this.#sample.slice(1) : this.#sample;
    const line = this.#sample[0]?.number ?? 1;
    if (columns.time !== undefined) this.#startClock(rows, columns, columns.time, line, items);
    if (columns.unread.length > 0) {
      const named = columns.unread.slice(0, 10).map((name) => oneLine(name).slice(0, 40));
      items.push(noteAt(line, `Columns that were not read: ${named.join(', ')}.`));
    }
    this.#sample = [];
    for (const row of rows) this.#row(row, columns, items);
  }

  #startClock(
    rows: readonly TextLine[],
    columns: EdgeColumns,
    time: number,
    line: number,
    items: ImportItem[],
  ): void {
    const { timeUnit, timeOrigin = defaultOrigin, zone } = this.#options;
    const values = rows.map((row) => edgeCells(row.text, columns.delimiter)?.[time] ?? '');
    const unit = timeUnit ?? guessUnit(values.filter((value) => value !== ''));
    this.#times = new TimeReader(unit, zone, timeOrigin);
    if (timeUnit !== undefined || unit === undefined) return;
    const meaning =
      unit === 'unix' || unit === 'unix-milliseconds'
        ? `${unit === 'unix' ? 'seconds' : 'milliseconds'} since 1970`
        : `${unit} since a start that the file does not name; they were counted from ${timeOrigin}`;
    items.push(noteAt(line, `The times look like ${meaning}. If that is wrong, say the unit.`));
  }

  #row(line: TextLine, columns: EdgeColumns, items: ImportItem[]): void {
    const cells = edgeCells(line.text, columns.delimiter);
    if (cells === undefined) {
      items.push(skippedAt(line.number, 'A quotation mark in this row is opened and never closed.'));
      return;
    }
    const cell = (index: number | undefined): string =>
      index === undefined ? '' : oneLine(cells[index] ?? '');
    const [a, b] = [cell(columns.a), cell(columns.b)];
    if (a === '' || b === '') {
      items.push(skippedAt(line.number, 'The row names only one end of a tie.'));
      return;
    }
    if (a === b) {
      items.push(skippedAt(line.number, `The row ties ${a.slice(0, 60)} to itself.`));
      return;
    }
    const [weight, kind] = [cell(columns.weight), cell(columns.kind)];
    const [since, time] = [cell(columns.since), cell(columns.time)];
    const record: TieRecord = {
      kind: 'tie',
      line: line.number,
      a,
      b,
      ...optional('weight', weightOf(weight)),
      ...(kind === '' ? {} : { tieKind: kind }),
      ...optional(
        'since',
        since === '' ? undefined : (partialDate(since) ?? this.#days.read(since, 'month-first')),
      ),
      ...optional('day', time === '' ? undefined : this.#times?.read(time)),
    };
    items.push(record);
    const unread = [
      ...(weight !== '' && record.weight === undefined
        ? [`"${weight.slice(0, 20)}" is no weight above 0`]
        : []),
      ...(since !== '' && record.since === undefined ? [`"${since.slice(0, 20)}" is no date`] : []),
      ...(time !== '' && record.day === undefined ? [`"${time.slice(0, 20)}" is no time`] : []),
    ];
    if (unread.length > 0)
      items.push(noteAt(line.number, `${unread.join('; ')}; the tie was read without it.`));
  }
}

/** Any number above 0, with a point or a comma. */
function weightOf(text: string): number | undefined {
  if (!/^\+?\d*[.,]?\d+(?:e[+-]?\d+)?$/i.test(text)) return undefined;
  const weight = Number(text.replace(',', '.'));
  return Number.isFinite(weight) && weight > 0 ? weight : undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const object: { [P in K]?: V } = {};
  if (value !== undefined) object[key] = value;
  return object;
}

/** @throws KithmapError `bad-file` where no two columns of ends can be made out. */
export function edgeReader(options: ReadOptions): RecordReader {
  return new EdgeReader(options);
}
