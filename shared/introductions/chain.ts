/**
 * Through whom I know these people: each below whoever brought us together, by how we met or by an introduction of
 * theirs, up to those of whom nobody is on record. The same answer for any number of people; nobody stands in it twice.
 */
import { nameOf } from '../keeping/names';
import type { OpenNetwork } from '../model/network';
import { atOnce, type Steps } from '../steps';
import { hasHappened } from './stages';

export interface Brought {
  readonly id: string;
  readonly name: string;
  /** One of those who were asked about; otherwise only on the way to them. */
  readonly isAsked: boolean;
  /** How many of those who were asked about stand below. */
  readonly count: number;
  /** Whoever brought the most first, then by name. */
  readonly brought: readonly Brought[];
}

interface Node {
  readonly id: string;
  readonly name: string;
  readonly isAsked: boolean;
  count: number;
  readonly brought: Node[];
}

/** @param whom ids; everybody who is not archived where it is left out */
export function whoBrought(
  network: OpenNetwork,
  whom: Iterable<string> = livingIn(network),
): readonly Brought[] {
  return atOnce(whoBroughtInSteps(network, whom));
}

/** The same in steps, for whom an edit may overtake: what it finds then is thrown away. */
export function* whoBroughtInSteps(
  network: OpenNetwork,
  whom: Iterable<string> = livingIn(network),
): Steps<readonly Brought[]> {
  const me = network.get('settings', 'settings')?.me;
  const asked = new Set<string>();
  for (const id of whom) {
    if (id !== me && network.has('contacts', id)) asked.add(id);
    yield;
  }
  const through = yield* throughWhom(network, me);
  const nodes = new Map<string, Node>();
  const tops: Node[] = [];
  for (const start of asked) {
    yield;
    for (let id = start; !nodes.has(id);) {
      const contact = network.get('contacts', id);
      if (contact === undefined) break;
      const node = { id, name: nameOf(contact), isAsked: asked.has(id), count: 0, brought: [] };
      nodes.set(id, node);
      const next = through.get(id);
      if (next === undefined) tops.push(node);
      else id = next;
    }
  }
  for (const node of nodes.values()) {
    const parent = through.get(node.id);
    if (parent !== undefined) nodes.get(parent)?.brought.push(node);
    yield;
  }
  return yield* counted(tops);
}

function* livingIn(network: OpenNetwork): Generator<string> {
  for (const { id, archived } of network.all('contacts')) if (archived !== true) yield id;
}

/** By contact whoever brought them to me; a ring of them is cut where it would close. */
function* throughWhom(network: OpenNetwork, me: string | undefined): Steps<ReadonlyMap<string, string>> {
  const through = new Map<string, string>();
  const set = (id: string, by: string | undefined): void => {
    if (by === undefined || by === me || by === id || through.has(id) || !network.has('contacts', by)) return;
    for (let up: string | undefined = by; up !== undefined; up = through.get(up)) if (up === id) return;
    through.set(id, by);
  };
  for (const { id, howMet } of network.all('contacts')) {
    if (id !== me) set(id, howMet?.through);
    yield;
  }
  for (const { a, b, by, stage } of network.all('introductions')) {
    yield;
    if (!hasHappened(stage)) continue;
    if (a === me) set(b, by);
    else if (b === me) set(a, by);
  }
  return through;
}

/** Counts from the leaves up, without going deeper than the stack holds, and orders each row. */
function* counted(tops: Node[]): Steps<Node[]> {
  const order = [...tops];
  for (let at = 0; at < order.length; at++) {
    for (const below of order[at]?.brought ?? []) order.push(below);
    yield;
  }
  for (const node of order.reverse()) {
    for (const below of node.brought) node.count += below.count + (below.isAsked ? 1 : 0);
    node.brought.sort(byCount);
    yield;
  }
  return yield* sorted(tops);
}

/** Sorted at once. */
const run = 256;

/** Runs, merged pair by pair: most people stand at the top, for of most nobody is on record. */
function* sorted(nodes: readonly Node[]): Steps<Node[]> {
  let runs: Node[][] = [];
  for (let at = 0; at < nodes.length; at += run) {
    runs.push(nodes.slice(at, at + run).sort(byCount));
    yield;
  }
  while (runs.length > 1) {
    const merged: Node[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergeOf(runs[at] ?? [], runs[at + 1] ?? []));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeOf(a: readonly Node[], b: readonly Node[]): Steps<Node[]> {
  const merged: Node[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    const isLeft = right === undefined || (left !== undefined && byCount(left, right) <= 0);
    const next = isLeft ? left : right;
    if (next !== undefined) merged.push(next);
    if (isLeft) i++;
    else j++;
    yield;
  }
  return merged;
}

function byCount(a: Node, b: Node): number {
  return b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
