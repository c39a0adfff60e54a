/**
 * How well one can tell from a log of messages who speaks again. Messages become contact days of unordered pairs; at 40,
 * 50, 60 and 70 % of the log's span every pair with at least 5 contact days is a case; whether they speak within the next
 * 30, 60 or 90 days is held against what was known. Judged on the pairs with an odd CRC-32 of "a-b", smaller id first;
 * fitted on the others.
 */
import { finish } from '../../shared/analysis/chunked';
import { type ContactHistory, type CoolingCase, coolingCases } from '../../shared/analysis/cooling-cases';
import { judgeCooling } from '../../shared/analysis/cooling-fit';
import { coolingOrder } from '../../shared/analysis/cooling-order';
import { areaUnderCurve } from '../../shared/analysis/ranking';
import type { JsonObject } from '../../shared/json';
import { pairOf, readLog, rounded, secondsADay } from './log';

const horizons = [30, 60, 90];
/** Silence in mean gaps, from which each row of `by_ratio` counts. */
const ratios = [0, 0.5, 1, 2, 4, 8, 16];

export function evaluateCooling(text: string): JsonObject {
  const messages = readLog(text);
  const daysOf = new Map<string, Set<number>>();
  const people = new Set<string>();
  let from = Infinity;
  let to = -Infinity;
  let toSelf = 0;
  for (const message of messages) {
    const day = Math.floor(message.time / secondsADay);
    from = Math.min(from, day);
    to = Math.max(to, day);
    people.add(message.source).add(message.target);
    if (message.source === message.target) {
      toSelf++;
      continue;
    }
    const key = pairOf(message).join('-');
    daysOf.set(key, (daysOf.get(key) ?? new Set()).add(day));
  }
  const histories = [...daysOf].map(([key, days]): ContactHistory => ({
    key,
    days: [...days].sort((a, b) => a - b),
  }));
  const judged = horizons.flatMap((horizon) => {
    const cases = finish(coolingCases(histories, horizon, { span: { from, to } }));
    return cases.length === 0 ? [] : [[String(horizon), judge(cases)] as const];
  });
  return {
    protocol: 'cooling',
    messages: messages.length,
    to_self: toSelf,
    people: people.size,
    pairs: histories.length,
    contact_days: histories.reduce((sum, { days }) => sum + days.length, 0),
    span_days: to - from,
    horizons: Object.fromEntries(judged),
  };
}

function judge(cases: readonly CoolingCase[]): JsonObject {
  const unseen = cases.filter(({ heldOut }) => heldOut);
  const came = unseen.map(({ spoke }) => spoke);
  const auc = (score: (one: CoolingCase) => number): number | null =>
    orNull(areaUnderCurve(unseen.map(score), came));
  const fitted = finish(judgeCooling(cases));
  return {
    cases: cases.length,
    n_test: unseen.length,
    base_rate: unseen.length === 0 ? null : rounded(came.filter(Boolean).length / unseen.length),
    auc: {
      fixed: auc(
        ({ silence, meanGap, aged }) => -coolingOrder({ silence, rhythm: Math.max(1, meanGap), aged }),
      ),
      fitted: orNull(fitted?.auc ?? null),
      days_since_last: auc(({ silence }) => -silence),
      // The count of contact days as it stands, in place of the aged one.
      fixed_plain_count: auc(
        ({ silence, meanGap, contactDays }) =>
          0.81 * Math.log(contactDays) -
          0.78 * Math.log1p(silence) -
          0.6 * Math.log1p(silence / Math.max(1, meanGap)),
      ),
    },
    fit:
      fitted === null
        ? null
        : {
            brier: rounded(fitted.losses.brier),
            brier_of_base_rate: rounded(fitted.baseLosses.brier),
            log_loss: rounded(fitted.losses.log),
            log_loss_of_base_rate: rounded(fitted.baseLosses.log),
          },
    by_ratio: byRatio(cases),
    calibration: (fitted?.calibration ?? []).map(({ predicted, observed, low, high, cases: count }) => ({
      predicted: rounded(predicted),
      observed: rounded(observed),
      low: rounded(low),
      high: rounded(high),
      cases: count,
    })),
  };
}

/** `[from, cases, share that spoke]` by silence in mean gaps. */
function byRatio(cases: readonly CoolingCase[]): [number, number, number | null][] {
  return ratios.map((from, i) => {
    const next = ratios[i + 1] ?? Infinity;
    const inside = cases.filter(({ silence, meanGap }) => {
      const ratio = silence / Math.max(1, meanGap);
      return ratio >= from && ratio < next;
    });
    const spoke = inside.filter((one) => one.spoke).length;
    return [from, inside.length, inside.length === 0 ? null : rounded(spoke / inside.length)];
  });
}

function orNull(value: number | null): number | null {
  return value === null ? null : rounded(value);
}
