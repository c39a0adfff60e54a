/**
 * Clusters by the Leiden method: people move to the neighbouring group where modularity gains most; each group is then
 * looked at from within and taken apart into what holds together; these parts become the people of a smaller graph,
 * which begins with the groups they came from; and so on until nothing gains.
 *
 *   Q = sum over groups c of [ e_c / m - gamma (K_c / 2m)^2 ]
 *
 * V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden: guaranteeing well-connected communities, Sci. Rep.
 * 9 (2019).
 */
import { type Chunked, forward, scaled } from './chunked';
import type { Graph } from './graph';
import { aggregate, type Level, levelOf, modularityOfNodes } from './levels';
import { fastLocalMove, leastGain, type Partition, settled } from './local-move';
import { compactGroups, modularity } from './modularity';
import { type Random, seededRandom, shuffledIndices } from './random';
import { refine } from './refine';

export interface LeidenOptions {
  /** Higher finds smaller groups; 1 is Newman's modularity. */
  readonly gamma?: number;
  readonly seed?: number;
  /** Groups to start from; absent: everyone alone. */
  readonly from?: ArrayLike<number>;
}

const mostRounds = 20;
/** A round that gains less modularity is the last: a fifth of what would be worth other groups. */
const leastOfRound = 1e-3;

/** Finds groups from scratch or, warm, from given ones. The same seed gives the same groups. */
export function leiden(graph: Graph, options: LeidenOptions = {}): Chunked<Partition> {
  return forward(rounds(graph, options));
}

function* rounds(graph: Graph, options: LeidenOptions): Chunked<Partition> {
  const gamma = options.gamma ?? 1;
  const random = seededRandom(options.seed ?? 1);
  const level = levelOf(graph);
  yield 0;
  let groups = options.from === undefined ? everyoneAlone(graph.size) : compactGroups(options.from).groups;
  let best = modularity(graph, groups, gamma);
  for (let round = 0; round < mostRounds; round++) {
    // Nobody knows how many rounds there will be; each is taken to bring half of what is left.
    const left = 0.5 ** round;
    const found = yield* scaled(oneRound(level, groups, gamma, random), 1 - left, left / 2);
    if (found.modularity > best - leastGain) groups = found.groups;
    if (found.modularity <= best + leastOfRound) break;
    best = found.modularity;
  }
  return yield* settled(level, groups, shuffledIndices(graph.size, random), gamma);
}

/** One partition for each of several seeds. */
export function* leidenOfSeeds(
  graph: Graph,
  seeds: number,
  options: LeidenOptions = {},
): Chunked<Partition[]> {
  const partitions: Partition[] = [];
  for (let number = 0; number < Math.max(1, seeds); number++) {
    const work = leiden(graph, { ...options, seed: (options.seed ?? 1) + number });
    partitions.push(yield* scaled(work, number / seeds, 1 / seeds));
  }
  return partitions;
}

export function bestOf(partitions: readonly Partition[]): Partition {
  return partitions.reduce((best, one) => (one.modularity > best.modularity + leastGain ? one : best));
}

function everyoneAlone(size: number): Int32Array {
  const groups = new Int32Array(size);
  for (let person = 0; person < size; person++) groups[person] = person;
  return groups;
}

interface Round {
  readonly groups: Int32Array;
  readonly modularity: number;
}

/** From people up to the coarsest level; `start` is changed. */
function* oneRound(whole: Level, start: Int32Array, gamma: number, random: Random): Chunked<Round> {
  const people = whole.graph.size;
  /** The node of the present level that each person is in. */
  const nodeOf = everyoneAlone(people);
  let level = whole;
  let groups = start.slice();
  for (;;) {
    const { size } = level.graph;
    yield* fastLocalMove(level, groups, gamma, shuffledIndices(size, random));
    const compact = compactGroups(groups);
    if (compact.count === size) return { groups: nodeOf, modularity: modularityOfNodes(level, gamma) };
    const refined = yield* refine(level, compact.groups, compact.count, gamma, random);
    // Where nothing within the groups joins, the groups themselves are the next nodes.
    const parts = refined.count < size ? refined : compact;
    groups = new Int32Array(parts.count);
    for (let node = 0; node < size; node++) groups[parts.groups[node]!] = compact.groups[node]!;
    level = yield* aggregate(level, parts.groups, parts.count);
    for (let person = 0; person < people; person++) nodeOf[person] = parts.groups[nodeOf[person]!]!;
    yield 1 - parts.count / people;
  }
}
