/** The review of an import: a line per row and what would become of it, counted, what needs the person first. */
import { type ImportCounts, type ImportRow, importRowKinds } from './answers';
import type { Steps } from '../steps';
import { Numbers } from './place-index';
import { type Packing, Shelf } from './shelf';

type Kind = ImportRow['kind'];

/** The rows that stand together: those of one kind, but for what is left out on purpose, which comes late. */
type Group = Kind | 'intended' | 'besides';
const groups: readonly Group[] = importRowKinds.flatMap((kind): Group[] => {
  if (kind === 'unchanged') return ['intended', kind];
  return kind === 'kept' ? [kind, 'besides'] : [kind];
});
const kindOf = (group: Group): Kind => {
  if (group === 'intended') return 'skipped';
  return group === 'besides' ? 'kept' : group;
};

/** The rows of one group. */
class RowsOfGroup {
  readonly #rows: Shelf<ImportRow>;
  /** The file and the line of each. */
  readonly #files = new Numbers();
  readonly #lines = new Numbers();
  /** The places of the rows as they stand in the files; undefined where they came in that order. */
  #order: Uint32Array | undefined;
  #isSorted = true;
  /** What the rows speak for. */
  count = 0;

  constructor(packing: Packing | undefined) {
    this.#rows = new Shelf(packing);
  }

  get length(): number {
    return this.#rows.length;
  }

  add(row: ImportRow): void {
    const place = this.#rows.push(row);
    this.#files.push(row.file);
    this.#lines.push(row.line);
    this.count += row.count ?? 1;
    if (place > 0 && this.#compared(place - 1, place) > 0) this.#isSorted = false;
  }

  sort(): void {
    if (this.#isSorted) return;
    // They come in a few runs that are in order, of which a list makes use when it is sorted, and typed numbers do not.
    const order = Array.from({ length: this.length }, (_, place) => place);
    this.#order = Uint32Array.from(order.sort((a, b) => this.#compared(a, b)));
  }

  at(index: number): ImportRow | undefined {
    return this.#rows.at(this.#order?.[index] ?? index);
  }

  #compared(a: number, b: number): number {
    return this.#files.at(a) - this.#files.at(b) || this.#lines.at(a) - this.#lines.at(b);
  }
}

/**
 * The rows of a review by kind in the order of the contract, then as they stand in the files. What is left out on
 * purpose comes late.
 */
export class ReviewRows implements Iterable<ImportRow> {
  readonly #groups: ReadonlyMap<Group, RowsOfGroup>;

  constructor(byGroup: ReadonlyMap<Group, RowsOfGroup>) {
    this.#groups = byGroup;
  }

  count(kinds: readonly Kind[] = importRowKinds): number {
    return this.#of(kinds).reduce((sum, { length }) => sum + length, 0);
  }

  page(kinds: readonly Kind[] = importRowKinds, offset: number, limit: number): ImportRow[] {
    const page: ImportRow[] = [];
    let skip = offset;
    for (const rows of this.#of(kinds)) {
      for (let at = skip; at < rows.length && page.length < limit; at++) {
        const row = rows.at(at);
        if (row !== undefined) page.push(row);
      }
      skip = Math.max(0, skip - rows.length);
    }
    return page;
  }

  *[Symbol.iterator](): Generator<ImportRow, void, undefined> {
    for (let from = 0, all = this.count(); from < all; from += inOneGo) {
      yield* this.page(importRowKinds, from, inOneGo);
    }
  }

  #of(kinds: readonly Kind[]): RowsOfGroup[] {
    return groups.flatMap((group) => (kinds.includes(kindOf(group)) ? (this.#groups.get(group) ?? []) : []));
  }
}

const inOneGo = 1_000;

function groupOf(kind: Kind, { intended, besides }: Omit<ImportRow, 'kind'>): Group {
  if (kind === 'skipped' && intended === true) return 'intended';
  return kind === 'kept' && besides === true ? 'besides' : kind;
}

/** Collects rows. What the rows of a kind speak for is the count of that kind; notes are not counted. */
export class Review {
  readonly #groups: ReadonlyMap<Group, RowsOfGroup>;
  #met = 0;

  constructor(packing?: Packing) {
    this.#groups = new Map(groups.map((group) => [group, new RowsOfGroup(packing)]));
  }

  add(kind: Kind, row: Omit<ImportRow, 'kind'>): void {
    this.#groups.get(groupOf(kind, row))?.add({ kind, ...row });
  }

  /** Whoever is new from here on was found in meetings and mails. @returns a function that ends it */
  meeting(): () => void {
    const before = this.counts().new;
    return () => {
      this.#met += this.counts().new - before;
    };
  }

  counts(): ImportCounts {
    const of = (group: Group): number => this.#groups.get(group)?.count ?? 0;
    return {
      new: of('new'),
      met: this.#met,
      changed: of('changed'),
      unchanged: of('unchanged'),
      kept: of('kept'),
      keptBesides: of('besides'),
      possibleDuplicates: of('possible'),
      skipped: of('skipped') + of('intended'),
      intended: of('intended'),
      ties: of('tie'),
      interactions: of('interaction'),
      others: of('others'),
    };
  }

  /** All that was collected; nothing is added any more. */
  *rows(): Steps<ReviewRows> {
    for (const rows of this.#groups.values()) {
      rows.sort();
      yield;
    }
    return new ReviewRows(this.#groups);
  }
}
