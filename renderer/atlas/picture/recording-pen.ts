/**
 * A pen that writes down what is drawn with it, so that the painters of the map draw a picture for a file as they draw
 * the screen. It knows what they use of a canvas, and that they scale both axes alike.
 */
import type { Pen } from '../map/pen';
import { fontOf, type FontLook, type Segment, type Shape, type StrokeLook } from './drawing';

/** x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface Look {
  readonly matrix: Matrix;
  readonly fillStyle: Pen['fillStyle'];
  readonly strokeStyle: Pen['strokeStyle'];
  readonly lineWidth: number;
  readonly lineCap: CanvasLineCap;
  readonly lineJoin: CanvasLineJoin;
  readonly font: string;
  readonly letterSpacing: string;
  readonly dash: readonly number[];
}

/** How wide a text is in a font. */
export type Measure = (text: string, font: string, tracking: number) => number;

/** Bezier curves follow a quarter of a circle to 0.03 % of its radius. */
const quarter = Math.PI / 2;

export class RecordingPen implements Pen {
  fillStyle: Pen['fillStyle'] = '#000000';
  strokeStyle: Pen['strokeStyle'] = '#000000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  font = '10px sans-serif';
  letterSpacing = '0px';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  textAlign: CanvasTextAlign = 'left';
  readonly #measure: Measure;
  readonly #shapes: Shape[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #dash: readonly number[] = [];
  #path: Segment[] = [];
  #kept: Look[] = [];

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  get shapes(): readonly Shape[] {
    return this.#shapes;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, font, letterSpacing } = this;
    this.#kept.push({
      ...{ fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, font, letterSpacing },
      matrix: this.#matrix,
      dash: this.#dash,
    });
  }

  restore(): void {
    const look = this.#kept.pop();
    if (look === undefined) return;
    this.fillStyle = look.fillStyle;
    this.strokeStyle = look.strokeStyle;
    this.lineWidth = look.lineWidth;
    this.lineCap = look.lineCap;
    this.lineJoin = look.lineJoin;
    this.font = look.font;
    this.letterSpacing = look.letterSpacing;
    this.#matrix = look.matrix;
    this.#dash = look.dash;
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  scale(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a * x, b * x, c * y, d * y, e, f];
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f];
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {
    if (this.#path.length > 0) this.#path.push(['close']);
  }

  moveTo(x: number, y: number): void {
    this.#path.push(['move', ...this.#at(x, y)]);
  }

  lineTo(x: number, y: number): void {
    this.#path.push([this.#path.length === 0 ? 'move' : 'line', ...this.#at(x, y)]);
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    const to = this.#at(x, y);
    const control = this.#at(cx, cy);
    const from = this.#end() ?? control;
    const third = (one: number, other: number): number => one + (2 / 3) * (other - one);
    this.#path.push([
      'curve',
      third(from[0], control[0]),
      third(from[1], control[1]),
      third(to[0], control[0]),
      third(to[1], control[1]),
      ...to,
    ]);
  }

  /** Clockwise alone, as the painters draw. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const whole = Math.min(to - from, 2 * Math.PI);
    const parts = Math.max(1, Math.ceil(whole / quarter - 1e-9));
    const step = whole / parts;
    const reach = (4 / 3) * Math.tan(step / 4) * radius;
    this.lineTo(x + radius * Math.cos(from), y + radius * Math.sin(from));
    for (let part = 0; part < parts; part++) {
      const [start, end] = [from + part * step, from + (part + 1) * step];
      const [ex, ey] = [x + radius * Math.cos(end), y + radius * Math.sin(end)];
      this.#path.push([
        'curve',
        ...this.#at(
          x + radius * Math.cos(start) - reach * Math.sin(start),
          y + radius * Math.sin(start) + reach * Math.cos(start),
        ),
        ...this.#at(ex + reach * Math.sin(end), ey - reach * Math.cos(end)),
        ...this.#at(ex, ey),
      ]);
    }
  }

  /** With one radius for all corners. */
  roundRect(x: number, y: number, width: number, height: number, radii: unknown = 0): void {
    const radius = Math.min(typeof radii === 'number' ? radii : 0, width / 2, height / 2);
    const [right, bottom] = [x + width, y + height];
    this.moveTo(x + radius, y);
    this.lineTo(right - radius, y);
    this.arc(right - radius, y + radius, radius, -quarter, 0);
    this.lineTo(right, bottom - radius);
    this.arc(right - radius, bottom - radius, radius, 0, quarter);
    this.lineTo(x + radius, bottom);
    this.arc(x + radius, bottom - radius, radius, quarter, 2 * quarter);
    this.lineTo(x, y + radius);
    this.arc(x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    this.closePath();
  }

  fill(): void {
    if (this.#path.length > 0) {
      this.#shapes.push({ kind: 'path', path: [...this.#path], fill: colourOf(this.fillStyle) });
    }
  }

  stroke(): void {
    if (this.#path.length > 0) {
      this.#shapes.push({ kind: 'path', path: [...this.#path], stroke: this.#strokeLook() });
    }
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const kept = this.#path;
    this.#path = [];
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
    this.fill();
    this.#path = kept;
  }

  fillText(text: string, x: number, y: number): void {
    this.#shapes.push({ ...this.#text(text, x, y), fill: colourOf(this.fillStyle) });
  }

  strokeText(text: string, x: number, y: number): void {
    const { colour, width } = this.#strokeLook();
    this.#shapes.push({ ...this.#text(text, x, y), stroke: { colour, width } });
  }

  #text(
    text: string,
    x: number,
    y: number,
  ): {
    readonly kind: 'text';
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly font: FontLook;
    readonly tracking: number;
    readonly width: number;
  } {
    const factor = this.#factor();
    const tracking = Number.parseFloat(this.letterSpacing) || 0;
    const look = fontOf(this.font);
    const width = this.#measure(text, this.font, tracking) * factor;
    const [left, baseline] = this.#at(x, y);
    const font = { ...look, size: look.size * factor };
    return { kind: 'text', text, x: left, y: baseline, font, tracking: tracking * factor, width };
  }

  #strokeLook(): StrokeLook {
    const factor = this.#factor();
    return {
      colour: colourOf(this.strokeStyle),
      width: this.lineWidth * factor,
      dash: this.#dash.map((length) => length * factor),
      cap: this.lineCap,
      join: this.lineJoin,
    };
  }

  #factor(): number {
    const [a, b, c, d] = this.#matrix;
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  #at(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.#matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }

  /** Where the path is now, in px of the picture. */
  #end(): readonly [number, number] | undefined {
    const last = this.#path.at(-1);
    if (last === undefined || last[0] === 'close') return undefined;
    return last[0] === 'curve' ? [last[5], last[6]] : [last[1], last[2]];
  }
}

/** The painters use plain colours alone, `#rrggbb`; a style sheet that was made small has some of them as `#rgb`. */
function colourOf(style: Pen['fillStyle']): string {
  if (typeof style !== 'string') return '#808080';
  return style.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu, '#$1$1$2$2$3$3');
}
