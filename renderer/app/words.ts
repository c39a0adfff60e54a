/** People, days and counts as one says them. */
import type { Contact } from '../../shared/model/entities';
import { addDays, daysBetween } from '../../shared/time';

/** What a person is called: the name, else what else is known of them. */
export function nameOf(contact: Contact): string {
  const { name, nicknames, emails, organisations } = contact;
  if (name.full.trim() !== '') return name.full;
  return nicknames[0] ?? emails[0]?.value ?? organisations[0]?.name ?? 'Without a name';
}

/** "Head of partnerships, Halden Grid · Lisbon", as much of it as is known. */
export function roleOf({ organisations, place }: Contact): string {
  const present = organisations.find(({ to }) => to === undefined) ?? organisations[0];
  const job = [present?.title, present?.name].filter((part) => part !== undefined && part !== '').join(', ');
  return [job, place].filter((part) => part !== undefined && part !== '').join(' · ');
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

/** The exact day, for hovering: "Monday 4 May 2026". */
export function exactDay(day: string, locale: string): string {
  return format(day, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** When something goes quiet, without false precision: "mid-May", "late August", "mid-March 2027". */
export function sayRoughDay(day: string, today: string, locale: string): string {
  const date = Number(day.slice(8, 10));
  const part = date <= 10 ? 'early' : date <= 20 ? 'mid' : 'late';
  const far = daysBetween(today, day) > 300 || day < addDays(today, -300);
  const month = format(day, locale, far ? { month: 'long', year: 'numeric' } : { month: 'long' });
  return part === 'mid' ? `mid-${month}` : `${part} ${month}`;
}

/** "1 person", "240 people". */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en')} people`;
}

export function many(count: number, one: string, several: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${several}`;
}

function format(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(englishOf(locale), { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Sentences are in English; the person's own kind of it where there is one. */
function englishOf(locale: string): string {
  return locale.startsWith('en') ? locale : 'en-GB';
}
