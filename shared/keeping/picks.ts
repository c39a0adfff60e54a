/**
 * Whose turn it is among tweeners and among new connections: people take turns, week by week, so that whoever is passed
 * over makes room for another. It follows from the network as it was when the week began.
 */
import type { OpenNetwork } from '../model/network';
import { addDays, type Day } from '../time';
import type { KeptPeople } from './kept-people';
import { type NewConnection, newConnections } from './new-connections';
import { type Tweener, tweeners } from './tweeners';
import { type Week, weekNumber } from './weeks';

export interface Picks {
  readonly tweener?: Tweener;
  readonly connection?: NewConnection;
}

/** So many of the likeliest tweeners take turns. */
const turns = 12;
/** Somebody of whom there was word within so many days is not slipping away yet. */
const quietFrom = 30;

/** @param free who may be picked: not at rest, and wanted besides */
export function picksOf(
  network: OpenNetwork,
  people: KeptPeople,
  week: Week,
  today: Day,
  free: (contact: string) => boolean,
): Picks {
  const quiet = tweeners(network, people, week.from)
    .filter(({ silence }) => silence === undefined || silence >= quietFrom)
    .slice(0, turns);
  const tweener = nextOf(quiet, week, free);
  const known = nextOf(newConnections(network, people, week.from), week, free);
  // Where nobody was there before, the first who came in the week.
  const until = today < week.to ? today : week.to;
  const connection =
    known ?? newConnections(network, people, addDays(until, 1)).find(({ contact }) => free(contact));
  return {
    ...(tweener === undefined ? {} : { tweener }),
    ...(connection === undefined ? {} : { connection }),
  };
}

/** The one whose week it is, or the next one after who is free. */
function nextOf<T extends { readonly contact: string }>(
  all: readonly T[],
  week: Week,
  free: (contact: string) => boolean,
): T | undefined {
  const start = all.length === 0 ? 0 : weekNumber(week) % all.length;
  return [...all.slice(start), ...all.slice(0, start)].find(({ contact }) => free(contact));
}
