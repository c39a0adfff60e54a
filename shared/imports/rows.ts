/** The review of an import: a line per row and what would become of it, counted, what needs the person first. */
import type { z } from 'zod';
import { type ImportCounts, type ImportRow, importRowKinds } from '../contract';

export type Counts = z.output<typeof ImportCounts>;
type Kind = ImportRow['kind'];

const order: ReadonlyMap<Kind, number> = new Map(importRowKinds.map((kind, at) => [kind, at]));

/** Collects rows. What the rows of a kind speak for is the count of that kind; notes are not counted. */
export class Review {
  readonly #rows: ImportRow[] = [];

  add(kind: Kind, row: Omit<ImportRow, 'kind'>): void {
    this.#rows.push({ kind, ...row });
  }

  counts(): Counts {
    const of = new Map<Kind, number>();
    let asIntended = 0;
    for (const { kind, count = 1, intended = false } of this.#rows) {
      of.set(kind, (of.get(kind) ?? 0) + count);
      if (kind === 'skipped' && intended) asIntended += count;
    }
    return {
      new: of.get('new') ?? 0,
      changed: of.get('changed') ?? 0,
      unchanged: of.get('unchanged') ?? 0,
      kept: of.get('kept') ?? 0,
      possibleDuplicates: of.get('possible') ?? 0,
      skipped: of.get('skipped') ?? 0,
      intended: asIntended,
      ties: of.get('tie') ?? 0,
      interactions: of.get('interaction') ?? 0,
    };
  }

  /** By kind in the order of the contract, then as they stand in the files. What is left out on purpose comes late. */
  rows(): ImportRow[] {
    return this.#rows.toSorted((a, b) => rankOf(a) - rankOf(b) || a.file - b.file || a.line - b.line);
  }
}

function rankOf({ kind, intended }: ImportRow): number {
  const rank = order.get(kind) ?? 0;
  return kind === 'skipped' && intended === true ? (order.get('unchanged') ?? 0) - 0.5 : rank;
}
