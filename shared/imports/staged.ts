/** One table as it will be after the import: reads fall through to the network, writes stay here until they are patches. */
import type { JsonObject } from '../json';
import type { ReadonlyNetwork } from '../model/network';
import { difference, type Patch } from '../model/patch';
import type { TableName } from '../model/table-names';
import type { EntityOf } from '../model/tables';

export class Staged<T extends TableName> {
  readonly #network: ReadonlyNetwork;
  readonly #table: T;
  readonly #written = new Map<string, EntityOf<T>>();

  constructor(network: ReadonlyNetwork, table: T) {
    this.#network = network;
    this.#table = table;
  }

  get(id: string): EntityOf<T> | undefined {
    return this.#written.get(id) ?? this.#network.get(this.#table, id);
  }

  /** Adds an entity, or puts it in the place of the one with its id. */
  put(id: string, entity: EntityOf<T>): void {
    this.#written.set(id, entity);
  }

  isNew(id: string): boolean {
    return this.#written.has(id) && !this.#network.has(this.#table, id);
  }

  /** The ids of what was written, in the order of first writing. */
  written(): Iterable<string> {
    return this.#written.keys();
  }

  /** What the writes to one entity amount to; nothing where there were none. */
  patch(id: string): Patch | undefined {
    const now = this.#written.get(id);
    if (now === undefined) return undefined;
    const before: JsonObject | null = this.#network.get(this.#table, id) ?? null;
    const after: JsonObject = now;
    return difference(this.#table, id, before, after);
  }

  /** What the writes amount to, in the order of first writing. */
  *patches(): Generator<Patch> {
    for (const id of this.#written.keys()) {
      const patch = this.patch(id);
      if (patch !== undefined) yield patch;
    }
  }
}
