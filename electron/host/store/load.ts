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

/** Rows that have changed since they were parsed, by table. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Others get their turn while a large file is taken in.
 * @param parsed where the rows were read by our schemas before they were written: all but these. They are taken as
 * they are, and become the network's own.
 */
export async function loadNetwork(tables: RawTables, parsed?: Touched): Promise<Loaded> {
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
    const touched = parsed?.get(table);
    for (const [id, row] of rows) {
      if (++count % rowsPerTurn === 0) await turn();
      if (parsed !== undefined && touched?.has(id) !== true && network.take(known.data, id, row)) continue;
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
