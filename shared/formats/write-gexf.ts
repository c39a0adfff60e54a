/**
 * The contacts and their ties as GEXF 1.2, for Gephi and NetworkX (https://gexf.net/1.2). A tie without a weight has
 * none; archived contacts are among the others.
 */
import type { OpenNetwork } from '../model/network';
import { edgeColumns, type GraphColumn, nodeColumns, valuesOf } from './graph-columns';
import { exportCreator } from './graphml-keys';
import { escaped } from './xml';

/** The weight of a tie is an attribute of its own in GEXF. */
const ofEdges = edgeColumns.filter(({ name }) => name !== 'weight');

export function* writeGexf(network: OpenNetwork): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
  yield `<meta><creator>${exportCreator}</creator></meta>\n`;
  yield '<graph mode="static" defaultedgetype="undirected">\n';
  yield attributes('node', nodeColumns) + attributes('edge', ofEdges);
  yield '<nodes>\n';
  for (const contact of network.all('contacts')) {
    const label = inQuotes(contact.name.full);
    yield `<node id="${escaped(contact.id)}" label="${label}">${values(nodeColumns, contact)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const tie of network.all('ties')) {
    const ends = `source="${escaped(tie.a)}" target="${escaped(tie.b)}"`;
    const weight = tie.weight === undefined ? '' : ` weight="${tie.weight}"`;
    yield `<edge id="${escaped(tie.id)}" ${ends}${weight}>${values(ofEdges, tie)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function attributes<T>(of: 'node' | 'edge', columns: readonly GraphColumn<T>[]): string {
  const each = columns.map(
    ({ name, type }) => `<attribute id="${idOf(name)}" title="${name}" type="${type}"/>`,
  );
  return `<attributes class="${of}">\n${each.join('\n')}\n</attributes>\n`;
}

function values<T>(columns: readonly GraphColumn<T>[], entity: T): string {
  const each = valuesOf(columns, entity).map(
    ({ name, value }) => `<attvalue for="${idOf(name)}" value="${inQuotes(String(value))}"/>`,
  );
  return each.length === 0 ? '' : `<attvalues>${each.join('')}</attvalues>`;
}

const idOf = (name: string): string => name.replaceAll(' ', '-');

/** A reader of XML takes a line break within quotes for a blank, unless it stands as a number. */
const inQuotes = (text: string): string => escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
