/** A drawing as SVG that any browser and any program of drawings opens; texts stay texts. */
import { escaped } from '../../../shared/formats/xml';
import type { Drawing, PathShape, Segment, TextShape } from './drawing';

export function toSvg({ width, height, title, shapes }: Drawing): string {
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  const body = shapes.map((shape) => (shape.kind === 'path' ? pathOf(shape) : textOf(shape)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escaped(title)}</title>`,
    ...body,
    '</svg>\n',
  ].join('\n');
}

function pathOf({ path, fill, stroke }: PathShape): string {
  const ink = `fill="${fill === undefined ? 'none' : escaped(fill)}"`;
  if (stroke === undefined) return `<path d="${pathData(path)}" ${ink}/>`;
  const { colour, width, dash, cap, join } = stroke;
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(round).join(' ')}"`;
  const line = `stroke="${escaped(colour)}" stroke-width="${round(width)}" stroke-linecap="${cap}" stroke-linejoin="${join}"`;
  return `<path d="${pathData(path)}" ${ink} ${line}${dashes}/>`;
}

function pathData(path: readonly Segment[]): string {
  return path
    .map((segment) => {
      const [kind, ...numbers] = segment;
      return `${letters[kind]}${numbers.map(round).join(' ')}`;
    })
    .join('');
}

const letters = { move: 'M', line: 'L', curve: 'C', close: 'Z' } as const;

/** As wide as on the screen, whatever font is there to draw it: names that had room keep it. */
function textOf({ text, x, y, font, tracking, width, fill, stroke }: TextShape): string {
  const place = `x="${round(x)}" y="${round(y)}" textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"`;
  const type = `font-family="${escaped(font.family)}" font-size="${round(font.size)}" font-weight="${font.weight}"`;
  const spaced = tracking === 0 ? '' : ` letter-spacing="${round(tracking)}"`;
  const halo =
    stroke === undefined
      ? ''
      : ` stroke="${escaped(stroke.colour)}" stroke-width="${round(stroke.width)}" stroke-linejoin="round" aria-hidden="true"`;
  const ink = `fill="${fill === undefined ? 'none' : escaped(fill)}"`;
  return `<text ${place} ${type}${spaced} ${ink}${halo} xml:space="preserve">${escaped(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
