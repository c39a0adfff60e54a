/** One table as it will be after the import: reads fall through to the network, writes stay here until they are patches. */
import type { JsonObject } from '../json';
import type { ReadonlyNetwork } from '../model/network';
import { difference, type Patch } from '../model/patch';
import type { TableName } from '../model/table-names';
import type { EntityOf } from '../model/tables';
import type { Steps } from '../steps';
import { PlaceIndex, seedOf } from './place-index';
import { type Packing, Shelf } from './shelf';

/** Entities compared between two pauses. */
const inOneGo = 100;

interface Around {
  readonly packing?: Packing;
  /** The id of the batch to be. */
  readonly batch: string;
}

export class Staged<T extends TableName> {
  readonly #network: ReadonlyNetwork;
  readonly #table: T;
  /** Those that are new, and their places by their ids: they may be as many as the rows of a file. */
  readonly #added: Shelf<EntityOf<T>>;
  readonly #places: PlaceIndex;
  /** Those that are there, as they will be. */
  readonly #changed = new Map<string, EntityOf<T>>();

  constructor(network: ReadonlyNetwork, table: T, { packing, batch }: Around) {
    this.#network = network;
    this.#table = table;
    this.#added = new Shelf(packing);
    this.#places = new PlaceIndex(seedOf(batch));
  }

  get(id: string): EntityOf<T> | undefined {
    const place = this.placeOf(id);
    if (place !== undefined) return this.#added.at(place);
    return this.#changed.get(id) ?? this.#network.get(this.#table, id);
  }

  /** Where a new entity is among those that are new. */
  placeOf(id: string): number | undefined {
    for (const place of this.#places.maybe(id)) if (this.#added.at(place)?.id === id) return place;
    return undefined;
  }

  isNew(id: string): boolean {
    return this.placeOf(id) !== undefined;
  }

  /** A new entity by its place. */
  added(place: number): EntityOf<T> | undefined {
    return this.#added.at(place);
  }

  /** Adds an entity, or puts it in the place of the one with its id. */
  put(id: string, entity: EntityOf<T>): void {
    const place = this.placeOf(id);
    if (place !== undefined) this.#added.set(place, entity);
    else if (this.#network.has(this.#table, id)) this.#changed.set(id, entity);
    else this.#places.add(id, this.#added.push(entity));
  }

  /** How many patches the writes amount to. */
  *count(): Steps<number> {
    let count = this.#added.length;
    let at = 0;
    for (const [id, now] of this.#changed) {
      if (this.#differenceOf(id, now) !== undefined) count += 1;
      at += 1;
      if (at % inOneGo === 0) yield;
    }
    return count;
  }

  /** What the writes amount to: what is new, then what changes. */
  *patches(): Generator<Patch, void, undefined> {
    for (const entity of this.#added) {
      const after: JsonObject = entity;
      yield { table: this.#table, id: entity.id, before: null, after };
    }
    for (const [id, now] of this.#changed) {
      const patch = this.#differenceOf(id, now);
      if (patch !== undefined) yield patch;
    }
  }

  #differenceOf(id: string, now: EntityOf<T>): Patch | undefined {
    const after: JsonObject = now;
    return difference(this.#table, id, this.#network.get(this.#table, id) ?? null, after);
  }
}
