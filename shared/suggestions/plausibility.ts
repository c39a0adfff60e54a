/**
 * How plausible it is that two people who do not know each other would meet anyway (measures.md 6): aged resource
 * allocation, the sum over the people z whom both know of
 *
 *   2^(-silence / h) / k_z      silence of the staler of z's two ties, k_z people whom z knows
 *
 * h is 45 days: of 30, 45, 60, 90 and 180 it foretells best, by a thin margin, who will meet in the earlier parts of two
 * logs of mail. That is no blind test: how it does on their last 40 % had been seen, too (docs/paths.md).
 */
import type { Rows } from '../analysis/graph';
import { freshness, linkScores } from '../analysis/link-scores';

export const plausibilityHalfLife = 45;

/** What a tie weighs in the rows that `plausibility` reads: 1 on the day of a contact, half after 45 days. */
export function tieFreshness(silenceInDays: number, halfLife = plausibilityHalfLife): number {
  return freshness(silenceInDays, halfLife);
}

/** @param rows their weights are `tieFreshness` */
export function plausibility(rows: Rows, a: number, b: number): number {
  return linkScores(rows, a, b).agedResourceAllocation;
}
