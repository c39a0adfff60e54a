/** Feeding a reader in slices small enough that a page stays alive and a person can cancel. */
import { KithmapError } from '../errors';
import type { Chunks, ImportItem, ReadOptions, RecordReader } from './record';

/** Bytes handed to a reader at once. */
const sliceSize = 64 * 1024;
/** Milliseconds of work after which others get their turn. */
const turn = 10;

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
