/**
 * The k best paths without loops (the question of J. Y. Yen, Management Science 17, 1971) from one person to any of
 * several, with a limit on the people between.
 *
 * First, from the targets backwards, the least cost from everybody by so many steps at most, a layer a step: the search
 * state is (person, handovers used), and going round in a loop never pays. Then, from the source, ways are followed in
 * the order of what they can still cost at best, and left as soon as that is more than the k-th path found. With at most
 * four steps this finds what Yen's spur paths find, of which each would search the network anew.
 *
 * Costs are whole numbers (strength-of-step.ts); of equal paths the one whose people come first is first.
 */
import type { Rows } from '../analysis/graph';
import type { Steps } from '../steps';

export interface Search {
  readonly rows: Rows;
  /** By the weight in the rows; `Infinity` for a tie that is not to be used. */
  readonly cost: (weight: number) => number;
  readonly source: number;
  /** 1 for whom a path may end at; it never runs through one of them. */
  readonly targets: Uint8Array;
  /** 1 for whom no path may run through. */
  readonly closed: Uint8Array;
  readonly mostSteps: number;
  /** Negative where the first person comes before the second. */
  readonly order: (a: number, b: number) => number;
}

export interface FoundPath {
  readonly people: readonly number[];
  readonly cost: number;
}

/** What is known of the ways from everybody to a target by so many steps at most. */
export interface Layer {
  /** The least cost; `Infinity` where there is no way. */
  readonly best: Float64Array;
  /** With whom that way goes on; -1 for nobody. */
  readonly next: Int32Array;
  /** The least cost of ways that go on with somebody else: for whoever comes from `next`. */
  readonly second: Float64Array;
}

/** A layer for each number of steps, from 0. */
export type Bounds = readonly Layer[];

/** Ties looked at between two pauses. */
const pause = 4_096;

/** O(steps x ties near the targets). The source is in none of the ways. */
export function* boundsOf({ rows, cost, source, targets, closed, mostSteps }: Search): Steps<Bounds> {
  const { size, starts, ends, neighbours, weights } = rows;
  let layer: Layer = {
    best: new Float64Array(size).fill(Infinity),
    next: new Int32Array(size).fill(-1),
    second: new Float64Array(size).fill(Infinity),
  };
  let front: number[] = [];
  for (let person = 0; person < size; person++) {
    if (targets[person] === 0 || person === source) continue;
    layer.best[person] = 0;
    front.push(person);
  }
  const bounds = [layer];
  let seen = 0;
  for (let step = 1; step < mostSteps; step++) {
    const [best, next, second] = [layer.best.slice(), layer.next.slice(), layer.second.slice()];
    const reached = new Set<number>();
    for (const person of front) {
      for (let slot = starts[person]!; slot < ends[person]!; slot++) {
        if (++seen % pause === 0) yield;
        const other = neighbours[slot]!;
        if (other === source || targets[other] === 1 || closed[other] === 1) continue;
        const total = cost(weights[slot]!) + layer.best[person]!;
        if (total < best[other]!) {
          if (next[other] !== person) second[other] = best[other]!;
          best[other] = total;
          next[other] = person;
          reached.add(other);
        } else if (next[other] !== person && total < second[other]!) second[other] = total;
      }
    }
    front = [...reached];
    layer = { best, next, second };
    bounds.push(layer);
  }
  return bounds;
}

interface Way {
  readonly person: number;
  /** Up to here, and on to a target at best. */
  readonly cost: number;
  readonly atBest: number;
}

/**
 * @param begin the first people of every path, the source ahead
 * @param leastSteps 2 leaves direct ties out
 * @returns at most `k` paths, the best first
 */
export function* bestPaths(
  search: Search,
  bounds: Bounds,
  k: number,
  { begin = [search.source], leastSteps = 1 }: { begin?: readonly number[]; leastSteps?: number } = {},
): Steps<FoundPath[]> {
  const { rows, targets, closed, mostSteps, order } = search;
  const { starts, ends, neighbours, weights } = rows;
  const best: FoundPath[] = [];

  /** Whether nothing that begins so can be among the best. */
  const isBeyond = (cost: number, people: readonly number[]): boolean => {
    const last = best.length < k ? undefined : best.at(-1);
    if (last === undefined) return false;
    return cost > last.cost || (cost === last.cost && comparePeople(people, last.people, order) > 0);
  };
  const offer = (path: FoundPath): void => {
    if (isBeyond(path.cost, path.people)) return;
    const at = best.findIndex(
      ({ cost, people }) =>
        path.cost < cost || (path.cost === cost && comparePeople(path.people, people, order) < 0),
    );
    best.splice(at < 0 ? best.length : at, 0, path);
    if (best.length > k) best.pop();
  };

  function* follow(people: readonly number[], cost: number): Steps<void> {
    const person = people.at(-1)!;
    const left = mostSteps - people.length + 1;
    const onward = bounds[left - 1]!;
    const ways: Way[] = [];
    for (let slot = starts[person]!; slot < ends[person]!; slot++) {
      const other = neighbours[slot]!;
      const further = onward.next[other] === person ? onward.second[other]! : onward.best[other]!;
      const atBest = cost + search.cost(weights[slot]!) + further;
      if (atBest === Infinity || people.includes(other)) continue;
      if (targets[other] === 1) {
        if (people.length >= leastSteps) offer({ people: [...people, other], cost: atBest });
      } else if (closed[other] === 0 && !(best.length === k && atBest > best.at(-1)!.cost)) {
        ways.push({ person: other, cost: cost + search.cost(weights[slot]!), atBest });
      }
    }
    yield;
    if (left === 1) return;
    ways.sort((a, b) => a.atBest - b.atBest || order(a.person, b.person));
    for (const way of ways) {
      const further = [...people, way.person];
      if (isBeyond(way.atBest, further)) return;
      yield* follow(further, way.cost);
    }
  }

  let cost = 0;
  for (let at = 1; at < begin.length; at++) {
    const weight = weightBetween(rows, begin[at - 1]!, begin[at]!);
    cost += weight === undefined ? Infinity : search.cost(weight);
  }
  if (k > 0 && cost < Infinity) yield* follow(begin, cost);
  return best;
}

/** What the rows hold of the tie of two people; undefined where there is none. */
export function weightBetween(
  { starts, ends, neighbours, weights }: Rows,
  a: number,
  b: number,
): number | undefined {
  for (let slot = starts[a]!; slot < ends[a]!; slot++) if (neighbours[slot] === b) return weights[slot]!;
  return undefined;
}

/** By the first person in whom they differ; the beginning of a path comes before all that begin so. */
function comparePeople(a: readonly number[], b: readonly number[], order: Search['order']): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) return order(a[at]!, b[at]!);
  }
  return a.length - b.length;
}
