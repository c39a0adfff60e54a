/** Whose tie with me is cooling, when each goes quiet, and why: what a list of cooling ties is made of. */
import { dayFromNumber } from '../time';
import type { Chunked } from './chunked';
import { type CoolingFit, chanceOf } from './cooling-fit';
import { onlyTie } from './cooling-order';
import type { CoolingReason } from './questions';
import type { Warmth, WarmthState } from './warmth';

/** When a tie goes quiet if nothing happens, from a day on which it is looked at. */
export type WhenQuiet = 'quiet' | 'week' | 'month' | 'season' | 'later';

/** Days from the day looked at: the next 7, 30 and 91 of them. */
const until: readonly (readonly [WhenQuiet, number])[] = [
  ['quiet', 0],
  ['week', 7],
  ['month', 30],
  ['season', 91],
];

/** @param quietBy the first day on which the tie has gone quiet */
export function whenQuiet(quietBy: number, asOf: number): WhenQuiet {
  return until.find(([, days]) => quietBy <= asOf + days)?.[0] ?? 'later';
}

export interface ClusterMember {
  readonly contact: string;
  /** Null for somebody in none. */
  readonly cluster: string | null;
  readonly state: WarmthState;
}

/** Smaller groups are hardly a part of the network that one can lose sight of. */
const leastMembers = 3;
/** People that are gone through at once. */
const piece = 1_000;

/**
 * Who is my only tie into a cluster: the one member with whom contact has not gone quiet; where it has with all, the one
 * with whom there ever was any. Such bridges decay first, and with them the way into the group (R. S. Burt, Social
 * Networks 24, 2002).
 * @returns the cluster by contact
 */
export function bridgeUrgency(members: Iterable<ClusterMember>): Map<string, string> {
  const clusters = new Map<string, { size: number; alive: string[]; ever: string[] }>();
  for (const { contact, cluster, state } of members) {
    if (cluster === null) continue;
    const found = clusters.get(cluster) ?? { size: 0, alive: [], ever: [] };
    clusters.set(cluster, found);
    found.size++;
    if (state === 'warm' || state === 'cooling') found.alive.push(contact);
    if (state !== 'unknown') found.ever.push(contact);
  }
  const only = new Map<string, string>();
  for (const [cluster, { size, alive, ever }] of clusters) {
    const [contact, ...others] = alive.length > 0 ? alive : ever;
    if (size >= leastMembers && contact !== undefined && others.length === 0) only.set(contact, cluster);
  }
  return only;
}

export interface CoolingPerson {
  readonly contact: string;
  readonly cluster: string | null;
  readonly warmth: Warmth;
}

export interface CoolingEntry {
  readonly contact: string;
  readonly reasons: CoolingReason[];
  readonly when: WhenQuiet;
  readonly cluster: string | null;
  /** Chance that we speak within 60 days; null unless fitted on the own log. */
  readonly chance: number | null;
}

/**
 * Everyone with a contact day, likeliest to go quiet or stay so first; equal ones by id.
 * @param asOf the day on which the warmth was taken
 */
export function* coolingList(
  people: readonly CoolingPerson[],
  asOf: number,
  fit: CoolingFit,
): Chunked<CoolingEntry[]> {
  const only = bridgeUrgency(
    people.map(({ contact, cluster, warmth }) => ({ contact, cluster, state: warmth.state })),
  );
  const entries: { entry: CoolingEntry; order: number }[] = [];
  for (let i = 0; i < people.length; i++) {
    if (i % piece === piece - 1) yield (0.8 * i) / people.length;
    const { contact, cluster, warmth } = people[i]!;
    const { last, silence, rhythm, rhythmDays, quietBy, order } = warmth;
    if (last === null || silence === null || rhythmDays === null || quietBy === null || order === null)
      continue;
    const into = only.get(contact);
    const reasons: CoolingReason[] = [
      { kind: 'lastContact', day: dayFromNumber(last), silence },
      { kind: 'rhythm', own: rhythm === 'own', days: rhythmDays },
      { kind: 'quietBy', day: dayFromNumber(quietBy) },
    ];
    if (into !== undefined) reasons.push({ kind: 'onlyTieInto', cluster: into });
    entries.push({
      entry: { contact, reasons, when: whenQuiet(quietBy, asOf), cluster, chance: chanceOf(fit, warmth) },
      order: into === undefined ? order : order + onlyTie,
    });
  }
  yield 0.8;
  entries.sort((a, b) => b.order - a.order || (a.entry.contact < b.entry.contact ? -1 : 1));
  return entries.map(({ entry }) => entry);
}
