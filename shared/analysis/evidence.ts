/** What stands behind a number of a connector, as people one can name. */
import { type Rows } from './graph';

export interface PairThrough {
  readonly a: number;
  readonly b: number;
  /** Of the shortest ways of the two, the share that runs through the person. */
  readonly share: number;
}

/** Pairs looked at: with a thousand contacts there are half a million. */
const mostLooked = 20_000;

/**
 * Pairs of a person's contacts who do not know each other, those first whose every shortest way runs through the
 * person, of those the ones in different groups first.
 *
 * @param groups cluster of each person, -1 for none
 * @returns at most `most` pairs
 */
export function pairsThrough(
  rows: Rows,
  person: number,
  groups: ArrayLike<number>,
  most: number,
): PairThrough[] {
  const { starts, ends, neighbours } = rows;
  const contacts = neighbours.slice(starts[person], ends[person]);
  const found: (PairThrough & { readonly apart: boolean })[] = [];
  const stride = Math.max(1, Math.ceil((contacts.length * (contacts.length - 1)) / 2 / mostLooked));
  let seen = 0;
  for (let i = 0; i < contacts.length; i++) {
    for (let j = i + 1; j < contacts.length; j++) {
      if (seen++ % stride > 0) continue;
      const [a, b] = [contacts[i]!, contacts[j]!];
      const between = inCommon(rows, a, b);
      if (between === undefined) continue;
      found.push({ a, b, share: 1 / between, apart: groups[a] !== groups[b] });
    }
  }
  found.sort(
    (one, other) =>
      other.share - one.share ||
      Number(other.apart) - Number(one.apart) ||
      one.a - other.a ||
      one.b - other.b,
  );
  return found.slice(0, most).map(({ a, b, share }) => ({ a, b, share }));
}

/** How many people both know; undefined where the two know each other. Rows are ascending. */
function inCommon({ starts, ends, neighbours }: Rows, a: number, b: number): number | undefined {
  let [i, j, common] = [starts[a]!, starts[b]!, 0];
  while (i < ends[a]! && j < ends[b]!) {
    const [one, other] = [neighbours[i]!, neighbours[j]!];
    if (one === b || other === a) return undefined;
    if (one === other) common++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  for (; i < ends[a]!; i++) if (neighbours[i] === b) return undefined;
  for (; j < ends[b]!; j++) if (neighbours[j] === a) return undefined;
  return common;
}

/** Who loses their way to the largest part of the rest without a person; nobody for one who is no cut person. */
export function whoFallsOff(rows: Rows, person: number): number[] {
  const { size, starts, ends, neighbours } = rows;
  const part = new Int32Array(size).fill(-1);
  part[person] = size;
  const parts: number[][] = [];
  for (let slot = starts[person]!; slot < ends[person]!; slot++) {
    const first = neighbours[slot]!;
    if (part[first]! >= 0) continue;
    const own = [first];
    part[first] = parts.length;
    for (const member of own) {
      for (let at = starts[member]!; at < ends[member]!; at++) {
        const other = neighbours[at]!;
        if (part[other]! >= 0) continue;
        part[other] = parts.length;
        own.push(other);
      }
    }
    parts.push(own);
  }
  parts.sort((a, b) => b.length - a.length);
  return parts.slice(1).flat();
}
