/** Rows of a file as a network in memory. */
import { setImmediate as turn } from 'node:timers/promises';
import { KithmapError } from '../../../shared/errors';
import type { JsonObject } from '../../../shared/json';
import type { RawTables } from '../../../shared/model/migrations/migration';
import { Network } from '../../../shared/model/network';
import { TableName } from '../../../shared/model/table-names';

const rowsPerTurn = 2_000;

export interface Loaded {
  readonly network: Network;
  /** Rows that the network cannot hold: of unknown tables, or not understood. They are kept as they are. */
  readonly left: RawTables;
  /** What is not understood, as sentences. */
  readonly leftOut: readonly string[];
}

/** Others get their turn while a large file is taken in. */
export async function loadNetwork(tables: RawTables): Promise<Loaded> {
  const network = new Network();
  const left: RawTables = new Map();
  const leftOut: string[] = [];
  let count = 0;
  for (const [table, rows] of tables) {
    const known = TableName.safeParse(table);
    if (!known.success) {
      if (rows.size > 0) left.set(table, rows);
      continue;
    }
    for (const [id, row] of rows) {
      if (++count % rowsPerTurn === 0) await turn();
      try {
        network.load(known.data, id, row);
      } catch (error) {
        if (!(error instanceof KithmapError)) throw error;
        const others = left.get(table) ?? new Map<string, JsonObject>();
        left.set(table, others.set(id, row));
        leftOut.push(`Something in your network is not understood and not shown: ${error.message}`);
      }
    }
  }
  return { network, left, leftOut };
}
