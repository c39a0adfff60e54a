/**
 * Clusters that stay what they are while the network changes (measures.md 2). Detection from scratch relabels a fifth of
 * the people after one edit at equal modularity; so after an edit only those concerned move, groups found by going on
 * from there replace them only where they are clearly better, and now and then all are held to groups found afresh.
 */
import { agreementOf } from './agreement';
import { type Chunked, scaled } from './chunked';
import { type Graph, tieCount } from './graph';
import { bestOf, leiden, leidenOfSeeds } from './leiden';
import { moveLocally, type Partition } from './local-move';

/** What going on from the groups kept must gain in modularity to be taken, and what starting over must. */
const gainToContinue = 0.005;
const gainToStartOver = 0.01;
/** Fewer people than this are no cluster. */
const leastPeople = 3;
/** Up to so many people the first groups are the best of ten, above that of three. */
const fewPeople = 3_000;
const freshSeeds = 10;
const freshSeedsOfMany = 3;
/** Groups are held to fresh ones once this share of the ties was edited: what that costs grows with the edits. */
const shareBetweenReviews = 0.005;

export interface KeptClusters {
  /** Group of each person, 0..count-1, -1 for none. */
  readonly groups: Int32Array;
  readonly count: number;
  /** Of the groups with the people in none as groups of their own. */
  readonly modularity: number;
  /** True when groups were found anew rather than kept. */
  readonly regrouped: boolean;
}

export interface KeepOptions {
  readonly gamma?: number;
  readonly seed?: number;
}

/**
 * @param before group of each person until now, -1 for none
 * @param touched people whose ties changed; people in no group are looked at in any case
 */
export function* keepClusters(
  graph: Graph,
  before: ArrayLike<number>,
  touched: Iterable<number>,
  options: KeepOptions = {},
): Chunked<KeptClusters> {
  const kept = Array.from(before).some((group) => group >= 0);
  if (!kept) {
    const seeds = graph.size <= fewPeople ? freshSeeds : freshSeedsOfMany;
    return withoutSmall(bestOf(yield* leidenOfSeeds(graph, seeds, options)), true);
  }
  const start = aloneWhereNone(before);
  const movable = new Set(touched);
  for (let person = 0; person < graph.size; person++) if (before[person]! < 0) movable.add(person);
  const moved = yield* scaled(moveLocally(graph, start, [...movable], options.gamma), 0, 0.2);
  const continued = yield* scaled(leiden(graph, { ...options, from: moved.groups }), 0.2, 0.8);
  if (continued.modularity > moved.modularity + gainToContinue) return withoutSmall(continued, true);
  return withoutSmall(moved, false);
}

/** After how many edits of ties the groups are held to fresh ones again. */
export function editsBetweenReviews(graph: Graph): number {
  return Math.max(1, Math.round(shareBetweenReviews * tieCount(graph)));
}

export interface Reviewed {
  /** Groups to take in place of those kept; undefined where these are good enough. */
  readonly better: KeptClusters | undefined;
  /** Of the groups that hold now, 0..1: how alike each comes out when groups are looked for afresh. */
  readonly agreement: Float64Array;
}

/**
 * Holds the groups kept to ten found afresh: replaces them if those are clearly better, and says group by group how far
 * the ten agree with what holds.
 */
export function* reviewClusters(
  graph: Graph,
  kept: Pick<KeptClusters, 'groups' | 'count' | 'modularity'>,
  options: KeepOptions = {},
): Chunked<Reviewed> {
  // Other seeds than those the groups were found with: they would agree with themselves.
  const seed = (options.seed ?? 1) + freshSeeds;
  const fresh = yield* scaled(leidenOfSeeds(graph, freshSeeds, { ...options, seed }), 0, 0.95);
  const best = bestOf(fresh);
  const better = best.modularity > kept.modularity + gainToStartOver ? withoutSmall(best, true) : undefined;
  const { groups, count } = better ?? kept;
  return { better, agreement: yield* scaled(agreementOf(groups, count, fresh), 0.95, 0.05) };
}

/** Groups with everybody in none as a group of their own, which is what their modularity is of. */
export function aloneWhereNone(before: ArrayLike<number>): Int32Array {
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
