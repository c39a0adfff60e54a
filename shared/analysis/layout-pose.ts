/** How a whole layout lies on the map: wider than high, and the way round in which people know it. */

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Wider than high, and its middle at (0, 0). */
export function layDown(x: Float64Array, y: Float64Array): void {
  const [left, right] = bounds(x);
  const [top, bottom] = bounds(y);
  const middleX = (left + right) / 2;
  const middleY = (top + bottom) / 2;
  const stands = bottom - top > right - left;
  for (let i = 0; i < x.length; i++) {
    const fromX = x[i]! - middleX;
    const fromY = y[i]! - middleY;
    x[i] = stands ? fromY : fromX;
    y[i] = stands ? -fromX : fromY;
  }
}

/** Mirrors and shifts positions to lie as near as can be to where people stood before. */
export function alignWith(x: Float64Array, y: Float64Array, before: Places): void {
  const known = [...x.keys()].filter((i) => Number.isFinite(before.x[i]! + before.y[i]!));
  if (known.length === 0) return;
  const mean = (values: Float64Array): number => known.reduce((sum, i) => sum + values[i]!, 0) / known.length;
  const [fromX, fromY, toX, toY] = [mean(x), mean(y), mean(before.x), mean(before.y)];
  const along = (values: Float64Array, from: number, target: Float64Array, to: number): number =>
    known.reduce((sum, i) => sum + (values[i]! - from) * (target[i]! - to), 0);
  const mirrorX = along(x, fromX, before.x, toX) < 0 ? -1 : 1;
  const mirrorY = along(y, fromY, before.y, toY) < 0 ? -1 : 1;
  for (let i = 0; i < x.length; i++) {
    x[i] = toX + mirrorX * (x[i]! - fromX);
    y[i] = toY + mirrorY * (y[i]! - fromY);
  }
}

/** Least and most of the numbers; 0 and 0 where there are none. */
export function bounds(values: Float64Array): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? [0, 0] : [least, most];
}
