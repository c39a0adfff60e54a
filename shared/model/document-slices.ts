/**
 * Reading a document some rows at a time. It relies on the layout that `documentPieces` writes, a row to a line, and
 * gives up where the text is laid out otherwise; `readDocument` then reads it as a whole. No step takes long, however
 * large the network is, and no text or object of all of it is ever made.
 */
import { isObject } from '../json';
import { type DocumentReading, headOf, stateOf } from './document';
import type { Migration, RawRows, RawTables } from './migrations/migration';

/** Bytes of rows that are read in one step, about. */
const usualSlice = 1 << 18;
/** The fields before the rows are to be found within so many bytes. */
const headLength = 1 << 16;
const newline = 0x0a;

const dataBegins = '\n"data": {';
const tableEnds = '\n  }';
const rowBegins = '\n    "';
const dataEnds = '\n}';

/**
 * @param bytes the document up to its checksum, which the caller has compared.
 * @param slice bytes of rows to a step.
 * @returns at the end, what `readDocument` would, or undefined where the text is laid out otherwise.
 */
export function* readDocumentInSlices(
  bytes: Uint8Array,
  steps: readonly Migration[],
  slice = usualSlice,
): Generator<void, DocumentReading | undefined, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    const start = decoder.decode(bytes.subarray(0, lineEnd(bytes, headLength)));
    const headEnd = start.indexOf(`,${dataBegins}`);
    if (headEnd === -1) return undefined;
    const head = headOf(JSON.parse(`${start.slice(0, headEnd)}}`));
    if (head === undefined) return undefined;
    const rows = new Rows();
    let at = new TextEncoder().encode(start.slice(0, headEnd + 1 + dataBegins.length)).length;
    while (at < bytes.length) {
      const end = lineEnd(bytes, at + slice);
      if (!rows.read(decoder.decode(bytes.subarray(at, end)), end === bytes.length)) return undefined;
      at = end;
      yield;
    }
    if (!rows.whole) return undefined;
    const { document, parsedBy } = head;
    const mark = parsedBy === undefined ? {} : { parsedBy };
    return { state: stateOf(head, steps), document: { ...document, tables: rows.tables, ...mark } };
  } catch {
    // Not JSON, or not UTF-8.
    return undefined;
  }
}

/** Where the first line ends that ends at `from` or later. */
function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(newline, from);
  return end === -1 ? bytes.length : end;
}

/** What may come next: a first one, another one after a comma, or the end. */
type Next = 'first' | 'another' | 'end';

/** The tables as far as they have been read. */
class Rows {
  readonly tables: RawTables = new Map();
  /** Nothing may come after this. */
  whole = false;
  #table: RawRows | undefined;
  #nextTable: Next = 'first';
  #nextRow: Next = 'first';
  readonly #tableLine = /\n {2}("(?:[^"\\\n]|\\.)*"): \{(\}?)(,?)(?=\n|$)/y;

  /**
   * @param text whole lines, each with the line break before it. @returns false where they are laid out otherwise.
   * @throws SyntaxError
   */
  read(text: string, isLast: boolean): boolean {
    for (let at = 0; at < text.length;) {
      if (text.startsWith(rowBegins, at)) {
        const end = text.indexOf(tableEnds, at);
        const upTo = end === -1 ? text.length : end;
        if (!this.#readRows(text.slice(at, upTo))) return false;
        at = upTo;
      } else if (text.startsWith(tableEnds, at)) {
        if (this.#table === undefined || this.#nextRow !== 'end') return false;
        this.#table = undefined;
        at += tableEnds.length;
        this.#nextTable = text.startsWith(',', at) ? 'another' : 'end';
        if (this.#nextTable === 'another') at += 1;
      } else if (isLast && text.slice(at) === dataEnds) {
        this.whole = this.#table === undefined && this.#nextTable === 'end';
        return this.whole;
      } else {
        const length = this.#beginTable(text, at);
        if (length === 0) return false;
        at += length;
      }
    }
    return true;
  }

  /** @returns the length of the line, or 0 where it is none that begins a table. */
  #beginTable(text: string, at: number): number {
    this.#tableLine.lastIndex = at;
    const match = this.#tableLine.exec(text);
    if (match === null || this.#table !== undefined || this.#nextTable === 'end') return 0;
    const [line, quoted = '', closed, comma] = match;
    const name = String(JSON.parse(quoted));
    if (this.tables.has(name)) return 0;
    const rows: RawRows = new Map();
    this.tables.set(name, rows);
    if (closed === '}') {
      this.#nextTable = comma === ',' ? 'another' : 'end';
    } else if (comma === ',') {
      return 0;
    } else {
      this.#table = rows;
      this.#nextRow = 'first';
    }
    return line.length;
  }

  #readRows(lines: string): boolean {
    if (this.#table === undefined || this.#nextRow === 'end') return false;
    this.#nextRow = lines.endsWith(',') ? 'another' : 'end';
    const rows: unknown = JSON.parse(`{${this.#nextRow === 'another' ? lines.slice(0, -1) : lines}}`);
    if (!isObject(rows)) return false;
    for (const id of Object.keys(rows)) {
      const row = rows[id];
      if (!isObject(row)) return false;
      this.#table.set(id, row);
    }
    return true;
  }
}
