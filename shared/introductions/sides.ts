/** The two sides of an introduction: who they are, who is asked, and since when an answer stands. */
import type { Introduction } from '../model/entities';
import type { Consent } from '../model/entities/introduction';
import type { Day } from '../time';

export const sides = ['a', 'b'] as const;
export type Side = (typeof sides)[number];

export function consentOf({ consentA, consentB }: Introduction, side: Side): Consent {
  return side === 'a' ? consentA : consentB;
}

/** Whoever has to agree: nobody asks me. */
export function askedSides(introduction: Pick<Introduction, Side>, me: string | undefined): Side[] {
  return sides.filter((side) => introduction[side] !== me);
}

/** The day of the newest word on a side's consent, where one is on record. */
export function consentDay({ history }: Introduction, side: Side): Day | undefined {
  return history.findLast((step) => step.side === side)?.day;
}

/** Since when it stands where it stands. */
export function standsSince({ history, stage, day }: Introduction): Day | undefined {
  const first = history.findLastIndex((step) => step.stage !== stage) + 1;
  return history[first]?.day ?? day;
}
