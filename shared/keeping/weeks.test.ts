import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, daysBetween } from '../time';
import { firstDayOfWeek, weekBefore, weekNumber, weekOf } from './weeks';

describe('weeks', () => {
  it('start as the setting says, else as the region has it', () => {
    expect(firstDayOfWeek('monday', 'en-US')).toBe(1);
    expect(firstDayOfWeek('locale', 'en-US')).toBe(0);
    expect(firstDayOfWeek('locale', 'en-GB')).toBe(1);
    expect(firstDayOfWeek('locale', 'ar-EG')).toBe(6);
    expect(firstDayOfWeek('saturday', 'de')).toBe(6);
    expect(firstDayOfWeek('sunday', 'de')).toBe(0);
    expect(firstDayOfWeek('locale', 'not a locale')).toBe(1);
  });

  it('hold their days', () => {
    // 4 May 2026 was a Monday.
    expect(weekOf('2026-05-04', 1)).toEqual({ from: '2026-05-04', to: '2026-05-10' });
    expect(weekOf('2026-05-10', 1)).toEqual({ from: '2026-05-04', to: '2026-05-10' });
    expect(weekOf('2026-05-04', 0)).toEqual({ from: '2026-05-03', to: '2026-05-09' });
    expect(weekOf('2026-05-04', 6)).toEqual({ from: '2026-05-02', to: '2026-05-08' });
  });

  it('follow one another without a gap, and are counted one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30_000, max: 60_000 }),
        fc.integer({ min: 0, max: 6 }),
        (number, first) => {
          const day = dayFromNumber(number);
          const week = weekOf(day, first);
          expect(week.from <= day && day <= week.to).toBe(true);
          expect(daysBetween(week.from, week.to)).toBe(6);
          expect(addDays(weekBefore(week).to, 1)).toBe(week.from);
          expect(weekNumber(week)).toBe(weekNumber(weekBefore(week)) + 1);
        },
      ),
    );
  });
});
