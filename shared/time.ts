/**
 * Days, moments and zones. A day is a calendar day (`YYYY-MM-DD`), a moment is UTC in ISO form; a partial date
 * may lack its year (`--02-03`) or its day (`2014-05`, `2014`). "Today" is made once, at the edge, by `dayOf`.
 */
import { z } from 'zod';

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const partialPattern = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|--\d{2}-\d{2})$/;
const millisecondsADay = 86_400_000;

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for a real calendar day as `YYYY-MM-DD`; 2026-02-30 is none. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** True for `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `--MM-DD` that can stand in a calendar (`--02-29` can). */
export function isPartialDate(text: string): boolean {
  if (!partialPattern.test(text)) return false;
  if (text.startsWith('--')) return isDay(`2000${text.slice(1)}`);
  return isDay(`${text}-01-01`.slice(0, 10));
}

export const Day = z.string().refine(isDay, 'not a day of the calendar (YYYY-MM-DD)');
export type Day = z.infer<typeof Day>;
export const PartialDate = z
  .string()
  .refine(isPartialDate, 'not a date (YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD)');
export type PartialDate = z.infer<typeof PartialDate>;
/** UTC, as `Date.prototype.toISOString` writes it. */
export const Moment = z.iso.datetime();
export type Moment = z.infer<typeof Moment>;

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
/** An IANA zone name that this runtime knows. */
export const Zone = z.string().max(64).refine(isZone, 'not a time zone');

/** The calendar day on which a moment falls in a zone. */
export function dayOf(moment: Moment | Date, zone: string): Day {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(typeof moment === 'string' ? new Date(moment) : moment);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The hour of the day, 0 .. 23, at which a moment falls in a zone. */
export function hourOf(moment: Date, zone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
  return Number(format.format(moment));
}

/** Days since 1970-01-01; differences of these are numbers of days, whatever the clocks did. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsADay);
}

export function dayFromNumber(number: number): Day {
  return new Date(number * millisecondsADay).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** So many months on; the 31st becomes the last of a shorter month. Never beyond the year 9999. */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = [Math.floor(count / 12), (count % 12) + 1]
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');
  for (let date = Number(day.slice(8)); date > 0; date--) {
    const there = `${month}-${String(date).padStart(2, '0')}`;
    if (isDay(there)) return there;
  }
  return '9999-12-31';
}

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
