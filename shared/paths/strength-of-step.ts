/**
 * How likely a word is to pass over one tie, and what a path of such steps is worth (measures.md 5).
 *
 *   s = 1 - exp(-b / b_median), within [0.02, 0.98]; a known tie without any b: 0.1; a guess: s times its confidence
 *   warmth of a path = product of s, times 0.4 for every person between
 */
import type { Steps } from '../steps';

/** What is left when one more person has to pass the word on. */
export const handover = 0.4;
/** A request that passes through more hands than these gets lost. */
export const mostBetween = 3;

const limits = { least: 0.02, most: 0.98 };
/** A known tie of which nothing else is on record. */
const bareTie = 0.1;
/** Of known ties where no tie has a b to compare with. */
const withoutMedian = 0.5;

/**
 * Of a tie that is known; that of a guess is this times its confidence.
 * @param b how strong the tie is, in the unit of the median
 * @param median over the ties with b > 0; undefined where there are none
 */
export function stepStrength(b: number, median: number | undefined): number {
  if (median === undefined) return withoutMedian;
  if (!(b > 0)) return bareTie;
  return Math.min(limits.most, Math.max(limits.least, 1 - Math.exp(-b / median)));
}

/** Values seen between two pauses. */
const pause = 4_000;

/**
 * The middle of the values above 0; between the two in the middle where their number is even. Linear, for it is asked
 * after every edit, and in steps (C. A. R. Hoare, Communications of the ACM 4, 1961).
 */
export function* medianAbove0(values: readonly number[]): Steps<number | undefined> {
  const room = new Float64Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    if (at % pause === pause - 1) yield;
    if (values[at]! > 0) room[count++] = values[at]!;
  }
  if (count === 0) return undefined;
  const above = room.subarray(0, count);
  const middle = count >> 1;
  const upper = yield* select(above, middle);
  if (above.length % 2 === 1) return upper;
  return (above.subarray(0, middle).reduce((most, value) => Math.max(most, value), 0) + upper) / 2;
}

/** The value that would stand at `place` in order; those before that place are not above it afterwards. */
function* select(values: Float64Array, place: number): Steps<number> {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    yield;
    const pivot = values[(from + to) >> 1]!;
    let [low, high] = [from, to];
    while (low <= high) {
      while (values[low]! < pivot) low++;
      while (values[high]! > pivot) high--;
      if (low > high) break;
      const moved = values[low]!;
      values[low++] = values[high]!;
      values[high--] = moved;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return values[place]!;
}

/** Parts of one: so fine that 1e-12 of a difference still counts. */
const parts = 2 ** 40;
/** Room for the number of steps below the cost. */
const steps = 8;

/**
 * The cost of a step, minus the logarithm of the product of its factors, as a whole number whose last digit counts the
 * step: sums are exact in whatever order they are made, so equal is equal, and of equal paths the one with fewer steps
 * costs less. Factors are rounded one by one: whichever step a doubt falls on, the path costs the same.
 */
export function stepCost(...factors: readonly number[]): number {
  let cost = 0;
  for (const factor of factors) cost += Math.round(-Math.log(factor) * parts);
  return cost * steps + 1;
}
