/**
 * Who is there twice, found in address books in which that is known: how long it takes, how many are found, and whether
 * what is said to be likely is as likely as that. Beside it what one writes without further thought: everybody with the
 * same family name is compared with everybody, and the same given name, mail address or number makes them one.
 */
import { findDuplicates } from '../shared/duplicates/find';
import type { Likely } from '../shared/duplicates/find';
import { foldedName } from '../shared/imports/names';
import { addressKeys } from '../shared/model/addresses';
import type { Contact } from '../shared/model/entities';
import { pairKey } from '../shared/model/indices';
import { Network } from '../shared/model/network';
import type { Steps } from '../shared/steps';
import { type KnownTwice, makeKnownTwice } from './make-duplicates';
import type { Figure } from './report';
import { timed } from './timing';

/** What was said of pairs between these, and how many of them are one person. */
const bands = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.01] as const;
const shownFrom = 0.3;
/** Not the address book that the weights were looked at with. */
const seedOf = (people: number): number => people + 7;

export function measureDuplicates(people: number): Figure[] {
  const known = makeKnownTwice(people, seedOf(people));
  const network = new Network();
  network.apply(known.patches);
  let likely: readonly Likely[] = [];
  let longest = 0;
  const took = timed(() => {
    const found = driven(findDuplicates(network, 0.01));
    likely = found.result;
    longest = found.longest;
  });
  const certain = likely.filter((pair) => pair.certain);
  const shown = likely.filter(({ probability }) => probability >= shownFrom);
  let plain: ReadonlySet<string> = new Set();
  const plainTook = timed(() => (plain = sameFamilyName([...network.all('contacts')])));
  const figure = (what: string, value: number, unit: Figure['unit'], against?: string): Figure => ({
    what,
    people,
    value,
    unit,
    ...(against === undefined ? {} : { against }),
  });
  const keys = (pairs: readonly Likely[]): string[] => pairs.map(({ a, b }) => pairKey(a, b));
  return [
    figure('who may be there twice', took, 'ms'),
    figure('longest step of it', longest, 'ms'),
    figure('who may be there twice', took / plainTook, 'times', 'all pairs of one family name'),
    figure('found, of those there twice', recall(keys(shown), known), 'share'),
    figure('found, of those there twice: all pairs of one family name', recall([...plain], known), 'share'),
    figure('right, of those shown', precision(keys(shown), known), 'share'),
    figure('right, of those found: all pairs of one family name', precision([...plain], known), 'share'),
    figure('right, of those called certain', precision(keys(certain), known), 'share'),
    figure('called certain, of those there twice', recall(keys(certain), known), 'share'),
    ...calibration(likely, known).flatMap(({ from, to, said, right, count }) => [
      figure(`said ${percent(from)} to ${percent(Math.min(1, to))}: pairs`, count, 'pairs'),
      figure(`said ${percent(from)} to ${percent(Math.min(1, to))}: said on average`, said, 'share'),
      figure(`said ${percent(from)} to ${percent(Math.min(1, to))}: one person indeed`, right, 'share'),
    ]),
  ];
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

function calibration(
  likely: readonly Likely[],
  { truth }: KnownTwice,
): { from: number; to: number; said: number; right: number; count: number }[] {
  return bands.slice(0, -1).map((from, i) => {
    const to = bands[i + 1] ?? 1;
    const within = likely.filter(({ probability }) => probability >= from && probability < to);
    const said = within.reduce((sum, { probability }) => sum + probability, 0) / within.length;
    const right = within.filter(({ a, b }) => truth.has(pairKey(a, b))).length / within.length;
    return { from, to, said, right, count: within.length };
  });
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function recall(keys: readonly string[], { truth }: KnownTwice): number {
  return keys.filter((key) => truth.has(key)).length / truth.size;
}

function precision(keys: readonly string[], { truth }: KnownTwice): number {
  return keys.filter((key) => truth.has(key)).length / keys.length;
}

function sameFamilyName(contacts: readonly Contact[]): Set<string> {
  const families = new Map<string, { id: string; given: string; keys: Set<string> }[]>();
  for (const contact of contacts) {
    const words = foldedName(contact.name.full).split(' ');
    const family = foldedName(contact.name.family ?? words.at(-1) ?? '');
    const one = { id: contact.id, given: words[0] ?? '', keys: new Set(addressKeys(contact)) };
    const all = families.get(family);
    if (all === undefined) families.set(family, [one]);
    else all.push(one);
  }
  const found = new Set<string>();
  for (const family of families.values()) {
    for (const [at, a] of family.entries()) {
      for (const b of family.slice(at + 1)) {
        if (a.given === b.given || [...a.keys].some((key) => b.keys.has(key))) found.add(pairKey(a.id, b.id));
      }
    }
  }
  return found;
}
