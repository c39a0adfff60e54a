/** What is said of pairs in address books in which it is known who is there twice, held against the truth. */
import { findDuplicates, type Likely } from '../shared/duplicates/find';
import { pairKey } from '../shared/model/indices';
import { Network } from '../shared/model/network';
import type { Steps } from '../shared/steps';
import { type Habits, makeKnownTwice } from './make-duplicates';

/** What was said of pairs between these, and how many of them are one person. */
const bands = [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.01] as const;
const shownFrom = 0.3;

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** Shares: said on average, and one person indeed. */
  readonly said: number;
  readonly right: number;
}

export interface Judged {
  readonly bands: readonly Band[];
  /** Of those there twice, and of those shown. */
  readonly found: number;
  readonly right: number;
  readonly certainFound: number;
  readonly certainRight: number;
  /** Of the pairs there are of each kind, how many there are and which share is shown. */
  readonly kinds: readonly { readonly kind: string; readonly pairs: number; readonly found: number }[];
  /** Of the first address book. */
  readonly took: number;
  readonly longest: number;
}

/** Looks through one address book for each seed, and adds up what was found. */
export function judgeDuplicates(people: number, seeds: readonly number[], like?: Habits): Judged {
  const said: { readonly pair: Likely; readonly is: boolean }[] = [];
  const kinds = new Map<string, { pairs: number; found: number }>();
  let [pairs, took, longest] = [0, 0, 0];
  for (const [at, seed] of seeds.entries()) {
    const { patches, truth } = makeKnownTwice(people, seed, like);
    const network = new Network();
    network.apply(patches);
    const began = performance.now();
    const found = driven(findDuplicates(network, bands[0]));
    if (at === 0) [took, longest] = [performance.now() - began, found.longest];
    said.push(...found.result.map((pair) => ({ pair, is: truth.has(pairKey(pair.a, pair.b)) })));
    const shown = new Set(found.result.filter(isShown).map(({ a, b }) => pairKey(a, b)));
    pairs += truth.size;
    for (const [key, of] of truth) {
      for (const kind of of) {
        const standing = kinds.get(kind) ?? { pairs: 0, found: 0 };
        kinds.set(kind, standing);
        standing.pairs += 1;
        if (shown.has(key)) standing.found += 1;
      }
    }
  }
  const shown = said.filter(({ pair }) => isShown(pair));
  const certain = said.filter(({ pair }) => pair.certain);
  const right = (of: typeof said): number => of.filter(({ is }) => is).length;
  return {
    bands: bands.slice(0, -1).map((from, at) => bandOf(said, from, bands[at + 1] ?? 1)),
    found: right(shown) / pairs,
    right: right(shown) / shown.length,
    certainFound: right(certain) / pairs,
    certainRight: right(certain) / certain.length,
    kinds: [...kinds]
      .map(([kind, of]) => ({ kind, pairs: of.pairs, found: of.found / of.pairs }))
      .sort((one, other) => (one.kind < other.kind ? -1 : 1)),
    ...{ took, longest },
  };
}

function isShown({ probability }: Likely): boolean {
  return probability >= shownFrom;
}

function bandOf(
  all: readonly { readonly pair: Likely; readonly is: boolean }[],
  from: number,
  to: number,
): Band {
  const within = all.filter(({ pair }) => pair.probability >= from && pair.probability < to);
  const said = within.reduce((sum, { pair }) => sum + pair.probability, 0) / within.length;
  const right = within.filter(({ is }) => is).length / within.length;
  return { from, to: Math.min(1, to), pairs: within.length, said, right };
}

function driven<T>(steps: Steps<T>): { result: T; longest: number } {
  let longest = 0;
  for (;;) {
    const began = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - began);
    if (step.done === true) return { result: step.value, longest };
  }
}
