/** A picture of the map as it is seen, as a file: PNG, SVG or PDF. */
import type { AtlasMap } from '../map/atlas-map';
import type { Unnamed } from '../map/marks-layer';
import type { Palette } from '../map/palette';
import type { Pen } from '../map/pen';
import { TextWidths } from '../map/text';
import type { Size } from '../scene/scale';
import type { Drawing, TextShape } from './drawing';
import { type LegendOf, legendWidth, paintLegend } from './paint-legend';
import { RecordingPen } from './recording-pen';
import { toSvg } from './to-svg';

export const pictureForms = ['png', 'svg', 'pdf'] as const;
export type PictureForm = (typeof pictureForms)[number];

export interface PictureWish {
  readonly unnamed: Unnamed;
  /** Drawn beside the map; none without it. */
  readonly legend: LegendOf | undefined;
}

/** Px of the file in a px of the screen. */
const sharpness = 2;
const title = 'A map of my network, made with Kithmap';

export async function pictureOf(map: AtlasMap, form: PictureForm, wish: PictureWish): Promise<Blob> {
  if (form === 'png') {
    const canvas = document.createElement('canvas');
    paintOn(canvas, map, wish, sharpness);
    return blobOf(canvas);
  }
  const drawing = drawingOf(map, wish);
  if (form === 'svg') return new Blob([toSvg(drawing)], { type: 'image/svg+xml' });
  // Half a megabyte that most never need.
  const { toPdf } = await import('./to-pdf');
  return new Blob([await toPdf(drawing, textAsPng)], { type: 'application/pdf' });
}

/** Draws the picture on a canvas, so many px of it for each of the screen. */
export function paintOn(canvas: HTMLCanvasElement, map: AtlasMap, wish: PictureWish, scale: number): void {
  const { width, height } = sizeOf(map, wish);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no canvas to draw on.');
  pen.scale(scale, scale);
  paint(pen, map, wish);
}

function drawingOf(map: AtlasMap, wish: PictureWish): Drawing {
  const widths = new TextWidths();
  const pen = new RecordingPen((text, font, tracking) => widths.of(text, font, tracking));
  paint(pen, map, wish);
  return { ...sizeOf(map, wish), title, shapes: pen.shapes };
}

function sizeOf({ size: { width, height } }: AtlasMap, { legend }: PictureWish): Size {
  return { width: width + (legend === undefined ? 0 : legendWidth), height };
}

function paint(pen: Pen, map: AtlasMap, { unnamed, legend }: PictureWish): void {
  const { size, palette }: { size: Size; palette: Palette } = map.paintPicture(pen, unnamed);
  if (legend !== undefined) paintLegend(pen, legend, size, palette);
}

/** For PDF, whose fonts do not know every letter. */
async function textAsPng({
  text,
  font,
  tracking,
  width,
  fill,
  stroke,
}: TextShape): Promise<{ png: Uint8Array; margin: number }> {
  const fine = 4;
  const { above, below } = await import('./to-pdf');
  const margin = 2 + (stroke?.width ?? 0);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((width + 2 * margin) * fine);
  canvas.height = Math.ceil((font.size * (above + below) + 2 * margin) * fine);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no canvas to draw on.');
  pen.scale(fine, fine);
  pen.font = `${font.weight} ${font.size}px ${font.family}`;
  pen.letterSpacing = `${tracking}px`;
  const baseline = margin + font.size * above;
  if (stroke !== undefined) {
    pen.lineJoin = 'round';
    pen.lineWidth = stroke.width;
    pen.strokeStyle = stroke.colour;
    pen.strokeText(text, margin, baseline);
  }
  if (fill !== undefined) {
    pen.fillStyle = fill;
    pen.fillText(text, margin, baseline);
  }
  return { png: new Uint8Array(await (await blobOf(canvas)).arrayBuffer()), margin };
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null)
        reject(new Error('The picture is too large to be made here. Make the window smaller.'));
      else resolve(blob);
    }, 'image/png');
  });
}
