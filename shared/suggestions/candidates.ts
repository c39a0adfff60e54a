/**
 * The pairs that may be suggested, out of everybody: those two steps apart, and those who meet in what one looks for or
 * both care for. All are ranked; of each person the few that are worth most are kept.
 */
import type { Steps } from '../steps';
import { isTied } from './pair-graph';
import type { Weighed, Weighing } from './weigh';

/** Of each person so many pairs go on. */
const mostEach = 4;
/** Ties seen between two pauses. */
const pause = 2_000;

export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly weighed: Weighed;
}

/** The number of a pair, whichever way round. */
export function pairNumber(size: number, a: number, b: number): number {
  return Math.min(a, b) * size + Math.max(a, b);
}

/** @param settled numbers of pairs that are not to be suggested */
export function* candidatesOf(weighing: Weighing, settled: ReadonlySet<number>): Steps<Candidate[]> {
  const { size } = weighing;
  const around = new Around(weighing);
  for (let a = 1; a < size; a++) {
    yield* around.look(a);
    for (const b of around.people) if (isTurnOf(around, a, b)) weighing.ranks.add(around.sumOf(b));
  }
  const best = Array.from({ length: size }, (): Candidate[] => []);
  for (let a = 1; a < size; a++) {
    yield* around.look(a);
    let seen = 0;
    for (const b of around.people) {
      if (++seen % pause === 0) yield;
      if (!isTurnOf(around, a, b) || settled.has(pairNumber(size, a, b))) continue;
      const common = { people: around.countOf(b), sum: around.sumOf(b) };
      const weighed = weighing.weigh(a, b, common, Math.min(leastOf(best[a]!), leastOf(best[b]!)));
      if (weighed === undefined) continue;
      const candidate = { a, b, weighed };
      keepBest(best[a]!, candidate);
      keepBest(best[b]!, candidate);
    }
  }
  const found = new Map<number, Candidate>();
  for (const candidates of best) {
    yield;
    for (const candidate of candidates) found.set(pairNumber(size, candidate.a, candidate.b), candidate);
  }
  return [...found.values()];
}

/** A pair is looked at once; who has nobody in common with somebody may be found from one side alone. */
function isTurnOf(around: Around, a: number, b: number): boolean {
  return a < b || around.countOf(b) === 0;
}

/** What another one has to be worth more than. */
function leastOf(best: readonly Candidate[]): number {
  return best[mostEach - 1]?.weighed.value ?? -Infinity;
}

function keepBest(best: Candidate[], candidate: Candidate): void {
  const { a, b, weighed } = candidate;
  if (weighed.value <= leastOf(best)) return;
  if (best.some((one) => one.a === b && one.b === a)) return;
  let place = best.length;
  while (place > 0 && best[place - 1]!.weighed.value < weighed.value) place--;
  best.splice(place, 0, candidate);
  if (best.length > mostEach) best.pop();
}

/** Whom one person could be brought together with; looked at one person after another. */
class Around {
  people: number[] = [];
  readonly #weighing: Weighing;
  readonly #sums: Float64Array;
  readonly #counts: Int32Array;

  constructor(weighing: Weighing) {
    this.#weighing = weighing;
    this.#sums = new Float64Array(weighing.size);
    this.#counts = new Int32Array(weighing.size);
  }

  sumOf(person: number): number {
    return this.#sums[person]!;
  }

  countOf(person: number): number {
    return this.#counts[person]!;
  }

  *look(a: number): Steps<void> {
    yield;
    for (const b of this.people) this.#sums[b] = this.#counts[b] = 0;
    this.people = [];
    const { pairs, wants } = this.#weighing;
    const { strength, links } = pairs;
    if (strength[a] === 0) return;
    const { starts, ends, neighbours, weights } = pairs.rows;
    let seen = 0;
    const near: number[] = [];
    for (let slot = starts[a]!; slot < ends[a]!; slot++) {
      const between = neighbours[slot]!;
      if (links[between] === 0) continue;
      const degree = ends[between]! - starts[between]!;
      for (let next = starts[between]!; next < ends[between]!; next++) {
        if (++seen % pause === 0) yield;
        const b = neighbours[next]!;
        if (b === a || strength[b] === 0) continue;
        if (this.#counts[b] === 0) near.push(b);
        this.#counts[b]!++;
        this.#sums[b]! += Math.min(weights[slot]!, weights[next]!) / degree;
      }
    }
    for (const b of wants.partnersOf(a)) if (this.#counts[b] === 0) near.push(b);
    for (const b of near) {
      if (isTied(pairs, a, b)) this.#sums[b] = this.#counts[b] = 0;
      else this.people.push(b);
    }
  }
}
