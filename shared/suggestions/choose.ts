/**
 * Which of the candidates a week gets: by their value, which each week shakes a little so that it is not always the same
 * ones, and so that nobody stands in the list more than twice, neither as one of a pair nor as the one whom both know.
 */
import type { Steps } from '../steps';
import { type Candidate, pairNumber } from './candidates';
import type { Weighing } from './weigh';

export interface Chosen extends Candidate {
  /** Whom both know and who is named for it. */
  readonly through?: number;
  /** How many people both know. */
  readonly common: number;
}

/** Nobody stands more often among so many pairs. */
const often = { times: 2, among: 10 } as const;
/** A week moves a value by so much at most, up or down. */
const shake = 0.25;
/** Candidates seen between two pauses. */
const pause = 2_000;

interface Choosing {
  readonly weighing: Weighing;
  /** Those who were shown this week already, in their order: they stay. */
  readonly before: readonly Candidate[];
  readonly candidates: readonly Candidate[];
  readonly limit: number;
  /** Tells weeks apart. */
  readonly week: number;
  /** Whether the two know each other by a tie that is not in the graph. */
  readonly knowEachOther: (a: number, b: number) => boolean;
}

export function* choose(choosing: Choosing): Steps<Chosen[]> {
  const { weighing, before, candidates, limit, week } = choosing;
  const list = new List(choosing);
  for (const candidate of before) if (list.length < limit) list.tryOut(candidate);
  yield;
  const orders = new Float64Array(candidates.length);
  for (const [at, candidate] of candidates.entries()) {
    if (at % pause === pause - 1) yield;
    orders[at] = orderOf(weighing, candidate, week);
  }
  while (list.length < limit) {
    let [best, most] = [-1, -Infinity];
    for (let at = 0; at < orders.length; at++) {
      if (at % pause === pause - 1) yield;
      if (orders[at]! > most && list.hasRoom(candidates[at]!)) [best, most] = [at, orders[at]!];
    }
    const candidate = candidates[best];
    if (candidate === undefined) break;
    // One that nobody under the limit could bring about gets another chance among the next ten.
    if (list.tryOut(candidate) !== 'later') orders[best] = -Infinity;
  }
  return list.chosen;
}

class List {
  readonly chosen: Chosen[] = [];
  readonly #choosing: Choosing;
  /** How often each stands among the ten that are being filled. */
  #times = new Map<number, number>();
  #later = new Set<Candidate>();
  readonly #pairs = new Set<number>();

  constructor(choosing: Choosing) {
    this.#choosing = choosing;
  }

  get length(): number {
    return this.chosen.length;
  }

  hasRoom(candidate: Candidate): boolean {
    return this.#isFree(candidate.a) && this.#isFree(candidate.b) && !this.#later.has(candidate);
  }

  tryOut(candidate: Candidate): 'taken' | 'later' | 'never' {
    const { weighing, knowEachOther } = this.#choosing;
    const { a, b } = candidate;
    const number = pairNumber(weighing.size, a, b);
    if (this.#pairs.has(number) || knowEachOther(a, b)) return 'never';
    const common = weighing.commonOf(a, b);
    const hinge = candidate.weighed.gainA.bridge > 0 ? weighing.worlds.hingeBetween(a, b) : undefined;
    const free = common.map(({ person }) => person).filter((person) => this.#isFree(person));
    const through = free.find((person) => person === hinge) ?? free[0];
    if (!this.hasRoom(candidate) || (common.length > 0 && through === undefined)) {
      this.#later.add(candidate);
      return 'later';
    }
    this.#pairs.add(number);
    this.chosen.push({ ...candidate, common: common.length, ...(through === undefined ? {} : { through }) });
    if (this.length % often.among === 0) {
      this.#times = new Map();
      this.#later = new Set();
    } else {
      for (const person of [a, b, ...(through === undefined ? [] : [through])]) {
        this.#times.set(person, (this.#times.get(person) ?? 0) + 1);
      }
    }
    return 'taken';
  }

  #isFree(person: number): boolean {
    return (this.#times.get(person) ?? 0) < often.times;
  }
}

/** A value below nothing is not made better by being shaken. */
function orderOf(weighing: Weighing, { a, b, weighed: { value, cost } }: Candidate, week: number): number {
  const [one, other] = [weighing.idOf(a), weighing.idOf(b)].sort();
  const chance = fraction(`${week} ${one ?? ''} ${other ?? ''}`);
  return (value + cost) * (1 + shake * (2 * chance - 1)) - cost;
}

/** A number in [0, 1) that a text always gives (FNV-1a, and the end of MurmurHash3 to mix it). */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
