/** Clusters as bubbles on a canvas: lines between them, land, ring of warmth, and their names. */
import {
  type Bubble,
  type BubbleLink,
  bubbleRadius,
  bubbleRingWidth,
  linkStroke,
  twoLines,
} from '../scene/bubbles';
import type { LinkSpot } from '../scene/links';
import { type Box, overlaps, type Size, type ViewTransform } from '../scene/scale';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { type TextWidths, writeText } from './text';

interface Spot {
  readonly bubble: Bubble;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export class BubbleLayer {
  bubbles: readonly Bubble[] = [];
  links: readonly BubbleLink[] = [];

  /** The bubble at a point of the screen, the smaller one where two overlap. */
  at(x: number, y: number, view: ViewTransform): string | undefined {
    return this.#spots(view)
      .filter((spot) => Math.hypot(spot.x - x, spot.y - y) <= spot.radius + 3)
      .sort((a, b) => a.radius - b.radius)[0]?.bubble.id;
  }

  /** Where the bubble of a group is on the screen. */
  spotOf(cluster: string, view: ViewTransform): LinkSpot | undefined {
    const bubble = this.bubbles.find(({ id }) => id === cluster);
    return bubble && spotIn(bubble, view);
  }

  /** Every bubble as x, y and radius in units of the map, one after the other. */
  circles(view: ViewTransform): Float32Array<ArrayBuffer> {
    return Float32Array.from(
      this.#spots(view).flatMap(({ bubble, radius }) => [bubble.x, bubble.y, radius / view.zoom]),
    );
  }

  /** The lines between clusters alone, from middle to middle, for land that is drawn over them. */
  paintLinks(canvas: Pen, view: ViewTransform, palette: Palette, selected?: string): void {
    this.#paintLinks(
      canvas,
      this.#spots(view).map((spot) => ({ ...spot, radius: 0 })),
      palette,
      selected,
    );
  }

  paint(canvas: Pen, view: ViewTransform, palette: Palette, selected?: string): void {
    const spots = this.#spots(view);
    this.#paintLinks(canvas, spots, palette, selected);
    for (const spot of spots) {
      const { bubble, x, y, radius } = spot;
      canvas.setLineDash([]);
      canvas.beginPath();
      canvas.arc(x, y, radius, 0, 2 * Math.PI);
      canvas.fillStyle = (bubble.clear ? palette.land : palette.softLand)[bubble.tint]!;
      canvas.fill();
      canvas.lineWidth = 1.2;
      canvas.setLineDash(bubble.clear ? [] : [5, 4]);
      canvas.strokeStyle = palette.coast[bubble.tint]!;
      canvas.stroke();
      canvas.setLineDash([]);
      paintWarmthRing(canvas, spot, palette);
      if (bubble.id !== selected) continue;
      canvas.beginPath();
      canvas.arc(x, y, radius + 5, 0, 2 * Math.PI);
      canvas.lineWidth = 2;
      canvas.strokeStyle = palette.accent;
      canvas.stroke();
    }
  }

  /** Names, the larger cluster's first; inside where they fit in two lines, else beside, else not at all. */
  paintNames(
    canvas: Pen,
    view: ViewTransform,
    size: Size,
    palette: Palette,
    widths: TextWidths,
    taken: readonly Box[],
  ): void {
    const spots = this.#spots(view);
    const boxes = [...taken];
    for (const spot of spots) {
      if (nameInside(canvas, spot, palette, widths)) continue;
      const box = nameBeside(canvas, spot, palette, widths, size, boxes, spots);
      if (box !== undefined) boxes.push(box);
    }
  }

  #spots(view: ViewTransform): Spot[] {
    return this.bubbles.map((bubble) => ({ bubble, ...spotIn(bubble, view) }));
  }

  #paintLinks(canvas: Pen, spots: readonly Spot[], palette: Palette, selected?: string): void {
    const byId = new Map(spots.map((spot) => [spot.bubble.id, spot]));
    canvas.lineCap = 'round';
    canvas.setLineDash([]);
    // The strong ones come last, on top.
    for (const { a, b, ties } of [...this.links].reverse()) {
      const from = byId.get(a);
      const to = byId.get(b);
      if (from === undefined || to === undefined) continue;
      const distance = Math.hypot(to.x - from.x, to.y - from.y);
      if (distance <= from.radius + to.radius) continue;
      const raised = a === selected || b === selected;
      const { width, strong } = linkStroke(ties);
      const across = (to.x - from.x) / distance;
      const down = (to.y - from.y) / distance;
      canvas.beginPath();
      canvas.moveTo(from.x + across * from.radius, from.y + down * from.radius);
      canvas.lineTo(to.x - across * to.radius, to.y - down * to.radius);
      canvas.lineWidth = raised ? Math.min(3.4, width) : width;
      canvas.strokeStyle = raised ? palette.text : strong ? palette.tieBetween : palette.tie;
      canvas.stroke();
    }
  }
}

function spotIn({ x, y, people }: Bubble, view: ViewTransform): LinkSpot {
  return { x: x * view.zoom + view.x, y: y * view.zoom + view.y, radius: bubbleRadius(people, view.zoom) };
}

/** From twelve o'clock, warm first, the unknown last as a thin arc. */
function paintWarmthRing(canvas: Pen, { bubble, x, y, radius }: Spot, palette: Palette): void {
  const width = bubbleRingWidth(radius);
  const middle = radius - width / 2 - 3;
  if (middle < 3) return;
  const gap = radius > 34 ? 1.2 / middle : 0;
  let angle = -Math.PI / 2;
  for (const step of [1, 2, 3, 4, 5, 6, 7, 0]) {
    const share = bubble.warmth[step]! / bubble.people;
    const end = angle + share * 2 * Math.PI;
    if (share > 0.008) {
      canvas.beginPath();
      canvas.arc(x, y, middle, angle + gap / 2, Math.max(angle + gap / 2, end - gap / 2));
      canvas.lineCap = 'butt';
      canvas.lineWidth = step === 0 ? 1 : width;
      canvas.strokeStyle = palette.warmth[step]!;
      canvas.stroke();
    }
    angle = end;
  }
}

function fontSize(radius: number): number {
  if (radius > 60) return 16;
  return radius > 44 ? 14 : 12.5;
}

function nameInside(
  canvas: Pen,
  { bubble, x, y, radius }: Spot,
  palette: Palette,
  widths: TextWidths,
): boolean {
  const px = fontSize(radius);
  const font = `600 ${px}px ${palette.fontName}`;
  const room = 2 * (radius - bubbleRingWidth(radius) - 3) - 14;
  const widthOf = (text: string): number => widths.of(text, font);
  const lines = widthOf(bubble.name) <= room ? [bubble.name] : twoLines(bubble.name, widthOf);
  if (radius < 26 || Math.max(...lines.map(widthOf)) > room) return false;
  const top = y - (lines.length - 1) * px * 0.58 - 3;
  lines.forEach((line, i) => {
    writeText(canvas, line, x - widthOf(line) / 2, top + i * px * 1.14, font, palette.name[bubble.tint]!);
  });
  const count = bubble.people.toLocaleString();
  const countFont = `400 12.5px ${palette.fontUi}`;
  const below = top + (lines.length - 1) * px * 1.14 + 17;
  writeText(canvas, count, x - widths.of(count, countFont) / 2, below, countFont, palette.text2);
  return true;
}

function nameBeside(
  canvas: Pen,
  { bubble, x, y, radius }: Spot,
  palette: Palette,
  widths: TextWidths,
  size: Size,
  taken: readonly Box[],
  spots: readonly Spot[],
): Box | undefined {
  const px = fontSize(radius);
  const font = `600 ${px}px ${palette.fontName}`;
  const width = widths.of(bubble.name, font);
  const slant = radius * 0.75 + 4;
  const places = [
    [x - width / 2, y + radius + px + 3],
    [x - width / 2, y - radius - 7],
    [x + radius + 7, y + 4],
    [x - radius - 7 - width, y + 4],
    [x + slant, y + slant + px * 0.4],
    [x - slant - width, y + slant + px * 0.4],
    [x + slant, y - slant],
    [x - slant - width, y - slant],
  ] as const;
  for (const [left, baseline] of places) {
    const box = { left: left - 2, right: left + width + 2, top: baseline - px * 0.8, bottom: baseline + 4 };
    if (box.left < 6 || box.right > size.width - 6 || box.top < 6 || box.bottom > size.height - 6) continue;
    if (taken.some((other) => overlaps(box, other))) continue;
    const onBubble = spots.some(
      (spot) =>
        spot.bubble !== bubble &&
        spot.x + spot.radius + 3 > box.left &&
        spot.x - spot.radius - 3 < box.right &&
        spot.y + spot.radius + 3 > box.top &&
        spot.y - spot.radius - 3 < box.bottom,
    );
    if (onBubble) continue;
    writeText(canvas, bubble.name, left, baseline, font, palette.name[bubble.tint]!, palette.sea, 4);
    return box;
  }
  return undefined;
}
