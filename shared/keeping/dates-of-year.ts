/** Days that come back each year, such as birthdays; the year in which they began may be unknown. */
import { type Day, isDay, type PartialDate } from '../time';

/** `02-29` of `--02-29` or `1984-02-29`; undefined where the day is not known. */
export function dayOfYear(date: PartialDate): string | undefined {
  if (date.startsWith('--')) return date.slice(2);
  return date.length === 10 ? date.slice(5) : undefined;
}

/** When it comes next, on `from` or later. In a year without a 29 February it is kept on the 28th. */
export function nextTime(date: PartialDate, from: Day): Day | undefined {
  const ofYear = dayOfYear(date);
  if (ofYear === undefined) return undefined;
  const year = Number(from.slice(0, 4));
  const thisYear = inYear(ofYear, year);
  return thisYear >= from ? thisYear : inYear(ofYear, year + 1);
}

function inYear(ofYear: string, year: number): Day {
  const day = `${String(year).padStart(4, '0')}-${ofYear}`;
  return isDay(day) ? day : `${day.slice(0, 5)}02-28`;
}

/** How many years it will be on that day, where the first year is known. */
export function yearsOn(date: PartialDate, day: Day): number | undefined {
  if (date.startsWith('--')) return undefined;
  const years = Number(day.slice(0, 4)) - Number(date.slice(0, 4));
  return years > 0 ? years : undefined;
}
