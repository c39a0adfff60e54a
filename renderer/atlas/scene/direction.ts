/** Going from mark to mark with the arrow keys. */

interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const headings: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The next one that way: within 60 degrees of the heading, near before straight. Undefined where there is none.
 * @param known those who have a tie with the one we come from; they count as half as far
 */
export function nextInDirection(
  from: Spot,
  direction: Direction,
  spots: Iterable<Spot>,
  known: ReadonlySet<string>,
): string | undefined {
  const [across, down] = headings[direction];
  let best: string | undefined;
  let least = Infinity;
  for (const spot of spots) {
    if (spot.id === from.id) continue;
    const dx = spot.x - from.x;
    const dy = spot.y - from.y;
    const ahead = dx * across + dy * down;
    const distance = Math.hypot(dx, dy);
    if (distance === 0 || ahead < distance / 2) continue;
    const cost = distance * (2 - ahead / distance) * (known.has(spot.id) ? 0.5 : 1);
    if (cost >= least) continue;
    least = cost;
    best = spot.id;
  }
  return best;
}
