/**
 * One search of betweenness: how much of all that leaves one place passes the others of its block.
 *
 * U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001): the number of shortest ways
 * grows outwards from the source, and what passes somebody (the dependency) is summed inwards.
 */
import type { Plan } from './betweenness-plan';
import { Heap } from './heap';

/** What searches have found so far; unordered pairs count twice, once from each end. */
export interface Tally {
  /** Per place of the plan: pairs through each person there. */
  readonly places: Float64Array;
  /** Per arc of the plan: what passes it in its direction; undefined where ties are not asked for. */
  readonly arcs: Float64Array | undefined;
}

/** Two lengths closer than this, relative to the longer, are one length: 1/3 + 1/3 is 2/3. */
const relativeEpsilon = 1e-10;

export function emptyTally(plan: Plan, ties: boolean): Tally {
  return {
    places: new Float64Array(plan.size),
    arcs: ties ? new Float64Array(plan.neighbours.length) : undefined,
  };
}

/** Spreading along a tie writes, which takes about twice as long as to gather along one. */
const spreadCost = 2;

/** Adds what one source finds, and says how many arcs were looked at. */
export type Search = (source: number, into: Tally) => number;

/** A search keeps its working memory between sources: one thread, one at a time. */
export function searchOf(plan: Plan): Search {
  const bySteps = stepSearch(plan);
  const { lengths } = plan;
  if (lengths === undefined) return bySteps;
  const byLength = lengthSearch(plan, lengths);
  return (source, into) => (plan.even[source] === 1 ? bySteps : byLength)(source, into);
}

/**
 * Step by step outwards, all people of a step at once, without a question asked of any single tie: from whichever side
 * has fewer ties, a step is either spread along all ties of those who were reached last, or gathered along all ties of
 * those who were not reached yet; and the same way back. Sums that land where nobody reads them are wiped at the end.
 */
function stepSearch(plan: Plan): Search {
  const { size, blockStart, blockEnd, offsets, neighbours, copies, mass } = plan;
  /** Shortest ways from the source; on the way back, what each of them carries. */
  const ways = new Float64Array(size);
  const landed = new Float64Array(size);
  /** Values of one step at a time, to be gathered; 0 elsewhere. */
  const shown = new Float64Array(size);
  const order = new Int32Array(size);
  const unseen = new Int32Array(size);
  /** Step i is `order[stepStarts[i] .. stepStarts[i + 1])` and has `stepArcs[i]` arcs. */
  const stepStarts = new Int32Array(size + 2);
  const stepArcs = new Float64Array(size + 2);

  const spread = (from: number, to: number, factor: Float64Array | undefined): void => {
    for (let at = from; at < to; at++) {
      const place = order[at]!;
      const value = factor === undefined ? ways[place]! : ways[place]! * factor[place]!;
      const stop = offsets[place + 1]!;
      for (let slot = offsets[place]!; slot < stop; slot++) landed[neighbours[slot]!]! += value;
    }
  };
  const gather = (place: number): number => {
    const stop = offsets[place + 1]!;
    let slot = offsets[place]!;
    let even = 0;
    let odd = 0;
    for (; slot + 1 < stop; slot += 2) {
      even += shown[neighbours[slot]!]!;
      odd += shown[neighbours[slot + 1]!]!;
    }
    return slot < stop ? even + odd + shown[neighbours[slot]!]! : even + odd;
  };
  const meetSpread = (left: number, end: number): number => {
    let still = 0;
    for (let at = 0; at < left; at++) {
      const place = unseen[at]!;
      const count = landed[place]!;
      if (count > 0) {
        ways[place] = count;
        order[end++] = place;
      } else {
        unseen[still++] = place;
      }
    }
    return still;
  };
  const meetGathered = (left: number, end: number): number => {
    let still = 0;
    for (let at = 0; at < left; at++) {
      const place = unseen[at]!;
      const count = gather(place);
      if (count > 0) {
        ways[place] = count;
        order[end++] = place;
      } else {
        unseen[still++] = place;
      }
    }
    return still;
  };

  return (source, into) => {
    const first = blockStart[source]!;
    const last = blockEnd[source]!;
    let left = 0;
    for (let place = first; place < last; place++) if (place !== source) unseen[left++] = place;
    order[0] = source;
    ways[source] = 1 / copies[source]!; // of its twins only one is the source
    stepStarts[1] = 1;
    stepArcs[0] = offsets[source + 1]! - offsets[source]!;
    let unseenArcs = offsets[last]! - offsets[first]! - stepArcs[0];
    let looked = 0;
    let step = 0;
    while (left > 0) {
      const from = stepStarts[step]!;
      const end = stepStarts[step + 1]!;
      const before = left;
      if (spreadCost * stepArcs[step]! <= unseenArcs) {
        looked += stepArcs[step]!;
        spread(from, end, copies);
        left = meetSpread(left, end);
      } else {
        looked += unseenArcs;
        for (let at = from; at < end; at++) shown[order[at]!] = ways[order[at]!]! * copies[order[at]!]!;
        left = meetGathered(left, end);
        for (let at = from; at < end; at++) shown[order[at]!] = 0;
      }
      const newEnd = end + before - left;
      let arcs = 0;
      for (let at = end; at < newEnd; at++) arcs += offsets[order[at]! + 1]! - offsets[order[at]!]!;
      unseenArcs -= arcs;
      stepArcs[++step] = arcs;
      stepStarts[step + 1] = newEnd;
    }
    landed.fill(0, first, last);
    stepArcs[step + 1] = 0;

    const { places, arcs: arcTally } = into;
    const times = mass[source]!;
    for (let back = step; back > 0; back--) {
      const from = stepStarts[back]!;
      const end = stepStarts[back + 1]!;
      const furthest = back === step;
      const gathered = arcTally !== undefined || stepArcs[back]! < spreadCost * stepArcs[back + 1]!;
      const next = furthest ? end : stepStarts[back + 2]!;
      if (!furthest) {
        looked += gathered ? stepArcs[back]! : stepArcs[back + 1]!;
        if (gathered) for (let at = end; at < next; at++) shown[order[at]!] = ways[order[at]!]!;
        else spread(end, next, undefined);
      }
      for (let at = from; at < end; at++) {
        const place = order[at]!;
        let carried = 0;
        if (!furthest) carried = gathered ? gather(place) : landed[place]!;
        const dependency = carried * ways[place]!;
        places[place]! += times * dependency;
        if (arcTally !== undefined && !furthest) tallyArcs(arcTally, place, times * ways[place]!);
        ways[place] = (mass[place]! + copies[place]! * dependency) / ways[place]!;
      }
      if (gathered) for (let at = end; at < next; at++) shown[order[at]!] = 0;
    }
    if (arcTally !== undefined && step > 0) {
      for (let at = 1; at < stepStarts[2]!; at++) shown[order[at]!] = ways[order[at]!]!;
      tallyArcs(arcTally, source, times);
      for (let at = 1; at < stepStarts[2]!; at++) shown[order[at]!] = 0;
    }
    landed.fill(0, first, last);
    return looked;
  };

  function tallyArcs(tally: Float64Array, place: number, value: number): void {
    const stop = offsets[place + 1]!;
    for (let slot = offsets[place]!; slot < stop; slot++) tally[slot]! += value * shown[neighbours[slot]!]!;
  }
}

/**
 * Outwards by length (E. W. Dijkstra, 1959), then the ways in the order in which places were settled: whoever was
 * settled before, at just the length of a tie less, lies on a shortest way.
 */
function lengthSearch({ size, offsets, neighbours, copies, mass }: Plan, lengths: Float64Array): Search {
  const length = new Float64Array(size).fill(Infinity);
  const ways = new Float64Array(size);
  const carried = new Float64Array(size);
  /** Where in `order` a place is; -1 before it is settled. */
  const rank = new Int32Array(size).fill(-1);
  const order = new Int32Array(size);
  /** The arcs by which each one in `order` is reached, as arcs of that one. */
  const reachedBy = new Int32Array(neighbours.length);
  const reachedEnd = new Int32Array(size + 1);
  const heap = new Heap(neighbours.length + 1);

  return (source, { places, arcs: arcTally }) => {
    let end = 0;
    let arcs = 0;
    length[source] = 0;
    heap.push(0, source);
    while (heap.size > 0) {
      const place = heap.pop();
      if (rank[place]! >= 0) continue;
      rank[place] = end;
      order[end++] = place;
      const far = length[place]!;
      const stop = offsets[place + 1]!;
      arcs += stop - offsets[place]!;
      for (let slot = offsets[place]!; slot < stop; slot++) {
        const other = neighbours[slot]!;
        const reached = far + lengths[slot]!;
        if (reached < length[other]!) {
          length[other] = reached;
          heap.push(reached, other);
        }
      }
    }
    ways[source] = 1;
    let written = 0;
    for (let at = 1; at < end; at++) {
      const place = order[at]!;
      const far = length[place]!;
      const margin = relativeEpsilon * far;
      const stop = offsets[place + 1]!;
      let count = 0;
      for (let slot = offsets[place]!; slot < stop; slot++) {
        const other = neighbours[slot]!;
        if (length[other]! + lengths[slot]! - far <= margin && rank[other]! < at) {
          count += ways[other]!;
          reachedBy[written++] = slot;
        }
      }
      ways[place] = count;
      reachedEnd[at] = written;
    }
    const times = mass[source]!;
    for (let at = end - 1; at > 0; at--) {
      const place = order[at]!;
      const dependency = carried[place]! * ways[place]!;
      places[place]! += times * dependency;
      const share = (mass[place]! + copies[place]! * dependency) / ways[place]!;
      for (let i = reachedEnd[at - 1]!; i < reachedEnd[at]!; i++) {
        const slot = reachedBy[i]!;
        const other = neighbours[slot]!;
        carried[other]! += share;
        if (arcTally !== undefined) arcTally[slot]! += times * share * ways[other]!;
      }
    }
    for (let at = 0; at < end; at++) {
      const place = order[at]!;
      length[place] = Infinity;
      carried[place] = 0;
      rank[place] = -1;
    }
    return arcs * 8;
  };
}
