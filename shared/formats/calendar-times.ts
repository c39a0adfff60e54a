/** Times, lengths and rules of recurrence as calendars write them. */
import ICAL from 'ical.js';
import type { Property } from './vcard-lines';
import { paramOf } from './vcard-values';

/** A time as clocks somewhere show it: milliseconds as if they were those of UTC; of a day, its first. */
export interface Shown {
  readonly shown: number;
  readonly isDay: boolean;
  /** As the calendar names it, `UTC`, or none: wherever one is. */
  readonly zone?: string;
}

const [firstYear, lastYear] = [1600, 2200];

/** The times of a property: one, or several separated by commas. Those that are none are left out. */
export function timesOf(property: Property, text: string): Shown[] {
  const named = paramOf(property, 'TZID')?.trim();
  // Some programs write `TZID=(UTC+01:00) Amsterdam:20200101T100000` without the quotation marks it needs.
  const spilt = /^(.*):(?=\d{8}(?:T\d{4,6})?\s*$)/s.exec(text)?.[1];
  const zone = spilt === undefined || named === undefined ? named : `${named}:${spilt}`;
  return (spilt === undefined ? text : text.slice(spilt.length + 1))
    .split(',')
    .slice(0, 10_000)
    .map((one) => timeOf(one, zone))
    .filter((time) => time !== undefined);
}

/** `20260503`, `20260503T100000`, `20260503T080000Z`, with or without dashes and colons; of a period, its start. */
export function timeOf(text: string, zone?: string): Shown | undefined {
  const match =
    /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(Z?))?\s*(?:\/.*)?$/i.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, mark] = match;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isReal = new Date(date).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12;
  if (!isReal || Number(year) < firstYear || Number(year) > lastYear) return undefined;
  if (hour === undefined) return { shown: date, isDay: true };
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  const shown = date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1_000;
  if (mark !== '' && mark !== undefined) return { shown, isDay: false, zone: 'UTC' };
  return { shown, isDay: false, ...(zone === undefined || zone === '' ? {} : { zone }) };
}

/** `PT1H30M` in minutes. */
export function minutesOf(text: string): number | undefined {
  const clean = text.trim().toUpperCase();
  if (!/^[+-]?P[\dDHMSTW]{1,30}$/.test(clean)) return undefined;
  try {
    return Math.round(ICAL.Duration.fromString(clean).toSeconds() / 60);
  } catch {
    return undefined;
  }
}

/** A rule of recurrence without its end, which is compared where the zone of the event is known. */
export interface Rule {
  readonly text: string;
  readonly until?: Shown;
}

const frequencies = /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/;

/**
 * A rule, its blanks taken out; undefined where it cannot be counted: one that comes every hour or oftener, steps that
 * lead out of every calendar, or what is no rule.
 */
export function ruleOf(text: string): Rule | undefined {
  const parts = text
    .toUpperCase()
    .replace(/\s+/g, '')
    .split(';')
    .filter((part) => part !== '');
  if (text.length > 2_000 || !parts.some((part) => frequencies.test(part))) return undefined;
  const interval = parts.find((part) => part.startsWith('INTERVAL='));
  if (interval !== undefined && !/^INTERVAL=\d{1,3}$/.test(interval)) return undefined;
  const end = parts.find((part) => part.startsWith('UNTIL='));
  const until = end === undefined ? undefined : timeOf(end.slice('UNTIL='.length));
  if (end !== undefined && until === undefined) return undefined;
  const rest = parts.filter((part) => part !== end && !part.startsWith('X-'));
  return { text: rest.join(';'), ...(until === undefined ? {} : { until }) };
}
