/** Counts, lists and days as one says them. */
import { addDays, daysBetween } from './time';

/** "1 person", "240 people". */
export function people(count: number): string {
  return many(count, 'person', 'people');
}

export function many(count: number, one: string, several: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${several}`;
}

/** "A", "A and B", "A, B and 3 more". */
export function listed(words: readonly string[], most = 3): string {
  const shown = words.slice(0, words.length > most ? most - 1 : most);
  const more = words.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** "Ana" of "Ana Figueiredo", where the parts of the name say so; else the whole name. */
export function callName(name: { readonly full: string; readonly given?: string }): string {
  return name.given?.trim() ?? name.full;
}

/** A day as people say it, seen from today: "today", "yesterday", "9 days ago", "March", "March 2024". */
export function sayDay(day: string, today: string, locale: string): string {
  const ago = daysBetween(day, today);
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  if (ago === -1) return 'tomorrow';
  if (ago > 1 && ago < 45) return `${ago} days ago`;
  if (ago > 0 && ago < 330) return format(day, locale, { month: 'long' });
  return format(day, locale, { month: 'long', year: 'numeric' });
}

/** A day to come as people say it: "today", "tomorrow", "Friday 8 May"; with the year where it is far off. */
export function sayDayAhead(day: string, today: string, locale: string): string {
  const ahead = daysBetween(today, day);
  if (ahead >= -1 && ahead <= 1) return sayDay(day, today, locale);
  const parts: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
  return format(day, locale, ahead > 300 || ahead < -300 ? { ...parts, year: 'numeric' } : parts);
}

/** The exact day, for hovering: "Monday 4 May 2026". */
export function exactDay(day: string, locale: string): string {
  return format(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** A day by its weekday, as the head of a page: "Monday 4 May". */
export function sayWeekday(day: string, locale: string): string {
  return format(day, locale, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "May 2019". */
export function sayMonth(day: string, locale: string): string {
  return format(day, locale, { month: 'long', year: 'numeric' });
}

/** When something goes quiet, without false precision: "mid-May", "late August", "mid-March 2027". */
export function sayRoughDay(day: string, today: string, locale: string): string {
  const date = Number(day.slice(8, 10));
  const part = date <= 10 ? 'early' : date <= 20 ? 'mid' : 'late';
  const far = daysBetween(today, day) > 300 || day < addDays(today, -300);
  const month = format(day, locale, far ? { month: 'long', year: 'numeric' } : { month: 'long' });
  return part === 'mid' ? `mid-${month}` : `${part} ${month}`;
}

/** Making a formatter takes as long as hundreds of days formatted by it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, options]);
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(englishOf(locale), { ...options, timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter.format(new Date(`${day}T00:00:00Z`));
}

/** Sentences are in English; the person's own kind of it where there is one. */
function englishOf(locale: string): string {
  return locale.startsWith('en') ? locale : 'en-GB';
}
