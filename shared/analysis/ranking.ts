/** How well scores order cases, and how well chances fit what came: for whoever judges a measure. */

/**
 * The chance that a case that came true has a higher score than one that did not; equal scores count half (Mann and
 * Whitney 1947; Hanley and McNeil 1982). Null where all cases came out alike. O(n log n).
 * @param came parallel to `scores`
 */
export function areaUnderCurve(scores: ArrayLike<number>, came: ArrayLike<boolean>): number | null {
  const { highs, lows } = sortedApart(scores, came);
  if (highs.length === 0 || lows.length === 0) return null;
  let below = 0;
  let upTo = 0;
  let right = 0;
  for (const score of highs) {
    while (below < lows.length && lows[below]! < score) below++;
    while (upTo < lows.length && lows[upTo]! <= score) upTo++;
    right += (below + upTo) / 2;
  }
  return right / (highs.length * lows.length);
}

/** Cases that were given about the same chance, and what came of them. */
export interface CalibrationBin {
  /** Mean chance that they were given, and share that came true. */
  readonly predicted: number;
  readonly observed: number;
  /** Wilson's interval of 95 % around the observed share. */
  readonly low: number;
  readonly high: number;
  readonly cases: number;
}

const mostBins = 10;
/** Fewer cases say too little about a share. */
const leastInBin = 20;

/**
 * A reliability diagram: the cases by chance, cut into up to ten bins of as many cases each, least chance first.
 * @param chances 0..1
 * @param came parallel to `chances`
 */
export function calibrationOf(chances: ArrayLike<number>, came: ArrayLike<boolean>): CalibrationBin[] {
  const { highs, lows } = sortedApart(chances, came);
  const count = highs.length + lows.length;
  const bins = count === 0 ? 0 : Math.min(mostBins, Math.max(1, Math.floor(count / leastInBin)));
  let high = 0;
  let low = 0;
  return Array.from({ length: bins }, (_, bin) => {
    const until = Math.floor(((bin + 1) * count) / bins);
    const [from, before] = [high + low, high];
    let predicted = 0;
    while (high + low < until) {
      const cameNext = low === lows.length || (high < highs.length && highs[high]! < lows[low]!);
      predicted += cameNext ? highs[high++]! : lows[low++]!;
    }
    const cases = until - from;
    const observed = high - before;
    return { predicted: predicted / cases, observed: observed / cases, ...wilson(observed, cases), cases };
  });
}

/** The scores of what came and of what did not, each ascending. Sorting numbers alone is many times faster. */
function sortedApart(
  scores: ArrayLike<number>,
  came: ArrayLike<boolean>,
): { readonly highs: Float64Array; readonly lows: Float64Array } {
  const highs: number[] = [];
  const lows: number[] = [];
  for (let i = 0; i < scores.length; i++) (came[i]! ? highs : lows).push(scores[i]!);
  return { highs: Float64Array.from(highs).sort(), lows: Float64Array.from(lows).sort() };
}

/** The interval of 95 % for a share (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927); `of` > 0. */
export function wilson(count: number, of: number): { readonly low: number; readonly high: number } {
  const z = 1.959_963_984_540_054;
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return {
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === of ? 1 : Math.min(1, middle + half),
  };
}

/** Mean loss of some chances; smaller is better. */
export interface Losses {
  /** Mean squared difference (G. W. Brier 1950). */
  readonly brier: number;
  /** Mean of -ln(chance of what came), in nats. */
  readonly log: number;
}

/** Nobody is so sure that one surprise should outweigh all else. */
const surest = 1e-15;

/** @param came parallel to `chances`, which are not empty */
export function lossesOf(chances: ArrayLike<number>, came: ArrayLike<boolean>): Losses {
  let brier = 0;
  let log = 0;
  for (let i = 0; i < chances.length; i++) {
    const chance = came[i]! ? chances[i]! : 1 - chances[i]!;
    brier += (1 - chance) ** 2;
    log -= Math.log(Math.max(chance, surest));
  }
  return { brier: brier / chances.length, log: log / chances.length };
}
