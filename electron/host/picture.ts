/**
 * Tables of a network as they are at one moment. Entities never change, so lists of them are all it takes; lookups
 * still see the network as it goes on.
 */
import { setImmediate } from 'node:timers/promises';
import type { OpenNetwork, OpenTableName } from '../../shared/model/network';
import type { EntityOf } from '../../shared/model/tables';

export class Picture implements OpenNetwork {
  readonly #network: OpenNetwork;
  readonly #rows = new Map<OpenTableName, readonly unknown[]>();

  /** Take it while nothing is written. Others get their turn between two tables. */
  static async take(network: OpenNetwork, tables: readonly OpenTableName[]): Promise<Picture> {
    const picture = new Picture(network);
    for (const table of tables) {
      picture.#rows.set(table, [...network.all(table)]);
      await setImmediate();
    }
    return picture;
  }

  private constructor(network: OpenNetwork) {
    this.#network = network;
  }

  get index(): OpenNetwork['index'] {
    return this.#network.index;
  }

  get<T extends OpenTableName>(table: T, id: string): EntityOf<T> | undefined {
    return this.#network.get(table, id);
  }

  has(table: OpenTableName, id: string): boolean {
    return this.#network.has(table, id);
  }

  /** Of a table that is in the picture; others are empty. */
  all<T extends OpenTableName>(table: T): IterableIterator<EntityOf<T>> {
    const rows = this.#rows.get(table) ?? [];
    return (isListOf<T>(rows) ? rows : []).values();
  }

  count(table: OpenTableName): number {
    return this.#rows.get(table)?.length ?? 0;
  }
}

/** Lists are kept under the name of the table that they were taken of. */
function isListOf<T extends OpenTableName>(list: readonly unknown[]): list is readonly EntityOf<T>[] {
  return Array.isArray(list);
}
