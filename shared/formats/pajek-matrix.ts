/** The rows of a matrix as ties: each pair once, however both halves say it. */

export interface Cell {
  readonly line: number;
  /** From 1, as vertices are counted. */
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

export class PajekMatrix {
  readonly #columns: number;
  /** By how much the number of a column is higher than its place: between two modes the columns are the second. */
  readonly #shift: number;
  readonly #above = new Map<number, Map<number, number>>();
  #row = 0;

  constructor(people: number, count: number) {
    this.#shift = people < count ? people : 0;
    this.#columns = people < count ? count - people : count;
  }

  /** The row that comes next is of this vertex. */
  get next(): number {
    return this.#row + 1;
  }

  /** What a row completes; undefined where it is no row of the matrix. */
  add(text: string, line: number): Cell[] | undefined {
    const values = text.trim().split(/\s+/).map(Number);
    if (values.length !== this.#columns || !values.every(Number.isFinite)) return undefined;
    this.#row += 1;
    const row = this.#row;
    if (this.#shift > 0) {
      return values.flatMap((value, at) =>
        value === 0 ? [] : [{ line, a: row, b: at + 1 + this.#shift, value }],
      );
    }
    const earlier = this.#above.get(row) ?? new Map<number, number>();
    this.#above.delete(row);
    const cells: Cell[] = [];
    for (const [at, value] of values.entries()) {
      const other = at + 1;
      if (other < row) {
        const before = earlier.get(other) ?? 0;
        // A network without directions says each tie twice.
        const both = before === value ? value : before + value;
        if (before !== 0 || value !== 0) cells.push({ line, a: other, b: row, value: both });
      } else if (value !== 0 && other === row) cells.push({ line, a: row, b: row, value });
      else if (value !== 0) {
        const below = this.#above.get(other) ?? new Map<number, number>();
        this.#above.set(other, below.set(row, value));
      }
    }
    return cells;
  }

  /** What only the upper half said, the matrix being over. */
  *rest(line: number): Generator<Cell> {
    for (const [b, row] of this.#above) for (const [a, value] of row) yield { line, a, b, value };
    this.#above.clear();
  }
}
