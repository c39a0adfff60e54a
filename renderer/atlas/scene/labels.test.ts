import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNames } from './cluster-names';
import { type LabelWish, placeLabels } from './labels';
import { overlaps } from './scale';

const screen = { left: 0, top: 0, right: 900, bottom: 700 };
const ground = { taken: [], marks: [], lines: new Float32Array(), screen };
const wish = (id: string, x: number, y: number, importance = 0, must = false): LabelWish => ({
  id,
  x,
  y,
  radius: 6,
  width: 70,
  height: 12,
  importance,
  must,
});

describe('placeLabels', () => {
  it('never lets names overlap that need not stay', () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 700 }) });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 60 }), (spots) => {
        const placed = placeLabels(
          spots.map(({ x, y }, i) => wish(`p${i}`, x, y, i)),
          ground,
        );
        for (const [i, one] of placed.entries()) {
          for (const other of placed.slice(i + 1)) expect(overlaps(one.box, other.box)).toBe(false);
          expect(one.box.left).toBeGreaterThanOrEqual(0);
          expect(one.box.bottom).toBeLessThanOrEqual(700);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets the more important stay', () => {
    const crowd = Array.from({ length: 12 }, (_, i) =>
      wish(`p${i}`, 400 + (i % 4) * 6, 300 + Math.floor(i / 4) * 6, i),
    );
    const placed = placeLabels(crowd, ground).map(({ id }) => id);
    expect(placed).toContain('p11');
    expect(placed.length).toBeLessThan(12);
  });

  it('always writes whom it must', () => {
    const crowd = Array.from({ length: 9 }, (_, i) => wish(`p${i}`, 400, 300, i, true));
    expect(placeLabels(crowd, ground)).toHaveLength(9);
  });

  it('keeps off marks and panels', () => {
    const marks = [{ left: 395, right: 405, top: 310, bottom: 330 }];
    const [placed] = placeLabels([wish('a', 400, 300)], { ...ground, marks });
    expect(marks.some((mark) => overlaps(mark, placed!.box))).toBe(false);
    expect(placeLabels([wish('a', 400, 300)], { ...ground, taken: [screen] })).toHaveLength(0);
  });

  it('crosses fewer lines where it can choose', () => {
    const below = Float32Array.of(300, 316, 500, 316, 300, 318, 500, 318);
    const [placed] = placeLabels([wish('a', 400, 300)], { ...ground, lines: below });
    expect(placed!.dy).toBeLessThan(12);
  });
});

describe('placeNames', () => {
  const land = (left: number): Float32Array<ArrayBuffer> =>
    Float32Array.of(left, 200, left + 100, 200, left + 100, 320, left, 320);

  it('writes on the sea below or above the land, and never on another name', () => {
    const placed = placeNames(
      [
        { id: 'a', outline: land(100), width: 150, height: 17, importance: 2 },
        { id: 'b', outline: land(180), width: 150, height: 17, importance: 1 },
      ],
      new Float32Array(),
      [],
      screen,
    );
    expect(placed).toHaveLength(2);
    expect(overlaps(placed[0]!.box, placed[1]!.box)).toBe(false);
    for (const { y } of placed) expect(y < 200 || y > 320).toBe(true);
  });
});
