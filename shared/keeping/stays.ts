/** People who stay, for a while, where I shall be at the same time. */
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
      const from = stay.from > trip.from ? stay.from : trip.from;
      const to = stay.to !== undefined && stay.to < trip.to ? stay.to : trip.to;
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
