/**
 * Reading a file whatever it is: looks at its beginning, then hands its bytes to the reader of that format.
 */
import { KithmapError } from '../errors';
import { bookReader } from './book';
import { calendarReader } from './calendar';
import { cytoscapeReader } from './cytoscape';
import { edgeReader } from './edges';
import { gexfReader } from './gexf';
import { graphmlReader } from './graphml';
import { kithmapReader } from './kithmap';
import { linkedInReader } from './linkedin';
import { invitationsReader, messagesReader } from './linkedin-archive';
import { inUtf8, mixedInUtf8 } from './letters';
import { mailReader } from './mail';
import { mappedReader } from './mapping';
import { monicaReader } from './monica';
import { pajekReader } from './pajek';
import { readWith } from './read-with';
import { recognise, recognisedBytes } from './recognise';
import type { Chunks, FormatName, ImportItem, ReadOptions, RecordReader } from './record';
import { joined } from './text';
import { vcardReader } from './vcard';

const readers: Readonly<Record<FormatName, (options: ReadOptions) => RecordReader>> = {
  linkedin: linkedInReader,
  'linkedin-messages': messagesReader,
  'linkedin-invitations': invitationsReader,
  vcard: vcardReader,
  book: bookReader,
  edges: edgeReader,
  graphml: graphmlReader,
  gexf: gexfReader,
  pajek: pajekReader,
  cytoscape: cytoscapeReader,
  kithmap: kithmapReader,
  mail: mailReader,
  calendar: calendarReader,
  monica: monicaReader,
};

/**
 * Recognises the file and yields what it holds.
 * @throws KithmapError `bad-file` where the file is in no known format or is not what it says it is;
 *   `cancelled` when the signal fires.
 */
export async function* readFile(chunks: Chunks, options: ReadOptions): AsyncGenerator<ImportItem> {
  const { letters, mapping, mixed = false } = options.how ?? {};
  const spelt = letters === undefined ? chunks : (mixed ? mixedInUtf8 : inUtf8)(chunks, letters);
  const { head, all } = await beginning(spelt);
  const format = mapping === undefined ? formatOf(head, options) : 'book';
  options.onFormat?.(format);
  const reader = mapping === undefined ? readers[format](options) : mappedReader(mapping, options);
  yield* readWith(reader, all, options);
}

function formatOf(head: Uint8Array, { as, fileName }: ReadOptions): FormatName {
  if (as !== undefined) return as;
  const recognition = recognise(head.subarray(0, recognisedBytes));
  if ('format' in recognition) return recognition.format;
  throw new KithmapError('bad-file', `${fileName} ${recognition.reason}`);
}

/** The first bytes, and all chunks from the first on. */
export async function beginning(chunks: Chunks): Promise<{ head: Uint8Array; all: Chunks }> {
  const rest = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < recognisedBytes) {
    const next = await rest.next();
    if (next.done === true) break;
    first.push(next.value.slice());
    size += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* first;
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.(); // lets the file be closed where reading ends early
    }
  }
  return { head: joined(first), all: all() };
}
