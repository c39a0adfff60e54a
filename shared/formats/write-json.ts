/** The whole network as JSON that `readKithmapExport` reads; confidential texts are in it only where they are handed over. */
import type { OpenNetwork, OpenTableName } from '../model/network';
import { secretsOf } from '../model/references';
import { type TableName, tableNames } from '../model/table-names';
import { exportFormat, exportVersion } from './kithmap';

function isOpen(table: TableName): table is OpenTableName {
  return table !== 'confidential';
}

/** One confidential text, by its id. */
export type Reveal = (id: string) => string | undefined;

/**
 * `{format, version, data: {table: {id: entity}}}` in pieces, one for each entity.
 * @param reveal asked for the confidential texts of whatever is written; without it there are none
 */
export function* writeJson(network: OpenNetwork, reveal?: Reveal): Generator<string> {
  yield `{"format":"${exportFormat}","version":${exportVersion},"data":{`;
  const secrets = new Map<string, string>();
  let firstTable = true;
  for (const table of tableNames.filter(isOpen)) {
    yield `${firstTable ? '' : ','}\n${JSON.stringify(table)}:{`;
    firstTable = false;
    let first = true;
    for (const entity of network.all(table)) {
      yield `${first ? '' : ','}\n${JSON.stringify(entity.id)}:${JSON.stringify(entity)}`;
      first = false;
      if (reveal === undefined) continue;
      for (const secret of secretsOf(table, entity)) {
        const text = reveal(secret);
        if (text !== undefined) secrets.set(secret, text);
      }
    }
    yield '}';
  }
  if (reveal !== undefined) {
    const rows = [...secrets].map(([id, text]) => `\n${JSON.stringify(id)}:${JSON.stringify({ id, text })}`);
    yield `,\n"confidential":{${rows.join(',')}}`;
  }
  yield '}}\n';
}
