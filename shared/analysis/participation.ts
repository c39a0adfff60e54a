/**
 * How evenly somebody's ties spread over the clusters: 1 - sum over clusters g of (k_ig / k_i)^2. 0: all in one cluster.
 * R. Guimera and L. A. Nunes Amaral, Nature 433 (2005). To be compared only between people with four ties or more.
 */
import type { Rows } from './graph';

/** @param groups cluster of each person, -1 for none: everybody in none is a cluster of one. Null without ties. */
export function participation(rows: Rows, groups: ArrayLike<number>, person: number): number | null {
  const { starts, ends, neighbours } = rows;
  const ties = ends[person]! - starts[person]!;
  if (ties === 0) return null;
  const into = new Map<number, number>();
  let alone = 0;
  for (let slot = starts[person]!; slot < ends[person]!; slot++) {
    const group = groups[neighbours[slot]!]!;
    if (group < 0) alone++;
    else into.set(group, (into.get(group) ?? 0) + 1);
  }
  let same = alone / ties ** 2;
  for (const count of into.values()) same += (count / ties) ** 2;
  return Math.max(0, 1 - same);
}
