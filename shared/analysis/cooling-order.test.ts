import { expect, test } from 'vitest';
import { agedCount, coolingOrder } from './cooling-order';
import { contactDays, warmthOf } from './warmth';

const days = (...all: number[]) => contactDays(all.map((day) => ({ day, weight: 1 })));
const order = (contact: ReturnType<typeof days>, asOf: number, cadence = 180) =>
  warmthOf(contact, cadence, asOf).order!;

test('the formula, worked out by hand for a contact every 10 days and 30 days of silence', () => {
  const aged = [70, 60, 50, 40, 30].reduce((sum, age) => sum + 2 ** (-age / 90), 0);
  const expected = 0.8 * Math.log(31) + 0.5 * Math.log(4) - Math.log(aged);
  expect(order(days(0, 10, 20, 30, 40), 70)).toBeCloseTo(expected, 12);
});

test('longer silence comes first, and so does the same silence in a quicker rhythm', () => {
  expect(order(days(0, 10, 20, 30, 40), 71)).toBeGreaterThan(order(days(0, 10, 20, 30, 40), 70));
  const silence = 40;
  const quick = coolingOrder({ silence, rhythm: 5, aged: 4 });
  expect(quick).toBeGreaterThan(coolingOrder({ silence, rhythm: 20, aged: 4 }));
});

test('contact days long past hold a tie less than late ones', () => {
  expect(order(days(0, 1, 2, 3, 500), 560, 30)).toBeGreaterThan(order(days(0, 497, 498, 499, 500), 560, 30));
  expect(agedCount(8, 90)).toBe(4);
});

test('with fewer than five contact days the cadence stands for the rhythm', () => {
  const few = days(0, 10, 20);
  expect(order(few, 60, 30)).toBeGreaterThan(order(few, 60, 365));
  expect(order(days(0, 10, 20, 30, 40), 60, 30)).toBe(order(days(0, 10, 20, 30, 40), 60, 365));
});

test('a silence of centuries still has an order', () => {
  expect(Number.isFinite(order(days(0), 400_000))).toBe(true);
});
