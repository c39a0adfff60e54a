/** A network seen ever more coarsely: people first, then groups of them with the ties between. */
import type { Chunked } from './chunked';
import type { Graph } from './graph';

/** A graph of people, or of groups with the ties between them. */
export interface Level {
  readonly graph: Graph;
  /** Sum of the weights at each, the ties inside a group (which are no arcs here) counted twice. */
  readonly strength: Float64Array;
  /** Sum of the strengths: twice the weight of all ties. */
  readonly total: number;
}

/** Arcs looked at between two yields; about a millisecond. */
export const arcsPerChunk = 50_000;

export function levelOf(graph: Graph): Level {
  const { size, offsets, weights } = graph;
  const strength = new Float64Array(size);
  let total = 0;
  for (let person = 0; person < size; person++) {
    let sum = 0;
    for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) sum += weights[slot]!;
    strength[person] = sum;
    total += sum;
  }
  return { graph, strength, total };
}

/** The graph of the groups of a level, numbered 0..count-1. */
export function* aggregate(level: Level, groups: Int32Array, count: number): Chunked<Level> {
  const { size, offsets: starts, neighbours: heads, weights: arcs } = level.graph;
  const firstOf = new Int32Array(count + 1);
  for (let node = 0; node < size; node++) firstOf[groups[node]! + 1]!++;
  for (let group = 0; group < count; group++) firstOf[group + 1]! += firstOf[group]!;
  const byGroup = new Int32Array(size);
  const fill = firstOf.slice(0, count);
  for (let node = 0; node < size; node++) byGroup[fill[groups[node]!]!++] = node;

  const strength = new Float64Array(count);
  const offsets = new Int32Array(count + 1);
  const neighbours = new Int32Array(heads.length);
  const weights = new Float64Array(heads.length);
  const slotOf = new Int32Array(count).fill(-1);
  let end = 0;
  let budget = arcsPerChunk;
  for (let group = 0; group < count; group++) {
    const rowStart = end;
    let sum = 0;
    for (let i = firstOf[group]!; i < firstOf[group + 1]!; i++) {
      const node = byGroup[i]!;
      sum += level.strength[node]!;
      for (let slot = starts[node]!; slot < starts[node + 1]!; slot++) {
        const other = groups[heads[slot]!]!;
        if (other === group) continue;
        const known = slotOf[other]!;
        if (known >= rowStart) {
          weights[known]! += arcs[slot]!;
        } else {
          slotOf[other] = end;
          neighbours[end] = other;
          weights[end++] = arcs[slot]!;
        }
      }
      budget -= starts[node + 1]! - starts[node]!;
    }
    strength[group] = sum;
    offsets[group + 1] = end;
    if (budget > 0) continue;
    budget = arcsPerChunk;
    yield 0.5;
  }
  const graph = {
    size: count,
    offsets,
    neighbours: neighbours.slice(0, end),
    weights: weights.slice(0, end),
  };
  return { graph, strength, total: level.total };
}

/** Modularity if every node of a level is a group. */
export function modularityOfNodes({ graph, strength, total }: Level, gamma: number): number {
  if (total === 0) return 0;
  let outside = 0;
  for (const weight of graph.weights) outside += weight;
  let expected = 0;
  for (const own of strength) expected += (own / total) ** 2;
  return 1 - outside / total - gamma * expected;
}
