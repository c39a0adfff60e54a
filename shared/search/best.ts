/**
 * The first few of many in some order, without putting all of them in order: a heap holds the few that are first so
 * far, with the last of them on top, and most of the others are compared with that one alone.
 *
 * @param compare negative where `a` comes first; of two different items neither may be equal to the other.
 */
export function firstOf<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (items.length <= count) return [...items].sort(compare);
  if (count <= 0) return [];
  const heap = items.slice(0, count).sort((a, b) => compare(b, a));
  for (let at = count; at < items.length; at += 1) {
    const item = items[at]!;
    if (compare(item, heap[0]!) < 0) replaceTop(heap, item, compare);
  }
  return heap.sort(compare);
}

/** Lets the new item sink until nothing below it comes after it. */
function replaceTop<T>(heap: T[], item: T, compare: (a: T, b: T) => number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && compare(heap[below + 1]!, heap[below]!) > 0) below += 1;
    if (compare(heap[below]!, item) <= 0) break;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = item;
}
