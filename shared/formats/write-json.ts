/** The whole network but the confidential texts as JSON that `readKithmapExport` reads. */
import type { OpenNetwork, OpenTableName } from '../model/network';
import { type TableName, tableNames } from '../model/table-names';
import { exportFormat, exportVersion } from './kithmap';

function isOpen(table: TableName): table is OpenTableName {
  return table !== 'confidential';
}

/** `{format, version, data: {table: {id: entity}}}` in pieces, one for each entity. */
export function* writeJson(network: OpenNetwork): Generator<string> {
  yield `{"format":"${exportFormat}","version":${exportVersion},"data":{`;
  let firstTable = true;
  for (const table of tableNames.filter(isOpen)) {
    yield `${firstTable ? '' : ','}\n${JSON.stringify(table)}:{`;
    firstTable = false;
    let first = true;
    for (const entity of network.all(table)) {
      yield `${first ? '' : ','}\n${JSON.stringify(entity.id)}:${JSON.stringify(entity)}`;
      first = false;
    }
    yield '}';
  }
  yield '}}\n';
}
