/** Ways and arcs on the map: where their lines run, in px of the screen. */
import type { Box } from './scale';

/** A way from one person to another, as the map draws it. */
export interface WayOnMap {
  /** From the first to the last; undefined for me, whom the map does not show. */
  readonly people: readonly (string | undefined)[];
  /** For each step whether it is known, or a guess. */
  readonly known: readonly boolean[];
  /** Drawn strong; the others are faint. */
  readonly isChosen: boolean;
}

/** Two who are being brought together, or could be, as the map draws them. */
export interface ArcOnMap {
  readonly a: string;
  readonly b: string;
  /** What stands at its top. */
  readonly label?: string | undefined;
  readonly look: 'idea' | 'under-way' | 'suggested' | 'tried';
}

/** What is tried on paper, as the map draws it. */
export interface TriedOnMap {
  /** Whoever would not be there: an empty ring stands for them, and none of their ties is drawn. */
  readonly gone: ReadonlySet<string>;
  /** Ties that would not be there. */
  readonly cut: readonly (readonly [string, string])[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A mark or a bubble: lines end at its edge. */
export interface LinkSpot extends Point {
  readonly radius: number;
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** Sea between a mark and the line that leads to it. */
const gap = 4;

/** From edge to edge; undefined where the two touch, as in one bubble. */
export function lineBetween(from: LinkSpot, to: LinkSpot): Line | undefined {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance <= from.radius + to.radius + 2 * gap) return undefined;
  return { from: towards(from, to, from.radius + gap), to: towards(to, from, to.radius + gap) };
}

/**
 * Where I am drawn on a way, whom the map does not show: midway between two, or in line with the step beside me.
 * @param spots of the others on the way; undefined where there is none
 */
export function spotAmong(spots: readonly (LinkSpot | undefined)[], at: number): LinkSpot | undefined {
  const [before, after] = [spots[at - 1], spots[at + 1]];
  if (before !== undefined && after !== undefined) {
    return { x: (before.x + after.x) / 2, y: (before.y + after.y) / 2, radius: 4 };
  }
  if (after !== undefined) return spotBeyond(after, spots[at + 2]);
  return before === undefined ? undefined : spotBeyond(before, spots[at - 2]);
}

/** On the far side of one as seen from the other. */
function spotBeyond(one: LinkSpot, other: LinkSpot | undefined): LinkSpot {
  const away = one.radius + 44;
  const far = other === undefined ? 0 : Math.hypot(one.x - other.x, one.y - other.y);
  const along =
    other === undefined || far === 0
      ? { x: -0.8, y: -0.6 }
      : { x: (one.x - other.x) / far, y: (one.y - other.y) / far };
  return { x: one.x + along.x * away, y: one.y + along.y * away, radius: 4 };
}

export interface Arc {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

/** Its middle is so high over the line, at most, and lower for two who stand near each other. */
const highest = 96;

/** Bent upwards; to the right between two of whom one stands below the other. Undefined where the two touch. */
export function arcBetween(from: LinkSpot, to: LinkSpot): Arc | undefined {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const distance = Math.hypot(across, down);
  if (distance <= from.radius + to.radius + 2 * gap) return undefined;
  const height = Math.min(highest, 24 + 0.35 * distance);
  const side = across > 0 || (across === 0 && down > 0) ? 1 : -1;
  const control = {
    x: (from.x + to.x) / 2 + ((side * down) / distance) * height,
    y: (from.y + to.y) / 2 - ((side * across) / distance) * height,
  };
  return {
    from: towards(from, control, from.radius + gap),
    control,
    to: towards(to, control, to.radius + gap),
  };
}

/** @param share 0 at its beginning, 1 at its end */
export function pointOn({ from, control, to }: Arc, share: number): Point {
  const rest = 1 - share;
  const along = (axis: 'x' | 'y'): number =>
    rest * rest * from[axis] + 2 * rest * share * control[axis] + share * share * to[axis];
  return { x: along('x'), y: along('y') };
}

/** Where a label may stand on an arc, the best place first. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** A free box for a label on an arc; undefined where every place is taken. */
export function labelBox(
  arc: Arc,
  width: number,
  height: number,
  isFree: (box: Box) => boolean,
): Box | undefined {
  for (const share of shares) {
    const { x, y } = pointOn(arc, share);
    const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    if (isFree(box)) return box;
  }
  return undefined;
}

/** So far from one place in the direction of another. */
function towards(from: Point, to: Point, far: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const share = distance === 0 ? 0 : far / distance;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
