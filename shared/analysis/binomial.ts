/** The exact binomial distribution, for saying whether chance alone would give so few. */

/**
 * P(X <= count) for X of `trials` with the chance `share` each. Exact up to rounding for any number of trials: the
 * first term is worked out as a logarithm, and the smaller of the two tails is summed from its largest term on.
 *
 * @param count whole; below 0 gives 0, from `trials` on 1
 * @param share 0..1
 */
export function binomialAtMost(count: number, trials: number, share: number): number {
  if (count < 0) return 0;
  if (count >= trials || share <= 0) return 1;
  if (share >= 1) return 0;
  // Seen from the other side, "more than count" is "at most the rest" of what fails.
  if (count > trials * share) return 1 - lowerTail(trials - count - 1, trials, 1 - share);
  return lowerTail(count, trials, share);
}

/** The terms from `count` down to 0; they fall from the first on. */
function lowerTail(count: number, trials: number, share: number): number {
  let logTerm = count * Math.log(share) + (trials - count) * Math.log1p(-share);
  for (let i = 1; i <= count; i++) logTerm += Math.log((trials - count + i) / i);
  let sum = 1;
  let ratio = 1;
  for (let i = count; i > 0 && ratio > 1e-18; i--) {
    ratio *= (i / (trials - i + 1)) * ((1 - share) / share);
    sum += ratio;
  }
  return Math.min(1, Math.exp(logTerm) * sum);
}
