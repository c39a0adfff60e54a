/** How often a thing comes back in a calendar, by a cadence in days. */
import type { Day } from '../time';

export interface Recurrence {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
}

const daysAYear = 365.25;
const daysAMonth = daysAYear / 12;

/**
 * In years, weeks or months where a person would say so (365 days, 14, 90), else in days. Months and years leave out
 * those that lack the day (the 31st, 29 February), so from the 29th on it is weeks and days alone.
 */
export function recurrenceOf(days: number, from: Day): Recurrence {
  const everyMonthHasIt = Number(from.slice(8)) <= 28;
  const years = Math.round(days / daysAYear);
  if (everyMonthHasIt && years > 0 && (days === 365 * years || Math.abs(days - daysAYear * years) < 1)) {
    return { frequency: 'YEARLY', interval: years };
  }
  if (days % 7 === 0) return { frequency: 'WEEKLY', interval: days / 7 };
  const months = Math.round(days / daysAMonth);
  const roughly = days === 30 * months || Math.abs(days - daysAMonth * months) < 1;
  if (everyMonthHasIt && months > 0 && months < 12 && roughly)
    return { frequency: 'MONTHLY', interval: months };
  return { frequency: 'DAILY', interval: days };
}
