/**
 * Marching squares: the closed lines along which a field on a grid changes sign. The inside is where the field is
 * negative, and lies to the left of a line as it runs, so that outer lines and lakes can be told apart by their
 * signed area.
 */

export interface Field {
  /** Grid points across and down. */
  readonly columns: number;
  readonly rows: number;
  /** Where the first grid point lies, and how far apart they are. */
  readonly left: number;
  readonly top: number;
  readonly step: number;
  /** Row by row. The rim must be positive (outside). */
  readonly values: Float32Array;
}

/** x and y of the points of a closed line, one after the other. */
export type Loop = Float32Array<ArrayBuffer>;

/**
 * An edge of the grid between two neighbouring points is numbered 2 * point for the one to the right, 2 * point + 1
 * for the one down. Each crossed edge belongs to two cells: a line enters one and leaves the other through it.
 */
export function contours(field: Field): Loop[] {
  const { columns, rows, values } = field;
  const next = new Int32Array(columns * rows * 2).fill(-1);
  const starts: number[] = [];
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const point = row * columns + column;
      const inside =
        (values[point]! < 0 ? 8 : 0) +
        (values[point + 1]! < 0 ? 4 : 0) +
        (values[point + columns + 1]! < 0 ? 2 : 0) +
        (values[point + columns]! < 0 ? 1 : 0);
      if (inside === 0 || inside === 15) continue;
      const edges = [point * 2, (point + 1) * 2 + 1, (point + columns) * 2, point * 2 + 1];
      for (const [from, to] of crossings[inside]!) {
        next[edges[from]!] = edges[to]!;
        starts.push(edges[from]!);
      }
    }
  }
  const loops: Loop[] = [];
  for (const start of starts) {
    if (next[start] === -1) continue;
    const edges: number[] = [];
    for (let edge = start; next[edge] !== -1;) {
      edges.push(edge);
      const following = next[edge]!;
      next[edge] = -1;
      edge = following;
    }
    loops.push(pointsOf(field, edges));
  }
  return loops;
}

const [top, right, bottom, left] = [0, 1, 2, 3] as const;

/**
 * The edges that the line crosses in a cell, from one to the other with the inside on the left, by which corners are
 * inside (8 top left, 4 top right, 2 bottom right, 1 bottom left). Saddles are cut apart.
 */
const crossings: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[bottom, left]],
  [[right, bottom]],
  [[right, left]],
  [[top, right]],
  [
    [top, right],
    [bottom, left],
  ],
  [[top, bottom]],
  [[top, left]],
  [[left, top]],
  [[bottom, top]],
  [
    [left, top],
    [right, bottom],
  ],
  [[right, top]],
  [[left, right]],
  [[bottom, right]],
  [[left, bottom]],
  [],
];

function pointsOf(field: Field, edges: readonly number[]): Loop {
  const { columns, left, top, step, values } = field;
  const points = new Float32Array(edges.length * 2);
  edges.forEach((edge, at) => {
    const point = edge >> 1;
    const down = (edge & 1) === 1;
    const here = values[point]!;
    const there = values[down ? point + columns : point + 1]!;
    const along = here / (here - there);
    points[at * 2] = left + step * ((point % columns) + (down ? 0 : along));
    points[at * 2 + 1] = top + step * (Math.floor(point / columns) + (down ? along : 0));
  });
  return points;
}

/** Positive for an outer line, negative for a lake; in square units. (y grows downwards.) */
export function signedArea(loop: Loop): number {
  let twice = 0;
  const count = loop.length / 2;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    twice += loop[i * 2]! * loop[j * 2 + 1]! - loop[j * 2]! * loop[i * 2 + 1]!;
  }
  return twice / 2;
}

/** Each point moved half way to the middle of its two neighbours, `passes` times; then every second one kept. */
export function smoothed(loop: Loop, passes: number): Loop {
  const count = loop.length / 2;
  let points: Loop = loop;
  for (let pass = 0; pass < passes; pass++) {
    const moved = new Float32Array(points.length);
    for (let i = 0; i < count; i++) {
      const before = ((i + count - 1) % count) * 2;
      const after = ((i + 1) % count) * 2;
      for (let axis = 0; axis < 2; axis++) {
        moved[i * 2 + axis] =
          (points[before + axis]! + 2 * points[i * 2 + axis]! + points[after + axis]!) / 4;
      }
    }
    points = moved;
  }
  const half = new Float32Array(Math.ceil(count / 2) * 2);
  for (let i = 0; i < count; i += 2) {
    half[i] = points[i * 2]!;
    half[i + 1] = points[i * 2 + 1]!;
  }
  return half;
}
