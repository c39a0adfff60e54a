/** Somebody who is being dragged: where they came from, and on whom they would be dropped. */
import type { Person } from '../scene/atlas-model';
import { markScale } from '../scene/scale';

type Place = { readonly x: number; readonly y: number };

/** Two marks that are nearer to each other than this lie on each other, px beyond the larger half. */
const reach = 3;

/** Whoever lies under a person at a place of the map: the nearest of those drawn whom their middle is on. */
export function under(person: Person, at: Place, drawn: readonly Person[], zoom: number): Person | undefined {
  let nearest: Person | undefined;
  let least = Infinity;
  for (const other of drawn) {
    if (other.id === person.id) continue;
    const distance = Math.hypot(other.x - at.x, other.y - at.y) * zoom;
    const limit = (Math.max(person.diameter, other.diameter) / 2) * markScale(zoom) + reach;
    if (distance > limit || distance >= least) continue;
    least = distance;
    nearest = other;
  }
  return nearest;
}
