/**
 * Which documents hold which terms, by field: for every term the list of (document, field) it stands in, and the
 * terms in order, so that the beginnings of words are a range.
 *
 *   "anna"  -> [12·name, 40·notes]      terms sorted:  ann | anna | annegret | ...   prefix "ann" = a range
 *
 * A list is plain integers that are only added up, which is what makes a search among 30,000 people with notes take
 * milliseconds; a general index that scores each hit as an object took 300.
 */

/** Fields are numbered below this; a posting is `document * fieldsAtMost + field`. */
export const fieldsAtMost = 16;

export class TermIndex {
  readonly #postings = new Map<string, number[]>();
  /** Every term there is or was, in order; those of `#fresh` are not in it yet. */
  #sorted: string[] = [];
  #fresh: string[] = [];

  add(document: number, field: number, terms: Iterable<string>): void {
    const posting = document * fieldsAtMost + field;
    for (const term of terms) {
      const list = this.#postings.get(term);
      if (list === undefined) {
        this.#postings.set(term, [posting]);
        this.#fresh.push(term);
      } else if (list.at(-1) !== posting) {
        list.push(posting);
      }
    }
  }

  /** Takes out what `add` put in with the same arguments. */
  remove(document: number, field: number, terms: Iterable<string>): void {
    const posting = document * fieldsAtMost + field;
    for (const term of terms) {
      const list = this.#postings.get(term);
      if (list === undefined) continue;
      for (let at = list.indexOf(posting); at >= 0; at = list.indexOf(posting, at)) list.splice(at, 1);
    }
  }

  /** Postings of exactly this term. */
  of(term: string): readonly number[] {
    return this.#postings.get(term) ?? [];
  }

  /** The terms that begin so, in order. */
  *beginning(prefix: string): Iterable<string> {
    this.#sort();
    for (let at = this.#firstFrom(prefix); at < this.#sorted.length; at += 1) {
      const term = this.#sorted[at]!;
      if (!term.startsWith(prefix)) return;
      yield term;
    }
  }

  /** The terms of about this spelling: at most `slips` letters wrong, missing, too many or swapped; the first is right. */
  *alike(spelling: string, slips: number): Iterable<string> {
    this.#sort();
    const first = spelling.slice(0, 1);
    for (const term of this.beginning(first)) {
      if (Math.abs(term.length - spelling.length) > slips) continue;
      if (within(spelling, term, slips)) yield term;
    }
  }

  #sort(): void {
    if (this.#fresh.length === 0) return;
    this.#sorted = merged(this.#sorted, this.#fresh.sort(byCodeUnit));
    this.#fresh = [];
  }

  #firstFrom(prefix: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function merged(a: readonly string[], b: readonly string[]): string[] {
  if (a.length === 0) return [...b];
  const all: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) all.push(a[i++]!);
    else all.push(b[j++]!);
  }
  return all;
}

/** Damerau's distance (optimal string alignment), given up as soon as a row is over the limit. */
function within(a: string, b: string, limit: number): boolean {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return false;
    beforeLast = last;
    last = row;
  }
  return last[b.length]! <= limit;
}
