/**
 * In which order ties are likely to stay silent: larger is likelier. For a tie with d days of silence, a rhythm of one
 * contact in r days, and contact days k ago a_k days,
 *
 *   order = 0.8 ln(1 + d) + 0.5 ln(1 + d / r) - ln(sum over k of 2^(-a_k / 90))
 *
 * Silence, and silence held against the own rhythm: H. Navarro et al., R. Soc. Open Sci. 4 (2017). Contact days are
 * counted with tie decay (W. Ahmad, M. A. Porter, M. Beguerisse-Diaz, IEEE Trans. Netw. Sci. Eng. 8, 2021): a year of
 * weekly meetings says less when it is long over. On logs of mail this orders better than the plain number of contact
 * days does, at every weight near these. The order carries over between people; a chance does not (cooling-fit.ts).
 */

/** Days after which a contact day counts half. */
const halfLife = 90;
/**
 * What is added for a tie that is the only one I have into a cluster: bridges decay first (R. S. Burt, Social Networks
 * 24, 2002).
 */
export const onlyTie = Math.LN2;

/** What is left of a number of contact days after some days without any. */
export function agedCount(count: number, days: number): number {
  return count * 2 ** (-days / halfLife);
}

export interface Cooling {
  /** Days since the last contact. */
  readonly silence: number;
  /** What the silence is held against, in days: the own mean gap, else the cadence. */
  readonly rhythm: number;
  /** Contact days, each counted by its age on the last of them (`agedCount`). */
  readonly aged: number;
}

export function coolingOrder({ silence, rhythm, aged }: Cooling): number {
  const logCount = Math.log(aged) - (Math.LN2 * silence) / halfLife;
  return 0.8 * Math.log1p(silence) + 0.5 * Math.log1p(silence / rhythm) - logCount;
}
