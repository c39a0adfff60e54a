/** The companion of a list of ties: a table of the people in it, one a row, with what is known of each. */
import { KithmapError } from '../errors';
import { type Attribute, contactOf, type Leftover, leftoverOf, type Meaning, meaningOf } from './attributes';
import { cellsOf, type CsvRow, CsvRows } from './csv';
import type { Chunks, ImportItem, ReadOptions, RecordReader } from './record';
import { oneLine, type TextLine, TextLines } from './text';
import { readWith } from './read-with';

/** Rows from which it is judged which columns are groups. */
const judged = 1_000;

class NodeReader implements RecordReader {
  readonly #fileName: string;
  readonly #lines = new TextLines(256 * 1024);
  #header: readonly string[] | undefined;
  #meanings: readonly (Meaning | undefined)[] = [];
  #rows = new CsvRows(',');
  #id = 0;
  #held: CsvRow[] = [];
  #leftovers: ReadonlyMap<string, Leftover> | undefined;

  constructor(options: ReadOptions) {
    this.#fileName = options.fileName;
  }

  push(bytes: Uint8Array): ImportItem[] {
    return this.#read(this.#lines.push(bytes));
  }

  end(): ImportItem[] {
    const items = this.#read(this.#lines.end());
    if (this.#header === undefined) {
      throw new KithmapError(
        'bad-file',
        `${this.#fileName} is empty; a table of people begins with a row of headers.`,
      );
    }
    for (const row of this.#rows.end()) this.#take(row, this.#header, items);
    this.#release(this.#header, items);
    return items;
  }

  #read(lines: readonly TextLine[]): ImportItem[] {
    const items: ImportItem[] = [];
    for (const line of lines) {
      items.push(...line.findings);
      if (this.#header !== undefined) {
        for (const row of this.#rows.push(line)) this.#take(row, this.#header, items);
      } else if (line.text.trim() !== '') this.#begin(line.text);
    }
    return items;
  }

  #begin(text: string): void {
    const delimiters = [',', '\t', ';'];
    const delimiter = delimiters.find((one) => (cellsOf(text, one)?.length ?? 1) > 1) ?? ',';
    const header = (cellsOf(text, delimiter) ?? [text]).map((cell) => oneLine(cell));
    const id = header.findIndex((cell) => meaningOf(cell) === 'id');
    const name = header.findIndex((cell) => meaningOf(cell) === 'name');
    this.#id = id >= 0 ? id : Math.max(0, name);
    this.#header = header;
    this.#meanings = header.map(meaningOf);
    this.#rows = new CsvRows(delimiter, header.length);
  }

  /** Holds rows back until there are enough of them to judge the columns. */
  #take(row: CsvRow, header: readonly string[], items: ImportItem[]): void {
    if (row.cells.length === 1 && row.cells[0]?.trim() === '' && header.length > 1) return;
    if (this.#leftovers !== undefined) {
      items.push(this.#item(row, header, this.#leftovers));
      return;
    }
    this.#held.push(row);
    if (this.#held.length >= judged) this.#release(header, items);
  }

  #release(header: readonly string[], items: ImportItem[]): void {
    const rows = this.#held;
    this.#held = [];
    const leftovers = new Map(
      header.map((name, at) => [name, leftoverOf(rows.map((row) => (row.cells[at] ?? '').trim()))]),
    );
    this.#leftovers ??= leftovers;
    for (const row of rows) items.push(this.#item(row, header, this.#leftovers));
  }

  #item(row: CsvRow, header: readonly string[], leftovers: ReadonlyMap<string, Leftover>): ImportItem {
    const skipped = (reason: string): ImportItem => ({
      kind: 'finding',
      line: row.line,
      level: 'skipped',
      reason,
    });
    if (row.broken) return skipped('A quotation mark in this row is opened and never closed.');
    const id = oneLine(row.cells[this.#id] ?? '');
    if (id === '') return skipped('The row names nobody.');
    const attributes: Attribute[] = header
      .map((name, at) => ({ name, value: (row.cells[at] ?? '').trim(), meaning: this.#meanings[at] }))
      .filter(({ name }, at) => at !== this.#id && name !== '');
    return contactOf(id, row.line, attributes, (name) => leftovers.get(name) ?? 'other');
  }
}

/** @throws KithmapError `bad-file` from `end` where the file is empty. */
export function nodeReader(options: ReadOptions): RecordReader {
  return new NodeReader(options);
}

/**
 * The people of a table that goes with a list of ties (`--nodes`). Their `id` is what the ties call them; read
 * it before the ties. @throws KithmapError `bad-file`, `cancelled`.
 */
export function readNodes(chunks: Chunks, options: ReadOptions): AsyncGenerator<ImportItem> {
  return readWith(nodeReader(options), chunks, options);
}
