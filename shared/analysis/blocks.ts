/**
 * The blocks of a network: its largest parts that stay in one piece whichever one of their people is missing. Blocks
 * share no ties, and two of them share at most one person, without whom what hangs there comes apart.
 *
 *      a - b         c
 *      |   |       / |        blocks: {a b e d}, {e f}, {f c g}
 *      d - e --- f - g        cut people: e, f
 *
 * J. E. Hopcroft and R. E. Tarjan, Algorithm 447: efficient algorithms for graph manipulation, Comm. ACM 16 (1973);
 * without recursion, so that a long chain of people is no problem.
 */
import type { Graph } from './graph';

export interface Blocks {
  readonly count: number;
  /** Block b is `people[starts[b] .. starts[b + 1])`. Its first is the one who joins it to what was found before. */
  readonly starts: Int32Array;
  readonly people: Int32Array;
  /** Beside `people`: how many people each stands for in the block, with all who reach it only through them. */
  readonly mass: Float64Array;
  /** The block in which a person is not the first; -1 for the first person of a component. */
  readonly home: Int32Array;
  /** Beside `home`: where in `people` the person stands there; -1. */
  readonly homePlace: Int32Array;
  /** When each person was found: of a tie, the end found later is in its home block there. */
  readonly found: Int32Array;
  /** People in the component of each person. */
  readonly reach: Int32Array;
}

/** O(people + ties). A tie that joins two pieces is a block of two; a person without ties is in none. */
export function blocksOf(graph: Graph): Blocks {
  const { size, offsets, neighbours } = graph;
  const found = new Int32Array(size).fill(-1);
  /** The earliest person that somebody's part of the search reaches with one tie back. */
  const low = new Int32Array(size);
  const next = offsets.slice(0, size);
  const path = new Int32Array(size);
  /** People found and not yet in a block. */
  const open = new Int32Array(size);
  const hanging = new Float64Array(size);
  const home = new Int32Array(size).fill(-1);
  const homePlace = new Int32Array(size).fill(-1);
  const reach = new Int32Array(size);
  const starts = new Int32Array(size + 1);
  const people = new Int32Array(2 * size);
  const mass = new Float64Array(2 * size);
  let count = 0;
  let end = 0;
  let clock = 0;
  let opened = 0;

  const close = (top: number, last: number): void => {
    people[end++] = top;
    let inside = 0;
    let person: number;
    do {
      person = open[--opened]!;
      home[person] = count;
      homePlace[person] = end;
      people[end] = person;
      mass[end] = 1 + hanging[person]!;
      inside += mass[end++]!;
    } while (person !== last);
    hanging[top]! += inside;
    starts[++count] = end;
  };

  for (let root = 0; root < size; root++) {
    if (found[root] !== -1) continue;
    const began = clock;
    const firstBlock = count;
    found[root] = low[root] = clock++;
    path[0] = root;
    let depth = 0;
    while (depth >= 0) {
      const person = path[depth]!;
      if (next[person]! < offsets[person + 1]!) {
        const other = neighbours[next[person]!++]!;
        if (found[other] === -1) {
          found[other] = low[other] = clock++;
          open[opened++] = other;
          path[++depth] = other;
        } else if (found[other]! < low[person]!) {
          // The tie one came by sets this to the parent itself at most, which the comparison below allows for.
          low[person] = found[other]!;
        }
        continue;
      }
      if (--depth < 0) break;
      const parent = path[depth]!;
      if (low[person]! >= found[parent]!) close(parent, person);
      else if (low[person]! < low[parent]!) low[parent] = low[person]!;
    }
    const component = clock - began;
    reach[root] = component;
    for (let block = firstBlock; block < count; block++) {
      let inside = 0;
      for (let at = starts[block]! + 1; at < starts[block + 1]!; at++) {
        reach[people[at]!] = component;
        inside += mass[at]!;
      }
      mass[starts[block]!] = component - inside;
    }
  }
  return {
    count,
    starts: starts.slice(0, count + 1),
    people: people.slice(0, end),
    mass: mass.slice(0, end),
    home,
    homePlace,
    found,
    reach,
  };
}

/** The block of the tie between two people who have one. */
export function blockOfTie({ home, found }: Blocks, a: number, b: number): number {
  return found[a]! < found[b]! ? home[b]! : home[a]!;
}

/**
 * Pairs of people per person who have no way to each other but through the person.
 *
 * Without the person the component falls into one part for each of the person's blocks; every pair of people in
 * different parts needs the person.
 */
export function pairsHeld({ count, starts, people, mass, reach }: Blocks): Float64Array {
  const pairs = new Float64Array(reach.length);
  for (let block = 0; block < count; block++) {
    for (let at = starts[block]!; at < starts[block + 1]!; at++) {
      const person = people[at]!;
      const part = reach[person]! - mass[at]!;
      // Each pair is met from both of its parts.
      pairs[person]! += (part * (mass[at]! - 1)) / 2;
    }
  }
  return pairs;
}
