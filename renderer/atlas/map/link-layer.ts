/** Ways and introductions on a canvas: lines between people, arcs with their stage; far out from bubble to bubble. */
import {
  type Arc,
  arcBetween,
  type ArcOnMap,
  labelBox,
  lineBetween,
  type LinkSpot,
  type Point,
  spotAmong,
  type TriedOnMap,
  type WayOnMap,
} from '../scene/links';
import type { Person } from '../scene/atlas-model';
import { type Box, overlaps } from '../scene/scale';
import type { MapWish } from './map-wishes';
import { mixed, type Palette } from './palette';
import type { Pen } from './pen';
import { type TextWidths, writeText } from './text';

/** On the screen; undefined for whoever is not on the map. */
type SpotOf = (person: string) => LinkSpot | undefined;

const noDash: number[] = [];
const dashes: Readonly<Record<ArcOnMap['look'], number[]>> = {
  idea: [1, 4.5],
  'under-way': noDash,
  suggested: [1, 6],
  tried: [7, 5],
};
/** What would not be there any longer. */
const goneDash = [2.5, 3.5];
/** Of many who would be gone only so many rings are drawn. */
const mostRings = 1_500;
const guessDash = [0.1, 5];
/** What is drawn beside what is meant. */
const faintShare = 0.45;
const arrowhead = 8;
const pillHeight = 22;
const pillPad = 9;

interface PlacedArc {
  readonly arc: Arc;
  readonly of: ArcOnMap;
}

export class LinkLayer {
  /** Who is drawn: the names of connectors have their usual place before the stages have theirs. */
  people: readonly Person[] = [];
  wish: Pick<MapWish, 'ways' | 'arcs' | 'tried'> = { ways: [], arcs: [] };
  readonly #widths: TextWidths;
  readonly #spotOf: SpotOf;

  constructor(widths: TextWidths, spotOf: SpotOf) {
    this.#widths = widths;
    this.#spotOf = spotOf;
  }

  /**
   * The lines; marks and names come over them. Ways stand alone: arcs are not drawn beside them.
   * @param isFar only groups are drawn, and no ring for anybody
   */
  paint(canvas: Pen, palette: Palette, isFar: boolean): void {
    canvas.lineCap = 'round';
    canvas.lineJoin = 'round';
    const faint = mixed(palette.accent, palette.sea, faintShare);
    const order = [...this.wish.ways].sort((a, b) => Number(a.isChosen) - Number(b.isChosen));
    for (const way of order) {
      paintWay(canvas, way, way.isChosen ? palette.accent : faint, palette, this.#spotOf);
    }
    if (this.wish.tried !== undefined && !isFar) paintTried(canvas, this.wish.tried, palette, this.#spotOf);
    for (const { arc, of } of this.#placed()) {
      canvas.strokeStyle = of.look === 'suggested' ? faint : palette.accent;
      canvas.lineWidth = of.look === 'suggested' ? 1.6 : 2.2;
      canvas.setLineDash(dashes[of.look]);
      canvas.beginPath();
      canvas.moveTo(arc.from.x, arc.from.y);
      canvas.quadraticCurveTo(arc.control.x, arc.control.y, arc.to.x, arc.to.y);
      canvas.stroke();
      canvas.setLineDash(noDash);
      if (of.look === 'under-way') paintArrowhead(canvas, arc.control, arc.to);
    }
    canvas.setLineDash(noDash);
  }

  /** The stages, over everything else. */
  paintLabels(canvas: Pen, palette: Palette): void {
    const font = fontOf(palette);
    for (const { box, label } of this.#labels(palette)) {
      canvas.beginPath();
      canvas.roundRect(box.left, box.top, box.right - box.left, pillHeight, pillHeight / 2);
      canvas.fillStyle = palette.surface;
      canvas.fill();
      canvas.lineWidth = 1.3;
      canvas.strokeStyle = palette.accent;
      canvas.stroke();
      writeText(canvas, label, box.left + pillPad, box.top + 15.5, font, palette.accent);
    }
  }

  /** What the stages cover: no name is written there. */
  boxes(palette: Palette): Box[] {
    return this.#labels(palette).map(({ box }) => box);
  }

  #placed(): PlacedArc[] {
    if (this.wish.ways.length > 0) return [];
    return this.wish.arcs.flatMap((of) => {
      const [a, b] = [this.#spotOf(of.a), this.#spotOf(of.b)];
      const arc = a === undefined || b === undefined ? undefined : arcBetween(a, b);
      return arc === undefined ? [] : [{ arc, of }];
    });
  }

  /** Each where there is room for it; those that come first have the first choice. */
  #labels(palette: Palette): { readonly box: Box; readonly label: string }[] {
    const placed: { readonly box: Box; readonly label: string }[] = [];
    const font = fontOf(palette);
    const arcs = this.#placed().filter(({ of }) => of.label !== undefined);
    const names = arcs.length === 0 ? [] : this.#names(palette);
    for (const { arc, of } of arcs) {
      const label = of.label ?? '';
      const width = this.#widths.of(label, font) + 2 * pillPad;
      const free = (box: Box): boolean => placed.every((other) => !overlaps(box, other.box));
      const clear = (box: Box): boolean => free(box) && names.every((name) => !overlaps(box, name));
      const box = labelBox(arc, width, pillHeight, clear) ?? labelBox(arc, width, pillHeight, free);
      if (box !== undefined) placed.push({ box, label });
    }
    return placed;
  }

  /** Where connectors stand, with their names below. */
  #names(palette: Palette): Box[] {
    return this.people.flatMap((person) => {
      const spot = person.connector ? this.#spotOf(person.id) : undefined;
      if (spot === undefined) return [];
      const half = this.#widths.of(person.name, fontOf(palette)) / 2;
      const { x, y, radius } = spot;
      return [{ left: x - half, right: x + half, top: y - radius - 4, bottom: y + radius + 22 }];
    });
  }
}

function fontOf(palette: Palette): string {
  return `600 12.5px ${palette.fontUi}`;
}

function paintWay(
  canvas: Pen,
  { people, known, isChosen }: WayOnMap,
  colour: string,
  palette: Palette,
  spotOf: SpotOf,
): void {
  const shown = people.map((id) => (id === undefined ? undefined : spotOf(id)));
  const mine = people.map((id, at) => (id === undefined ? spotAmong(shown, at) : undefined));
  const spots = shown.map((spot, at) => spot ?? mine[at]);
  canvas.strokeStyle = colour;
  canvas.lineWidth = isChosen ? 2.6 : 1.5;
  spots.forEach((to, at) => {
    const from = spots[at - 1];
    const line = from === undefined || to === undefined ? undefined : lineBetween(from, to);
    if (line === undefined) return;
    canvas.setLineDash(known[at - 1] === true ? noDash : guessDash);
    canvas.beginPath();
    canvas.moveTo(line.from.x, line.from.y);
    canvas.lineTo(line.to.x, line.to.y);
    canvas.stroke();
    canvas.setLineDash(noDash);
    if (isChosen && at === spots.length - 1) paintArrowhead(canvas, line.from, line.to);
  });
  if (!isChosen) return;
  for (const me of mine) if (me !== undefined) paintMe(canvas, me, colour, palette);
}

/** Where those stand who would be gone, and where ties would be missing. */
function paintTried(canvas: Pen, { gone, cut }: TriedOnMap, palette: Palette, spotOf: SpotOf): void {
  canvas.strokeStyle = palette.text3;
  canvas.lineWidth = 1.4;
  canvas.setLineDash(goneDash);
  canvas.beginPath();
  let rings = 0;
  for (const id of gone) {
    const spot = spotOf(id);
    if (spot === undefined || rings === mostRings) continue;
    rings += 1;
    canvas.moveTo(spot.x + spot.radius, spot.y);
    canvas.arc(spot.x, spot.y, spot.radius, 0, 2 * Math.PI);
  }
  for (const [a, b] of cut) {
    const [from, to] = [spotOf(a), spotOf(b)];
    const line = from === undefined || to === undefined ? undefined : lineBetween(from, to);
    if (line === undefined) continue;
    canvas.moveTo(line.from.x, line.from.y);
    canvas.lineTo(line.to.x, line.to.y);
  }
  canvas.stroke();
  canvas.setLineDash(noDash);
}

/** Me on a way, while the map does not show me. */
function paintMe(canvas: Pen, { x, y }: Point, colour: string, palette: Palette): void {
  canvas.beginPath();
  canvas.arc(x, y, 4, 0, 2 * Math.PI);
  canvas.fillStyle = palette.surface;
  canvas.fill();
  canvas.lineWidth = 2;
  canvas.stroke();
  writeText(canvas, 'You', x - 11, y - 9, fontOf(palette), colour, palette.sea);
}

/** Open, at the end of a line that comes from there. */
function paintArrowhead(canvas: Pen, from: Point, to: Point): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  canvas.beginPath();
  for (const side of [-1, 1]) {
    canvas.moveTo(to.x, to.y);
    canvas.lineTo(
      to.x - arrowhead * Math.cos(angle + side * 0.5),
      to.y - arrowhead * Math.sin(angle + side * 0.5),
    );
  }
  canvas.stroke();
}
