/**
 * Reading a file whatever it is: looks at its beginning, then hands its bytes to the reader of that format, in
 * slices small enough that a page stays alive and a person can cancel.
 */
import { KithmapError } from '../errors';
import { linkedInReader } from './linkedin';
import { recognise, recognisedBytes } from './recognise';
import type { Chunks, FormatName, ImportItem, ReadOptions, RecordReader } from './record';
import { joined } from './text';
import { vcardReader } from './vcard';

/** Bytes handed to a reader at once. */
const sliceSize = 64 * 1024;
/** Milliseconds of work after which others get their turn. */
const turn = 10;

const readers: Readonly<Partial<Record<FormatName, (options: ReadOptions) => RecordReader>>> = {
  linkedin: linkedInReader,
  vcard: vcardReader,
};

/**
 * Recognises the file and yields what it holds.
 * @throws KithmapError `bad-file` where the file is in no known format or is not what it says it is;
 *   `cancelled` when the signal fires.
 */
export async function* readFile(chunks: Chunks, options: ReadOptions): AsyncGenerator<ImportItem> {
  const { head, all } = await beginning(chunks);
  const recognition = recognise(head.subarray(0, recognisedBytes));
  if (!('format' in recognition)) {
    throw new KithmapError('bad-file', `${options.fileName} ${recognition.reason}`);
  }
  options.onFormat?.(recognition.format);
  const makeReader = readers[recognition.format];
  if (makeReader === undefined) {
    throw new KithmapError('bad-file', `${options.fileName} cannot be read yet.`);
  }
  yield* readWith(makeReader(options), all, options);
}

/** Feeds a reader, giving way to others every few milliseconds. @throws KithmapError `cancelled`. */
export async function* readWith(
  reader: RecordReader,
  chunks: Chunks,
  options: ReadOptions,
): AsyncGenerator<ImportItem> {
  let read = 0;
  let turnEnds = performance.now() + turn;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += sliceSize) {
      checkCancelled(options);
      const slice = chunk.subarray(at, at + sliceSize);
      yield* reader.push(slice);
      read += slice.length;
      options.onProgress?.(read);
      if (performance.now() < turnEnds) continue;
      await nextTurn();
      turnEnds = performance.now() + turn;
    }
  }
  checkCancelled(options);
  yield* reader.end();
}

function checkCancelled({ signal, fileName }: ReadOptions): void {
  if (signal?.aborted === true) {
    throw new KithmapError('cancelled', `Reading ${fileName} was cancelled. Nothing was changed.`);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** The first bytes, and all chunks from the first on. */
async function beginning(chunks: Chunks): Promise<{ head: Uint8Array; all: Chunks }> {
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
