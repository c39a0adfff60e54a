import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { fontOf, type Segment, type Shape } from './drawing';
import { RecordingPen } from './recording-pen';
import { toPdf } from './to-pdf';
import { toSvg } from './to-svg';

const penOf = (): RecordingPen => new RecordingPen((text) => text.length * 6);
const paper = { width: 200, height: 100, title: 'A <map>' };

function pathOf(shape: Shape | undefined): readonly Segment[] {
  return shape?.kind === 'path' ? shape.path : [];
}

describe('a pen that writes down', () => {
  it('takes every shape to the picture, with its lines', () => {
    const pen = penOf();
    pen.save();
    pen.translate(10, 20);
    pen.scale(2, 2);
    pen.rotate(Math.PI / 2);
    pen.beginPath();
    pen.moveTo(1, 0);
    pen.lineTo(2, 0);
    pen.lineWidth = 3;
    pen.setLineDash([1, 4]);
    pen.strokeStyle = '#112233';
    pen.stroke();
    pen.restore();
    expect(pen.shapes).toHaveLength(1);
    expect(pen.shapes[0]).toMatchObject({
      stroke: { colour: '#112233', width: 6, dash: [2, 8], cap: 'butt', join: 'miter' },
    });
    const [move, line] = pathOf(pen.shapes[0]);
    expect(move?.slice(1).map((value) => Math.round(Number(value)))).toEqual([10, 22]);
    expect(line?.slice(1).map((value) => Math.round(Number(value)))).toEqual([10, 24]);
    // What was set since is as it was before.
    expect(pen).toMatchObject({ lineWidth: 1, strokeStyle: '#000000' });
  });

  it('draws a circle that is round, wherever it begins', () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (from) => {
        const pen = penOf();
        pen.beginPath();
        pen.arc(50, 50, 10, from, from + 2 * Math.PI);
        pen.fill();
        for (const segment of pathOf(pen.shapes[0])) {
          const [x, y] = segment.slice(-2).map(Number);
          expect(Math.hypot((x ?? 0) - 50, (y ?? 0) - 50)).toBeCloseTo(10, 6);
          if (segment[0] !== 'curve') continue;
          // The middle of the curve, by its four points.
          const [, x1, y1, x2, y2, ex, ey] = segment;
          const before = pathOf(pen.shapes[0])[pathOf(pen.shapes[0]).indexOf(segment) - 1]!;
          const [sx, sy] = before.slice(-2).map(Number);
          const [mx, my] = [((sx ?? 0) + 3 * x1 + 3 * x2 + ex) / 8, ((sy ?? 0) + 3 * y1 + 3 * y2 + ey) / 8];
          expect(Math.abs(Math.hypot(mx - 50, my - 50) - 10)).toBeLessThan(0.01);
        }
      }),
    );
  });

  it('keeps the font of a text, and how wide it was', () => {
    const pen = penOf();
    pen.scale(2, 2);
    pen.font = `600 13.0px 'Source Sans 3', sans-serif`;
    pen.letterSpacing = '1px';
    pen.fillStyle = '#456';
    pen.fillText('Ana', 5, 6);
    expect(pen.shapes[0]).toEqual({
      ...{ kind: 'text', text: 'Ana', x: 10, y: 12, tracking: 2, width: 36, fill: '#445566' },
      font: { size: 26, weight: 600, family: `'Source Sans 3', sans-serif` },
    });
    expect(fontOf('12px serif')).toEqual({ size: 12, weight: 400, family: 'serif' });
  });
});

describe('a picture', () => {
  it('as SVG is well-formed, whatever people are called, and holds them as text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant('<b>&"'), fc.string({ unit: 'binary' })), (name) => {
        const pen = penOf();
        pen.roundRect(1, 1, 20, 10, 4);
        pen.fill();
        pen.strokeText(name, 5, 6);
        pen.fillText(name, 5, 6);
        const svg = toSvg({ ...paper, shapes: pen.shapes });
        const findings: string[] = [];
        const texts: string[] = [];
        const parser = new SaxesParser();
        parser.on('error', ({ message }) => findings.push(message));
        parser.on('text', (text) => texts.push(text));
        parser.write(svg).close();
        expect(findings).toEqual([]);
        expect(texts).toContain('A <map>');
        if (name === '<b>&"') expect(texts.filter((text) => text === name)).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });

  it('as PDF has one page of its size, and draws what its fonts do not know', async () => {
    const pen = penOf();
    pen.fillRect(0, 0, 200, 100);
    pen.font = '600 17px Georgia, serif';
    pen.fillText('Zoë Müller', 5, 20);
    pen.font = '400 12px sans-serif';
    pen.fillText('王小明', 5, 40);
    pen.strokeText('Łukasz', 5, 60);
    const drawn: string[] = [];
    // One white dot.
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGP4DwQACfsD/fteaysAAAAASUVORK5CYII=',
      'base64',
    );
    const bytes = await toPdf({ ...paper, shapes: pen.shapes }, ({ text }) => {
      drawn.push(text);
      return Promise.resolve({ png: new Uint8Array(png), margin: 2 });
    });
    expect(drawn).toEqual(['王小明', 'Łukasz']);
    const file = await PDFDocument.load(bytes);
    expect(file.getTitle()).toBe('A <map>');
    expect(file.getPages().map((page) => page.getSize())).toEqual([{ width: 150, height: 75 }]);
  });
});
