/**
 * Which names are written on the map, and where. The more important a person, the earlier their name chooses; a
 * name that finds no free place goes, except where it must stay (connectors, the selected, both ends of an arc).
 *
 *        7   4   5          tried in this order: 1 below, 2 right, 3 left, 4 above, then the diagonals;
 *        3   o   2          of the free ones, the first that fewest lines cross
 *        8   1   6
 */
import { type Box, overlaps } from './scale';

export interface LabelWish {
  readonly id: string;
  /** Middle of the mark on the screen, and how far it reaches from there with its rings. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of the written name, px. */
  readonly width: number;
  readonly height: number;
  readonly importance: number;
  /** Stays, also where it covers something less important. */
  readonly must: boolean;
}

export interface PlacedLabel {
  readonly id: string;
  /** Left end and baseline of the text, from the middle of the mark. */
  readonly dx: number;
  readonly dy: number;
  readonly box: Box;
}

export interface LabelGround {
  /** Where nothing may be written: panels, signs, names of clusters. */
  readonly taken: readonly Box[];
  /** Marks: not written over unless a name must stay. */
  readonly marks: readonly Box[];
  /** Lines that a name had better not cross, as x1, y1, x2, y2 on the screen. */
  readonly lines: Float32Array;
  readonly screen: Box;
}

/** No more names than this, besides those that must stay. */
const most = 120;
/** Side of the squares of the grids below, px. */
const cell = 24;
const fine = 8;

export function placeLabels(wishes: readonly LabelWish[], ground: LabelGround): PlacedLabel[] {
  const taken = new BoxGrid();
  const marks = new BoxGrid();
  for (const box of ground.taken) taken.add(box);
  for (const box of ground.marks) marks.add(box);
  const lines = new LineGrid(ground.lines);
  const placed: PlacedLabel[] = [];
  const byImportance = [...wishes].sort(
    (a, b) => Number(b.must) - Number(a.must) || b.importance - a.importance || (a.id < b.id ? -1 : 1),
  );
  for (const wish of byImportance) {
    if (!wish.must && placed.length >= most) break;
    const best = bestPlace(wish, taken, marks, lines, ground.screen);
    if (best === undefined) continue;
    taken.add(best.box);
    placed.push(best);
  }
  return placed;
}

function bestPlace(
  wish: LabelWish,
  taken: BoxGrid,
  marks: BoxGrid,
  lines: LineGrid,
  screen: Box,
): PlacedLabel | undefined {
  let best: PlacedLabel | undefined;
  let least = Infinity;
  const distances = wish.must ? [0, 5, 11, 18, 26] : [0];
  for (const away of distances) {
    for (const [order, { dx, dy }] of places(wish, away).entries()) {
      const box = boxOf(wish, dx, dy);
      if (!within(box, screen) || taken.hits(box)) continue;
      const onMark = marks.hits(box);
      if (onMark && !wish.must) continue;
      const cost = lines.crossings(box) + order * 0.15 + away * 0.05 + (onMark ? 6 : 0);
      if (cost >= least) continue;
      least = cost;
      best = { id: wish.id, dx, dy, box };
    }
  }
  if (best !== undefined || !wish.must) return best;
  // Everything around is taken by names that must stay as well: below, on top of what is there.
  const [below] = places(wish, 0);
  return below && { id: wish.id, ...below, box: boxOf(wish, below.dx, below.dy) };
}

function places({ radius, width, height }: LabelWish, away: number): { dx: number; dy: number }[] {
  const ascent = height * 0.76;
  const middle = height * 0.3;
  const reach = radius + away;
  const slant = radius * 0.7 + 2 + away;
  return [
    { dx: -width / 2, dy: reach + ascent + 1 },
    { dx: reach + 3, dy: middle },
    { dx: -reach - 3 - width, dy: middle },
    { dx: -width / 2, dy: -reach - 3 },
    { dx: slant, dy: -slant },
    { dx: slant, dy: slant + ascent },
    { dx: -slant - width, dy: -slant },
    { dx: -slant - width, dy: slant + ascent },
  ];
}

function boxOf({ x, y, width, height }: LabelWish, dx: number, dy: number): Box {
  return {
    left: x + dx - 2,
    right: x + dx + width + 2,
    top: y + dy - height * 0.8,
    bottom: y + dy + height * 0.26,
  };
}

function within(box: Box, screen: Box): boolean {
  return (
    box.left >= screen.left &&
    box.right <= screen.right &&
    box.top >= screen.top &&
    box.bottom <= screen.bottom
  );
}

/** Boxes by the squares they touch, so that a look-up sees only those near. */
class BoxGrid {
  readonly #squares = new Map<number, Box[]>();

  add(box: Box): void {
    const { left, right, top, bottom } = squaresOf(box, cell);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const square = squareAt(column, row);
        const there = this.#squares.get(square);
        if (there === undefined) this.#squares.set(square, [box]);
        else there.push(box);
      }
    }
  }

  hits(box: Box): boolean {
    const { left, right, top, bottom } = squaresOf(box, cell);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const there = this.#squares.get(squareAt(column, row));
        if (there?.some((other) => overlaps(box, other)) === true) return true;
      }
    }
    return false;
  }
}

/** Which small squares lines pass through, and how many. */
class LineGrid {
  readonly #counts = new Map<number, number>();

  constructor(lines: Float32Array) {
    for (let at = 0; at + 3 < lines.length; at += 4) {
      const [x1, y1, x2, y2] = [lines[at]!, lines[at + 1]!, lines[at + 2]!, lines[at + 3]!];
      const steps = Math.min(2_000, Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / fine)));
      for (let step = 0; step <= steps; step++) {
        const square = squareAt(
          Math.floor((x1 + ((x2 - x1) * step) / steps) / fine),
          Math.floor((y1 + ((y2 - y1) * step) / steps) / fine),
        );
        this.#counts.set(square, (this.#counts.get(square) ?? 0) + 1);
      }
    }
  }

  /** Roughly how many lines pass through a box. */
  crossings(box: Box): number {
    let sum = 0;
    const { left, right, top, bottom } = squaresOf(box, fine);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) sum += this.#counts.get(squareAt(column, row)) ?? 0;
    }
    return (sum * fine) / (box.bottom - box.top + fine);
  }
}

function squareAt(column: number, row: number): number {
  return (column + 32_768) * 65_536 + row + 32_768;
}

/** The first and last columns and rows of squares that a box touches. */
function squaresOf({ left, right, top, bottom }: Box, side: number): Box {
  return {
    left: Math.floor(left / side),
    right: Math.floor(right / side),
    top: Math.floor(top / side),
    bottom: Math.floor(bottom / side),
  };
}
