/** Reckoning with calendar days: weekdays, months, weeks that begin when the person's do. */
import { addDays, addMonths, type Day, dayNumber, isDay } from '../time';

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** A day by its parts, or nothing where the calendar has none such. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDay(text) ? text : undefined;
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The first such weekday from a day on, that day included. */
export function weekdayFrom(day: Day, weekday: number): Day {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

/** The last such weekday up to a day, that day included. */
export function weekdayUpTo(day: Day, weekday: number): Day {
  return addDays(day, -((weekdayOf(day) - weekday + 7) % 7));
}

export function startOfWeek(day: Day, weekStart: number): Day {
  return weekdayUpTo(day, weekStart);
}

export function lastOfMonth(year: number, month: number): Day {
  const first = month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1);
  return first === undefined ? `${pad(year, 4)}-12-31` : addDays(first, -1);
}

/** The last day of this month, or of one before or after it. */
export function endOfMonth(day: Day, months = 0): Day {
  const there = addMonths(`${day.slice(0, 7)}-01`, months);
  return lastOfMonth(yearOf(there), monthOf(there));
}
