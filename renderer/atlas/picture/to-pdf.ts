/**
 * A drawing as PDF on one page of its size. Lines and areas stay lines and areas. Names in the letters of Western Europe
 * are text in the fonts that every reader of PDF has; names in other scripts are drawn by the browser, which knows their
 * letters, and stand in it as pictures of four times the size. The one place that knows the library.
 */
import {
  appendBezierCurve,
  beginText,
  closePath,
  endText,
  fill,
  LineCapStyle,
  LineJoinStyle,
  lineTo,
  moveTo,
  PDFDocument,
  type PDFFont,
  type PDFName,
  type PDFOperator,
  type PDFPage,
  setCharacterSpacing,
  setCharacterSqueeze,
  setDashPattern,
  setFillingRgbColor,
  setFontAndSize,
  setLineCap,
  setLineJoin,
  setLineWidth,
  setStrokingRgbColor,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  StandardFonts,
  stroke as strokePath,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import type { Drawing, FontLook, PathShape, TextShape } from './drawing';

/** A text as PNG, with how far it reaches beyond its box on every side (px). */
export type DrawText = (shape: TextShape) => Promise<{ readonly png: Uint8Array; readonly margin: number }>;

/** Points of PDF in a px. */
const point = 0.75;
const caps = { butt: LineCapStyle.Butt, round: LineCapStyle.Round, square: LineCapStyle.Projecting };
const joins = { miter: LineJoinStyle.Miter, round: LineJoinStyle.Round, bevel: LineJoinStyle.Bevel };

export async function toPdf(
  { width, height, title, shapes }: Drawing,
  drawText: DrawText,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await PDFDocument.create();
  file.setTitle(title);
  file.setCreator('Kithmap');
  file.setProducer('Kithmap');
  const page = file.addPage([width * point, height * point]);
  const paper: Paper = { page, height, fonts: new Fonts(file), file, drawText };
  for (const shape of shapes) {
    if (shape.kind === 'path') page.pushOperators(...pathOperators(shape, height));
    else await writeText(shape, paper);
  }
  return new Uint8Array(await file.save());
}

interface Paper {
  readonly page: PDFPage;
  /** Of the drawing, px: in PDF the way up is up. */
  readonly height: number;
  readonly fonts: Fonts;
  readonly file: PDFDocument;
  readonly drawText: DrawText;
}

function pathOperators({ path, fill: ink, stroke }: PathShape, height: number): PDFOperator[] {
  const x = (value: number): number => value * point;
  const y = (value: number): number => (height - value) * point;
  const lines = path.map((segment) => {
    switch (segment[0]) {
      case 'move':
        return moveTo(x(segment[1]), y(segment[2]));
      case 'line':
        return lineTo(x(segment[1]), y(segment[2]));
      case 'curve': {
        const [, x1, y1, x2, y2, x3, y3] = segment;
        return appendBezierCurve(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
      }
      case 'close':
        return closePath();
    }
  });
  if (stroke === undefined) return [setFillingRgbColor(...rgb(ink ?? '#000000')), ...lines, fill()];
  return [
    setStrokingRgbColor(...rgb(stroke.colour)),
    setLineWidth(stroke.width * point),
    setLineCap(caps[stroke.cap]),
    setLineJoin(joins[stroke.join]),
    setDashPattern(
      stroke.dash.map((length) => length * point),
      0,
    ),
    ...lines,
    strokePath(),
  ];
}

async function writeText(shape: TextShape, { page, height, fonts, file, drawText }: Paper): Promise<void> {
  const font = await fonts.of(shape.font);
  if (!fonts.canWrite(font, shape.text)) {
    const { png, margin } = await drawText(shape);
    const picture = await file.embedPng(png);
    const { x, y, width, font: look } = shape;
    page.drawImage(picture, {
      x: (x - margin) * point,
      y: (height - y - look.size * below - margin) * point,
      width: (width + 2 * margin) * point,
      height: (look.size * (above + below) + 2 * margin) * point,
    });
    return;
  }
  const { text, x, y, font: look, tracking, width, fill: ink, stroke } = shape;
  const own = font.widthOfTextAtSize(text, look.size) + tracking * Array.from(text).length;
  page.pushOperators(
    beginText(),
    setFontAndSize(fonts.keyOn(page, font), look.size * point),
    setCharacterSpacing(tracking * point),
    // As wide as on the screen: names that had room keep it.
    setCharacterSqueeze(own > 0 ? (100 * width) / own : 100),
    ...(stroke === undefined
      ? [setTextRenderingMode(TextRenderingMode.Fill), setFillingRgbColor(...rgb(ink ?? '#000000'))]
      : [
          setTextRenderingMode(TextRenderingMode.Outline),
          setStrokingRgbColor(...rgb(stroke.colour)),
          setLineWidth(stroke.width * point),
          setLineJoin(LineJoinStyle.Round),
          setDashPattern([], 0),
        ]),
    setTextMatrix(1, 0, 0, 1, x * point, (height - y) * point),
    showText(font.encodeText(text)),
    endText(),
  );
}

/** Of the size of a font, over and under the baseline: what a picture of a text shows. */
export const above = 1.1;
export const below = 0.5;

/** The fonts of every reader of PDF that are next to those of the screen. */
class Fonts {
  readonly #file: PDFDocument;
  readonly #fonts = new Map<StandardFonts, Promise<PDFFont>>();
  readonly #letters = new Map<PDFFont, ReadonlySet<number>>();
  readonly #keys = new Map<PDFFont, PDFName>();

  constructor(file: PDFDocument) {
    this.#file = file;
  }

  of({ family, weight }: FontLook): Promise<PDFFont> {
    const isSerif = /(?:^|[\s,])serif\b/iu.test(family);
    const isBold = weight >= 600;
    const name = isSerif
      ? isBold
        ? StandardFonts.TimesRomanBold
        : StandardFonts.TimesRoman
      : isBold
        ? StandardFonts.HelveticaBold
        : StandardFonts.Helvetica;
    const standing = this.#fonts.get(name) ?? this.#file.embedFont(name);
    this.#fonts.set(name, standing);
    return standing;
  }

  /** By what the page knows a font. */
  keyOn(page: PDFPage, font: PDFFont): PDFName {
    const key = this.#keys.get(font) ?? page.node.newFontDictionary(font.name, font.ref);
    this.#keys.set(font, key);
    return key;
  }

  canWrite(font: PDFFont, text: string): boolean {
    const letters = this.#letters.get(font) ?? new Set(font.getCharacterSet());
    this.#letters.set(font, letters);
    return Array.from(text).every((letter) => letters.has(letter.codePointAt(0) ?? 0));
  }
}

/** `#rrggbb` as shares. */
function rgb(colour: string): [number, number, number] {
  const hex = /^#([0-9a-f]{6})$/iu.exec(colour)?.[1] ?? '808080';
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  return [red, green, blue];
}
