/** The contacts and their ties as GraphML, for Gephi, yEd, igraph, NetworkX and this app. */
import type { OpenNetwork } from '../model/network';
import { edgeColumns, type GraphColumn, nodeColumns, valuesOf } from './graph-columns';
import { exportPrefix } from './graphml-keys';
import { escaped } from './xml';

const keyId = (scope: 'node' | 'edge', name: string): string =>
  `${exportPrefix}${scope}-${name.replaceAll(' ', '-')}`;

/** The file in pieces, one for each contact and tie; archived contacts are among them. */
export function* writeGraphML(network: OpenNetwork): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keys('node', nodeColumns);
  yield* keys('edge', edgeColumns);
  yield '<graph id="kithmap" edgedefault="undirected">\n';
  for (const contact of network.all('contacts')) {
    yield `<node id="${escaped(contact.id)}">${data('node', nodeColumns, contact)}</node>\n`;
  }
  for (const tie of network.all('ties')) {
    const [a, b] = [escaped(tie.a), escaped(tie.b)];
    yield `<edge id="${escaped(tie.id)}" source="${a}" target="${b}">${data('edge', edgeColumns, tie)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function* keys<T>(scope: 'node' | 'edge', columns: readonly GraphColumn<T>[]): Generator<string> {
  for (const { name, type } of columns) {
    yield `<key id="${keyId(scope, name)}" for="${scope}" attr.name="${name}" attr.type="${type}"/>\n`;
  }
}

function data<T>(scope: 'node' | 'edge', columns: readonly GraphColumn<T>[], entity: T): string {
  return valuesOf(columns, entity)
    .map(({ name, value }) => `<data key="${keyId(scope, name)}">${escaped(String(value))}</data>`)
    .join('');
}
