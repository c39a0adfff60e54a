/** One mark for a person on a canvas: disc, rings, hollow where nothing is recorded (look/NOTES.md). */
import { mixed, type Palette } from './palette';
import type { Pen } from './pen';

export interface MarkLook {
  /** Px on the screen. */
  readonly diameter: number;
  readonly warmth: number;
  readonly connector: boolean;
  readonly cooling: boolean;
  /** Not meant by the highlight that is on. */
  readonly dimmed: boolean;
}

/** Rings are off the disc by so much, px at full size. */
const rings = { inner: 2.6, outer: 5.6, cooling: 2.9, selected: 11 };
const dimmedShare = 0.35;
const noDash: number[] = [];

/** How far a mark reaches from its middle, rings included. */
export function markReach({ diameter, connector, cooling }: MarkLook, scale: number): number {
  const ring = connector ? rings.outer + 1 : cooling ? rings.cooling + 1 : 0;
  return diameter / 2 + ring * scale;
}

/** @param ground what lies under the mark @param scale of rings and lines, 1 at full size */
export function paintMark(
  canvas: Pen,
  x: number,
  y: number,
  look: MarkLook,
  ground: string,
  palette: Palette,
  scale: number,
): void {
  const radius = look.diameter / 2;
  const colour = (value: string): string => (look.dimmed ? mixed(value, ground, dimmedShare) : value);
  if (look.connector || look.cooling) {
    disc(canvas, x, y, radius + (look.connector ? 6.4 : 3.6) * scale, ground);
  }
  if (look.warmth > 0) {
    disc(canvas, x, y, radius, colour(palette.warmth[look.warmth]!));
  } else {
    const line = Math.max(0.8, 1.5 * scale);
    disc(canvas, x, y, radius, ground);
    ring(canvas, x, y, radius - line / 2, line, colour(palette.warmth[0]!), noDash);
  }
  const ink = colour(palette.ring);
  if (look.connector) {
    ring(canvas, x, y, radius + rings.inner * scale, 1.4 * scale, ink, noDash);
    const dash = look.cooling ? [3.2 * scale, 2.4 * scale] : noDash;
    ring(canvas, x, y, radius + rings.outer * scale, 1.1 * scale, ink, dash);
  } else if (look.cooling) {
    ring(canvas, x, y, radius + rings.cooling * scale, 1.1 * scale, ink, [3 * scale, 2.2 * scale]);
  }
}

/** The accent behind the selected; drawn before its mark. */
export function paintSelection(
  canvas: Pen,
  x: number,
  y: number,
  diameter: number,
  ground: string,
  palette: Palette,
  scale: number,
): void {
  const radius = diameter / 2 + rings.selected * scale;
  disc(canvas, x, y, radius, mixed(palette.accent, ground, 0.16));
  ring(canvas, x, y, radius, 1.5, palette.accent, noDash);
}

/** Where the keyboard is. */
export function paintFocus(canvas: Pen, x: number, y: number, reach: number, palette: Palette): void {
  ring(canvas, x, y, reach + 4, 2, palette.accent, noDash);
}

function disc(canvas: Pen, x: number, y: number, radius: number, fill: string): void {
  canvas.beginPath();
  canvas.arc(x, y, radius, 0, 2 * Math.PI);
  canvas.fillStyle = fill;
  canvas.fill();
}

function ring(
  canvas: Pen,
  x: number,
  y: number,
  radius: number,
  width: number,
  stroke: string,
  dash: number[],
): void {
  canvas.beginPath();
  canvas.arc(x, y, Math.max(0.1, radius), 0, 2 * Math.PI);
  canvas.setLineDash(dash);
  canvas.lineWidth = width;
  canvas.strokeStyle = stroke;
  canvas.stroke();
}
