/**
 * How varied some people are in one attribute, among those whose value is known. p_g is the share of group g; a
 * person with k values counts 1/k in each.
 *
 *   Blau       1 - sum p^2          P. M. Blau, Inequality and Heterogeneity (1977)
 *   IQV        Blau K / (K - 1)     J. H. Mueller and K. F. Schuessler, Statistical Reasoning in Sociology (1961)
 *   Shannon    - sum p ln p
 *   Hill       (sum p^q)^(1/(1-q))  M. O. Hill, Ecology 54 (1973): "acts like so many equal groups"
 */
import type { Attribute } from './attributes';

/** Why there is no number: so many there are, so many it takes. */
export interface TooFew {
  readonly kind: 'tooFew';
  readonly of: 'people' | 'ties' | 'days';
  readonly have: number;
  readonly need: number;
}

/** With fewer people whose value is known nothing is said about shares. */
export const leastKnown = 8;

/** Some people counted by the values of an attribute; lists run along its values. */
export interface Tally {
  /** People whose value is known. */
  readonly known: number;
  /** People of each value, a person with k values as 1/k. */
  readonly counts: Float64Array;
  /** The sum of the squares of what each person counts. */
  readonly squares: Float64Array;
  /** People who have the value at all. */
  readonly holders: Int32Array;
}

export function tally({ values, held }: Attribute, people: Iterable<number>): Tally {
  const counts = new Float64Array(values.length);
  const squares = new Float64Array(values.length);
  const holders = new Int32Array(values.length);
  let known = 0;
  for (const person of people) {
    const own = held[person]!;
    if (own.length > 0) known++;
    for (const value of own) {
      counts[value]! += 1 / own.length;
      squares[value]! += 1 / own.length ** 2;
      holders[value]!++;
    }
  }
  return { known, counts, squares, holders };
}

export interface Evenness {
  readonly kind: 'counted';
  /** Hill numbers of order 0 (groups), 1 (exp of Shannon) and 2 (1 / sum p^2). */
  readonly hill0: number;
  readonly hill1: number;
  readonly hill2: number;
  /** In nats. */
  readonly shannon: number;
  readonly blau: number;
  /** Blau without the bias of small numbers: the chance that two different people differ. */
  readonly unbiased: number;
  /** Null where all are in one group. */
  readonly iqv: number | null;
}

export function evenness({ known, counts, squares }: Tally): Evenness | TooFew {
  if (known < leastKnown) return { kind: 'tooFew', of: 'people', have: known, need: leastKnown };
  let groups = 0;
  let shannon = 0;
  let together = 0;
  let meeting = 0;
  counts.forEach((count, group) => {
    if (count === 0) return;
    const share = count / known;
    groups++;
    shannon -= share * Math.log(share);
    together += share ** 2;
    meeting += count ** 2 - squares[group]!;
  });
  // Where all groups are equal the three Hill numbers are the same but for rounding.
  const hill1 = Math.min(groups, Math.exp(Math.max(0, shannon)));
  const hill2 = Math.max(1, Math.min(hill1, 1 / together));
  const blau = groups === 1 ? 0 : Math.min(1 - together, 1 - 1 / groups);
  return {
    kind: 'counted',
    hill0: groups,
    hill1: Math.max(1, hill1),
    hill2,
    shannon: Math.max(0, shannon),
    blau,
    unbiased: groups === 1 ? 0 : 1 - meeting / (known * (known - 1)),
    iqv: groups === 1 ? null : (blau * groups) / (groups - 1),
  };
}

/**
 * Evenness of attention: - sum p ln p / ln k over the k people who had any, 0 (all on one) to 1 (all alike).
 * N. Eagle, M. Macy and R. Claxton, Science 328 (2010).
 *
 * @param volumes how much each person had: contact days, minutes, strength
 * @returns null for fewer than two people
 */
export function attentionEvenness(volumes: Iterable<number>): number | null {
  const had = [...volumes].filter((volume) => volume > 0);
  if (had.length < 2) return null;
  const all = had.reduce((sum, volume) => sum + volume, 0);
  let shannon = 0;
  for (const volume of had) shannon -= (volume / all) * Math.log(volume / all);
  return Math.min(1, shannon / Math.log(had.length));
}
