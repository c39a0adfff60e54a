/**
 * Rows of separated values, each with the line it begins on. papaparse reads the cells; what is added here is
 * that a quotation mark that is never closed costs its own row and not all that follow.
 */
import Papa from 'papaparse';
import type { TextLine } from './text';

export interface CsvRow {
  /** The first line of the row, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** True where quotation marks do not match; the cells are then those of the one line, marks and all. */
  readonly broken: boolean;
}

/** A row that is still open after so many lines or characters is taken for a stray quotation mark. */
const mostLines = 50;
const mostCharacters = 256 * 1024;

/** The cells of one complete row, or undefined where its quotation marks do not match. */
export function cellsOf(text: string, delimiter: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  const { data, errors } = Papa.parse(text, { delimiter, newline: '\n' });
  return data.length === 1 && !errors.some((error) => error.type === 'Quotes') ? data[0] : undefined;
}

export class CsvRows {
  readonly #delimiter: string;
  readonly #columns: number | undefined;
  readonly #more: number;
  readonly #mostLines: number;
  #open: TextLine[] = [];
  #size = 0;
  #inQuotes = false;

  /**
   * @param columns how many cells a row over several lines must have to be believed
   * @param more so many cells beyond them are believed, too
   * @param longest lines of a row; a row that is still open then has a stray quotation mark
   */
  constructor(delimiter: string, columns?: number, more = 0, longest = mostLines) {
    this.#delimiter = delimiter;
    this.#columns = columns;
    this.#more = more;
    this.#mostLines = longest;
  }

  push(line: TextLine): CsvRow[] {
    const rows: CsvRow[] = [];
    // Last first; a row given up hands the lines after its first one back.
    const waiting = [line];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      this.#add(next, rows, waiting);
    }
    return rows;
  }

  end(): CsvRow[] {
    const rows: CsvRow[] = [];
    while (this.#open.length > 0) {
      const waiting: TextLine[] = [];
      this.#giveUp(rows, waiting);
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        this.#add(next, rows, waiting);
      }
    }
    return rows;
  }

  #add(line: TextLine, rows: CsvRow[], waiting: TextLine[]): void {
    this.#open.push(line);
    this.#size += line.text.length + 1;
    this.#inQuotes = endsInQuotes(line.text, this.#delimiter, this.#inQuotes);
    if (this.#inQuotes) {
      if (this.#open.length >= this.#mostLines || this.#size >= mostCharacters) this.#giveUp(rows, waiting);
      return;
    }
    const cells = cellsOf(this.#open.map((one) => one.text).join('\n'), this.#delimiter);
    const believed = this.#open.length === 1 || this.#isWhole(cells?.length ?? 0);
    if (cells === undefined || !believed) {
      this.#giveUp(rows, waiting);
      return;
    }
    rows.push({ line: this.#open[0]?.number ?? line.number, cells, broken: false });
    this.#reset();
  }

  #giveUp(rows: CsvRow[], waiting: TextLine[]): void {
    const [first, ...rest] = this.#open;
    this.#reset();
    if (first === undefined) return;
    rows.push({ line: first.number, cells: first.text.split(this.#delimiter), broken: true });
    waiting.push(...rest.reverse());
  }

  #isWhole(cells: number): boolean {
    if (this.#columns === undefined) return true;
    return cells >= this.#columns && cells <= this.#columns + this.#more;
  }

  #reset(): void {
    this.#open = [];
    this.#size = 0;
    this.#inQuotes = false;
  }
}

/** Whether a quoted cell is open at the end of a line that begins inside one or not. */
function endsInQuotes(text: string, delimiter: string, inQuotes: boolean): boolean {
  if (!text.includes('"')) return inQuotes;
  let quoted = inQuotes;
  let cellStart = true;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') continue;
      if (text[i + 1] === '"') i += 1;
      else if (closes(text, i + 1, delimiter)) {
        quoted = false;
        cellStart = false;
      }
    } else if (character === delimiter) cellStart = true;
    else if (character === '"' && cellStart) quoted = true;
    else cellStart = false;
  }
  return quoted;
}

/** A quotation mark closes its cell where a delimiter or the line's end follows, blanks aside. */
function closes(text: string, from: number, delimiter: string): boolean {
  let i = from;
  while (text[i] === ' ' && delimiter !== ' ') i += 1;
  return i >= text.length || text[i] === delimiter;
}
