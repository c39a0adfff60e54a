/**
 * Where gaps are drawn: empty sea within the frame of the map, as far from everybody as can be, the rim first, and
 * rather to the right, since what lies over the map lies to the left. The same
 * map gives the same spots, and a gap keeps its spot while the one before it in the list does.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Radius of the dotted circle, in px of the map at scale 1. */
export const gapRadius = 45;

/** How fine the frame is searched. */
const cells = 24;
/** A circle touches nobody's disc and no other circle. */
const clearOfPeople = gapRadius + 24;
const clearOfOthers = 2 * gapRadius + 12;

/** @returns at most `count` spots; fewer where there is no room */
export function gapSpots(people: readonly Point[], count: number): Point[] {
  if (people.length === 0 || count === 0) return [];
  const frame = frameOf(people);
  const near = gridOf(people);
  const free: { spot: Point; worth: number }[] = [];
  for (let row = 0; row <= cells; row++) {
    for (let column = 0; column <= cells; column++) {
      const spot = {
        x: frame.x + (frame.width * column) / cells,
        y: frame.y + (frame.height * row) / cells,
      };
      if (near(spot)) continue;
      const rim = Math.min(column, row, cells - column, cells - row);
      // Room counts up to a point; then the rim, where absence belongs.
      const worth = Math.min(roomAround(spot, people), 3 * clearOfPeople) - 6 * rim + 3 * column;
      free.push({ spot, worth });
    }
  }
  free.sort((a, b) => b.worth - a.worth || a.spot.y - b.spot.y || a.spot.x - b.spot.x);
  const chosen: Point[] = [];
  for (const { spot } of free) {
    if (chosen.length === count) break;
    if (chosen.every((other) => distance(other, spot) >= clearOfOthers)) chosen.push(spot);
  }
  return chosen;
}

function frameOf(people: readonly Point[]): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of people) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether somebody stands within reach of a circle around a spot, by the cells of a grid. */
function gridOf(people: readonly Point[]): (spot: Point) => boolean {
  const taken = new Map<string, Point[]>();
  const cell = (value: number): number => Math.floor(value / clearOfPeople);
  for (const person of people) {
    const key = `${cell(person.x)} ${cell(person.y)}`;
    const others = taken.get(key);
    if (others === undefined) taken.set(key, [person]);
    else others.push(person);
  }
  return (spot) => {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const close = taken.get(`${cell(spot.x) + dx} ${cell(spot.y) + dy}`);
        if (close?.some((person) => distance(person, spot) < clearOfPeople) === true) return true;
      }
    }
    return false;
  };
}

/** People enough to measure by: a thousand, evenly taken, so that a large map costs no more than a small one. */
const mostMeasured = 1_000;

function roomAround(spot: Point, people: readonly Point[]): number {
  const stride = Math.max(1, Math.ceil(people.length / mostMeasured));
  let room = Infinity;
  for (let at = 0; at < people.length; at += stride) room = Math.min(room, distance(people[at]!, spot));
  return room;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
