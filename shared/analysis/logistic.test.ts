import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from './chunked';
import { fitLogistic, logisticChance } from './logistic';
import { seededRandom } from './random';

const fit = (rows: readonly (readonly number[])[], came: readonly boolean[], ridge?: number) =>
  finish(fitLogistic(Float64Array.from(rows.flat()), rows[0]!.length, came, ridge));

/** Cases drawn from a known model. */
function drawn(count: number, intercept: number, slopes: readonly number[]) {
  const random = seededRandom(7);
  const rows = Array.from({ length: count }, () => slopes.map((_, c) => 10 ** c * (random.next() * 4 - 2)));
  const came = rows.map((row) => random.next() < logisticChance({ intercept, slopes }, row));
  return { rows, came };
}

describe('logistic regression', () => {
  test('finds the model that the cases were drawn from, whatever the units', () => {
    const { rows, came } = drawn(40_000, 0.5, [-1.2, 0.08]);
    const { intercept, slopes } = fit(rows, came);
    expect(intercept).toBeCloseTo(0.5, 1);
    expect(slopes[0]).toBeCloseTo(-1.2, 1);
    expect(slopes[1]).toBeCloseTo(0.08, 2);
  });

  test('at the best fit the mean chance is the share that came, and nothing near fits better', () => {
    const { rows, came } = drawn(500, -0.3, [0.7, -0.02]);
    const model = fit(rows, came, 0);
    const likelihood = (intercept: number, slopes: readonly number[]) =>
      rows.reduce((sum, row, i) => {
        const chance = logisticChance({ intercept, slopes }, row);
        return sum + Math.log(came[i]! ? chance : 1 - chance);
      }, 0);
    const mean = rows.reduce((sum, row) => sum + logisticChance(model, row), 0) / rows.length;
    expect(mean).toBeCloseTo(came.filter(Boolean).length / came.length, 6);
    const best = likelihood(model.intercept, model.slopes);
    for (const off of [-0.01, 0.01]) {
      expect(likelihood(model.intercept + off, model.slopes)).toBeLessThan(best);
      expect(likelihood(model.intercept, [model.slopes[0]! + off, model.slopes[1]!])).toBeLessThan(best);
      expect(likelihood(model.intercept, [model.slopes[0]!, model.slopes[1]! + off / 10])).toBeLessThan(best);
    }
  });

  test('ends with finite numbers where cases are told apart perfectly, all alike, or a column is flat', () => {
    const table = fc.array(fc.tuple(fc.constantFrom(0, 1, 5, 1000), fc.constant(3), fc.boolean()), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(table, (all) => {
        const { intercept, slopes } = fit(
          all.map(([x, flat]) => [x, flat]),
          all.map(([, , came]) => came),
        );
        expect([intercept, ...slopes].every(Number.isFinite)).toBe(true);
        expect(slopes[1]).toBeCloseTo(0, 9);
      }),
    );
    const apart = fit([[1], [2], [3], [4]], [false, false, true, true]);
    expect(logisticChance(apart, [1])).toBeLessThan(0.1);
    expect(logisticChance(apart, [4])).toBeGreaterThan(0.9);
  });

  test('does not lose its way where a full step would go too far', () => {
    const rows = [
      [-36, -683, 9],
      [81, 8, -155],
      [829, 8, -82],
      [-23, 1, -27],
      [1, 30, 560],
      [-38, 2, -382],
      [35, 5, 19],
      [446, -201, 18],
    ];
    const came = [true, false, false, true, false, false, false, false];
    const model = fit(rows, came, 0);
    rows.forEach((row, i) => {
      expect(Math.abs(logisticChance(model, row) - Number(came[i]!))).toBeLessThan(0.01);
    });
  });

  test('comes in short pieces', () => {
    const { rows, came } = drawn(50_000, 0, [1]);
    const work = fitLogistic(Float64Array.from(rows.flat()), 1, came);
    let pieces = 0;
    while (work.next().done !== true) pieces++;
    expect(pieces).toBeGreaterThan(20);
  });
});
