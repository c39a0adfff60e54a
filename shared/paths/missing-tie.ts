/**
 * Which tie would make a path where there is none: of those whom one could ask and those near the target, the two who
 * share an organisation, a place or a tag and may well know each other; else the closest to ask and the target itself.
 */
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import type { Day } from '../time';
import type { GroupKind } from './answers';
import { boundsOf, type Search } from './best-paths';
import { keyOf, sayGroup, valuesOf } from './targets';
import type { WarmGraph } from './warm-graph';

export interface MissingTie {
  /** Undefined where it begins with whoever asks: nobody is on record whom they know. */
  readonly from: number | undefined;
  readonly to: number;
  /** What the two share, in words: "both are at Novartis". */
  readonly shared: string | undefined;
}

/** What is shared, the most telling first. Industries are too wide. */
const sharedKinds: readonly GroupKind[] = ['organisation', 'tag', 'place'];

export function* missingTie(
  graph: WarmGraph,
  network: OpenNetwork,
  search: Search,
  asOf: Day,
): Steps<MissingTie> {
  const { size } = search.rows;
  const itself = new Uint8Array(size);
  itself[search.source] = 1;
  const begun = yield* boundsOf({ ...search, source: -1, targets: itself, mostSteps: 2 });
  const ending = yield* boundsOf({ ...search, source: -1, mostSteps: search.mostSteps - 1 });
  const asked = indicesOf(begun[1]?.best).filter((index) => index !== search.source);
  const near = indicesOf(ending.at(-1)?.best);
  const costTo = (index: number): number => ending.at(-1)?.best[index] ?? Infinity;
  const costFrom = (index: number): number => begun[1]?.best[index] ?? Infinity;
  asked.sort((a, b) => costFrom(a) - costFrom(b) || search.order(a, b));
  near.sort((a, b) => costTo(a) - costTo(b) || search.order(a, b));
  const contactOf = (index: number): Contact | undefined => {
    const id = graph.ids[index];
    return id === undefined ? undefined : network.get('contacts', id);
  };
  for (const kind of sharedKinds) {
    const first = new Map<string, number>();
    for (const index of asked) {
      yield;
      const contact = contactOf(index);
      for (const value of contact === undefined ? [] : valuesOf(contact, kind, asOf)) {
        if (!first.has(keyOf(value))) first.set(keyOf(value), index);
      }
    }
    for (const index of near) {
      yield;
      const contact = contactOf(index);
      for (const value of contact === undefined ? [] : valuesOf(contact, kind, asOf)) {
        const from = first.get(keyOf(value));
        if (from === undefined || from === index) continue;
        return { from, to: index, shared: `both are ${sayGroup(kind, value)}` };
      }
    }
  }
  return { from: asked[0], to: near[0] ?? search.source, shared: undefined };
}

/** Who is reached at all. */
function indicesOf(layer: Float64Array | undefined): number[] {
  const found: number[] = [];
  layer?.forEach((cost, index) => {
    if (cost < Infinity) found.push(index);
  });
  return found;
}
