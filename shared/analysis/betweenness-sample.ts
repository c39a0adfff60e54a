/**
 * Betweenness from sampled ways, with a bound: pairs of people are drawn uniformly, one of their shortest ways each, and
 * whoever stands on it is counted. How far the share p of ways is off is known twice over:
 *
 * - After n ways, somebody's share differs from the true one q by more than allows n KL(p, q) <= ln(2 people / delta)
 *   with a chance of delta (W. Hoeffding, Probability inequalities for sums of bounded random variables, J. Am. Stat.
 *   Assoc. 58, 1963, theorem 1): narrow for the many with small shares. Looked at after 500, 1,000, 2,000 ... ways.
 * - Once 0.5 / bound^2 (floor(log2(d - 2)) + 1 + ln(1 / delta)) ways are drawn, with d people on the longest shortest
 *   way, nobody's is off by more than `bound` (M. Riondato and E. M. Kornaropoulos, WSDM 2014). That ends it.
 *
 * Both share delta. Pairs that have no way but through somebody are counted exactly (blocks.ts) and not sampled. Ways
 * are searched from both ends at once (M. Borassi and E. Natale, KADABRA, ESA 2016), which looks at few people.
 */
import { blockOfTie, blocksOf, pairsHeld } from './blocks';
import type { Chunked } from './chunked';
import { connectedComponents } from './components';
import { degree, type Graph } from './graph';
import { seededRandom } from './random';

export interface SampleOptions {
  /** How far the share of pairs may be off, 0..1. Default 0.02. */
  readonly bound?: number;
  /** The chance that somebody is off by more. Default 0.1. */
  readonly delta?: number;
  readonly seed?: number;
}

export interface Estimate {
  /** As of `betweenness`: pairs of others per person. */
  readonly pairs: Float64Array;
  /** In pairs: nobody is off by more, with a chance of 1 - delta. */
  readonly bound: number;
  readonly samples: number;
}

/** Arcs looked at between two yields; about a millisecond. */
const arcsPerChunk = 100_000;
const firstLook = 500;

export function* sampledBetweenness(
  graph: Graph,
  { bound = 0.02, delta = 0.1, seed = 1 }: SampleOptions = {},
): Chunked<Estimate> {
  const { size } = graph;
  if (size < 3) return { pairs: new Float64Array(size), bound: 0, samples: 0 };
  const random = seededRandom(seed);
  const blocks = blocksOf(graph);
  const search = new WaySearch(graph);
  const most = samplesFor(mostOnAWay(graph, search), bound, delta / 2);
  const looks = Math.max(1, Math.ceil(Math.log2(most / firstLook)) + 1);
  let inSight = 0;
  for (let person = 0; person < size; person++) if (degree(graph, person) > 1) inSight++;
  const surprise = Math.log((2 * Math.max(1, inSight) * looks) / (delta / 2));

  const counts = new Float64Array(size);
  let samples = 0;
  let looked = 0;
  for (let until = Math.min(firstLook, most); ; until = Math.min(2 * until, most)) {
    for (; samples < until; samples++) {
      const from = random.below(size);
      const other = random.below(size - 1);
      const way = search.draw(from, other < from ? other : other + 1, random.next);
      for (let i = 1; i + 1 < way.length; i++) {
        const [before, person, after] = [way[i - 1]!, way[i]!, way[i + 1]!];
        if (blockOfTie(blocks, before, person) === blockOfTie(blocks, person, after)) counts[person]!++;
      }
      looked += search.looked;
      if (looked < arcsPerChunk) continue;
      looked = 0;
      yield samples / most;
    }
    const width = widest(counts, samples, surprise);
    if (width > bound && samples < most) continue;
    const all = (size * (size - 1)) / 2;
    const pairs = pairsHeld(blocks).map((held, person) => held + (counts[person]! / samples) * all);
    return { pairs, bound: Math.min(bound, width) * all, samples };
  }
}

function samplesFor(people: number, bound: number, delta: number): number {
  const dimension = people > 3 ? Math.floor(Math.log2(people - 2)) + 1 : 1;
  return Math.ceil((0.5 / bound ** 2) * (dimension + Math.log(1 / delta)));
}

/** No shortest way has more people on it: twice what the farthest from somebody in each piece is away, and one. */
function mostOnAWay(graph: Graph, search: WaySearch): number {
  const { of, count } = connectedComponents(graph);
  const seen = new Uint8Array(count);
  let most = 0;
  for (let person = 0; person < graph.size; person++) {
    if (seen[of[person]!] === 1) continue;
    seen[of[person]!] = 1;
    most = Math.max(most, 2 * search.farthest(person) + 1);
  }
  return most;
}

/** How far anybody's share may be from the true one, by the counts of `samples` ways. */
function widest(counts: Float64Array, samples: number, surprise: number): number {
  let most = 0;
  for (const count of new Set(counts)) {
    const share = count / samples;
    most = Math.max(
      most,
      farthestAbove(share, surprise / samples),
      farthestAbove(1 - share, surprise / samples),
    );
  }
  return most;
}

/** The largest q - p with KL(p, q) <= limit, by halving. */
function farthestAbove(p: number, limit: number): number {
  let [low, high] = [p, 1];
  for (let halving = 0; halving < 40; halving++) {
    const q = (low + high) / 2;
    const apart = (p > 0 ? p * Math.log(p / q) : 0) + (p < 1 ? (1 - p) * Math.log((1 - p) / (1 - q)) : 0);
    if (apart <= limit) low = q;
    else high = q;
  }
  return high - p;
}

/** One end of a search: who has been reached, at which distance, in how many shortest ways. */
interface End {
  readonly distance: Int32Array;
  readonly ways: Float64Array;
  readonly queue: Int32Array;
  /** The last step reached is `queue[from .. to)`, with so many arcs. */
  from: number;
  to: number;
  arcs: number;
}

/** Shortest ways between two people, searched step by step from whichever end has less to look at. */
class WaySearch {
  /** Arcs looked at by the last draw. */
  looked = 0;
  readonly #graph: Graph;
  readonly #ends: readonly [End, End];

  constructor(graph: Graph) {
    const end = (): End => ({
      distance: new Int32Array(graph.size).fill(-1),
      ways: new Float64Array(graph.size),
      queue: new Int32Array(graph.size),
      from: 0,
      to: 0,
      arcs: 0,
    });
    this.#graph = graph;
    this.#ends = [end(), end()];
  }

  /** Ties to the farthest person who can be reached. */
  farthest(person: number): number {
    const [end] = this.#ends;
    this.#begin(end, person);
    while (end.from < end.to) this.#step(end);
    return end.distance[end.queue[end.to - 1]!]!;
  }

  /** One of the shortest ways from one to another, each as likely, ends included; empty where there is none. */
  draw(from: number, to: number, chance: () => number): number[] {
    const [near, far] = this.#ends;
    this.looked = 0;
    this.#begin(near, from);
    this.#begin(far, to);
    while (near.from < near.to && far.from < far.to) {
      const [end, other] = near.arcs <= far.arcs ? [near, far] : [far, near];
      this.#step(end);
      // Everyone nearer has been compared, so that all who are met now lie on a shortest way.
      let ways = 0;
      for (let at = end.from; at < end.to; at++) {
        const person = end.queue[at]!;
        if (other.distance[person]! >= 0) ways += end.ways[person]! * other.ways[person]!;
      }
      if (ways === 0) continue;
      let left = chance() * ways;
      let middle = -1;
      for (let at = end.from; at < end.to && left >= 0; at++) {
        const person = end.queue[at]!;
        if (other.distance[person]! < 0) continue;
        middle = person;
        left -= end.ways[person]! * other.ways[person]!;
      }
      return [...this.#back(near, middle, chance).reverse(), middle, ...this.#back(far, middle, chance)];
    }
    return [];
  }

  #begin(end: End, person: number): void {
    for (let at = 0; at < end.to; at++) end.distance[end.queue[at]!] = -1;
    end.queue[0] = person;
    end.distance[person] = 0;
    end.ways[person] = 1;
    end.from = 0;
    end.to = 1;
    end.arcs = degree(this.#graph, person);
  }

  #step(end: End): void {
    const { offsets, neighbours } = this.#graph;
    const { distance, ways, queue } = end;
    const last = end.to;
    let to = last;
    let arcs = 0;
    this.looked += end.arcs;
    for (let at = end.from; at < last; at++) {
      const person = queue[at]!;
      const step = distance[person]! + 1;
      const count = ways[person]!;
      const stop = offsets[person + 1]!;
      for (let slot = offsets[person]!; slot < stop; slot++) {
        const other = neighbours[slot]!;
        if (distance[other] === -1) {
          distance[other] = step;
          ways[other] = count;
          queue[to++] = other;
          arcs += offsets[other + 1]! - offsets[other]!;
        } else if (distance[other] === step) {
          ways[other]! += count;
        }
      }
    }
    end.from = last;
    end.to = to;
    end.arcs = arcs;
  }

  /** Those between somebody and the end, and the end: each step to one who is nearer, as likely as they have ways. */
  #back({ distance, ways }: End, person: number, chance: () => number): number[] {
    const { offsets, neighbours } = this.#graph;
    const way: number[] = [];
    while (distance[person]! > 0) {
      let left = chance() * ways[person]!;
      let next = -1;
      for (let slot = offsets[person]!; slot < offsets[person + 1]! && left >= 0; slot++) {
        const other = neighbours[slot]!;
        this.looked++;
        if (distance[other] !== distance[person]! - 1) continue;
        next = other;
        left -= ways[other]!;
      }
      way.push(next);
      person = next;
    }
    return way;
  }
}
