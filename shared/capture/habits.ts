/** How dates are written and when weeks begin where the person lives. */
import { z } from 'zod';
import type { Settings } from '../model/entities';

export interface Habits {
  /** 5/3 is the fifth of March; otherwise May the third. */
  readonly dayFirst: boolean;
  /** The first day of a week: 0 for Sunday to 6 for Saturday. */
  readonly weekStart: number;
}

const weekdays = { sunday: 0, monday: 1, saturday: 6 } as const;
/** `Intl.Locale` says when weeks begin by one of two names, by the age of the runtime. */
const WeekInfo = z.object({ firstDay: z.int().min(1).max(7) });

export function habitsOf(locale: string, weekStart: Settings['weekStart'] = 'locale'): Habits {
  return {
    dayFirst: isDayFirst(locale),
    weekStart: weekStart === 'locale' ? weekStartOf(locale) : weekdays[weekStart],
  };
}

function isDayFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  }).formatToParts(0);
  const at = (type: string): number => parts.findIndex((part) => part.type === type);
  return at('day') < at('month');
}

function weekStartOf(locale: string): number {
  const place = new Intl.Locale(locale);
  const ask: unknown = Reflect.get(place, 'getWeekInfo');
  const info: unknown =
    typeof ask === 'function' ? Reflect.apply(ask, place, []) : Reflect.get(place, 'weekInfo');
  const parsed = WeekInfo.safeParse(info);
  return parsed.success ? parsed.data.firstDay % 7 : weekdays.monday;
}
