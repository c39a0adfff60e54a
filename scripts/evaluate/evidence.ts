/**
 * How sure guessed ties are against how sure they say they are: years of mail and meetings with known truth are brought in
 * as any calendar and mailbox is, and each guess is looked up in the truth. Bands of confidence with what they claim and
 * what holds; precision and recall from each threshold on.
 */
import { planImport } from '../../shared/imports';
import { leastConfident } from '../../shared/imports/encounter-evidence';
import type { JsonObject } from '../../shared/json';
import { Network } from '../../shared/model/network';
import { pairKey } from '../../shared/model/indices';
import { tieNow } from '../../shared/paths/tie-now';
import { dayNumber } from '../../shared/time';
import { last, makeYear, mine } from './year';

const years = 10;
const bands = [leastConfident, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.951];
const thresholds = [leastConfident, 0.3, 0.5, 0.8];

interface Judged {
  readonly confidence: number;
  readonly holds: boolean;
}

interface YearJudged {
  readonly guesses: readonly Judged[];
  /** Pairs who know each other: in all, and of them those whom the user ever met or wrote to together. */
  readonly pairs: number;
  readonly seen: number;
}

/** @param seed of the first of ten years */
export function evaluateEvidence(seed = 1): { readonly answer: JsonObject; readonly table: string } {
  const judged = Array.from({ length: years }, (_, at) => judgeYear(seed + at));
  const guesses = judged.flatMap((year) => year.guesses);
  const sum = (of: (year: YearJudged) => number): number => judged.reduce((all, year) => all + of(year), 0);
  const [pairs, seen] = [sum((year) => year.pairs), sum((year) => year.seen)];
  const rows = bands.slice(0, -1).map((from, at) => {
    const to = bands[at + 1] ?? 1;
    const inside = guesses.filter(({ confidence }) => confidence >= from && confidence < to);
    const claimed = inside.reduce((all, { confidence }) => all + confidence, 0) / Math.max(1, inside.length);
    return {
      from,
      to: Math.min(0.95, to),
      guesses: inside.length,
      claimed: rounded(claimed),
      holds: shareOf(inside),
    };
  });
  const from = thresholds.map((threshold) => {
    const above = guesses.filter(({ confidence }) => confidence >= threshold);
    const right = above.filter(({ holds }) => holds).length;
    return {
      threshold,
      guesses: above.length,
      precision: shareOf(above),
      recall: rounded(right / pairs),
      recall_of_seen: rounded(right / seen),
    };
  });
  const brier = guesses.reduce((all, { confidence, holds }) => all + (confidence - Number(holds)) ** 2, 0);
  const answer = {
    protocol: 'evidence',
    ...{ years, true_pairs: pairs, true_pairs_seen_together: seen, guesses: guesses.length },
    ...{ brier: rounded(brier / Math.max(1, guesses.length)), bands: rows, from },
  };
  return { answer, table: tableOf(rows, from) };
}

function judgeYear(seed: number): YearJudged {
  const { records, truth } = makeYear(seed);
  const network = new Network();
  network.load('myAddresses', 'mine', { id: 'mine', kind: 'email', value: mine });
  let ids = 0;
  const context = {
    now: `${last}T20:00:00.000Z`,
    ...{ today: last, batch: 'year', tiesAre: 'known' as const },
    newId: () => `n${(ids += 1)}`,
  };
  const plan = planImport(network, [{ name: 'a year', format: 'mail' }], [records], context);
  network.apply([...plan.changes]);
  const mail = (id: string): string => network.get('contacts', id)?.emails[0]?.value ?? '';
  const guesses = [...network.all('ties')].map((tie): Judged => {
    const holds = truth.has(pairKey(mail(tie.a), mail(tie.b)));
    return { confidence: tieNow(network, tie, dayNumber(last))?.confidence ?? 0, holds };
  });
  return { guesses, pairs: truth.size, seen: seenTogether(records, truth) };
}

function seenTogether(records: ReturnType<typeof makeYear>['records'], truth: ReadonlySet<string>): number {
  const seen = new Set<string>();
  for (const { participants, bulk } of records) {
    if (bulk === true) continue;
    const people = participants.map(({ email = '' }) => email);
    for (const [at, a] of people.entries()) {
      for (const b of people.slice(at + 1)) if (truth.has(pairKey(a, b))) seen.add(pairKey(a, b));
    }
  }
  return seen.size;
}

function shareOf(guesses: readonly Judged[]): number | null {
  if (guesses.length === 0) return null;
  return rounded(guesses.filter(({ holds }) => holds).length / guesses.length);
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

interface Row {
  readonly from: number;
  readonly to: number;
  readonly guesses: number;
  readonly claimed: number;
  readonly holds: number | null;
}

function tableOf(
  rows: readonly Row[],
  from: readonly {
    threshold: number;
    guesses: number;
    precision: number | null;
    recall: number;
    recall_of_seen: number;
  }[],
): string {
  const cell = (value: number | string | null): string =>
    (typeof value === 'number' && !Number.isInteger(value)
      ? value.toFixed(2)
      : String(value ?? '-')
    ).padStart(9);
  const line = (...values: (number | string | null)[]): string => values.map(cell).join('');
  return [
    line('from', 'to', 'guesses', 'claimed', 'holds'),
    ...rows.map((row) => line(row.from, row.to, row.guesses, row.claimed, row.holds)),
    '',
    line('from', 'guesses', 'precision', 'recall', 'of seen'),
    ...from.map((row) => line(row.threshold, row.guesses, row.precision, row.recall, row.recall_of_seen)),
  ].join('\n');
}
