/**
 * Who of those whom I know knows whom, for introductions: the ties of the graph of warm paths without mine, each as fresh
 * as its last dated sign of contact. People have the indices that they have there; I am person 0, without ties.
 */
import { graphInSteps, type Rows, rowsOf } from '../analysis/graph';
import type { Evidence } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { evidenceOf } from '../paths/tie-now';
import { meIndex, type WarmGraph } from '../paths/warm-graph';
import type { Steps } from '../steps';
import { type Day, daysBetween } from '../time';
import { tieFreshness } from './plausibility';

/** A tie of which no day is on record counts as if it had been silent for so long. */
const undated = 90;
/** Whoever knows more people than this says little about any two of them, and is passed over. */
export const hub = 200;

export interface PairGraph {
  readonly rows: Rows;
  /** My aged strength with each; 0 for whom I cannot introduce. */
  readonly strength: Float64Array;
  /** 1 for whom I may name as somebody whom both know. */
  readonly links: Uint8Array;
}

/** Whoever knows two people, and what that adds to their plausibility. */
export interface Common {
  readonly person: number;
  readonly adds: number;
}

export function* pairGraph(network: OpenNetwork, graph: WarmGraph, today: Day): Steps<PairGraph> {
  const [a, b, weight]: [number[], number[], number[]] = [[], [], []];
  for (const tie of network.all('ties')) {
    yield;
    const [from, to] = [graph.indexOf(tie.a), graph.indexOf(tie.b)];
    if (from === undefined || to === undefined || from === meIndex || to === meIndex) continue;
    if (graph.rows.weight(from, to) === 0) continue;
    a.push(from);
    b.push(to);
    weight.push(tieFreshness(silenceOf(evidenceOf(network, tie.id), today)));
  }
  const { size } = graph.rows;
  const rows = rowsOf(yield* graphInSteps(size, { a, b, weight }));
  const [strength, links] = [new Float64Array(size), new Uint8Array(size)];
  for (let index = 1; index < size; index++) {
    const id = graph.ids[index];
    const contact = id === undefined ? undefined : network.get('contacts', id);
    if (contact === undefined || contact.archived === true || contact.noMeasures === true) continue;
    links[index] = rows.ends[index]! - rows.starts[index]! > hub ? 0 : 1;
    const tie = graph.rows.weight(meIndex, index);
    if (tie > 0) strength[index] = graph.strengthOf(tie);
    yield;
  }
  return { rows, strength, links };
}

/** What somebody said or a list holds is no contact of the two. */
export const contactKinds: ReadonlySet<Evidence['kind']> = new Set([
  'file',
  'meeting',
  'mail',
  'introduction',
]);

function silenceOf(evidence: readonly Evidence[], today: Day): number {
  let last: Day | undefined;
  for (const { kind, day } of evidence) {
    if (day === undefined || day > today || !contactKinds.has(kind)) continue;
    if (last === undefined || day > last) last = day;
  }
  return last === undefined ? undated : daysBetween(last, today);
}

/** Who knows both, the ones who add most first. */
export function commonOf({ rows, links }: PairGraph, a: number, b: number): Common[] {
  const { starts, ends, neighbours, weights } = rows;
  const found: Common[] = [];
  let [inA, inB] = [starts[a]!, starts[b]!];
  while (inA < ends[a]! && inB < ends[b]!) {
    const difference = neighbours[inA]! - neighbours[inB]!;
    if (difference === 0 && links[neighbours[inA]!] === 1) {
      const person = neighbours[inA]!;
      const adds = Math.min(weights[inA]!, weights[inB]!) / (ends[person]! - starts[person]!);
      found.push({ person, adds });
    }
    if (difference <= 0) inA++;
    if (difference >= 0) inB++;
  }
  return found.sort((one, two) => two.adds - one.adds || one.person - two.person);
}

export function isTied({ rows: { starts, ends, neighbours } }: PairGraph, a: number, b: number): boolean {
  let [from, to] = [starts[a]!, ends[a]!];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (neighbours[middle]! < b) from = middle + 1;
    else to = middle;
  }
  return from < ends[a]! && neighbours[from] === b;
}
