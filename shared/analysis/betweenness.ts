/**
 * Betweenness: how many pairs of people have their shortest way through a person.
 *
 *   b(v) = sum over unordered pairs s < t, both other than v, of sigma_st(v) / sigma_st
 *
 * L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977). Exact; what need not be
 * searched is not (betweenness-plan.ts), and what is searched is done from one source after the other
 * (betweenness-search.ts), so that several threads may share them (betweenness-team.ts).
 */
import { type Plan, planOf } from './betweenness-plan';
import { emptyTally, searchOf, type Tally } from './betweenness-search';
import type { Chunked } from './chunked';
import type { Graph } from './graph';

export interface Betweenness {
  /** Pairs (of people other than the person) per person; a pair with several shortest ways counts in parts. */
  readonly pairs: Float64Array;
  /**
   * Per arc of the graph, beside `neighbours`: pairs of people, the two of the tie included, whose shortest way runs
   * over the tie; both arcs of a tie have the same. Only where asked for.
   */
  readonly ties: Float64Array | undefined;
}

export interface BetweennessOptions {
  /** Ways are measured by the sum of 1 / strength instead of the number of ties. */
  readonly weighted?: boolean;
  /** Ties are counted as well; takes about twice as long. */
  readonly ties?: boolean;
}

/** Arcs looked at between two yields; about a millisecond. */
const arcsPerChunk = 500_000;

/** The betweenness of everyone, in pieces of one or a few sources. Fewer than three people, or isolated: 0. */
export function* betweenness(graph: Graph, options: BetweennessOptions = {}): Chunked<Betweenness> {
  const plan = planOf(graph, options);
  const tally = emptyTally(plan, options.ties === true);
  const search = searchOf(plan);
  let arcs = 0;
  for (let source = 0; source < plan.size; source++) {
    arcs += search(source, tally) + 100;
    if (arcs < arcsPerChunk) continue;
    arcs = 0;
    yield (source + 1) / plan.size;
  }
  return resultOf(graph, plan, tally);
}

/** From all sources of a plan. */
export function resultOf(graph: Graph, plan: Plan, tally: Tally): Betweenness {
  const pairs = plan.pairs.slice();
  for (let place = 0; place < plan.size; place++) {
    for (let at = plan.memberStarts[place]!; at < plan.memberStarts[place + 1]!; at++) {
      pairs[plan.members[at]!]! += tally.places[place]! / 2; // each unordered pair was met from both ends
    }
  }
  return { pairs, ties: tally.arcs && tiesOf(graph, plan, tally.arcs) };
}

function tiesOf(graph: Graph, plan: Plan, arcs: Float64Array): Float64Array {
  const ties = plan.bridges.slice();
  for (let arc = 0; arc < arcs.length; arc++) ties[plan.slots[arc]!] = arcs[arc]! / 2;
  // A way met from one end goes over the tie in one direction, met from the other in the other.
  const { size, offsets, neighbours } = graph;
  const next = offsets.slice(0, size);
  for (let a = 0; a < size; a++) {
    for (let slot = offsets[a]!; slot < offsets[a + 1]!; slot++) {
      const b = neighbours[slot]!;
      const back = next[b]!++;
      if (b < a) continue;
      const both = plan.bridges[slot]! > 0 ? plan.bridges[slot]! : ties[slot]! + ties[back]!;
      ties[slot] = both;
      ties[back] = both;
    }
  }
  return ties;
}

/** Share of all pairs of other people: divided by (n - 1)(n - 2) / 2, and 0 below three people. */
export function normalised(pairs: Float64Array): Float64Array {
  const n = pairs.length;
  const all = ((n - 1) * (n - 2)) / 2;
  return pairs.map((value) => (n < 3 ? 0 : value / all));
}
