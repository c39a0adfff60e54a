/**
 * The lines of the list of gaps: where people are missing to a goal or to what is usual, every other goal of the
 * user, and what plans ask for and nobody has.
 */
import { shortOf } from '../../../shared/analysis/gaps';
import type { AnswerTo, AttributeReport, LeadReason } from '../../../shared/analysis/questions';

export interface Lead {
  readonly contact: string;
  readonly reasons: readonly LeadReason[];
}

export interface GapRow {
  readonly key: string;
  readonly attribute: string;
  readonly value: string;
  /** People with the value among the people whose value is known. */
  readonly people: number;
  readonly known: number;
  /** Null where nobody's value is known. */
  readonly share: number | null;
  readonly goal: { readonly id: string; readonly share: number } | null;
  /** The share of everybody; null where everybody is looked at, or it is no measure. */
  readonly base: number | null;
  /** `gap`: missing beyond chance; `goal`: a goal that is reached or that chance alone may miss; `asked`: by a plan. */
  readonly kind: 'gap' | 'goal' | 'asked';
  readonly short: number;
  readonly lead: readonly Lead[];
}

export function gapRows({ attributes }: AnswerTo<'diversity'>): GapRow[] {
  const rows = attributes.flatMap(rowsOf);
  const order: Readonly<Record<GapRow['kind'], number>> = { gap: 0, goal: 1, asked: 2 };
  return rows.sort((a, b) => order[a.kind] - order[b.kind] || b.short - a.short);
}

function rowsOf({ attribute, known, values, gaps, asked }: AttributeReport): GapRow[] {
  const found = new Map(gaps.kind === 'counted' ? gaps.list.map((gap) => [gap.value, gap]) : []);
  const rows = values.flatMap(({ value, people, share, base, target }): GapRow[] => {
    const gap = found.get(value);
    found.delete(value);
    if (gap === undefined && target === null) return [];
    const wanted = gap?.wanted ?? target?.share ?? 0;
    return [
      {
        key: `${attribute} ${value}`,
        attribute,
        value,
        people,
        known,
        share,
        goal: target,
        base: gap?.against === 'base' ? gap.wanted : base,
        kind: gap === undefined ? 'goal' : 'gap',
        short: gap?.short ?? shortOf(people, known, wanted),
        lead: gap?.lead ?? [],
      },
    ];
  });
  // What is usual elsewhere and has nobody here is no value of these people.
  const missing = [...found.values()].map(({ value, people, wanted, short, lead }): GapRow => ({
    key: `${attribute} ${value}`,
    attribute,
    value,
    people,
    known,
    share: known === 0 ? null : people / known,
    goal: null,
    base: wanted,
    kind: 'gap',
    short,
    lead,
  }));
  const wishes = asked.map(({ value, lead }): GapRow => ({
    key: `${attribute} asked ${value}`,
    attribute,
    value,
    people: 0,
    known,
    share: null,
    goal: null,
    base: null,
    kind: 'asked',
    short: 0,
    lead,
  }));
  return [...rows, ...missing, ...wishes];
}

/** The share at the right end of all bars: the largest that is drawn, and a little room. */
export function scaleOf(rows: readonly GapRow[]): number {
  const largest = Math.max(
    0,
    ...rows.flatMap(({ share, goal, base }) => [share ?? 0, goal?.share ?? 0, base ?? 0]),
  );
  return largest === 0 ? 1 : Math.min(1, largest * 1.1);
}
