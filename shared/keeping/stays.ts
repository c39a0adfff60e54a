/** People who stay, for a while, where I shall be at the same time. */
import type { Contact, Stay, Trip } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { addDays, type Day } from '../time';
import type { Occasion } from './occasion';

/** So many days before, there is still time to arrange a meeting. */
const arrangeFrom = 14;

/** Stays that overlap one of my trips and are not over on `since`. */
export function* stayOccasions(network: OpenNetwork, since: Day): Generator<Occasion> {
  const trips = [...network.all('trips')].filter(({ to }) => to >= since);
  if (trips.length === 0) return;
  for (const stay of network.all('stays')) {
    for (const trip of trips) {
      if (placeKey(stay.place) !== placeKey(trip.place)) continue;
      const from = later(stay.from, trip.from);
      const to = stay.to === undefined ? trip.to : earlier(stay.to, trip.to);
      if (from > to || to < since) continue;
      yield {
        contact: stay.contact,
        about: { kind: 'stay', place: trip.place, from, to },
        source: stay.id,
        day: from,
        from: addDays(from, -arrangeFrom),
        to,
      };
      break;
    }
  }
}

/** "Seoul, Korea" and "seoul" are one place. */
function placeKey(place: string): string {
  return (place.split(',')[0] ?? '').trim().toLowerCase();
}

/** Who can be met on a trip: those who live there, and those whose stay overlaps with it. */
export interface There {
  readonly contact: Contact;
  /** Where it is for a while. */
  readonly stay?: Stay;
}

/** By name; those who stay for a while before those who live there. Nobody archived, and not me. */
export function whoIsThere(
  { place, from, to }: Pick<Trip, 'place' | 'from' | 'to'>,
  contacts: Iterable<Contact>,
  stays: Iterable<Stay>,
  me: string | undefined,
): There[] {
  const key = placeKey(place);
  const overlaps = new Map<string, Stay>();
  for (const stay of stays) {
    if (placeKey(stay.place) !== key || overlaps.has(stay.contact)) continue;
    if (stay.from <= to && (stay.to === undefined || stay.to >= from)) overlaps.set(stay.contact, stay);
  }
  const there: There[] = [];
  for (const contact of contacts) {
    if (contact.archived === true || contact.id === me) continue;
    const stay = overlaps.get(contact.id);
    if (stay !== undefined) there.push({ contact, stay });
    else if (contact.place !== undefined && placeKey(contact.place) === key) there.push({ contact });
  }
  const name = ({ contact }: There): string => contact.name.full;
  return there.sort(
    (a, b) => Number(a.stay === undefined) - Number(b.stay === undefined) || (name(a) < name(b) ? -1 : 1),
  );
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
