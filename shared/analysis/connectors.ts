/**
 * Who links groups that few others link, for reasons that can be said: how many pairs have their shortest way
 * through a person, in which other groups the person knows people, and which of these nobody else in the
 * person's own group knows anyone in.
 */
import type { Graph } from './graph';

export interface Standing {
  readonly person: number;
  /** Carries the double ring. */
  readonly ring: boolean;
  /** Pairs of others whose shortest way runs through the person. */
  readonly pairs: number;
  /** Other groups in which the person knows people; most people first. */
  readonly reaches: readonly { readonly group: number; readonly people: number }[];
  /** Those of them in which nobody else of the person's own group knows anyone. */
  readonly alone: readonly number[];
}

/**
 * Rings go to people who reach another group and through whom clearly more pairs run than through people in
 * general: three times the mean, and a quarter of the most. Where everyone is alike, or one person is the centre of
 * all, nobody has one. There are never more than there are groups, nor than one person in eight, nor than seven.
 */
const ringRule = { timesMean: 3, shareOfMost: 0.25, most: 7, onePersonIn: 8, leastPeople: 8 };

/**
 * Everyone with something to say about them, rings first, then by pairs.
 *
 * @param groups group of each person, -1 for none; numbers 0..groupCount-1
 * @param pairs betweenness of each person, unnormalised
 * @param most how many to return at most
 */
export function connectors(
  graph: Graph,
  groups: ArrayLike<number>,
  groupCount: number,
  pairs: Float64Array,
  most = 500,
): Standing[] {
  const links = groupLinks(graph, groups, groupCount);
  const rings = ringed(graph, links.reach, groupCount, pairs);
  const order = [...pairs.keys()]
    .filter((person) => pairs[person]! >= 0.5 || links.reach[person]! > 0)
    .sort(
      (a, b) =>
        Number(rings.has(b)) - Number(rings.has(a)) ||
        pairs[b]! - pairs[a]! ||
        links.reach[b]! - links.reach[a]! ||
        a - b,
    )
    .slice(0, most);
  return order.map((person) => {
    const reaches = reachOf(graph, groups, person);
    return {
      person,
      ring: rings.has(person),
      pairs: Math.round(pairs[person]!),
      reaches,
      alone: reaches
        .map(({ group }) => group)
        .filter((group) => groups[person]! >= 0 && links.linkers(groups[person]!, group) === 1),
    };
  });
}

function ringed(
  graph: Graph,
  reach: Int32Array,
  groupCount: number,
  pairs: Float64Array,
): ReadonlySet<number> {
  const people = graph.size;
  if (people < ringRule.leastPeople || groupCount < 2) return new Set();
  const linked = [...pairs.keys()].filter((person) => reach[person]! > 0);
  const mean = pairs.reduce((sum, value) => sum + value, 0) / people;
  const top = linked.reduce((largest, person) => Math.max(largest, pairs[person]!), 0);
  const least = Math.max(ringRule.timesMean * mean, ringRule.shareOfMost * top, 1);
  const most = Math.min(ringRule.most, groupCount, Math.max(1, Math.floor(people / ringRule.onePersonIn)));
  return new Set(
    linked
      .filter((person) => pairs[person]! >= least)
      .sort((a, b) => pairs[b]! - pairs[a]! || a - b)
      .slice(0, most),
  );
}

function reachOf(
  graph: Graph,
  groups: ArrayLike<number>,
  person: number,
): { group: number; people: number }[] {
  const own = groups[person];
  const people = new Map<number, number>();
  for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
    const group = groups[graph.neighbours[slot]!]!;
    if (group >= 0 && group !== own) people.set(group, (people.get(group) ?? 0) + 1);
  }
  return [...people]
    .map(([group, count]) => ({ group, people: count }))
    .sort((a, b) => b.people - a.people || a.group - b.group);
}

interface GroupLinks {
  /** How many other groups each person knows people in. */
  readonly reach: Int32Array;
  /** How many people of one group know someone in another. */
  linkers(from: number, to: number): number;
}

function groupLinks(graph: Graph, groups: ArrayLike<number>, groupCount: number): GroupLinks {
  const reach = new Int32Array(graph.size);
  const linkers = new Map<number, number>();
  const seenFrom = new Int32Array(groupCount).fill(-1);
  for (let person = 0; person < graph.size; person++) {
    const own = groups[person]!;
    for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
      const other = groups[graph.neighbours[slot]!]!;
      if (other < 0 || other === own || seenFrom[other] === person) continue;
      seenFrom[other] = person;
      reach[person]!++;
      if (own >= 0) linkers.set(own * groupCount + other, (linkers.get(own * groupCount + other) ?? 0) + 1);
    }
  }
  return { reach, linkers: (from, to) => linkers.get(from * groupCount + to) ?? 0 };
}
