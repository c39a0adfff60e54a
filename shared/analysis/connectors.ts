/**
 * Who links groups that few others link, for reasons that can be said: how many pairs have their shortest way
 * through a person, in which other groups the person knows people, and which of these nobody else in the
 * person's own group knows anyone in.
 */
import { bridgesOf } from './bridges';
import { type Graph, type Rows, rowsOf } from './graph';

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

/** How many are told at most. */
const mostTold = 500;

/**
 * Everyone with something to say about them, rings first, then by pairs. Equals come in the order of their names, so
 * that it makes no difference in which order people came to be in the graph.
 *
 * @param groups group of each person, -1 for none; numbers 0..groupCount-1
 * @param counted betweenness of each person, unnormalised
 * @param names of the people; by index without them
 */
export function connectors(
  graph: Graph,
  groups: ArrayLike<number>,
  groupCount: number,
  counted: Float64Array,
  names: readonly string[] = [],
): Standing[] {
  const rows = rowsOf(graph);
  const bridges = bridgesOf(rows, groups, groupCount);
  // Sums that differ only by the order of what was added are the same.
  const pairs = counted.map((value) => Math.round(value * 1e6) / 1e6);
  const place = placesOf(names, graph.size);
  const mostFirst = (a: number, b: number): number => pairs[b]! - pairs[a]! || place[a]! - place[b]!;
  const rings = ringed(graph, bridges.reach, groupCount, pairs, mostFirst);
  const order = [...pairs.keys()]
    .filter((person) => wholePairs(pairs[person]!) > 0 || bridges.reach[person]! > 0)
    .sort(
      (a, b) =>
        Number(rings.has(b)) - Number(rings.has(a)) ||
        pairs[b]! - pairs[a]! ||
        bridges.reach[b]! - bridges.reach[a]! ||
        place[a]! - place[b]!,
    )
    .slice(0, mostTold);
  return order.map((person) => {
    const reaches = reachOf(rows, groups, person);
    return {
      person,
      ring: rings.has(person),
      pairs: wholePairs(pairs[person]!),
      reaches,
      alone: reaches
        .map(({ group }) => group)
        .filter((group) => groups[person]! >= 0 && bridges.between(groups[person]!, group)?.holders === 1),
    };
  });
}

/** Where each stands in the order of names; by index where there are none. */
function placesOf(names: readonly string[], size: number): Int32Array {
  const order = [...Array(size).keys()];
  order.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : names[a] === names[b] ? a - b : 1));
  const place = new Int32Array(size);
  order.forEach((person, at) => (place[person] = at));
  return place;
}

/** Rounded as one says it; sums that differ only by the order of what was added are the same. */
export function wholePairs(pairs: number): number {
  return Math.round(pairs + 1e-6);
}

function ringed(
  graph: Graph,
  reach: Int32Array,
  groupCount: number,
  pairs: Float64Array,
  mostFirst: (a: number, b: number) => number,
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
      .sort(mostFirst)
      .slice(0, most),
  );
}

/** What a standing says of one person, as it is at once: in the time that the ties of the person's own group take. */
export function linksOf(
  rows: Rows,
  groups: ArrayLike<number>,
  person: number,
): Pick<Standing, 'reaches' | 'alone'> {
  const reaches = reachOf(rows, groups, person);
  const own = groups[person]!;
  const alone = new Set(own < 0 ? [] : reaches.map(({ group }) => group));
  for (let member = 0; member < rows.size && alone.size > 0; member++) {
    if (groups[member] !== own || member === person) continue;
    for (let slot = rows.starts[member]!; slot < rows.ends[member]!; slot++) {
      alone.delete(groups[rows.neighbours[slot]!]!);
    }
  }
  return { reaches, alone: [...alone] };
}

function reachOf(
  { starts, ends, neighbours }: Rows,
  groups: ArrayLike<number>,
  person: number,
): { group: number; people: number }[] {
  const own = groups[person];
  const people = new Map<number, number>();
  for (let slot = starts[person]!; slot < ends[person]!; slot++) {
    const group = groups[neighbours[slot]!]!;
    if (group >= 0 && group !== own) people.set(group, (people.get(group) ?? 0) + 1);
  }
  return [...people]
    .map(([group, count]) => ({ group, people: count }))
    .sort((a, b) => b.people - a.people || a.group - b.group);
}
