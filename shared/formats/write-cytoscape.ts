/** The contacts and their ties as the JSON of Cytoscape and Cytoscape.js (format 1.0). */
import type { OpenNetwork } from '../model/network';
import { edgeColumns, nodeColumns, valuesOf } from './graph-columns';
import { exportCreator } from './graphml-keys';

export function* writeCytoscape(network: OpenNetwork): Generator<string> {
  yield `{"format_version":"1.0","generated_by":"${exportCreator}","target_cytoscapejs_version":"~3","data":{"name":"${exportCreator}"},\n`;
  yield '"elements":{"nodes":[';
  let mark = '\n';
  for (const contact of network.all('contacts')) {
    yield `${mark}${element({ id: contact.id }, valuesOf(nodeColumns, contact))}`;
    mark = ',\n';
  }
  yield '],\n"edges":[';
  mark = '\n';
  for (const tie of network.all('ties')) {
    const ends = { id: tie.id, source: tie.a, target: tie.b };
    yield `${mark}${element(ends, valuesOf(edgeColumns, tie))}`;
    mark = ',\n';
  }
  yield ']}}\n';
}

function element(
  who: Readonly<Record<string, string>>,
  values: readonly { readonly name: string; readonly value: string | number }[],
): string {
  return JSON.stringify({
    data: { ...who, ...Object.fromEntries(values.map(({ name, value }) => [name, value])) },
  });
}
