/**
 * Clusters that stay what they are while the network changes: after an edit only those concerned move; groups found
 * anew replace them only where they are clearly better (measures.md 2).
 */
import { type Chunked, scaled } from './chunked';
import type { Graph } from './graph';
import { bestLouvain, louvain, moveLocally, type Partition } from './louvain';

/** What going on from the groups kept must gain in modularity to be taken, and what starting over must. */
const gainToContinue = 0.005;
const gainToStartOver = 0.01;
/** Fewer people than this are no cluster. */
const leastPeople = 3;
const fewPeople = 3_000;

export interface KeptClusters {
  /** Group of each person, 0..count-1, -1 for none. */
  readonly groups: Int32Array;
  readonly count: number;
  /** Of the groups with the people in none as groups of their own. */
  readonly modularity: number;
  /** True when groups were found anew rather than kept. */
  readonly regrouped: boolean;
}

/**
 * @param before group of each person until now, -1 for none
 * @param touched people whose ties changed; people in no group are looked at in any case
 */
export function* keepClusters(
  graph: Graph,
  before: ArrayLike<number>,
  touched: Iterable<number>,
): Chunked<KeptClusters> {
  const seeds = graph.size <= fewPeople ? 10 : 3;
  const kept = Array.from(before).some((group) => group >= 0);
  if (!kept) return withoutSmall(yield* bestLouvain(graph, seeds), true);

  const start = aloneWhereNone(before);
  const movable = new Set(touched);
  for (let person = 0; person < graph.size; person++) if (before[person]! < 0) movable.add(person);
  const moved = yield* scaled(moveLocally(graph, start, [...movable]), 0, 0.1);
  const continued = yield* scaled(louvain(graph, { from: moved.groups }), 0.1, 0.2);
  const kindest = continued.modularity > moved.modularity + gainToContinue ? continued : moved;
  const fresh = yield* scaled(bestLouvain(graph, seeds), 0.3, 0.7);
  if (fresh.modularity > kindest.modularity + gainToStartOver) return withoutSmall(fresh, true);
  return withoutSmall(kindest, kindest !== moved);
}

function aloneWhereNone(before: ArrayLike<number>): Int32Array {
  let next = 0;
  for (let person = 0; person < before.length; person++) next = Math.max(next, before[person]! + 1);
  return Int32Array.from(before, (group) => (group >= 0 ? group : next++));
}

function withoutSmall({ groups, count, modularity }: Partition, regrouped: boolean): KeptClusters {
  const sizes = new Int32Array(count);
  for (const group of groups) sizes[group]!++;
  let left = 0;
  const number = sizes.map((size) => (size >= leastPeople ? left++ : -1));
  return { groups: groups.map((group) => number[group]!), count: left, modularity, regrouped };
}
