/**
 * Which of the paths are worth showing: a direct tie before everything else, then the warmest through somebody else each
 * time; the same first person again only where there is nobody else to ask. Beside them the one with fewest hands.
 */
import type { Steps } from '../steps';
import { bestPaths, type Bounds, boundsOf, type FoundPath, type Search } from './best-paths';

export interface Ways {
  readonly ways: readonly FoundPath[];
  /** The warmest of those with the fewest people between; undefined where there is no path. */
  readonly fewestHands: FoundPath | undefined;
}

export function* chooseWays(search: Search, k: number): Steps<Ways> {
  const bounds = yield* boundsOf(search);
  const ways = directWays(search).slice(0, k);
  const firsts = firstPeople(search, bounds).slice(0, k - ways.length);
  for (const first of firsts) {
    ways.push(...(yield* bestPaths(search, bounds, 1, { begin: [search.source, first] })));
  }
  if (ways.length < k && firsts.length > 0) {
    const known = new Set(ways.map(({ people }) => people.join()));
    const all = yield* bestPaths(search, bounds, k, { leastSteps: 2 });
    const others = all.filter(({ people }) => !known.has(people.join()));
    ways.push(...others.slice(0, k - ways.length));
  }
  return { ways, fewestHands: yield* fewestHands(search, bounds) };
}

function directWays(search: Search): FoundPath[] {
  const { rows, cost, source, targets, order } = search;
  const found: { person: number; cost: number }[] = [];
  for (let slot = rows.starts[source]!; slot < rows.ends[source]!; slot++) {
    const person = rows.neighbours[slot]!;
    const own = cost(rows.weights[slot]!);
    if (targets[person] === 1 && own < Infinity) found.push({ person, cost: own });
  }
  return found
    .sort((a, b) => a.cost - b.cost || order(a.person, b.person))
    .map(({ person, cost: own }) => ({ people: [source, person], cost: own }));
}

/** Whom the source could ask, by the best path through each of them. */
function firstPeople(search: Search, bounds: Bounds): number[] {
  const { rows, cost, source, targets, closed, order } = search;
  const onward = bounds.at(-1)!;
  const found: { person: number; cost: number }[] = [];
  for (let slot = rows.starts[source]!; slot < rows.ends[source]!; slot++) {
    const person = rows.neighbours[slot]!;
    if (targets[person] === 1 || closed[person] === 1) continue;
    const total = cost(rows.weights[slot]!) + onward.best[person]!;
    if (total < Infinity) found.push({ person, cost: total });
  }
  return found.sort((a, b) => a.cost - b.cost || order(a.person, b.person)).map(({ person }) => person);
}

function* fewestHands(search: Search, bounds: Bounds): Steps<FoundPath | undefined> {
  for (let mostSteps = 1; mostSteps <= search.mostSteps; mostSteps++) {
    const shortest = { ...search, mostSteps };
    const [path] = yield* bestPaths(shortest, bounds, 1);
    if (path !== undefined) return path;
  }
  return undefined;
}
