/** Connected components: who can reach whom over any number of ties. */
import type { Graph } from './graph';

export interface Components {
  readonly count: number;
  /** Component of each person, numbered by its first person. */
  readonly of: Int32Array;
  /** People in each component. */
  readonly sizes: Int32Array;
}

/**
 * @param within only ties between people with the same value here connect (for the connected pieces of the
 *   groups of a partition); absent: every tie connects.
 */
export function connectedComponents(graph: Graph, within?: ArrayLike<number>): Components {
  const { size, offsets, neighbours } = graph;
  const of = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  const sizes = new Int32Array(size);
  let count = 0;
  for (let start = 0; start < size; start++) {
    if (of[start] !== -1) continue;
    let end = 0;
    queue[end++] = start;
    of[start] = count;
    for (let next = 0; next < end; next++) {
      const person = queue[next]!;
      for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
        const other = neighbours[slot]!;
        if (of[other] !== -1 || (within && within[other] !== within[person])) continue;
        of[other] = count;
        queue[end++] = other;
      }
    }
    sizes[count++] = end;
  }
  return { count, of, sizes: sizes.slice(0, count) };
}
