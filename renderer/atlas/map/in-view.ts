/** Who is in view, as the list that readers and the keyboard walk: the more important first. */
import type { Person } from '../scene/atlas-model';
import type { Size } from '../scene/scale';
import type { MapStatus } from './map-wishes';

const mostListed = 200;

/**
 * @param people in the order in which they are drawn
 * @param labelled whose name is written
 * @param toScreen where somebody is on the screen
 */
export function inView(
  people: readonly Person[],
  labelled: readonly string[],
  toScreen: (person: Person) => { x: number; y: number },
  { width, height }: Size,
): MapStatus['inView'] {
  const listed: { id: string; x: number; y: number }[] = [];
  const first = new Set(labelled);
  const order = [...people].reverse().sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  for (const person of order) {
    const at = toScreen(person);
    if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    listed.push({ id: person.id, ...at });
    if (listed.length >= mostListed) break;
  }
  return listed;
}
