/**
 * What is left of a network to search for betweenness, once everything that can be said without searching is said.
 *
 * - Pairs that have no way to each other but through a person are counted from the sizes of what hangs on that person
 *   (blocks.ts): the search stays within blocks, where each person stands for `mass` people who end ways there. A
 *   tree is nothing but blocks of two, so none of it is searched.
 * - People of a block who know the same others have the same share in all ways (twins): one search does for all.
 *   After A. E. Sariyuce, E. Saule, K. Kaya, U. V. Catalyurek, Shattering and compressing networks for betweenness
 *   centrality, SIAM SDM 2013.
 *
 * What stays is a graph of places: one for each set of twins in each block. Those of a block lie close together.
 */
import { type Blocks, blockOfTie, blocksOf, pairsHeld } from './blocks';
import type { Graph } from './graph';
import { findTwins } from './twins';

export interface Plan {
  /** Places; those of a block are `[blockStart[p], blockEnd[p])` for each of them. */
  readonly size: number;
  readonly blockStart: Int32Array;
  readonly blockEnd: Int32Array;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  /** Beside `neighbours`: 1 / strength; undefined where ways are measured in ties. */
  readonly lengths: Float64Array | undefined;
  /** 1 for places of blocks whose ties are all of one length: ways there may be measured in ties all the same. */
  readonly even: Uint8Array;
  /** Beside `neighbours`: the arc in the graph that was planned. Only a plan without twins has one for each. */
  readonly slots: Int32Array;
  /** How many people each place holds, and how many people end ways there. */
  readonly copies: Float64Array;
  readonly mass: Float64Array;
  /** The people of place p are `members[memberStarts[p] .. memberStarts[p + 1])`. */
  readonly memberStarts: Int32Array;
  readonly members: Int32Array;
  /** Per person: pairs counted without a search. */
  readonly pairs: Float64Array;
  /** Per arc of the graph: pairs whose way runs over a tie that joins two pieces. */
  readonly bridges: Float64Array;
}

export interface PlanOptions {
  readonly weighted?: boolean;
  /** Ties are counted as well, which twins have each of their own. */
  readonly ties?: boolean;
}

/** O(people + ties), apart from sorting. */
export function planOf(graph: Graph, { weighted = false, ties = false }: PlanOptions = {}): Plan {
  const blocks = blocksOf(graph);
  const whole = shattered(graph, blocks, weighted);
  return ties ? whole : withoutTwins(whole);
}

/** One place for each person in each block of three or more. */
function shattered(graph: Graph, blocks: Blocks, weighted: boolean): Plan {
  const { size, offsets, neighbours, weights } = graph;
  const { count, starts, people, mass, home, homePlace } = blocks;
  const blockPlace = new Int32Array(count);
  let places = 0;
  for (let block = 0; block < count; block++) {
    const inside = starts[block + 1]! - starts[block]!;
    blockPlace[block] = inside > 2 ? places : -1;
    if (inside > 2) places += inside;
  }
  const blockStart = new Int32Array(places);
  const blockEnd = new Int32Array(places);
  const members = new Int32Array(places);
  const masses = new Float64Array(places);
  for (let block = 0; block < count; block++) {
    const first = blockPlace[block]!;
    if (first < 0) continue;
    const inside = starts[block + 1]! - starts[block]!;
    blockStart.fill(first, first, first + inside);
    blockEnd.fill(first + inside, first, first + inside);
    members.set(people.subarray(starts[block], starts[block + 1]), first);
    masses.set(mass.subarray(starts[block], starts[block + 1]), first);
  }
  const placeIn = (person: number, block: number): number =>
    blockPlace[block]! + (home[person] === block ? homePlace[person]! - starts[block]! : 0);

  const bridges = new Float64Array(neighbours.length);
  const placeOffsets = new Int32Array(places + 1);
  const blockOfSlot = new Int32Array(neighbours.length);
  for (let person = 0; person < size; person++) {
    for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
      const block = blockOfTie(blocks, person, neighbours[slot]!);
      blockOfSlot[slot] = block;
      if (blockPlace[block]! >= 0) placeOffsets[placeIn(person, block) + 1]!++;
      else bridges[slot] = mass[starts[block]!]! * mass[starts[block]! + 1]!;
    }
  }
  for (let place = 0; place < places; place++) placeOffsets[place + 1]! += placeOffsets[place]!;
  const arcs = placeOffsets[places]!;
  const fill = placeOffsets.slice(0, places);
  const placeNeighbours = new Int32Array(arcs);
  const slots = new Int32Array(arcs);
  const lengths = weighted ? new Float64Array(arcs) : undefined;
  const even = new Uint8Array(places).fill(1);
  for (let person = 0; person < size; person++) {
    for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
      const block = blockOfSlot[slot]!;
      const first = blockPlace[block]!;
      if (first < 0) continue;
      const at = fill[placeIn(person, block)]!++;
      placeNeighbours[at] = placeIn(neighbours[slot]!, block);
      slots[at] = slot;
      if (lengths !== undefined) lengths[at] = 1 / weights[slot]!;
    }
  }
  if (lengths !== undefined) markUneven(even, blockStart, blockEnd, placeOffsets, lengths);
  return {
    size: places,
    blockStart,
    blockEnd,
    offsets: placeOffsets,
    neighbours: placeNeighbours,
    lengths,
    even,
    slots,
    copies: new Float64Array(places).fill(1),
    mass: masses,
    memberStarts: Int32Array.from({ length: places + 1 }, (_, i) => i),
    members,
    pairs: pairsHeld(blocks),
    bridges,
  };
}

function markUneven(
  even: Uint8Array,
  blockStart: Int32Array,
  blockEnd: Int32Array,
  offsets: Int32Array,
  lengths: Float64Array,
): void {
  for (let place = 0; place < even.length; place = blockEnd[place]!) {
    const from = offsets[blockStart[place]!]!;
    const to = offsets[blockEnd[place]!]!;
    for (let slot = from + 1; slot < to; slot++) {
      if (lengths[slot] === lengths[from]) continue;
      even.fill(0, place, blockEnd[place]);
      break;
    }
  }
}

/** The plan with one place for people who know the same others in a block whose ties are all of one length. */
function withoutTwins(whole: Plan): Plan {
  const { twinOf, apart } = findTwins(whole, whole.even);
  const place = new Int32Array(whole.size).fill(-1);
  let size = 0;
  for (let old = 0; old < whole.size; old++) if (twinOf[old] === old) place[old] = size++;
  if (size === whole.size) return whole;

  const pairs = whole.pairs.slice();
  const memberStarts = new Int32Array(size + 1);
  const mass = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let old = 0; old < whole.size; old++) {
    const now = place[twinOf[old]!]!;
    memberStarts[now + 1]!++;
    mass[now]! += whole.mass[old]!;
    squares[now]! += whole.mass[old]! ** 2;
  }
  for (let now = 0; now < size; now++) memberStarts[now + 1]! += memberStarts[now]!;
  const fill = memberStarts.slice(0, size);
  const members = new Int32Array(whole.size);
  for (let old = 0; old < whole.size; old++) members[fill[place[twinOf[old]!]!]!++] = whole.members[old]!;

  const blockStart = new Int32Array(size);
  const blockEnd = new Int32Array(size);
  const even = new Uint8Array(size);
  const offsets = new Int32Array(size + 1);
  const kept = new Int32Array(whole.neighbours.length);
  let end = 0;
  for (let old = 0; old < whole.size; old++) {
    const now = place[old]!;
    if (now < 0) continue;
    even[now] = whole.even[old]!;
    const rowEnd = whole.offsets[old + 1]!;
    if (apart[old] === 1) {
      // Twins who do not know each other meet through all whom they know, each as likely.
      const share = (mass[now]! ** 2 - squares[now]!) / 2 / (rowEnd - whole.offsets[old]!);
      for (let slot = whole.offsets[old]!; slot < rowEnd; slot++) {
        pairs[whole.members[whole.neighbours[slot]!]!]! += share;
      }
    }
    for (let slot = whole.offsets[old]!; slot < rowEnd; slot++) {
      if (place[whole.neighbours[slot]!]! >= 0) kept[end++] = slot;
    }
    offsets[now + 1] = end;
  }
  for (let old = 0; old < whole.size; old = whole.blockEnd[old]!) {
    let from = size;
    let to = 0;
    for (let inside = old; inside < whole.blockEnd[old]!; inside++) {
      const now = place[inside]!;
      if (now < 0) continue;
      from = Math.min(from, now);
      to = Math.max(to, now + 1);
    }
    blockStart.fill(from, from, to);
    blockEnd.fill(to, from, to);
  }
  const neighbours = new Int32Array(end);
  const slots = new Int32Array(end);
  const lengths = whole.lengths && new Float64Array(end);
  for (let slot = 0; slot < end; slot++) {
    neighbours[slot] = place[whole.neighbours[kept[slot]!]!]!;
    slots[slot] = whole.slots[kept[slot]!]!;
    if (lengths !== undefined) lengths[slot] = whole.lengths![kept[slot]!]!;
  }
  return {
    ...whole,
    size,
    blockStart,
    blockEnd,
    offsets,
    neighbours,
    lengths,
    even,
    slots,
    copies: Float64Array.from({ length: size }, (_, now) => memberStarts[now + 1]! - memberStarts[now]!),
    mass,
    memberStarts,
    members,
    pairs,
  };
}
