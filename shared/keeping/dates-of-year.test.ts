import { describe, expect, it } from 'vitest';
import { nextTime, yearsOn } from './dates-of-year';

describe('dates that come back each year', () => {
  it('come next on the day or after it, with a year or without', () => {
    expect(nextTime('1984-05-04', '2026-05-04')).toBe('2026-05-04');
    expect(nextTime('--05-03', '2026-05-04')).toBe('2027-05-03');
    expect(nextTime('--01-02', '2026-12-30')).toBe('2027-01-02');
  });

  it('keep a 29 February on the 28th where there is none', () => {
    expect(nextTime('--02-29', '2026-02-20')).toBe('2026-02-28');
    expect(nextTime('--02-29', '2026-03-01')).toBe('2027-02-28');
    expect(nextTime('--02-29', '2028-02-28')).toBe('2028-02-29');
    expect(nextTime('1984-02-29', '2027-03-01')).toBe('2028-02-29');
  });

  it('need a day', () => {
    expect(nextTime('1984', '2026-05-04')).toBeUndefined();
    expect(nextTime('1984-05', '2026-05-04')).toBeUndefined();
  });

  it('know how many years it is, where the year is known', () => {
    expect(yearsOn('1984-05-04', '2026-05-04')).toBe(42);
    expect(yearsOn('--05-04', '2026-05-04')).toBeUndefined();
    expect(yearsOn('2026-05-04', '2026-05-04')).toBeUndefined();
  });
});
