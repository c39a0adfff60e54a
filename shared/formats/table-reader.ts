/** Tables of separated values, row by row: finds where the table begins, and hands its rows on once their dates can be read. */
import { KithmapError } from '../errors';
import type { CsvRows } from './csv';
import type { DatedRows } from './dated-rows';
import type { ImportItem, RecordReader } from './record';
import { type TextLine, TextLines } from './text';

/** What is known of a table once it has begun. */
export interface TableStart {
  readonly rows: CsvRows;
  readonly dated: DatedRows;
  /** Whether the line that begins the table is a row of it, and not its headers. */
  readonly isRow?: boolean;
}

export class TableReader implements RecordReader {
  readonly #lines = new TextLines();
  readonly #begin: (line: string) => TableStart | undefined;
  readonly #missing: string;
  #table: TableStart | undefined;

  /**
   * @param begin what the table is, if it begins with this line
   * @param missing the sentence for a file in which no table begins
   */
  constructor(begin: (line: string) => TableStart | undefined, missing: string) {
    this.#begin = begin;
    this.#missing = missing;
  }

  push(bytes: Uint8Array): ImportItem[] {
    return this.#read(this.#lines.push(bytes));
  }

  /** @throws KithmapError `bad-file` where no table begins */
  end(): ImportItem[] {
    const items = this.#read(this.#lines.end());
    if (this.#table === undefined) throw new KithmapError('bad-file', this.#missing);
    const { rows, dated } = this.#table;
    for (const row of rows.end()) items.push(...dated.take(row));
    items.push(...dated.end());
    return items;
  }

  #read(lines: readonly TextLine[]): ImportItem[] {
    const items: ImportItem[] = [];
    for (const line of lines) {
      items.push(...line.findings);
      const begins = this.#table === undefined;
      this.#table ??= this.#begin(line.text);
      if (this.#table === undefined || (begins && this.#table.isRow !== true)) continue;
      for (const row of this.#table.rows.push(line)) items.push(...this.#table.dated.take(row));
    }
    return items;
  }
}
