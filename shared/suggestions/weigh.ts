/** A pair, weighed in all its parts: what the value is made of, and what there is to say for it. */
import { fullLoads } from '../load/load';
import type { OpenNetwork } from '../model/network';
import type { WarmGraph } from '../paths/warm-graph';
import type { Steps } from '../steps';
import type { Day } from '../time';
import { Load } from './load';
import { type Common, commonOf, pairGraph, type PairGraph } from './pair-graph';
import { Ranks } from './ranks';
import { benefitOf, costOf, type Gain, newness, saturated, willingnessOf } from './value';
import { Wants } from './wants';
import { Worlds } from './worlds';

export interface Weighed {
  readonly gainA: Gain;
  readonly gainB: Gain;
  readonly plausibility: number;
  readonly willingness: number;
  readonly cost: number;
  readonly value: number;
}

export class Weighing {
  readonly pairs: PairGraph;
  readonly wants: Wants;
  readonly worlds: Worlds;
  readonly load: Load;
  /** Who was asked as often as is wanted, and from when on they may be asked again. */
  readonly full: ReadonlyMap<string, Day>;
  readonly ranks = new Ranks();
  readonly #graph: WarmGraph;
  /** How often each was asked or introduced lately. */
  readonly #times: Uint16Array;
  /** 1 for who was asked as often as is wanted. */
  readonly #isFull: Uint8Array;

  private constructor(
    graph: WarmGraph,
    parts: Pick<Weighing, 'pairs' | 'wants' | 'worlds' | 'load' | 'full'>,
  ) {
    this.#graph = graph;
    this.pairs = parts.pairs;
    this.wants = parts.wants;
    this.worlds = parts.worlds;
    this.load = parts.load;
    this.full = parts.full;
    this.#times = new Uint16Array(parts.pairs.rows.size);
    this.#isFull = new Uint8Array(parts.pairs.rows.size);
  }

  static *of(network: OpenNetwork, graph: WarmGraph, today: Day): Steps<Weighing> {
    const pairs = yield* pairGraph(network, graph, today);
    const wants = yield* Wants.of(network, graph, pairs);
    const worlds = yield* Worlds.of(network, graph, pairs);
    const load = yield* Load.of(network, today);
    const full = yield* fullLoads(network, today);
    const weighing = new Weighing(graph, { pairs, wants, worlds, load, full });
    for (const [index, id] of graph.ids.entries()) {
      if (id !== undefined) {
        weighing.#times[index] = load.on(id).length;
        weighing.#isFull[index] = full.has(id) ? 1 : 0;
      }
      yield;
    }
    return weighing;
  }

  get size(): number {
    return this.pairs.rows.size;
  }

  idOf(person: number): string {
    return this.#graph.ids[person] ?? '';
  }

  /** Undefined for whom I cannot introduce. */
  indexOf(id: string): number | undefined {
    const index = this.#graph.indexOf(id);
    return index !== undefined && this.pairs.strength[index]! > 0 ? index : undefined;
  }

  commonOf(a: number, b: number): Common[] {
    return commonOf(this.pairs, a, b);
  }

  /** The same as `weigh`, for a pair at hand. */
  weighPair(a: number, b: number): Weighed | undefined {
    const common = this.commonOf(a, b).sort((one, other) => one.person - other.person);
    return this.weigh(a, b, {
      people: common.length,
      sum: common.reduce((sum, { adds }) => sum + adds, 0),
    });
  }

  /**
   * Undefined where nothing speaks for it: no need that is met, no interest that is shared across groups, no group that
   * is new to both, no link that hangs on one person, fewer than two people whom both know.
   * @param common how many people both know, and what these add up to
   * @param above undefined, too, where the value cannot be above this
   */
  weigh(
    a: number,
    b: number,
    common: { readonly people: number; readonly sum: number },
    above = -Infinity,
  ): Weighed | undefined {
    const { wants, worlds, pairs } = this;
    const plausibility = this.ranks.of(common.sum);
    const isEnough = this.#isFull[a] === 1 || this.#isFull[b] === 1;
    const willingness = willingnessOf(Math.min(pairs.strength[a]!, pairs.strength[b]!), isEnough);
    const cost = costOf(this.#times[a]! + this.#times[b]!);
    if (plausibility * willingness - cost <= above) return undefined;
    const areApart = worlds.areApart(a, b);
    const needA = saturated(wants.saidByMet(a, b));
    const needB = saturated(wants.saidByMet(b, a));
    const isSameWorld = worlds.at(a) >= 0 && !areApart && worlds.at(b) >= 0;
    const interest = isSameWorld ? 0 : saturated(wants.saidByShared(a, b));
    const groupA = areApart ? newness(worlds.known(a, worlds.at(b))) : 0;
    const groupB = areApart ? newness(worlds.known(b, worlds.at(a))) : 0;
    const bridge = areApart && common.people > 0 && worlds.hingeBetween(a, b) !== undefined ? 1 : 0;
    const isFor =
      needA + needB + interest + bridge > 0 ||
      common.people > 1 ||
      (common.people > 0 && groupA === 1 && groupB === 1);
    if (!isFor) return undefined;
    const gainA = { need: needA, group: groupA, interest, bridge };
    const gainB = { need: needB, group: groupB, interest, bridge };
    const value = plausibility * benefitOf(gainA, gainB) * willingness - cost;
    return { gainA, gainB, plausibility, willingness, cost, value };
  }
}
