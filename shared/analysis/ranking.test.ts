import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnderCurve, calibrationOf, lossesOf, wilson } from './ranking';

const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { maxLength: 60 });

test('the area under the curve counts pairs in the right order, equal ones half', () => {
  fc.assert(
    fc.property(cases, (all) => {
      let right = 0;
      let pairs = 0;
      for (const [high, came] of all) {
        for (const [low, cameToo] of all) {
          if (!came || cameToo) continue;
          pairs++;
          right += high > low ? 1 : high === low ? 0.5 : 0;
        }
      }
      const area = areaUnderCurve(
        all.map(([score]) => score),
        all.map(([, came]) => came),
      );
      if (pairs === 0) expect(area).toBeNull();
      else expect(area).toBeCloseTo(right / pairs, 12);
    }),
  );
});

describe('calibration', () => {
  test('every case is in one bin, bins are as large as each other and go up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { maxLength: 400 }),
        (all) => {
          const bins = calibrationOf(
            all.map(([chance]) => chance),
            all.map(([, came]) => came),
          );
          expect(bins.reduce((sum, bin) => sum + bin.cases, 0)).toBe(all.length);
          const observed = bins.reduce((sum, bin) => sum + bin.observed * bin.cases, 0);
          expect(observed).toBeCloseTo(all.filter(([, came]) => came).length, 9);
          bins.forEach((bin, i) => {
            expect(bin.cases).toBeGreaterThanOrEqual(Math.min(20, all.length));
            expect(bin.low <= bin.observed && bin.observed <= bin.high).toBe(true);
            if (i > 0) expect(bin.predicted).toBeGreaterThanOrEqual(bins[i - 1]!.predicted);
          });
        },
      ),
    );
  });

  test('chances that are too bold show', () => {
    const chances = Array.from({ length: 40 }, (_, i) => (i < 20 ? 0.1 : 0.9));
    const bins = calibrationOf(
      chances,
      chances.map((_, i) => i % 2 === 0),
    );
    expect(bins.map(({ predicted, observed }) => [predicted.toFixed(2), observed])).toEqual([
      ['0.10', 0.5],
      ['0.90', 0.5],
    ]);
    expect(bins[1]!.high).toBeLessThan(0.9);
  });
});

test("Wilson's interval: 8 of 10 lie between 0.490 and 0.943, and none of 10 below 0.278", () => {
  const { low, high } = wilson(8, 10);
  expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.490', '0.943']);
  expect(wilson(0, 10).low).toBe(0);
  expect(wilson(0, 10).high).toBeCloseTo(0.2775, 4);
  expect(wilson(10, 10).high).toBe(1);
});

test('losses of two chances, and of one that was surer than it should have been', () => {
  const { brier, log } = lossesOf([0.8, 0.4], [true, false]);
  expect(brier).toBeCloseTo((0.04 + 0.16) / 2, 12);
  expect(log).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12);
  expect(Number.isFinite(lossesOf([1], [false]).log)).toBe(true);
});
