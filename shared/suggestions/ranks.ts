/**
 * The rank of a value among many, 0 to 1: the share of those that are less, and half of those that are alike. Values are
 * alike where they differ by less than about 1 %, so that they are counted instead of being put in order.
 */
export class Ranks {
  /** How many, by whole logarithm; 0 has a place of its own. */
  readonly #counts = new Map<number, number>();
  #total = 0;
  #ranks: Map<number, number> | undefined;

  add(value: number): void {
    const place = placeOf(value);
    this.#counts.set(place, (this.#counts.get(place) ?? 0) + 1);
    this.#total++;
    this.#ranks = undefined;
  }

  /** @param value one that was added */
  of(value: number): number {
    this.#ranks ??= this.#ranked();
    return this.#ranks.get(placeOf(value)) ?? 0;
  }

  #ranked(): Map<number, number> {
    const ranks = new Map<number, number>();
    let below = 0;
    for (const [place, count] of [...this.#counts].sort(([a], [b]) => a - b)) {
      ranks.set(place, (below + count / 2) / this.#total);
      below += count;
    }
    return ranks;
  }
}

function placeOf(value: number): number {
  return value > 0 ? Math.round(Math.log(value) * 100) : -Infinity;
}
