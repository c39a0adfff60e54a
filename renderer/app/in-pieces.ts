/**
 * Runs what a large part of the page is made of piece by piece: each after those it rests on, each in a task of its
 * own. All at once, they would stop the page for longer than it may.
 */
import { nextTask } from '../network/turns';

export async function inPieces(pieces: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const run of pieces) {
    await run();
    await nextTask();
  }
}
