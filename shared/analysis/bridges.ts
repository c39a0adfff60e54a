/**
 * Bridges between groups: of one group, the people who know somebody in another. A bridge hangs on one person where
 * nobody else of the person's own group knows anyone there; it may well be held by several from its other end.
 */
import type { Rows } from './graph';

export interface Bridge {
  readonly from: number;
  readonly to: number;
  /** People of `from` who know somebody in `to`. */
  readonly holders: number;
  /** The one it hangs on; undefined where it has several holders. */
  readonly holder: number | undefined;
}

export interface Bridges {
  /** How many other groups each person knows people in. */
  readonly reach: Int32Array;
  /** Undefined where nobody of the one group knows anyone in the other. */
  between(from: number, to: number): Bridge | undefined;
  readonly all: readonly Bridge[];
}

/**
 * O(ties).
 * @param groups group of each person, -1 for none; numbers 0..groupCount-1
 */
export function bridgesOf(rows: Rows, groups: ArrayLike<number>, groupCount: number): Bridges {
  const { size, starts, ends, neighbours } = rows;
  const reach = new Int32Array(size);
  const found = new Map<number, Bridge>();
  const seenFrom = new Int32Array(groupCount).fill(-1);
  for (let person = 0; person < size; person++) {
    const from = groups[person]!;
    for (let slot = starts[person]!; slot < ends[person]!; slot++) {
      const to = groups[neighbours[slot]!]!;
      if (to < 0 || to === from || seenFrom[to] === person) continue;
      seenFrom[to] = person;
      reach[person]!++;
      if (from < 0) continue;
      const holders = (found.get(from * groupCount + to)?.holders ?? 0) + 1;
      found.set(from * groupCount + to, { from, to, holders, holder: holders === 1 ? person : undefined });
    }
  }
  return { reach, between: (from, to) => found.get(from * groupCount + to), all: [...found.values()] };
}
