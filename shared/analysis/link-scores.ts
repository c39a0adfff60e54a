/**
 * Whether two people who do not know each other are likely to meet, from whom both know: the classic scores. With z going
 * over the common contacts of a and b, k_z how many people z knows, and f_z how fresh the staler of z's ties with both is:
 *
 *   common neighbours     sum of 1            (M. E. J. Newman, Phys. Rev. E 64, 2001)
 *   Adamic-Adar           sum of 1 / ln k_z   (L. A. Adamic, E. Adar, Social Networks 25, 2003)
 *   resource allocation   sum of 1 / k_z      (T. Zhou, L. Lu, Y.-C. Zhang, Eur. Phys. J. B 71, 2009)
 *   aged                  f_z in place of 1
 */
import type { Rows } from './graph';

export interface LinkScores {
  readonly commonNeighbours: number;
  readonly adamicAdar: number;
  readonly resourceAllocation: number;
  readonly agedAdamicAdar: number;
  readonly agedResourceAllocation: number;
}

/**
 * O(contacts of a + contacts of b).
 * @param rows the weight of a tie is how fresh it is, 0..1: 2^(-silence / half-life) (`freshness`)
 */
export function linkScores({ starts, ends, neighbours, weights }: Rows, a: number, b: number): LinkScores {
  let commonNeighbours = 0;
  let adamicAdar = 0;
  let resourceAllocation = 0;
  let agedAdamicAdar = 0;
  let agedResourceAllocation = 0;
  let inA = starts[a]!;
  let inB = starts[b]!;
  while (inA < ends[a]! && inB < ends[b]!) {
    const difference = neighbours[inA]! - neighbours[inB]!;
    if (difference === 0) {
      const common = neighbours[inA]!;
      const degree = ends[common]! - starts[common]!;
      const fresh = Math.min(weights[inA]!, weights[inB]!);
      commonNeighbours++;
      adamicAdar += 1 / Math.log(degree);
      resourceAllocation += 1 / degree;
      agedAdamicAdar += fresh / Math.log(degree);
      agedResourceAllocation += fresh / degree;
    }
    if (difference <= 0) inA++;
    if (difference >= 0) inB++;
  }
  return { commonNeighbours, adamicAdar, resourceAllocation, agedAdamicAdar, agedResourceAllocation };
}

/** @param silence days since the last contact of the two, or any other unit that `halfLife` is in */
export function freshness(silence: number, halfLife: number): number {
  return 2 ** (-silence / halfLife);
}

/** The people two steps from somebody: not known to them, with a common contact. Ascending. */
export function twoStepsFrom({ starts, ends, neighbours }: Rows, person: number): number[] {
  const near = new Set([person]);
  for (let slot = starts[person]!; slot < ends[person]!; slot++) near.add(neighbours[slot]!);
  const far = new Set<number>();
  for (let slot = starts[person]!; slot < ends[person]!; slot++) {
    const between = neighbours[slot]!;
    for (let next = starts[between]!; next < ends[between]!; next++) {
      if (!near.has(neighbours[next]!)) far.add(neighbours[next]!);
    }
  }
  return [...far].sort((a, b) => a - b);
}
