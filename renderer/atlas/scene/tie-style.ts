/** How a tie is drawn: which of a few classes it belongs to. Ties of one class share colour, width and dashes. */
import type { Tie } from './atlas-model';

export const tieClasses = [
  'inside-1',
  'inside-2',
  'guessed',
  'between-1',
  'between-2',
  'between-3',
  'between-4',
] as const;
export type TieClass = (typeof tieClasses)[number];

/** Widths in px at zoom 1 (look/NOTES.md). */
export const tieWidths: Readonly<Record<TieClass, number>> = {
  'inside-1': 1,
  'inside-2': 2,
  guessed: 1.3,
  'between-1': 1,
  'between-2': 1.5,
  'between-3': 2,
  'between-4': 2.5,
};

/** Raised ties (of the selected, of the one pointed at) are never thinner than this. */
export const raisedAtLeast = 1.2;

/** The strengths that part thin from thick: the quartiles of what is there, so that any unit of strength works. */
export interface StrengthScale {
  readonly quarter: number;
  readonly half: number;
  readonly threeQuarters: number;
}

/** A sample of known ties is enough to part thin from thick. */
const sample = 2_000;

export function scaleOf(ties: Iterable<Tie>): StrengthScale {
  const strengths: number[] = [];
  for (const { known, strength } of ties) {
    if (known) strengths.push(strength);
    if (strengths.length >= sample) break;
  }
  strengths.sort((a, b) => a - b);
  const at = (share: number): number => strengths[Math.floor((strengths.length - 1) * share)] ?? 0;
  return { quarter: at(0.25), half: at(0.5), threeQuarters: at(0.75) };
}

export function tieClass(tie: Tie, between: boolean, scale: StrengthScale): TieClass {
  if (!tie.known) return 'guessed';
  const { strength } = tie;
  if (!between) return strength > scale.threeQuarters ? 'inside-2' : 'inside-1';
  if (strength > scale.threeQuarters) return 'between-4';
  if (strength > scale.half) return 'between-3';
  return strength > scale.quarter ? 'between-2' : 'between-1';
}
