/** Reminders for several people at once, such as a class that meets every five years. */
import type { GroupReminder } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { addDays, addMonths, type Day, daysBetween } from '../time';
import { recurrenceOf } from './recurrence';

/** A day of which every month and year has one. */
const anyDay = '2000-01-01';
/** A month, or so many of them, is longer than its days on record by no more than this. */
const longestLag = 31;

/** Those that come up to `to`, the earliest first; those of before stay until they are moved on. */
export function groupsUntil(network: OpenNetwork, to: Day): GroupReminder[] {
  return [...network.all('groupReminders')]
    .filter(({ next }) => next <= to)
    .sort((a, b) => (a.next === b.next ? (a.id < b.id ? -1 : 1) : a.next < b.next ? -1 : 1));
}

/**
 * The first day after `day` on which it comes up again. Years and months are those of the calendar: a class that meets
 * every five years on 4 May stays on 4 May.
 * @param next the day it stood on
 */
export function comesUpAfter(day: Day, { next, everyDays }: Pick<GroupReminder, 'next' | 'everyDays'>): Day {
  const { frequency, interval } = recurrenceOf(everyDays, anyDay);
  const months = frequency === 'YEARLY' ? 12 * interval : frequency === 'MONTHLY' ? interval : undefined;
  const nth = (n: number): Day =>
    months === undefined ? addDays(next, n * everyDays) : addMonths(next, n * months);
  // So many have gone by at least; the last few are counted.
  let n = Math.max(1, Math.floor(daysBetween(next, day) / (everyDays + longestLag)));
  while (nth(n) <= day && nth(n) < nth(n + 1)) n++;
  return nth(n);
}
