/**
 * Filters and sorts a long list in turns, so that keys and frames are answered while thousands of names are
 * compared: short runs are sorted at once, then merged pair by pair.
 */
import { type Turns, turns } from '../network/turns';

/** Items compared without looking at the clock. */
const runLength = 256;

/** @returns undefined where the signal fired before the end. */
export async function filterAndSort<T>(
  items: readonly T[],
  keep: (item: T) => boolean,
  compare: (a: T, b: T) => number,
  signal: AbortSignal,
): Promise<T[] | undefined> {
  const turn = turns();
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += runLength) {
    runs.push(
      items
        .slice(at, at + runLength)
        .filter(keep)
        .sort(compare),
    );
    await turn.next();
    if (signal.aborted) return undefined;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare, turn));
      if (signal.aborted) return undefined;
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
  turn: Turns,
): Promise<T[]> {
  const merged: T[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    if (compare(left, right) <= 0) {
      merged.push(left);
      i += 1;
    } else {
      merged.push(right);
      j += 1;
    }
    if (merged.length % runLength === 0) await turn.next();
  }
  while (i < a.length) merged.push(a[i++]!);
  while (j < b.length) merged.push(b[j++]!);
  return merged;
}
