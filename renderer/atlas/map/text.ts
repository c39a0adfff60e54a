/** Text on a canvas: how wide it is, and writing it with a halo in the colour of its ground. */
import type { Pen } from './pen';

/** Measures text once per font. */
export class TextWidths {
  readonly #canvas = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, Map<string, number>>();

  of(text: string, font: string, tracking = 0): number {
    let byText = this.#widths.get(font);
    if (byText === undefined) {
      byText = new Map<string, number>();
      this.#widths.set(font, byText);
    }
    let width = byText.get(text);
    if (width === undefined) {
      if (this.#canvas === null) return text.length * 6;
      this.#canvas.font = font;
      width = this.#canvas.measureText(text).width;
      byText.set(text, width);
    }
    return width + tracking * text.length;
  }

  /** Fonts came in or changed: what was measured is no longer true. */
  clear(): void {
    this.#widths.clear();
  }
}

export function writeText(
  canvas: Pen,
  text: string,
  x: number,
  baseline: number,
  font: string,
  colour: string,
  halo?: string,
  haloWidth = 3,
  tracking = 0,
): void {
  canvas.font = font;
  canvas.letterSpacing = `${tracking}px`;
  canvas.textBaseline = 'alphabetic';
  canvas.textAlign = 'left';
  if (halo !== undefined) {
    canvas.setLineDash([]);
    canvas.lineJoin = 'round';
    canvas.lineWidth = haloWidth;
    canvas.strokeStyle = halo;
    canvas.strokeText(text, x, baseline);
  }
  canvas.fillStyle = colour;
  canvas.fillText(text, x, baseline);
}
