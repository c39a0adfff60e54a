/**
 * What an introduction is worth (measures.md 6), in parts from 0 to 1 that are all shown:
 *
 *   value   = plausibility x benefit x willingness - cost
 *   benefit = sqrt(gain of a x gain of b)                         both ought to gain
 *   gain    = 1 - (1 - 0.1) (1 - need) (1 - 0.5 group) (1 - 0.5 interest) (1 - 0.3 bridge)
 *
 * plausibility is a rank among all candidates; willingness the weaker of my two aged strengths, half of it where either
 * was asked as often as I want to ask one person; cost 0.1 for each time that either was asked or introduced in the last 30
 * days, 0.3 at most.
 */

/** What one side would have of it. */
export interface Gain {
  /** What it looks for, met by what the other offers. */
  readonly need: number;
  /** The other belongs to a group in which it knows few. */
  readonly group: number;
  readonly interest: number;
  readonly bridge: number;
}

/** To know somebody more is worth something in itself. */
const inItself = 0.1;
const shares = { group: 0.5, interest: 0.5, bridge: 0.3 };
/** What is left of it where somebody was asked as often as is wanted. */
const leftWhenFull = 0.5;
const costEach = 0.1;
const costAtMost = 0.3;
/** Words that say so much in all count half. */
const half = 4;

export function gainOf({ need, group, interest, bridge }: Gain): number {
  const missed =
    (1 - inItself) *
    (1 - need) *
    (1 - shares.group * group) *
    (1 - shares.interest * interest) *
    (1 - shares.bridge * bridge);
  return 1 - missed;
}

export function benefitOf(a: Gain, b: Gain): number {
  return Math.sqrt(gainOf(a) * gainOf(b));
}

/** @param isFull either was asked as often as is wanted */
export function willingnessOf(strength: number, isFull: boolean): number {
  return isFull ? strength * leftWhenFull : strength;
}

export function costOf(times: number): number {
  return Math.min(costAtMost, costEach * times);
}

/** @param said how much words say by their rarity, added up */
export function saturated(said: number): number {
  return said / (said + half);
}

/** @param known how many people of the group one knows already */
export function newness(known: number): number {
  return 1 / (1 + known);
}
