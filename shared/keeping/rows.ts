/** What a table holds about a contact, by the derived indices. */
import type { OpenNetwork, OpenTableName } from '../model/network';
import type { EntityOf } from '../model/tables';

export function rowsOf<T extends OpenTableName>(
  network: OpenNetwork,
  table: T,
  contact: string,
): EntityOf<T>[] {
  const rows: EntityOf<T>[] = [];
  for (const id of network.index.referring('contacts', contact, table)) {
    const row = network.get(table, id);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
