/** A coast as a path to fill and stroke, in units of the map. */
import type { Loop } from '../scene/contour';

export function pathOf(loops: readonly Loop[]): Path2D {
  const path = new Path2D();
  for (const loop of loops) addLoop(path, loop);
  return path;
}

/** A closed line through the middles of the loop's sides, bent at its points. */
function addLoop(path: Path2D, loop: Loop): void {
  const count = loop.length / 2;
  const x = (i: number): number => loop[(i % count) * 2]!;
  const y = (i: number): number => loop[(i % count) * 2 + 1]!;
  path.moveTo((x(count - 1) + x(0)) / 2, (y(count - 1) + y(0)) / 2);
  for (let i = 0; i < count; i++) {
    path.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
  }
  path.closePath();
}
