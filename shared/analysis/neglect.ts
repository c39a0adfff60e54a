/**
 * Clusters that get less of my time than they have people. Of all contact days of the last 180 days (a day with two
 * people is two), a cluster's share is held against its share of people. One person seen daily makes every other
 * cluster look poor, and days with one person do not come independently; so few days are called neglect only if few of
 * the members were spoken with at all, too:
 *
 *   share of days <= half the share of people,
 *   P(days or fewer | all days, share of people) < 0.10,  and
 *   P(spoken with or fewer | members, share of everyone who was spoken with) < 0.10
 */
import { byText } from './attributes';
import { binomialAtMost } from './binomial';
import { leastKnown, type TooFew } from './diversity';
import type { Graph } from './graph';
import type { WarmthState } from './warmth';

/** Days looked back on. */
const window = 180;
const rule = { mostOfShare: 0.5, mostChance: 0.1, leastDays: 20, leastMembers: 3 };

export interface Attention {
  readonly kind: 'counted';
  readonly days: number;
  readonly allDays: number;
  readonly shareOfDays: number;
  readonly people: number;
  readonly shareOfPeople: number;
  /** Members with any contact in these days. */
  readonly spokenWith: number;
  /** Chances of so few days, and of so few spoken with, if the cluster were like all. */
  readonly chanceOfDays: number;
  readonly chanceOfSpoken: number;
  readonly neglected: boolean;
}

/** Who from elsewhere knows people in a cluster. */
export interface Bridge {
  readonly person: number;
  /** Members they know. */
  readonly members: readonly number[];
}

export interface ClusterCare {
  readonly cluster: number;
  readonly members: readonly number[];
  readonly attention: Attention | TooFew;
  /** Members whose tie with me is cooling or has gone quiet, likeliest to stay silent first. */
  readonly cooling: readonly number[];
  /** Those who know most members first. */
  readonly bridges: readonly Bridge[];
}

/** How many of a contact's days lie in the last 180 up to and with a day. @param days days since 1970 */
export function recentDays(days: readonly number[], asOf: number): number {
  return days.filter((day) => day <= asOf && day > asOf - window).length;
}

export interface CareInput {
  readonly ids: readonly string[];
  readonly graph: Graph;
  /** Cluster of each person, 0..clusterCount-1; -1 for none. */
  readonly clusters: ArrayLike<number>;
  readonly clusterCount: number;
  /** Contact days of each person in the last 180 days. */
  readonly recent: ArrayLike<number>;
  readonly state: readonly WarmthState[];
  /** Order of cooling; larger is likelier to stay silent. */
  readonly order: readonly (number | null)[];
}

/** Every cluster, in the order of their numbers. */
export function clusterCare(input: CareInput): ClusterCare[] {
  const { ids, graph, clusters, clusterCount, recent, state, order } = input;
  const byId = (a: number, b: number): number => byText(ids[a]!, ids[b]!);
  const members = Array.from({ length: clusterCount }, (): number[] => []);
  let allDays = 0;
  let allSpoken = 0;
  for (let person = 0; person < graph.size; person++) {
    allDays += recent[person]!;
    if (recent[person]! > 0) allSpoken++;
    members[clusters[person]!]?.push(person);
  }
  return members.map((own, cluster) => ({
    cluster,
    members: own,
    attention: attention(own, recent, graph.size, allDays, allSpoken),
    cooling: own
      .filter((person) => state[person] === 'cooling' || state[person] === 'cold')
      .sort((a, b) => coldestFirst(order[a], order[b]) || byId(a, b)),
    bridges: bridgesInto(graph, clusters, own, cluster, byId),
  }));
}

function attention(
  members: readonly number[],
  recent: ArrayLike<number>,
  everyone: number,
  allDays: number,
  allSpoken: number,
): Attention | TooFew {
  if (everyone < leastKnown) return { kind: 'tooFew', of: 'people', have: everyone, need: leastKnown };
  if (members.length < rule.leastMembers)
    return { kind: 'tooFew', of: 'people', have: members.length, need: rule.leastMembers };
  if (allDays < rule.leastDays) return { kind: 'tooFew', of: 'days', have: allDays, need: rule.leastDays };
  let days = 0;
  let spokenWith = 0;
  for (const person of members) {
    days += recent[person]!;
    if (recent[person]! > 0) spokenWith++;
  }
  const shareOfPeople = members.length / everyone;
  const shareOfDays = days / allDays;
  const chanceOfDays = binomialAtMost(days, allDays, shareOfPeople);
  const chanceOfSpoken = binomialAtMost(spokenWith, members.length, allSpoken / everyone);
  return {
    kind: 'counted',
    days,
    allDays,
    shareOfDays,
    people: members.length,
    shareOfPeople,
    spokenWith,
    chanceOfDays,
    chanceOfSpoken,
    neglected:
      shareOfDays <= rule.mostOfShare * shareOfPeople &&
      chanceOfDays < rule.mostChance &&
      chanceOfSpoken < rule.mostChance,
  };
}

function bridgesInto(
  graph: Graph,
  clusters: ArrayLike<number>,
  members: readonly number[],
  cluster: number,
  byId: (a: number, b: number) => number,
): Bridge[] {
  const known = new Map<number, number[]>();
  for (const member of members) {
    for (let slot = graph.offsets[member]!; slot < graph.offsets[member + 1]!; slot++) {
      const person = graph.neighbours[slot]!;
      if (clusters[person] === cluster) continue;
      const own = known.get(person);
      if (own === undefined) known.set(person, [member]);
      else own.push(member);
    }
  }
  return [...known]
    .map(([person, own]) => ({ person, members: own.sort(byId) }))
    .sort((a, b) => b.members.length - a.members.length || byId(a.person, b.person));
}

function coldestFirst(a: number | null | undefined, b: number | null | undefined): number {
  if (typeof a !== 'number' || typeof b !== 'number')
    return Number(typeof b === 'number') - Number(typeof a === 'number');
  return b - a;
}
