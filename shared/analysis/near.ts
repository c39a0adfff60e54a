/** Who stands near a spot: points in the cells of a grid, for questions within about a cell's side. */

export class NearPoints {
  readonly #side: number;
  readonly #cells = new Map<number, number[]>();
  readonly #x: ArrayLike<number>;
  readonly #y: ArrayLike<number>;

  /** @param x, y positions by person; a person must not move between `add` and `remove`. */
  constructor(side: number, x: ArrayLike<number>, y: ArrayLike<number>) {
    this.#side = side;
    this.#x = x;
    this.#y = y;
  }

  add(person: number): void {
    const key = this.#key(this.#x[person]!, this.#y[person]!);
    const cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, [person]);
    else cell.push(person);
  }

  remove(person: number): void {
    const cell = this.#cells.get(this.#key(this.#x[person]!, this.#y[person]!));
    const at = cell?.indexOf(person) ?? -1;
    if (at >= 0) cell!.splice(at, 1);
  }

  /** True if `accept` holds for someone closer than `radius` to the spot. */
  some(
    x: number,
    y: number,
    radius: number,
    accept: (person: number, distance2: number) => boolean,
  ): boolean {
    const first = Math.floor((x - radius) / this.#side);
    const last = Math.floor((x + radius) / this.#side);
    const top = Math.floor((y - radius) / this.#side);
    const bottom = Math.floor((y + radius) / this.#side);
    for (let column = first; column <= last; column++) {
      for (let row = top; row <= bottom; row++) {
        const cell = this.#cells.get(cellKey(column, row));
        if (cell === undefined) continue;
        for (const person of cell) {
          const dx = this.#x[person]! - x;
          const dy = this.#y[person]! - y;
          const distance2 = dx * dx + dy * dy;
          if (distance2 < radius * radius && accept(person, distance2)) return true;
        }
      }
    }
    return false;
  }

  #key(x: number, y: number): number {
    return cellKey(Math.floor(x / this.#side), Math.floor(y / this.#side));
  }
}

function cellKey(column: number, row: number): number {
  return (column + 0x100000) * 0x200000 + (row + 0x100000);
}
