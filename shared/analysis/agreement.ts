/**
 * How far groups can be trusted: method and chance draw borders that the ties do not hold. A group is one if it comes
 * out again whenever groups are looked for afresh (measures.md 2).
 */

import type { Chunked } from './chunked';

/** `clear`: to be drawn; `soft`: to be drawn softly, and said; `unclear`: not to be drawn. */
export const clarities = ['clear', 'soft', 'unclear'] as const;
export type Clarity = (typeof clarities)[number];

const leastOfClear = 0.75;
const leastOfSoft = 0.5;
/** Below this modularity there are no clear groups, however alike they come out. */
const leastModularity = 0.3;

/** @param agreement 0..1 */
export function clarityOf(agreement: number): Clarity {
  if (agreement >= leastOfClear) return 'clear';
  return agreement >= leastOfSoft ? 'soft' : 'unclear';
}

/** Whether there are clear groups at all. @param agreement of each group that was tried */
export function hasClearGroups(modularity: number, agreement: readonly number[]): boolean {
  if (modularity < leastModularity) return false;
  return agreement.length === 0 || agreement.some((one) => clarityOf(one) !== 'unclear');
}

/**
 * Per group the mean over partitions of the Jaccard index (people in both / people in either) with the group there that
 * is most alike.
 * @param groups group of each person, 0..count-1, -1 for none
 */
export function* agreementOf(
  groups: ArrayLike<number>,
  count: number,
  partitions: readonly { readonly groups: ArrayLike<number>; readonly count: number }[],
): Chunked<Float64Array> {
  const sizes = new Int32Array(count);
  for (let person = 0; person < groups.length; person++) if (groups[person]! >= 0) sizes[groups[person]!]!++;
  const agreement = new Float64Array(count);
  for (const [number, other] of partitions.entries()) {
    const otherSizes = new Int32Array(other.count);
    const both = new Map<number, number>();
    for (let person = 0; person < groups.length; person++) {
      const there = other.groups[person]!;
      otherSizes[there]!++;
      if (groups[person]! < 0) continue;
      const key = groups[person]! * other.count + there;
      both.set(key, (both.get(key) ?? 0) + 1);
    }
    const best = new Float64Array(count);
    for (const [key, shared] of both) {
      const group = Math.floor(key / other.count);
      const alike = shared / (sizes[group]! + otherSizes[key % other.count]! - shared);
      best[group] = Math.max(best[group]!, alike);
    }
    for (let group = 0; group < count; group++) agreement[group]! += best[group]!;
    yield (number + 1) / partitions.length;
  }
  return agreement.map((sum) => Math.min(1, sum / Math.max(1, partitions.length)));
}
