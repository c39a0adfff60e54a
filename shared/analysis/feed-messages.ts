/**
 * A network, and then its edits, as messages to the analysis service. A host sends the network table by table;
 * after that every edit's patches are cut down to the fields of the feed. Neither looks anything up, so a page that
 * holds only part of the network can pass edits on.
 */
import type { OpenNetwork } from '../model/network';
import type { Patch } from '../model/patch';
import { feedSchemas, type FeedTable, feedTables, isFeedTable, sliceLength } from './feed';
import type { ToAnalysis } from './service-messages';

/** The whole network as messages to the analysis: slices, and `loaded` as the last. */
export function* feedMessages(network: OpenNetwork, seq: number): Generator<ToAnalysis, void, undefined> {
  for (const table of feedTables) {
    let rows: Record<string, unknown>[] = [];
    for (const entity of network.all(table)) {
      rows.push(picked(table, { ...entity }));
      if (rows.length < sliceLength) continue;
      yield { type: 'load', table, rows };
      rows = [];
    }
    if (rows.length > 0) yield { type: 'load', table, rows };
  }
  yield { type: 'loaded', seq };
}

/** One edit as messages to the analysis; none of its patches may matter, the `seq` does all the same. */
export function changeMessages(seq: number, patches: readonly Patch[]): ToAnalysis[] {
  const cut = patches.flatMap(({ table, id, before, after }) => {
    if (!isFeedTable(table)) return [];
    const was = before && picked(table, before);
    const is = after && picked(table, after);
    const nothing = was && is && Object.keys(was).length === 0 && Object.keys(is).length === 0;
    return nothing ? [] : [{ table, id, before: was, after: is }];
  });
  const messages: ToAnalysis[] = [];
  for (let from = 0; from === 0 || from < cut.length; from += sliceLength) {
    const more = from + sliceLength < cut.length;
    messages.push({ type: 'changes', seq, patches: cut.slice(from, from + sliceLength), more });
  }
  return messages;
}

/** The fields of an entity, or of a part of one, that the feed holds. */
function picked(table: FeedTable, entity: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of Object.keys(feedSchemas[table].shape)) {
    if (entity[field] !== undefined) fields[field] = entity[field];
  }
  return fields;
}
