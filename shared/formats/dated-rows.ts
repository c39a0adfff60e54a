/** Rows whose dates may be written `03/04/2024`: held back until one of the file shows which number is the month. */
import type { CsvRow } from './csv';
import { type SlashOrder, slashOrderOf } from './days';
import type { ImportItem } from './record';

/** Rows held back at most. */
const mostHeld = 5_000;

export class DatedRows {
  readonly #fallback: SlashOrder;
  readonly #datesOf: (row: CsvRow) => readonly string[];
  readonly #itemsOf: (row: CsvRow, order: SlashOrder) => ImportItem[];
  #order: SlashOrder | undefined;
  #held: CsvRow[] = [];

  /**
   * @param fallback what is taken where no date shows the order
   * @param datesOf the cells of a row that hold dates
   * @param itemsOf what a row becomes, once the order is known
   */
  constructor(
    fallback: SlashOrder,
    datesOf: (row: CsvRow) => readonly string[],
    itemsOf: (row: CsvRow, order: SlashOrder) => ImportItem[],
  ) {
    this.#fallback = fallback;
    this.#datesOf = datesOf;
    this.#itemsOf = itemsOf;
  }

  /** @returns what can be told by now, of this row and of those held back before it. */
  take(row: CsvRow): ImportItem[] {
    const items: ImportItem[] = [];
    const orders = this.#order === undefined ? this.#datesOf(row).map(slashOrderOf) : [];
    const shown = orders.find((order) => order === 'month-first' || order === 'day-first');
    if (this.#order === undefined && shown !== undefined) this.#release(items, shown);
    const waits = this.#order === undefined && (orders.includes('either') || this.#held.length > 0);
    if (!waits) return [...items, ...this.#itemsOf(row, this.#order ?? this.#fallback)];
    this.#held.push(row);
    if (this.#held.length >= mostHeld) this.#release(items, undefined);
    return items;
  }

  end(): ImportItem[] {
    const items: ImportItem[] = [];
    if (this.#held.length > 0) this.#release(items, this.#order);
    return items;
  }

  #release(items: ImportItem[], order: SlashOrder | undefined): void {
    this.#order = order ?? this.#fallback;
    const [first] = this.#held;
    if (first !== undefined && order === undefined) {
      items.push({
        kind: 'finding',
        line: first.line,
        level: 'note',
        reason: `No date shows whether the day or the month comes first; they were read with the ${this.#fallback === 'day-first' ? 'day' : 'month'} first.`,
      });
    }
    for (const row of this.#held) items.push(...this.#itemsOf(row, this.#order));
    this.#held = [];
  }
}
