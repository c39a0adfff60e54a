/**
 * People and ties without whom a network comes apart, and how many people then lose their way to the largest part that
 * is left of it.
 */
import { blocksOf } from './blocks';
import type { Graph } from './graph';

export interface Cuts {
  /** Per person: how many others are cut off without them; 0 for somebody who is no cut person. */
  readonly fallsOff: Int32Array;
  readonly ties: readonly CutTie[];
}

export interface CutTie {
  /** a < b */
  readonly a: number;
  readonly b: number;
  /** People on the smaller side. */
  readonly fallsOff: number;
}

/** O(people + ties). */
export function cutsOf(graph: Graph): Cuts {
  const { count, starts, people, mass, reach } = blocksOf(graph);
  const others = Float64Array.from(reach, (all) => all - 1);
  const largest = new Float64Array(graph.size);
  const ties: CutTie[] = [];
  for (let block = 0; block < count; block++) {
    const [from, to] = [starts[block]!, starts[block + 1]!];
    for (let at = from; at < to; at++) {
      const person = people[at]!;
      largest[person] = Math.max(largest[person]!, reach[person]! - mass[at]!);
    }
    if (to - from !== 2) continue;
    const [one, other] = [people[from]!, people[from + 1]!];
    const fallsOff = Math.min(mass[from]!, mass[from + 1]!);
    ties.push({ a: Math.min(one, other), b: Math.max(one, other), fallsOff });
  }
  const fallsOff = Int32Array.from(largest, (part, person) => (part === 0 ? 0 : others[person]! - part));
  return { fallsOff, ties: ties.sort((a, b) => a.a - b.a || a.b - b.b) };
}
