/**
 * Who could pass a word on to whom, as of a day: me, my contacts, my ties and theirs, each with its strength. Made once,
 * in steps; edits then change the ties of those whom they concern. I am person 0, whether or not I have a card.
 *
 * The rows hold the number of each tie; what the ties are worth lies beside them by number, since one edit can move the
 * median that all are compared with.
 */
import { buildGraph, defaultGuessedFrom, graphInSteps } from '../analysis/graph';
import { LiveGraph } from '../analysis/live-graph';
import { type KeepingRules, rulesOf } from '../keeping/rules';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import { type Day, dayNumber } from '../time';
import { OwnTies } from './own-ties';
import { handover, medianAbove0, stepCost, stepStrength } from './strength-of-step';
import { type TieNow, tieNow } from './tie-now';

export const meIndex = 0;

/** Ties worked out between two pauses where each is a few operations. */
const pause = 2_000;

interface Placed {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

export class WarmGraph {
  /** By index; somebody who was removed leaves an index without ties. */
  readonly ids: (string | undefined)[] = [undefined];
  readonly #network: OpenNetwork;
  readonly #asOf: number;
  readonly #rules: KeepingRules;
  readonly #own: OwnTies;
  readonly #indexOf = new Map<string, number>();
  #rows = new LiveGraph(buildGraph(1, { a: [], b: [] }));
  /** By the id of a tie, or of a contact for my own. */
  readonly #placed = new Map<string, Placed>();
  readonly #free: number[] = [];
  /** By the number of a tie, from 1. */
  readonly #strengths: number[] = [0];
  readonly #confidences: number[] = [0];
  readonly #costs: number[] = [Infinity];
  #median: number | undefined;
  /** Ties whose cost is not that of their strength any more; those of all where the median moves. */
  readonly #unpriced = new Set<number>();

  private constructor(network: OpenNetwork, asOf: Day) {
    this.#network = network;
    this.#asOf = dayNumber(asOf);
    this.#rules = rulesOf(network);
    this.#own = new OwnTies(network, this.#rules, this.#asOf);
    if (this.#rules.me !== undefined) {
      this.#indexOf.set(this.#rules.me, meIndex);
      this.ids[meIndex] = this.#rules.me;
    }
  }

  /** Nothing may change the network meanwhile. */
  static *build(network: OpenNetwork, asOf: Day): Steps<WarmGraph> {
    const made = new WarmGraph(network, asOf);
    for (const { id } of network.all('contacts')) {
      if (!made.#indexOf.has(id)) made.#indexOf.set(id, made.ids.push(id) - 1);
      yield;
    }
    const [a, b, weight]: [number[], number[], number[]] = [[], [], []];
    const put = ({ from, to, number }: Placed): void => {
      a.push(from);
      b.push(to);
      weight.push(number);
    };
    for (const contact of network.all('contacts')) {
      made.#number(contact.id, meIndex, made.#indexOf.get(contact.id), made.#own.of(contact), put);
      yield;
    }
    for (const tie of network.all('ties')) {
      if (tie.a !== made.#rules.me && tie.b !== made.#rules.me) {
        const [from, to] = [made.#indexOf.get(tie.a), made.#indexOf.get(tie.b)];
        made.#number(tie.id, from, to, tieNow(network, tie, made.#asOf), put);
      }
      yield;
    }
    made.#rows = new LiveGraph(yield* graphInSteps(made.ids.length, { a, b, weight }));
    yield;
    yield* made.price();
    return made;
  }

  get rows(): LiveGraph {
    return this.#rows;
  }

  indexOf(id: string): number | undefined {
    return this.#indexOf.get(id);
  }

  strengthOf(number: number): number {
    return stepStrength(this.#strengths[number] ?? 0, this.#median) * this.confidenceOf(number);
  }

  /** 1 for a known tie. */
  confidenceOf(number: number): number {
    return this.#confidences[number] ?? 0;
  }

  costOf(number: number): number {
    return this.#costs[number] ?? Infinity;
  }

  /** Works out what the ties are worth, where edits made it another. */
  *price(): Steps<void> {
    if (this.#unpriced.size === 0) return;
    const before = this.#median;
    this.#median = yield* medianAbove0(this.#strengths);
    const isMoved = this.#median !== before;
    const numbers = isMoved ? this.#strengths.keys() : this.#unpriced;
    let seen = 0;
    for (const number of numbers) {
      if (++seen % pause === 0) yield;
      this.#costs[number] = this.#costOf(number);
    }
    this.#unpriced.clear();
  }

  #costOf(number: number): number {
    const confidence = this.confidenceOf(number);
    if (confidence === 0) return Infinity;
    return stepCost(stepStrength(this.#strengths[number] ?? 0, this.#median), confidence, handover);
  }

  /** Works my tie with a contact out anew; one who is new comes in, one who is gone goes. */
  recomputeContact(id: string): void {
    const contact = this.#network.get('contacts', id);
    if (contact !== undefined && !this.#indexOf.has(id)) {
      this.#indexOf.set(id, this.#rows.addPerson());
      this.ids.push(id);
    }
    this.#replace(
      id,
      meIndex,
      this.#indexOf.get(id),
      contact === undefined ? undefined : this.#own.of(contact),
    );
    const index = this.#indexOf.get(id);
    if (contact !== undefined || index === undefined || index === meIndex) return;
    this.#indexOf.delete(id);
    this.ids[index] = undefined;
  }

  recomputeTie(id: string): void {
    const tie = this.#network.get('ties', id);
    const { me } = this.#rules;
    if (tie === undefined || tie.a === me || tie.b === me) {
      this.#replace(id, undefined, undefined, undefined);
      return;
    }
    const [from, to] = [this.#indexOf.get(tie.a), this.#indexOf.get(tie.b)];
    this.#replace(id, from, to, tieNow(this.#network, tie, this.#asOf));
  }

  #replace(key: string, from: number | undefined, to: number | undefined, now: TieNow | undefined): void {
    const before = this.#placed.get(key);
    if (before !== undefined) {
      this.#rows.setWeight(before.from, before.to, 0);
      this.#strengths[before.number] = 0;
      this.#confidences[before.number] = 0;
      this.#unpriced.add(before.number);
      this.#free.push(before.number);
      this.#placed.delete(key);
    }
    this.#number(key, from, to, now, (placed) => {
      this.#rows.setWeight(placed.from, placed.to, placed.number);
    });
  }

  /** A guess that is not sure enough is no tie to send a request over. */
  #number(
    key: string,
    from: number | undefined,
    to: number | undefined,
    now: TieNow | undefined,
    put: (placed: Placed) => void,
  ): void {
    if (from === undefined || to === undefined || now === undefined || from === to) return;
    if (now.confidence < defaultGuessedFrom) return;
    const number = this.#free.pop() ?? this.#strengths.length;
    this.#strengths[number] = now.b;
    this.#confidences[number] = now.confidence;
    this.#unpriced.add(number);
    const placed = { number, from, to };
    this.#placed.set(key, placed);
    put(placed);
  }
}
