/** People who know the same others, and each other or not: whatever is shortest for one is shortest for the other. */

interface Places {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

export interface Twins {
  /** The first of the twins of each person; somebody without any is their own. */
  readonly twinOf: Int32Array;
  /** 1 for the first of twins who do not know each other. */
  readonly apart: Uint8Array;
}

/**
 * Expected O(people + ties). Nobody is in two sets: who has the same others as some who know each other and as some
 * who do not cannot be.
 * @param among 1 for people who may have twins
 */
export function findTwins(places: Places, among: Uint8Array): Twins {
  const { size, offsets, neighbours } = places;
  const twinOf = Int32Array.from({ length: size }, (_, place) => place);
  const apart = new Uint8Array(size);
  const mark = new Int32Array(size).fill(-1);
  for (const together of [false, true]) {
    const seen = new Map<number, number[]>();
    for (let place = 0; place < size; place++) {
      const from = offsets[place]!;
      const to = offsets[place + 1]!;
      if (among[place] !== 1 || twinOf[place] !== place || apart[place] === 1 || from === to) continue;
      let key = together ? keyOf(place) : 0;
      for (let slot = from; slot < to; slot++) key = (key + keyOf(neighbours[slot]!)) | 0;
      const alike = seen.get(key);
      if (alike === undefined) {
        seen.set(key, [place]);
        continue;
      }
      for (let slot = from; slot < to; slot++) mark[neighbours[slot]!] = place;
      const first = alike.find((other) => hasSameOthers(other, place, together));
      if (first === undefined) {
        alike.push(place);
      } else {
        twinOf[place] = first;
        if (!together) apart[first] = 1;
      }
    }
  }
  return { twinOf, apart };

  /** With the others of `place` marked. */
  function hasSameOthers(other: number, place: number, together: boolean): boolean {
    if (offsets[other + 1]! - offsets[other]! !== offsets[place + 1]! - offsets[place]!) return false;
    for (let slot = offsets[other]!; slot < offsets[other + 1]!; slot++) {
      if (mark[neighbours[slot]!] === place) continue;
      if (!together || neighbours[slot] !== place) return false;
    }
    return true;
  }
}

/** A number that looks like chance, so that sums of some are hardly ever alike. */
function keyOf(place: number): number {
  const mixed = Math.imul(place + 1, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
}
