/**
 * What a network would be without some of its people, with ties that are not there and without ties that are: who
 * still reaches whom, who comes near whom, and what then hangs on one person. Nothing is changed by looking.
 */
import { type Bridge, bridgesOf } from './bridges';
import { type Chunked, scaled } from './chunked';
import { connectedComponents } from './components';
import { cutsOf } from './cuts';
import { type Graph, rowsOf } from './graph';
import { LiveGraph } from './live-graph';
import { everybody, type Reach, reachOf, withoutThose } from './reach';
import { type Ends, type TwoSteps, twoSteps } from './two-steps';

/** People by index. Ties of those who are gone go with them, whatever else is said of them. */
export interface Changes {
  readonly without?: ReadonlySet<number>;
  readonly addTies?: readonly Ends[];
  readonly removeTies?: readonly Ends[];
}

/** What was changed: ties that were there already, and ties that were not, are no change. */
export interface Changed {
  readonly graph: Graph;
  /** People keep their index; those who are gone have no ties. */
  readonly gone: ReadonlySet<number>;
  readonly added: number;
  readonly removed: number;
}

export interface WhatIf {
  readonly changed: Changed;
  readonly before: Reach;
  readonly after: Reach;
  /** People who lose their way to the largest piece that is left, though they had one to it before. */
  readonly cutOff: readonly number[];
  readonly twoSteps: TwoSteps;
  readonly cutPeople: CutChanges;
  readonly bridges: readonly BridgeChange[];
}

/** Without whom others would be cut off, with how many these are. */
export interface CutChanges {
  readonly newly: readonly CutPerson[];
  /** As it was before. */
  readonly noLonger: readonly CutPerson[];
}
interface CutPerson {
  readonly person: number;
  readonly fallsOff: number;
}

/** From one group into another: undefined where nobody holds it. */
export interface BridgeChange {
  readonly from: number;
  readonly to: number;
  readonly before: Bridge | undefined;
  readonly after: Bridge | undefined;
}

/** @param groups group of each person, -1 for none; numbers 0..groupCount-1 */
export function* whatIf(
  graph: Graph,
  changes: Changes,
  groups: ArrayLike<number>,
  groupCount: number,
): Chunked<WhatIf> {
  const changed = changedGraph(graph, changes);
  yield 0;
  const { graph: rest, gone } = changed;
  const all = everybody(graph);
  const before = yield* scaled(reachOf(graph, all), 0, 0.4);
  const after = yield* scaled(reachOf(rest, withoutThose(all, gone)), 0.4, 0.4);
  const near = yield* scaled(twoSteps(rowsOf(graph), rowsOf(rest), gone), 0.8, 0.17);
  yield 0.97;
  const off = cutOff(graph, rest, gone);
  yield 0.98;
  const cutPeople = cutChanges(graph, rest, gone);
  yield 0.99;
  const bridges = bridgeChanges(graph, rest, groups, groupCount);
  return { changed, before, after, cutOff: off, twoSteps: near, cutPeople, bridges };
}

/** The graph with the changes; what is given stays as it is. */
export function changedGraph(graph: Graph, { without, addTies = [], removeTies = [] }: Changes): Changed {
  const rest = new LiveGraph(graph);
  const gone = new Set([...(without ?? [])].filter((person) => person >= 0 && person < graph.size));
  const stays = ([a, b]: Ends): boolean => a !== b && !gone.has(a) && !gone.has(b);
  let removed = 0;
  for (const [a, b] of removeTies.filter(stays)) {
    if (rest.weight(a, b) === 0) continue;
    rest.setWeight(a, b, 0);
    removed++;
  }
  let added = 0;
  for (const [a, b] of addTies.filter(stays)) {
    if (rest.weight(a, b) > 0) continue;
    rest.setWeight(a, b, 1);
    added++;
  }
  for (const person of gone) {
    const contacts = graph.neighbours.subarray(graph.offsets[person], graph.offsets[person + 1]);
    for (const other of contacts) rest.setWeight(person, other, 0);
  }
  return { graph: rest.compact(), gone, added, removed };
}

function cutOff(graph: Graph, rest: Graph, gone: ReadonlySet<number>): number[] {
  const was = connectedComponents(graph);
  const now = connectedComponents(rest);
  const left = [...now.of.keys()].filter((person) => !gone.has(person));
  // In each piece of before, the largest of what is left stays; the others are cut off from it.
  const stays = new Map<number, number>();
  for (const person of left) {
    const piece = now.of[person]!;
    const kept = stays.get(was.of[person]!);
    if (kept === undefined || now.sizes[piece]! > now.sizes[kept]!) stays.set(was.of[person]!, piece);
  }
  return left.filter((person) => stays.get(was.of[person]!) !== now.of[person]);
}

function cutChanges(graph: Graph, rest: Graph, gone: ReadonlySet<number>): CutChanges {
  const was = cutsOf(graph).fallsOff;
  const is = cutsOf(rest).fallsOff;
  const newly: CutPerson[] = [];
  const noLonger: CutPerson[] = [];
  for (let person = 0; person < graph.size; person++) {
    if (gone.has(person)) continue;
    const [before, after] = [was[person]!, is[person]!];
    if (before === 0 && after > 0) newly.push({ person, fallsOff: after });
    if (before > 0 && after === 0) noLonger.push({ person, fallsOff: before });
  }
  const mostFirst = (a: CutPerson, b: CutPerson): number => b.fallsOff - a.fallsOff || a.person - b.person;
  return { newly: newly.sort(mostFirst), noLonger: noLonger.sort(mostFirst) };
}

/** Bridges that come or go, hang on one person only before or only after, or on another. */
function bridgeChanges(
  graph: Graph,
  rest: Graph,
  groups: ArrayLike<number>,
  groupCount: number,
): BridgeChange[] {
  const was = bridgesOf(rowsOf(graph), groups, groupCount);
  const is = bridgesOf(rowsOf(rest), groups, groupCount);
  const changes = was.all.map((before): BridgeChange => ({
    ...before,
    before,
    after: is.between(before.from, before.to),
  }));
  for (const after of is.all) {
    const { from, to } = after;
    if (was.between(from, to) === undefined) changes.push({ from, to, before: undefined, after });
  }
  return changes
    .filter(
      ({ before, after }) =>
        (before === undefined) !== (after === undefined) || before?.holder !== after?.holder,
    )
    .map(({ from, to, before, after }) => ({ from, to, before, after }));
}
