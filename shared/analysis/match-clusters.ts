/** Which of the groups found now is which of those from before, so that a cluster keeps its name and colour. */

/**
 * A new group is an old one only if they share this much of all their people; one that was named by hand stays as long
 * as any group has anybody of it.
 */
const leastShare = 0.3;

/**
 * For each new group the number of the old one it continues, or -1. One to one; the pair with the largest
 * Jaccard index (people in both / people in either) is matched first, ties by the smaller numbers.
 *
 * @param before group of each person before, -1 for none; numbers 0..beforeCount-1
 * @param after group of each person now, -1 for none; numbers 0..afterCount-1
 * @param isNamed whether an old group was named by hand: those are matched before all others
 */
export function matchClusters(
  before: ArrayLike<number>,
  beforeCount: number,
  after: ArrayLike<number>,
  afterCount: number,
  isNamed: (was: number) => boolean = () => false,
): Int32Array {
  const beforeSize = new Int32Array(beforeCount);
  const afterSize = new Int32Array(afterCount);
  const shared = new Map<number, number>();
  for (let person = 0; person < after.length; person++) {
    const was = before[person]!;
    const is = after[person]!;
    if (was >= 0) beforeSize[was]!++;
    if (is >= 0) afterSize[is]!++;
    if (was >= 0 && is >= 0)
      shared.set(is * beforeCount + was, (shared.get(is * beforeCount + was) ?? 0) + 1);
  }
  const pairs = [...shared]
    .map(([key, both]) => {
      const is = Math.floor(key / beforeCount);
      const was = key % beforeCount;
      return { is, was, jaccard: both / (beforeSize[was]! + afterSize[is]! - both) };
    })
    .filter(({ was, jaccard }) => jaccard >= leastShare || isNamed(was))
    .sort(
      (p, q) =>
        Number(isNamed(q.was)) - Number(isNamed(p.was)) ||
        q.jaccard - p.jaccard ||
        p.was - q.was ||
        p.is - q.is,
    );
  const continues = new Int32Array(afterCount).fill(-1);
  const taken = new Uint8Array(beforeCount);
  for (const { is, was } of pairs) {
    if (continues[is] !== -1 || taken[was] === 1) continue;
    continues[is] = was;
    taken[was] = 1;
  }
  return continues;
}
