/** How dates are written, and when weeks begin, by place and by choice. */
import { describe, expect, it } from 'vitest';
import { addMonths } from '../time';
import { endOfMonth, weekdayOf } from './calendar';
import { habitsOf } from './habits';

describe('habits', () => {
  it('follow the place', () => {
    expect(habitsOf('en-US')).toEqual({ dayFirst: false, weekStart: 0 });
    expect(habitsOf('en-GB')).toEqual({ dayFirst: true, weekStart: 1 });
    expect(habitsOf('ja-JP')).toEqual({ dayFirst: false, weekStart: 0 });
    expect(habitsOf('de-CH')).toEqual({ dayFirst: true, weekStart: 1 });
    expect(habitsOf('ar-EG')).toEqual({ dayFirst: true, weekStart: 6 });
    expect(habitsOf('en')).toMatchObject({ dayFirst: false });
  });

  it('give way to what the person chose', () => {
    expect(habitsOf('en-US', 'monday').weekStart).toBe(1);
    expect(habitsOf('en-GB', 'sunday').weekStart).toBe(0);
    expect(habitsOf('en-GB', 'saturday').weekStart).toBe(6);
    expect(habitsOf('en-GB', 'locale').weekStart).toBe(1);
  });
});

describe('the calendar', () => {
  it('knows weekdays before and after 1970, and months of every length', () => {
    expect(weekdayOf('2026-05-04')).toBe(1);
    expect(weekdayOf('1969-07-20')).toBe(0);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
    expect(endOfMonth('2026-12-05')).toBe('2026-12-31');
    expect(endOfMonth('2026-12-05', 2)).toBe('2027-02-28');
  });
});
