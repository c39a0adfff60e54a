/**
 * The coast of a cluster: land is where a soft distance to the nearest member is small, and ends short of the middle
 * to a member of another cluster.
 *
 *   own(p) = -k ln sum exp(-|p - member| / k)        k = 7.5 px: neighbours flow together
 *   land   = own < 19  and  (own - others) / 2 < -9
 */
import { contours, type Field, type Loop, signedArea, smoothed } from './contour';

/** Of the grid on which the distance is worked out, px. */
const step = 5;
const softness = 7.5;
const coastAt = 19;
const shortOfMiddle = 9;
/** Members farther away than this do not matter to a point: exp(-55 / 7.5) < 0.001. */
const reach = 55;
/** Members as far apart as this are on one land by themselves; up to the next they are joined by an isthmus. */
const flowsTogether = 30;
const isthmusUpTo = 78;
const steppingStone = 24;
/** A cluster of more people is dense, and the shortest tree would take long. */
const mostForIsthmuses = 2_000;
/** A line of fewer points is a grain of sand. */
const leastPoints = 8;
/** "Far away" for points that nobody is near. */
const nowhere = 1e-4;

/** e^(-d / softness) by the square of the distance, so that no root and no exponential is taken per point. */
export function makeFalloff(): Falloff {
  const table = new Float32Array(reach * reach + 2);
  for (let square = 0; square < table.length; square++) {
    table[square] = Math.exp(-Math.sqrt(square) / softness);
  }
  return table;
}

export type Falloff = Float32Array;

/** x and y of people, one after the other. */
export type Spots = Float32Array<ArrayBuffer>;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Within this box people of other clusters shape the coast of these members. */
export function influence(members: Spots): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < members.length; i += 2) {
    left = Math.min(left, members[i]!);
    right = Math.max(right, members[i]!);
    top = Math.min(top, members[i + 1]!);
    bottom = Math.max(bottom, members[i + 1]!);
  }
  return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
}

/**
 * The outer lines of the land of `members`, smoothed, largest first; no lakes. A member standing apart has an
 * island. Points are in the members' own units.
 * @param others people of other clusters within `influence(members)`
 * @param falloff made once by whoever draws many coasts
 */
export function coastOf(members: Spots, others: Spots, falloff: Falloff = makeFalloff()): Loop[] {
  if (members.length === 0) return [];
  return contours(landField(withIsthmuses(members), others, falloff))
    .map((loop) => ({ loop, area: signedArea(loop) }))
    .filter(({ loop, area }) => area > 0 && loop.length / 2 > leastPoints)
    .sort((a, b) => b.area - a.area)
    .map(({ loop }) => smoothed(loop, 3));
}

/**
 * Members and, between those who stand a little apart, stepping stones, so that a cluster is one land with isthmuses
 * rather than a scatter of islands: along the shortest tree that joins the members, where its branches are short.
 */
function withIsthmuses(members: Spots): Spots {
  const count = members.length / 2;
  if (count < 2 || count > mostForIsthmuses) return members;
  const points = [...members];
  const nearest = new Int32Array(count).fill(0);
  const away = new Float64Array(count).fill(Infinity);
  let latest = 0;
  away[0] = -1; // in the tree
  // Prim's algorithm on all pairs: clusters are small, and every other way needs a triangulation first.
  for (let joined = 1; joined < count; joined++) {
    let next = -1;
    for (let i = 0; i < count; i++) {
      if (away[i]! < 0) continue;
      const distance = Math.hypot(
        members[i * 2]! - members[latest * 2]!,
        members[i * 2 + 1]! - members[latest * 2 + 1]!,
      );
      if (distance < away[i]!) {
        away[i] = distance;
        nearest[i] = latest;
      }
      if (next === -1 || away[i]! < away[next]!) next = i;
    }
    addSteppingStones(points, members, nearest[next]!, next, away[next]!);
    away[next] = -1;
    latest = next;
  }
  return Float32Array.from(points);
}

function addSteppingStones(points: number[], members: Spots, a: number, b: number, distance: number): void {
  if (distance <= flowsTogether || distance > isthmusUpTo) return;
  const stones = Math.ceil(distance / steppingStone) - 1;
  for (let stone = 1; stone <= stones; stone++) {
    const share = stone / (stones + 1);
    points.push(
      members[a * 2]! + (members[b * 2]! - members[a * 2]!) * share,
      members[a * 2 + 1]! + (members[b * 2 + 1]! - members[a * 2 + 1]!) * share,
    );
  }
}

/** Negative on land. */
function landField(members: Spots, others: Spots, falloff: Falloff): Field {
  const box = influence(members);
  // Grid lines are the same for every cluster, so that a coast does not shiver when its box grows.
  const left = Math.floor(box.left / step) * step;
  const top = Math.floor(box.top / step) * step;
  const columns = Math.ceil((box.right - left) / step) + 2;
  const rows = Math.ceil((box.bottom - top) / step) + 2;
  const near = sumOfFalloff(members, falloff, left, top, columns, rows);
  const foreign = sumOfFalloff(others, falloff, left, top, columns, rows);
  const values = new Float32Array(columns * rows);
  for (let point = 0; point < values.length; point++) {
    const own = distance(near[point]!);
    const fromCoast = own - coastAt;
    values[point] =
      fromCoast >= 0 || foreign[point] === 0
        ? fromCoast
        : Math.max(fromCoast, (own - distance(foreign[point]!)) / 2 + shortOfMiddle);
  }
  return { columns, rows, left, top, step, values };
}

function distance(sum: number): number {
  return -softness * Math.log(sum + nowhere);
}

function sumOfFalloff(
  spots: Spots,
  falloff: Falloff,
  left: number,
  top: number,
  columns: number,
  rows: number,
): Float32Array {
  const sums = new Float32Array(columns * rows);
  const limit = reach * reach;
  for (let i = 0; i < spots.length; i += 2) {
    const x = spots[i]!;
    const y = spots[i + 1]!;
    const firstColumn = Math.max(0, Math.ceil((x - reach - left) / step));
    const lastColumn = Math.min(columns - 1, Math.floor((x + reach - left) / step));
    const firstRow = Math.max(0, Math.ceil((y - reach - top) / step));
    const lastRow = Math.min(rows - 1, Math.floor((y + reach - top) / step));
    for (let row = firstRow; row <= lastRow; row++) {
      const down = top + row * step - y;
      for (let column = firstColumn; column <= lastColumn; column++) {
        const across = left + column * step - x;
        const square = across * across + down * down;
        if (square >= limit) continue;
        const whole = Math.floor(square);
        const low = falloff[whole]!;
        sums[row * columns + column]! += low + (falloff[whole + 1]! - low) * (square - whole);
      }
    }
  }
  return sums;
}
