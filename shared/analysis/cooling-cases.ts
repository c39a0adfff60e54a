/**
 * Cases from a log of contact days, to see whether one can tell who will speak again: at some moments of the past, what
 * was known of each pair then, and whether they spoke within the next days.
 *
 * Moments lie at 40, 50, 60 and 70 % of the log's span. A pair with at least 5 contact days until then is a case; cases
 * whose horizon leaves the log are dropped. Pairs are told into two halves by the CRC-32 of their key, so that what is
 * fitted on one half can be judged on the other, by anybody, in the same way.
 */
import type { Chunked } from './chunked';
import { agedCount } from './cooling-order';
import { type PausedDays, runningClock, upTo } from './running-clock';

/** The contact days of a pair, or of me and a contact: ascending, each once (days since 1970). */
export interface ContactHistory {
  /** Tells which half the pair is in. */
  readonly key: string;
  readonly days: readonly number[];
  readonly pauses?: readonly PausedDays[];
}

export interface CoolingCase {
  readonly key: string;
  /** Days since the last contact, the mean gap between contact days until then, and their number. */
  readonly silence: number;
  readonly meanGap: number;
  readonly contactDays: number;
  /** The number by age on the last of them (cooling-order.ts). */
  readonly aged: number;
  /** Whether they spoke within the horizon. */
  readonly spoke: boolean;
  /** The half to be judged on, not the one to be fitted on. */
  readonly heldOut: boolean;
}

export interface CasesOptions {
  /** First and last day of the log; absent: of the contact days in it. */
  readonly span?: { readonly from: number; readonly to: number };
}

const checkedAt = [0.4, 0.5, 0.6, 0.7];
const leastContactDays = 5;
const perPiece = 500;

/** @param horizon days in which they speak or do not; paused ones do not count */
export function* coolingCases(
  histories: readonly ContactHistory[],
  horizon: number,
  options: CasesOptions = {},
): Chunked<CoolingCase[]> {
  const span = options.span ?? spanOf(histories);
  const moments = checkedAt.map((share) => span.from + share * (span.to - span.from));
  const cases: CoolingCase[] = [];
  for (let i = 0; i < histories.length; i++) {
    addCases(cases, histories[i]!, moments, horizon, span.to);
    if (i % perPiece === perPiece - 1) yield i / histories.length;
  }
  return cases;
}

function addCases(
  cases: CoolingCase[],
  { key, days, pauses = [] }: ContactHistory,
  moments: readonly number[],
  horizon: number,
  end: number,
): void {
  if (days.length < leastContactDays) return;
  const clock = runningClock(pauses);
  const firstAt = clock.at(days[0]!);
  const heldOut = isHeldOut(key);
  let count = 0;
  let lastAt = firstAt;
  let aged = 0;
  for (const moment of moments) {
    for (const until = upTo(days, moment); count < until; count++) {
      const at = clock.at(days[count]!);
      aged = agedCount(aged, at - lastAt) + 1;
      lastAt = at;
    }
    const now = clock.at(moment);
    if (count < leastContactDays || now + horizon > clock.at(end)) continue;
    cases.push({
      key,
      silence: now - lastAt,
      meanGap: (lastAt - firstAt) / (count - 1),
      contactDays: count,
      aged,
      spoke: count < days.length && clock.at(days[count]!) <= now + horizon,
      heldOut,
    });
  }
}

function spanOf(histories: readonly ContactHistory[]): { from: number; to: number } {
  let from = Infinity;
  let to = -Infinity;
  for (const { days } of histories) {
    if (days.length === 0) continue;
    from = Math.min(from, days[0]!);
    to = Math.max(to, days.at(-1)!);
  }
  return { from, to };
}

/** Odd CRC-32 (ISO 3309) of the key's UTF-8. */
export function isHeldOut(key: string): boolean {
  let crc = -1;
  for (const byte of new TextEncoder().encode(key)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc & 1) === 1;
}
