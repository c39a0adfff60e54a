/**
 * How steady clusters are while a network changes: one tie more and one less at a time, five hundred random edits in a
 * row, and what detection from scratch would relabel beside it.
 */
import { finish } from '../../shared/analysis/chunked';
import { type Graph, tieCount } from '../../shared/analysis/graph';
import {
  editsBetweenReviews,
  keepClusters,
  type KeptClusters,
  reviewClusters,
} from '../../shared/analysis/keep-clusters';
import { bestOf, leiden, leidenOfSeeds } from '../../shared/analysis/leiden';
import { LiveGraph } from '../../shared/analysis/live-graph';
import { matchClusters } from '../../shared/analysis/match-clusters';
import { type Random, seededRandom } from '../../shared/analysis/random';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { readEdgeList } from './edge-list';
import { rounded } from './log';

const trials = 30;
const editsInARow = 500;
const fresh = 10;
/** Seeds from here on are for judging alone: the groups themselves never see them. */
const judging = 1_000;

/** @throws KithmapError with the line that cannot be read */
export function evaluateClusters(text: string): JsonObject {
  const { graph, weighted } = readEdgeList(text);
  const ties = tieCount(graph);
  if (graph.size < 3 || ties < 2 || ties === (graph.size * (graph.size - 1)) / 2) {
    throw new KithmapError(
      'bad-file',
      'It takes three people, two ties, and two people who do not know each other.',
    );
  }
  const kept = finish(keepClusters(graph, new Int32Array(graph.size).fill(-1), []));
  const { agreement } = finish(reviewClusters(graph, kept));
  return {
    protocol: 'clusters',
    people: graph.size,
    ties,
    weighted,
    modularity: rounded(kept.modularity),
    clusters: kept.count,
    agreement: [...agreement].map(rounded),
    one_tie_added: oneEdit(graph, kept, 'add'),
    one_tie_removed: oneEdit(graph, kept, 'remove'),
    edits_in_a_row: inARow(graph, kept),
  };
}

/** Share of people in another group than before, kept and from scratch, after one edit each. */
function oneEdit(graph: Graph, before: KeptClusters, kind: 'add' | 'remove'): JsonObject {
  const random = seededRandom(kind === 'add' ? 7 : 8);
  const network = new RandomEdits(graph);
  let [kept, cold, most, modularity] = [0, 0, 0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const { touched, undo } = network.edit(random, kind);
    const after = network.graph;
    const found = finish(keepClusters(after, before.groups, touched));
    const moved = churn(before, found);
    kept += moved / trials;
    most = Math.max(most, moved);
    modularity += found.modularity / trials;
    cold += churn(before, finish(leiden(after, { seed: judging + trial }))) / trials;
    undo();
  }
  return {
    trials,
    churn: rounded(kept),
    most: rounded(most),
    modularity: rounded(modularity),
    cold_start_churn: rounded(cold),
  };
}

/** As the app does it: groups are kept from edit to edit, and held to fresh ones now and then. */
function inARow(graph: Graph, start: KeptClusters): JsonObject {
  const random = seededRandom(9);
  const network = new RandomEdits(graph);
  let kept = start;
  let [continued, replaced, since] = [0, 0, 0];
  for (let edit = 0; edit < editsInARow; edit++) {
    const { touched } = network.edit(random, random.below(2) === 0 ? 'add' : 'remove');
    kept = finish(keepClusters(network.graph, kept.groups, touched));
    if (kept.regrouped) continued++;
    since = kept.regrouped ? Infinity : since + 1;
    if (since < editsBetweenReviews(network.graph)) continue;
    since = 0;
    const { better } = finish(reviewClusters(network.graph, kept));
    if (better === undefined) continue;
    replaced++;
    kept = better;
  }
  const best = bestOf(finish(leidenOfSeeds(network.graph, fresh, { seed: judging })));
  return {
    edits: editsInARow,
    modularity: rounded(kept.modularity),
    fresh_best_of_10: rounded(best.modularity),
    below: rounded(best.modularity - kept.modularity),
    regrouped_from_kept: continued,
    regrouped_from_fresh: replaced,
    churn: rounded(churn(start, kept)),
    cold_start_churn: rounded(churn(start, best)),
  };
}

interface Edit {
  /** The ends of the tie. */
  readonly touched: readonly number[];
  undo(): void;
}

/** A network that gains and loses ties between people drawn at random. A new tie weighs as much as one there is. */
class RandomEdits {
  readonly #live: LiveGraph;
  readonly #ties: { readonly a: number; readonly b: number; readonly weight: number }[] = [];

  constructor(graph: Graph) {
    this.#live = new LiveGraph(graph);
    for (let a = 0; a < graph.size; a++) {
      for (let slot = graph.offsets[a]!; slot < graph.offsets[a + 1]!; slot++) {
        const b = graph.neighbours[slot]!;
        if (a < b) this.#ties.push({ a, b, weight: graph.weights[slot]! });
      }
    }
  }

  get graph(): Graph {
    return this.#live.compact();
  }

  edit(random: Random, kind: 'add' | 'remove'): Edit {
    const { size } = this.#live;
    const full = this.#ties.length === (size * (size - 1)) / 2;
    return (kind === 'add' && !full) || this.#ties.length < 2 ? this.#add(random) : this.#remove(random);
  }

  #add(random: Random): Edit {
    for (;;) {
      const [a, b] = [random.below(this.#live.size), random.below(this.#live.size)];
      if (a === b || this.#live.weight(a, b) > 0) continue;
      const weight = this.#ties[random.below(this.#ties.length)]?.weight ?? 1;
      this.#live.setWeight(a, b, weight);
      this.#ties.push({ a, b, weight });
      const undo = (): void => {
        this.#ties.pop();
        this.#live.setWeight(a, b, 0);
      };
      return { touched: [a, b], undo };
    }
  }

  #remove(random: Random): Edit {
    const place = random.below(this.#ties.length);
    const tie = this.#ties[place]!;
    this.#ties[place] = this.#ties.at(-1)!;
    this.#ties.pop();
    this.#live.setWeight(tie.a, tie.b, 0);
    const undo = (): void => {
      this.#ties.push(tie);
      this.#live.setWeight(tie.a, tie.b, tie.weight);
    };
    return { touched: [tie.a, tie.b], undo };
  }
}

interface Groups {
  readonly groups: Int32Array;
  readonly count: number;
}

/** Share of people whose group is not the one that continues theirs. */
function churn(before: Groups, after: Groups): number {
  const continues = matchClusters(before.groups, before.count, after.groups, after.count);
  const sizes = new Int32Array(after.count);
  for (const group of after.groups) if (group >= 0) sizes[group]!++;
  let moved = 0;
  before.groups.forEach((was, person) => {
    const is = after.groups[person]!;
    // Groups of fewer than three are none where they are kept.
    const inNone = is < 0 || (was < 0 && sizes[is]! < 3);
    if (inNone ? was >= 0 : continues[is] !== was) moved++;
  });
  return moved / Math.max(1, before.groups.length);
}
