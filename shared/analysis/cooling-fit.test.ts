import { describe, expect, expectTypeOf, test } from 'vitest';
import { finish } from './chunked';
import { type ContactHistory, coolingCases } from './cooling-cases';
import {
  type CoolingFit,
  type CoolingModel,
  chanceOf,
  coolingHorizon,
  fitCooling,
  judgeCooling,
} from './cooling-fit';
import { seededRandom } from './random';
import { contactDays, warmthOf } from './warmth';

/**
 * Contacts who are spoken with every so often for a while, and then no more; some come back. Twenty months of it.
 */
function madeUpLog(contacts: number): ContactHistory[] {
  const random = seededRandom(11);
  return Array.from({ length: contacts }, (_, i) => {
    const gap = 3 + 40 * random.next() ** 2;
    const end = 100 + random.next() * 700;
    const days = new Set<number>();
    for (let day = random.next() * gap; day < Math.min(600, end); day += gap * (0.4 + 1.2 * random.next())) {
      days.add(Math.floor(day));
    }
    return { key: `contact-${i}`, days: [...days] };
  });
}

const fitted = (fit: CoolingFit) => {
  if (fit.kind !== 'fitted') throw new Error(`not fitted: ${JSON.stringify(fit)}`);
  return fit;
};
const warmthWith = (days: readonly number[], asOf: number) =>
  warmthOf(contactDays(days.map((day) => ({ day, weight: 1 }))), 30, asOf);
const weekly = [0, 7, 14, 21, 28, 35];

describe('the fit on the own log', () => {
  const fit = fitted(finish(fitCooling(madeUpLog(300))));

  test('is judged on the half that it was not fitted on', () => {
    const cases = finish(coolingCases(madeUpLog(300), coolingHorizon));
    const unseen = cases.filter(({ heldOut }) => heldOut);
    expect(fit.cases).toBe(cases.length);
    expect(fit.judged.cases).toBe(unseen.length);
    expect(fit.judged.baseRate).toBeCloseTo(unseen.filter(({ spoke }) => spoke).length / unseen.length, 12);
    const otherWay = cases.map((one) => ({ ...one, heldOut: !one.heldOut }));
    expect(finish(judgeCooling(otherWay))!.cases).toBe(cases.length - unseen.length);
    expect(finish(judgeCooling(unseen))).toBeNull();

    // Had the unseen half come out the other way round, the same chances would be as wrong as they are right.
    const turned = cases.map((one) => ({ ...one, spoke: one.spoke !== one.heldOut }));
    expect(finish(judgeCooling(turned))!.auc).toBeCloseTo(1 - fit.judged.auc!, 9);
    const seen = cases.filter(({ heldOut }) => !heldOut);
    const rate = seen.filter(({ spoke }) => spoke).length / seen.length;
    const { baseRate, baseLosses } = fit.judged;
    expect(baseLosses.brier).toBeCloseTo(baseRate * (1 - rate) ** 2 + (1 - baseRate) * rate ** 2, 2);
  });

  test('tells apart who speaks again better than by the share of everybody', () => {
    expect(fit.cases).toBeGreaterThan(600);
    expect(fit.judged.auc).toBeGreaterThan(0.75);
    expect(fit.judged.losses.brier).toBeLessThan(fit.judged.baseLosses.brier);
    expect(fit.judged.losses.log).toBeLessThan(fit.judged.baseLosses.log);
  });

  test('its chances are about what came, on pairs it has not seen', () => {
    const { calibration, cases, baseRate } = fit.judged;
    expect(calibration.reduce((sum, bin) => sum + bin.cases, 0)).toBe(cases);
    const mean = calibration.reduce((sum, bin) => sum + bin.predicted * bin.cases, 0) / cases;
    expect(Math.abs(mean - baseRate)).toBeLessThan(0.06);
    const within = calibration.filter(
      ({ predicted, low, high }) => low - 0.05 < predicted && predicted < high + 0.05,
    );
    expect(within.length).toBeGreaterThanOrEqual(calibration.length - 2);
  });

  test('longer silence is less likely to end', () => {
    const chances = [1, 10, 30, 90, 300].map((silence) => chanceOf(fit, warmthWith(weekly, 35 + silence))!);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(chances.every((chance) => chance > 0 && chance < 1)).toBe(true);
  });

  test('the model gives the chance that its coefficients say', () => {
    const [intercept, silence, ratio, count] = fit.model.coefficients;
    const x = intercept + silence * Math.log(15) + ratio * Math.log(3) + count * Math.log(6);
    expect(chanceOf(fit, warmthWith(weekly, 49))).toBeCloseTo(1 / (1 + Math.exp(-x)), 12);
  });

  test('says nothing of ties without a rhythm of their own', () => {
    expect(chanceOf(fit, warmthWith([0, 7, 14, 21], 30))).toBeNull();
    expect(chanceOf(fit, warmthWith([], 30))).toBeNull();
  });

  test('the same log gives the same fit, in pieces', () => {
    const work = fitCooling(madeUpLog(300));
    const done: number[] = [];
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) {
        expect(fitted(step.value).model.coefficients).toEqual(fit.model.coefficients);
        break;
      }
      done.push(step.value);
    }
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(Math.max(...done)).toBeLessThanOrEqual(1);
  });
});

describe('without enough to learn from', () => {
  test('nothing that was not fitted passes for a model (the types are checked by tsc)', () => {
    expectTypeOf<Pick<CoolingModel, 'chance' | 'coefficients'>>().not.toExtend<CoolingModel>();
    expectTypeOf<Extract<CoolingFit, { kind: 'tooFew' }>>().not.toHaveProperty('model');
  });

  test('there is no chance, and it is said how much it takes', () => {
    const few = finish(fitCooling(madeUpLog(20)));
    expect(few).toMatchObject({ kind: 'tooFew', of: 'cases', need: 200 });
    expect(chanceOf(few, warmthWith(weekly, 49))).toBeNull();
    expect(finish(fitCooling([]))).toEqual({ kind: 'tooFew', of: 'cases', have: 0, need: 200 });
  });

  test('two hundred cases in which everybody speaks again teach nothing', () => {
    const always = Array.from({ length: 60 }, (_, i) => ({
      key: `c${i}`,
      days: Array.from({ length: 60 }, (__, week) => week * 7),
    }));
    expect(finish(fitCooling(always))).toEqual({ kind: 'tooFew', of: 'rarer', have: 0, need: 20 });
  });
});
