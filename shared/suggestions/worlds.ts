/**
 * In which group each person is: the cluster that the atlas keeps for them, else the organisation that they are with. And
 * where two groups hang on one person: every tie between the two is theirs.
 */
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { WarmGraph } from '../paths/warm-graph';
import type { Steps } from '../steps';
import { foldTag } from '../keeping/rules';
import type { PairGraph } from './pair-graph';

export const nowhere = -1;

export class Worlds {
  readonly #world: Int32Array;
  readonly #names: string[] = [];
  readonly #pairs: PairGraph;
  /** By two groups: who is part of every tie between them; nobody, one, or the two of a single tie. */
  readonly #hinges = new Map<number, readonly number[]>();

  private constructor(pairs: PairGraph) {
    this.#pairs = pairs;
    this.#world = new Int32Array(pairs.rows.size).fill(nowhere);
  }

  static *of(network: OpenNetwork, graph: WarmGraph, pairs: PairGraph): Steps<Worlds> {
    const worlds = new Worlds(pairs);
    const numbers = new Map<string, number>();
    for (const [index, id] of graph.ids.entries()) {
      yield;
      const contact = id === undefined || pairs.links[index] === 0 ? undefined : network.get('contacts', id);
      const world = contact === undefined ? undefined : worldOf(network, contact);
      if (world === undefined) continue;
      let number = numbers.get(world.key);
      if (number === undefined) numbers.set(world.key, (number = worlds.#names.push(world.name) - 1));
      worlds.#world[index] = number;
    }
    yield* worlds.#findHinges();
    return worlds;
  }

  /** `nowhere` where no group is known. */
  at(person: number): number {
    return this.#world[person] ?? nowhere;
  }

  nameAt(person: number): string {
    return this.#names[this.at(person)] ?? '';
  }

  areApart(a: number, b: number): boolean {
    return this.at(a) !== nowhere && this.at(b) !== nowhere && this.at(a) !== this.at(b);
  }

  /** How many people of a group somebody knows. */
  known(person: number, world: number): number {
    const { starts, ends, neighbours } = this.#pairs.rows;
    let known = 0;
    for (let slot = starts[person]!; slot < ends[person]!; slot++) {
      if (this.#world[neighbours[slot]!] === world) known++;
    }
    return known;
  }

  /** The one on whom the groups of two others hang; undefined where it is one of these two, nobody or more than one. */
  hingeBetween(a: number, b: number): number | undefined {
    const hinges = this.#hinges.get(this.#key(this.at(a), this.at(b)));
    if (hinges === undefined || hinges.includes(a) || hinges.includes(b)) return undefined;
    return hinges.find((one) => this.#pairs.links[one] === 1);
  }

  *#findHinges(): Steps<void> {
    const { starts, ends, neighbours, size } = this.#pairs.rows;
    for (let person = 0; person < size; person++) {
      yield;
      for (let slot = starts[person]!; slot < ends[person]!; slot++) {
        const other = neighbours[slot]!;
        if (other < person || !this.areApart(person, other)) continue;
        const key = this.#key(this.at(person), this.at(other));
        const before = this.#hinges.get(key);
        const now = before?.filter((one) => one === person || one === other) ?? [person, other];
        this.#hinges.set(key, now);
      }
    }
  }

  #key(one: number, other: number): number {
    return Math.min(one, other) * this.#names.length + Math.max(one, other);
  }
}

function worldOf(
  network: OpenNetwork,
  { id, organisations }: Contact,
): { key: string; name: string } | undefined {
  const cluster = network.get('positions', id)?.cluster;
  const name = cluster === undefined ? undefined : network.get('clusters', cluster)?.name;
  if (cluster !== undefined && name !== undefined) return { key: `cluster ${cluster}`, name };
  const now = organisations.find(({ to }) => to === undefined);
  return now === undefined ? undefined : { key: `organisation ${foldTag(now.name)}`, name: now.name };
}
