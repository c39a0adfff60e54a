/** A coast as a path to fill and stroke, in units of the map. */
import type { Loop } from '../scene/contour';

/** What a path can be laid on. */
type Track = Pick<Path2D, 'moveTo' | 'quadraticCurveTo' | 'closePath' | 'arc'>;

export function pathOf(loops: readonly Loop[]): Path2D {
  const path = new Path2D();
  layLoops(path, loops);
  return path;
}

export function layLoops(track: Track, loops: readonly Loop[]): void {
  for (const loop of loops) addLoop(track, loop);
}

/** @param circles x, y and radius of each, one after the other */
export function layCircles(track: Track, circles: Float32Array): void {
  for (let i = 0; i + 2 < circles.length; i += 3) {
    const [x, y, radius] = [circles[i]!, circles[i + 1]!, circles[i + 2]!];
    track.moveTo(x + radius, y);
    track.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

/** A closed line through the middles of the loop's sides, bent at its points. */
function addLoop(path: Track, loop: Loop): void {
  const count = loop.length / 2;
  const x = (i: number): number => loop[(i % count) * 2]!;
  const y = (i: number): number => loop[(i % count) * 2 + 1]!;
  path.moveTo((x(count - 1) + x(0)) / 2, (y(count - 1) + y(0)) / 2);
  for (let i = 0; i < count; i++) {
    path.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
  }
  path.closePath();
}
