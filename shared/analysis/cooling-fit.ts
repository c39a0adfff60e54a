/**
 * The chance that somebody and I speak within the next 60 days, learnt from my own log: a logistic regression on
 * ln(1 + silence), ln(1 + silence / own mean gap) and ln(contact days), over cases of the past (cooling-cases.ts).
 *
 * What such a regression says of one network is wrong for the next one, so there is no chance before it has been fitted
 * on the log it speaks of. That is kept by the types: only a fit makes a `CoolingModel`.
 */
import { type Chunked, scaled } from './chunked';
import { type CoolingCase, type ContactHistory, coolingCases } from './cooling-cases';
import { type Logistic, fitLogistic, logisticChance } from './logistic';
import { type CalibrationBin, type Losses, areaUnderCurve, calibrationOf, lossesOf } from './ranking';
import type { Warmth } from './warmth';

/** Days ahead that chances are of. */
export const coolingHorizon = 60;
/** Cases that a fit takes, and so many of the rarer outcome. */
const leastCases = 200;
const leastOfEither = 20;
/** Cases that are gone through at once. */
const piece = 8_192;

/** The terms that are fitted. */
interface Terms {
  readonly silence: number;
  /** Not below a day. */
  readonly meanGap: number;
  readonly contactDays: number;
}

/** A chance that was learnt from a log. It cannot be made up: whoever holds one has had it fitted. */
class CoolingModel {
  readonly #logistic: Logistic;

  constructor(logistic: Logistic) {
    this.#logistic = logistic;
  }

  /** In the order intercept, ln(1 + silence), ln(1 + silence / mean gap), ln(contact days); per unit of each. */
  get coefficients(): readonly [number, number, number, number] {
    const { intercept, slopes } = this.#logistic;
    return [intercept, slopes[0]!, slopes[1]!, slopes[2]!];
  }

  /** Chance of speaking within the horizon that the cases had, 0..1. */
  chance(terms: Terms): number {
    return logisticChance(this.#logistic, rowOf(terms));
  }
}
export type { CoolingModel };

/** How the model did on pairs that it had not seen: fitted on the even half, judged on the odd one. */
export interface Judged {
  readonly cases: number;
  /** Share of them that spoke. */
  readonly baseRate: number;
  /** Chance that a case that spoke stands above one that did not; null where all came out alike. */
  readonly auc: number | null;
  readonly losses: Losses;
  /** The same for who gives everyone the share that spoke in the half that was fitted on. */
  readonly baseLosses: Losses;
  readonly calibration: readonly CalibrationBin[];
}

export type CoolingFit =
  | {
      readonly kind: 'fitted';
      /** Fitted on all cases. */
      readonly model: CoolingModel;
      readonly cases: number;
      readonly judged: Judged;
    }
  /** Too few cases, or too few of them in which the rarer thing happened. */
  | { readonly kind: 'tooFew'; readonly of: 'cases' | 'rarer'; readonly have: number; readonly need: number };

/** Fits on the user's own log. @param histories of each contact with contact days, pauses included */
export function* fitCooling(histories: readonly ContactHistory[]): Chunked<CoolingFit> {
  const cases = yield* scaled(coolingCases(histories, coolingHorizon), 0, 0.4);
  if (cases.length < leastCases) return { kind: 'tooFew', of: 'cases', have: cases.length, need: leastCases };
  const spoke = cases.filter((one) => one.spoke).length;
  const rarer = Math.min(spoke, cases.length - spoke);
  if (rarer < leastOfEither) return { kind: 'tooFew', of: 'rarer', have: rarer, need: leastOfEither };
  const judged = yield* scaled(judgeCooling(cases), 0.4, 0.3);
  // Pairs told into halves by a checksum may lie all in one; then nothing is known of how good the fit is.
  if (judged === null) return { kind: 'tooFew', of: 'cases', have: cases.length, need: 2 * leastCases };
  const model = yield* scaled(modelOf(cases), 0.7, 0.3);
  return { kind: 'fitted', model, cases: cases.length, judged };
}

/** Null where either half has no cases. */
export function* judgeCooling(cases: readonly CoolingCase[]): Chunked<Judged | null> {
  const seen = cases.filter(({ heldOut }) => !heldOut);
  const unseen = cases.filter(({ heldOut }) => heldOut);
  if (seen.length === 0 || unseen.length === 0) return null;
  const model = yield* scaled(modelOf(seen), 0, 0.8);
  const chances = new Float64Array(unseen.length);
  for (let i = 0; i < unseen.length; i++) {
    chances[i] = model.chance(unseen[i]!);
    if (i % piece === piece - 1) yield 0.8;
  }
  const came = unseen.map(({ spoke }) => spoke);
  const auc = areaUnderCurve(chances, came);
  yield 0.9;
  const calibration = calibrationOf(chances, came);
  yield 0.95;
  const rate = (spokeAmong(seen) + 0.5) / (seen.length + 1);
  return {
    cases: unseen.length,
    baseRate: spokeAmong(unseen) / unseen.length,
    auc,
    losses: lossesOf(chances, came),
    baseLosses: lossesOf(new Float64Array(unseen.length).fill(rate), came),
    calibration,
  };
}

/**
 * The chance that I speak with somebody within the next 60 days. Null without a fit, and for ties without a rhythm of
 * their own: the cases were none of those.
 */
export function chanceOf(fit: CoolingFit, warmth: Warmth): number | null {
  const { silence, rhythm, rhythmDays, count } = warmth;
  if (fit.kind !== 'fitted' || rhythm !== 'own' || silence === null || rhythmDays === null) return null;
  return fit.model.chance({ silence, meanGap: rhythmDays, contactDays: count });
}

function* modelOf(cases: readonly CoolingCase[]): Chunked<CoolingModel> {
  const table = new Float64Array(cases.length * 3);
  for (let i = 0; i < cases.length; i++) {
    table.set(rowOf(cases[i]!), 3 * i);
    if (i % piece === piece - 1) yield 0;
  }
  const came = cases.map(({ spoke }) => spoke);
  return new CoolingModel(yield* fitLogistic(table, 3, came));
}

function rowOf({ silence, meanGap, contactDays }: Terms): [number, number, number] {
  return [Math.log1p(silence), Math.log1p(silence / Math.max(1, meanGap)), Math.log(contactDays)];
}

function spokeAmong(cases: readonly CoolingCase[]): number {
  return cases.filter(({ spoke }) => spoke).length;
}
