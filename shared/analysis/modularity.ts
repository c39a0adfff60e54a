/**
 * Modularity of a partition, how alike two partitions are.
 *
 *   Q = sum over groups c of [ e_c / m - gamma (K_c / 2m)^2 ]
 *
 * e_c: weight of the ties inside c; K_c: sum of the strengths of its people; m: weight of all ties.
 * M. E. J. Newman and M. Girvan, Phys. Rev. E 69 (2004); gamma: J. Reichardt and S. Bornholdt (2006).
 */
import type { Graph } from './graph';

/** A graph without ties has modularity 0. `groups` are small whole numbers, not necessarily all used. */
export function modularity(graph: Graph, groups: ArrayLike<number>, gamma = 1): number {
  const { size, offsets, neighbours, weights } = graph;
  let count = 0;
  for (let person = 0; person < size; person++) count = Math.max(count, groups[person]! + 1);
  const total = new Float64Array(count);
  let inside = 0; // each tie twice
  let all = 0;
  for (let person = 0; person < size; person++) {
    const group = groups[person]!;
    for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
      const weight = weights[slot]!;
      all += weight;
      total[group]! += weight;
      if (groups[neighbours[slot]!] === group) inside += weight;
    }
  }
  if (all === 0) return 0;
  return inside / all - gamma * total.reduce((sum, k) => sum + (k / all) ** 2, 0);
}

/** Groups numbered 0.. by their first person; how many there are. `groups` are small whole numbers, none negative. */
export function compactGroups(groups: ArrayLike<number>): { groups: Int32Array; count: number } {
  let numbers = 0;
  for (let person = 0; person < groups.length; person++) numbers = Math.max(numbers, groups[person]! + 1);
  const number = new Int32Array(numbers).fill(-1);
  const compact = new Int32Array(groups.length);
  let count = 0;
  for (let person = 0; person < groups.length; person++) {
    const group = groups[person]!;
    if (number[group] === -1) number[group] = count++;
    compact[person] = number[group]!;
  }
  return { groups: compact, count };
}

/**
 * How alike two partitions of the same people are, corrected for chance: 1 the same, about 0 unrelated.
 * L. Hubert and P. Arabie, Comparing partitions, J. Classification 2 (1985).
 */
export function adjustedRand(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const both = new Map<string, number>();
  const ones = new Map<number, number>();
  const others = new Map<number, number>();
  for (let i = 0; i < one.length; i++) {
    const a = one[i]!;
    const b = other[i]!;
    const key = `${a} ${b}`;
    both.set(key, (both.get(key) ?? 0) + 1);
    ones.set(a, (ones.get(a) ?? 0) + 1);
    others.set(b, (others.get(b) ?? 0) + 1);
  }
  const sumOf = (counts: Map<unknown, number>): number =>
    [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
  const index = sumOf(both);
  const expected = (sumOf(ones) * sumOf(others)) / Math.max(1, pairs(one.length));
  const best = (sumOf(ones) + sumOf(others)) / 2;
  return best === expected ? 1 : (index - expected) / (best - expected);
}
