/**
 * The ties on a canvas: all of one look in one stroke, the quiet ones first. Drawn here and not by Cytoscape, which
 * works out the style of each line by itself and keeps a picture of each: that took 40-80 ms in one go whenever a
 * part of the map with new ties came into sight, against 2-4 ms for all of them here.
 */
import type { Tie } from '../scene/atlas-model';
import { type Size, type ViewTransform, visibleBox } from '../scene/scale';
import { type TieClass, tieClasses, tieWidths } from '../scene/tie-style';
import type { Palette } from './palette';
import type { Pen } from './pen';

type Place = { readonly x: number; readonly y: number };

/** In which order looks are drawn: what joins groups lies on top. */
const order: readonly TieClass[] = [
  ...tieClasses.filter((name) => name.startsWith('inside')),
  'guessed',
  ...tieClasses.filter((name) => name.startsWith('between')),
];
/** Dots of a guess, px at zoom 1: as long as they can be told apart on the screen. */
const dots = [0.1, 3.4] as const;
const closestDots = 1.8;
const solid: number[] = [];

export class TieLayer {
  #ties: readonly Tie[] = [];
  /** Ties by look, and those that the highlight does not mean apart. */
  readonly #plain = new Map<TieClass, Tie[]>();
  readonly #dimmed = new Map<TieClass, Tie[]>();

  get ties(): readonly Tie[] {
    return this.#ties;
  }

  /** @param meant whom a highlight means: ties of others are quiet */
  set(ties: readonly Tie[], classOf: (tie: Tie) => TieClass, meant?: ReadonlySet<string>): void {
    this.#ties = ties;
    this.#plain.clear();
    this.#dimmed.clear();
    for (const tie of ties) {
      const looks =
        meant === undefined || (meant.has(tie.a) && meant.has(tie.b)) ? this.#plain : this.#dimmed;
      const name = classOf(tie);
      const same = looks.get(name);
      if (same === undefined) looks.set(name, [tie]);
      else same.push(tie);
    }
  }

  paint(
    canvas: Pen,
    view: ViewTransform,
    size: Size,
    palette: Palette,
    placeOf: (person: string) => Place | undefined,
  ): void {
    const seen = visibleBox(view, size, 0.05);
    const stroke = (name: TieClass, ties: readonly Tie[], colour: string): void => {
      canvas.beginPath();
      for (const tie of ties) {
        const from = placeOf(tie.a);
        const to = placeOf(tie.b);
        if (from === undefined || to === undefined) continue;
        if (Math.max(from.x, to.x) < seen.left || Math.min(from.x, to.x) > seen.right) continue;
        if (Math.max(from.y, to.y) < seen.top || Math.min(from.y, to.y) > seen.bottom) continue;
        canvas.moveTo(from.x * view.zoom + view.x, from.y * view.zoom + view.y);
        canvas.lineTo(to.x * view.zoom + view.x, to.y * view.zoom + view.y);
      }
      const apart = dots[1] * view.zoom;
      canvas.setLineDash(name === 'guessed' && apart >= closestDots ? [dots[0] * view.zoom, apart] : solid);
      canvas.lineWidth = tieWidths[name] * view.zoom;
      canvas.strokeStyle = colour;
      canvas.stroke();
    };
    canvas.lineCap = 'round';
    for (const looks of [this.#dimmed, this.#plain]) {
      for (const name of order) {
        const ties = looks.get(name);
        if (ties === undefined) continue;
        stroke(name, ties, looks === this.#dimmed ? palette.tie : colourOf(name, palette));
      }
    }
    canvas.setLineDash(solid);
  }
}

function colourOf(name: TieClass, palette: Palette): string {
  if (name === 'guessed') return palette.tieGuess;
  return name.startsWith('between') ? palette.tieBetween : palette.tie;
}
