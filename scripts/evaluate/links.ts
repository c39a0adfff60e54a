/**
 * How well one can tell from a log of messages who will meet. Ties seen in the first 60 % of the span are known; the pairs
 * two steps apart among them are candidates; a hit is one whose first message falls in the last 40 %. A tie's freshness
 * halves every ninth of the span for the classic scores, and every 45 days for our own plausibility.
 */
import { type Rows, buildGraph, rowsOf } from '../../shared/analysis/graph';
import { type LinkScores, freshness, linkScores, twoStepsFrom } from '../../shared/analysis/link-scores';
import { areaUnderCurve } from '../../shared/analysis/ranking';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { plausibility, plausibilityHalfLife, tieFreshness } from '../../shared/suggestions/plausibility';
import { type Message, pairOf, readLog, rounded, secondsADay } from './log';

const knownShare = 0.6;
const halfLives = 9;
const cuts = [50, 200];

const scores = {
  common_neighbours: (pair: LinkScores) => pair.commonNeighbours,
  adamic_adar: (pair: LinkScores) => pair.adamicAdar,
  resource_allocation: (pair: LinkScores) => pair.resourceAllocation,
  recent_adamic_adar: (pair: LinkScores) => pair.agedAdamicAdar,
  recent_resource_allocation: (pair: LinkScores) => pair.agedResourceAllocation,
} as const;

/** @param halfLife of plausibility, in days */
export function evaluateLinks(text: string, halfLife = plausibilityHalfLife): JsonObject {
  const messages = readLog(text);
  const { rows, fresh, ids, newTies, ties } = knownTies(messages, halfLife);
  const pairs: LinkScores[] = [];
  const plausible: number[] = [];
  const hits: boolean[] = [];
  for (let a = 0; a < rows.size; a++) {
    for (const b of twoStepsFrom(rows, a)) {
      if (b < a) continue;
      pairs.push(linkScores(rows, a, b));
      plausible.push(plausibility(fresh, a, b));
      hits.push(newTies.has(keyOf({ source: ids[a]!, target: ids[b]! })));
    }
  }
  if (pairs.length === 0) {
    throw new KithmapError(
      'bad-file',
      'No two people are two steps apart in the first 60 % of the log, so there is nobody to introduce.',
    );
  }
  const found = hits.filter(Boolean).length;
  const share = found / pairs.length;
  return {
    protocol: 'links',
    messages: messages.length,
    people: ids.length,
    known_ties: ties,
    candidates: pairs.length,
    new_ties: newTies.size,
    hits: found,
    base_rate: rounded(share),
    plausibility_half_life_days: halfLife,
    scores: {
      plausibility: judge(plausible, hits),
      ...Object.fromEntries(
        Object.entries(scores).map(([name, score]) => [name, judge(pairs.map(score), hits)]),
      ),
      chance: {
        auc: found === 0 || found === pairs.length ? null : 0.5,
        ...Object.fromEntries(
          cuts.map((cut) => [`hits_at_${cut}`, rounded(share * Math.min(cut, pairs.length))]),
        ),
      },
    },
  };
}

/** AUC, and hits among the first so many; equal scores in the order of the pairs. */
function judge(values: readonly number[], hits: readonly boolean[]): JsonObject {
  const auc = areaUnderCurve(values, hits);
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
  return {
    auc: auc === null ? null : rounded(auc),
    ...Object.fromEntries(
      cuts.map((cut) => [
        `hits_at_${cut}`,
        order.subarray(0, cut).reduce((sum, i) => sum + Number(hits[i]), 0),
      ]),
    ),
  };
}

interface Known {
  readonly rows: Rows;
  /** The same ties, as fresh as plausibility takes them to be. */
  readonly fresh: Rows;
  /** Who the people of the rows are, in order of their ids. */
  readonly ids: readonly string[];
  readonly ties: number;
  /** Keys of the pairs whose first message came later. */
  readonly newTies: ReadonlySet<string>;
}

function knownTies(messages: readonly Message[], plausibleHalfLife: number): Known {
  let from = Infinity;
  let to = -Infinity;
  const pairs = new Map<string, { readonly ends: readonly [string, string]; last: number | null }>();
  for (const { time } of messages) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  const until = from + knownShare * (to - from);
  for (const message of messages) {
    if (message.source === message.target) continue;
    const ends = pairOf(message);
    const pair = pairs.get(keyOf(message)) ?? { ends, last: null };
    pairs.set(keyOf(message), pair);
    if (message.time <= until) pair.last = Math.max(pair.last ?? -Infinity, message.time);
  }
  const known = [...pairs.values()].filter(({ last }) => last !== null);
  const ids = [...new Set(known.flatMap(({ ends }) => ends))].sort(
    (a, b) => Number(a) - Number(b) || (a < b ? -1 : 1),
  );
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  // A log of a single moment has no ages.
  const halfLife = Math.max(1, (to - from) / halfLives);
  const a = known.map(({ ends }) => indexOf.get(ends[0])!);
  const b = known.map(({ ends }) => indexOf.get(ends[1])!);
  const rowsBy = (freshnessOf: (silence: number) => number): Rows =>
    rowsOf(buildGraph(ids.length, { a, b, weight: known.map(({ last }) => freshnessOf(until - last!)) }));
  const newTies = new Set([...pairs].flatMap(([key, { last }]) => (last === null ? [key] : [])));
  return {
    rows: rowsBy((silence) => freshness(silence, halfLife)),
    fresh: rowsBy((silence) => tieFreshness(silence / secondsADay, plausibleHalfLife)),
    ids,
    ties: known.length,
    newTies,
  };
}

function keyOf(message: Pick<Message, 'source' | 'target'>): string {
  return JSON.stringify(pairOf(message));
}
