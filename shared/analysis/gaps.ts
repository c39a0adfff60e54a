/**
 * Where there are fewer people than a target of the user, or than the whole network would make one expect. A gap is
 * said only if at least two people are missing and chance alone would rarely give so few:
 *
 *   short = max(0, ceil(N t) - n),  P(X <= n) for X of N with chance t;  a gap if short >= 2 and P < 0.10
 */
import { binomialAtMost } from './binomial';

const leastShort = 2;
const mostChance = 0.1;

/** How many people are missing to the wanted share; a product such as 0.07 x 100 is 7, not a little more. */
export function shortOf(people: number, known: number, wanted: number): number {
  const product = known * wanted;
  return Math.max(0, Math.ceil(product - 1e-9 * Math.max(1, product)) - people);
}

export interface Shortfall {
  /** People with the value among the people whose value is known. */
  readonly people: number;
  readonly known: number;
  /** The share it is held against. */
  readonly wanted: number;
  readonly short: number;
  /** Chance of so few or fewer if the wanted share were the true one. */
  readonly chance: number;
}

/** Null where nobody is missing, or chance alone would do. */
export function shortfall(people: number, known: number, wanted: number): Shortfall | null {
  const short = shortOf(people, known, wanted);
  if (short < leastShort) return null;
  const chance = binomialAtMost(people, known, wanted);
  return chance < mostChance ? { people, known, wanted, short, chance } : null;
}
