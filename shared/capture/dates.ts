/**
 * Dates in plain English, as calendar days. What is meant depends on the use: of what happened, "Fri" is the last
 * Friday up to today; of what is due, the next one from today on. On a Friday both are today: a promise shown a week
 * too early can be moved, one shown a week too late is broken.
 *
 * A grammar of our own: chrono-node 2.10 reads "we sat in the sun" as two days, "24/7" as the 24th of July and "call
 * me in the evening" as today, passes over "31 Feb" in silence, and its weeks begin on one day for everybody.
 */
import { addDays, addMonths, type Day, daysBetween } from '../time';
import {
  dayFrom,
  endOfMonth,
  lastOfMonth,
  startOfWeek,
  weekdayFrom,
  weekdayOf,
  weekdayUpTo,
  yearOf,
} from './calendar';
import type { Habits } from './habits';
import { matchAt, sticky, wordEnd } from './text';

export interface DateFrame {
  readonly today: Day;
  readonly habits: Habits;
  readonly use: 'happened' | 'due';
  /** A word such as "by" or "on" says that a date follows. */
  readonly led: boolean;
}

export type DateReading = { readonly end: number } & (
  { readonly day: Day } | { /** Why this names no day, as a sentence. */ readonly wrong: string }
);
type Meaning = { readonly day: Day } | { readonly wrong: string } | undefined;

const monthNames = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const weekdayNames = [
  ['sunday', 'sun'],
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'weds', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
];
/** Short days that are words as well: they want a capital or a word that says a date follows. */
const alsoWords = new Set(['sun', 'wed', 'sat']);
const numbers = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const month = `(${monthNames.flat().join('|')})(?:\\.(?=\\s\\d))?`;
const weekday = `(${weekdayNames.flat().join('|')})\\b(?:\\.(?=\\s\\d))?`;
const count = `(\\d{1,3}|an?|a couple of|${numbers.join('|')})`;
const unit = '(day|week|fortnight|month|year)s?';
const partOfDay = '(?: (?:morning|afternoon|evening|night))?';

interface Rule {
  readonly pattern: RegExp;
  readonly means: (groups: readonly (string | undefined)[], frame: DateFrame) => Meaning;
}

function rule(pattern: string, means: Rule['means']): Rule {
  return { pattern: sticky(`(?:${pattern})${wordEnd}`), means };
}

const shift =
  (days: number): Rule['means'] =>
  (_groups, { today }) => ({ day: addDays(today, days) });

/** In the order in which they are tried: what says more comes first. */
const rules: readonly Rule[] = [
  rule('(\\d{4})-(\\d{1,2})-(\\d{1,2})', ([text, y, m, d]) => whole(text, y, m, d)),
  rule('(?:the )?day before yesterday', shift(-2)),
  rule('(?:the )?day after tomorrow', shift(2)),
  rule(`yesterday${partOfDay}|last night`, shift(-1)),
  rule(`tomorrow${partOfDay}`, shift(1)),
  rule('today|tonight|this (?:morning|afternoon|evening)', shift(0)),
  rule(`${count} ${unit} ago`, ([, n, u], { today }) => away(today, n, u, -1)),
  rule(`(?:in|within) ${count} ${unit}(?: time)?|${count} ${unit} from (?:now|today)`, (found, { today }) =>
    away(today, found[1] ?? found[3], found[2] ?? found[4], 1),
  ),
  rule(
    `${weekday},? (?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}|${month} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?)(?:,? (\\d{4}))?`,
    ([text, w, d, m, m2, d2, y], frame) => checked(text, w, ofMonth(text, y, m ?? m2, d ?? d2, frame)),
  ),
  rule(
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of | |-)${month}(?:(?:,? |-)(\\d{4}))?`,
    ([text, d, m, y], frame) => ofMonth(text, y, m, d, frame),
  ),
  rule(`${month} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![:.]\\d)(?:,? (\\d{4}))?`, ([text, m, d, y], frame) =>
    ofMonth(text, y, m, d, frame),
  ),
  rule('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![/\\d]| of\\b| ?h(?:ours?|rs?)?\\b)', numeric),
  rule('(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})', byDots),
  rule('(\\d{1,2})\\.(\\d{1,2})\\.?', (found, frame) => (frame.led ? byDots(found, frame) : undefined)),
  rule(
    `${weekday} (last|this|next) week|(last|this|next) week(?:['’]s)? (?:on )?${weekday}`,
    ([, w, which, which2, w2], frame) => inWeek(frame, which ?? which2, w ?? w2),
  ),
  rule(`(?:(last|past|this past|this coming|this|coming|next) )?${weekday}`, ([text, which, w], frame) =>
    onWeekday(text, which, w, frame),
  ),
  rule('(?:the )?end of (?:the |this |(next |last ))?(week|month|year)', ([, which, u], { today, habits }) =>
    endOf(today, habits, which?.trim().toLowerCase(), u),
  ),
  rule(`(?:the )?end of ${month}(?: (\\d{4}))?`, ([, m, y], frame) => endOfNamed(m, y, frame)),
  rule('(last|this|next) (week|month)', ([, which, u], frame) => period(frame, which, u)),
  rule('the (\\d{1,2})(?:st|nd|rd|th)', ([text, d], frame) =>
    frame.led && frame.use === 'due' ? dayOfMonth(text, d, frame) : undefined,
  ),
  // Not "on the 3rd floor".
  rule('the (\\d{1,2})(?:st|nd|rd|th)(?= ?(?:$|[,;.!?@#+\\n]))', ([text, d], frame) =>
    frame.led ? dayOfMonth(text, d, frame) : undefined,
  ),
  rule(
    `(?:(?:the )?(?:end|middle|start|beginning) of )?(?:${month}(?: \\d{4})?|(?:(?:this|next|last) )?(?:spring|summer|autumn|winter|quarter|year|weekend)|q[1-4]|\\d{1,4}(?:[./-]\\d{1,4})+)`,
    ([text = ''], { led }) => (led ? { wrong: noDay(text) } : undefined),
  ),
];

/** The date that stands exactly here, or nothing. */
export function readDate(text: string, at: number, frame: DateFrame): DateReading | undefined {
  // No date begins otherwise; most words of a text are told apart by their first letter.
  if (!/[\dadefijlmnoqstwy]/i.test(text.charAt(at)) && !frame.led) return undefined;
  for (const { pattern, means } of rules) {
    const found = matchAt(pattern, text, at);
    const meaning = found && means(found, frame);
    if (found !== undefined && meaning !== undefined) return { end: at + found[0].length, ...meaning };
  }
  return undefined;
}

function noDay(text: string): string {
  return `“${text.trim()}” names no day. Say one, as in 31 May or 2026-05-31.`;
}

function notInCalendar(text: string): string {
  return `“${text.trim()}” is not in the calendar. Say the day as in 31 May or 2026-05-31.`;
}

function whole(text = '', year = '', month = '', day = ''): Meaning {
  const found = dayFrom(Number(year), Number(month), Number(day));
  return found === undefined ? { wrong: notInCalendar(text) } : { day: found };
}

/** Without its year a day is the nearest to today, of what is due the next. */
function withoutYear(text: string, month: number, day: number, { today, use }: DateFrame): Meaning {
  const years = [-1, 0, 1].map((years) => yearOf(today) + years);
  const days = years.flatMap((year) => dayFrom(year, month, day) ?? []);
  return nearest(text, days, today, use);
}

function ofMonth(
  text = '',
  year: string | undefined,
  month = '',
  day = '',
  frame: DateFrame,
): Exclude<Meaning, undefined> {
  const number = monthNumber(month);
  const meaning =
    year === undefined
      ? withoutYear(text, number, Number(day), frame)
      : whole(text, year, String(number), day);
  return meaning ?? { wrong: notInCalendar(text) };
}

function monthNumber(name: string): number {
  return monthNames.findIndex((names) => names.includes(name.toLowerCase())) + 1;
}

function weekdayNumber(name = ''): number {
  return weekdayNames.findIndex((names) => names.includes(name.toLowerCase()));
}

/** A date that says its weekday, too, says the right one. */
function checked(text = '', name: string | undefined, meaning: Exclude<Meaning, undefined>): Meaning {
  if ('wrong' in meaning) return meaning;
  const is = weekdayNames[weekdayOf(meaning.day)]?.[0] ?? '';
  if (weekdayOf(meaning.day) === weekdayNumber(name)) return meaning;
  return {
    wrong: `“${text}” does not fit: ${meaning.day} is a ${is.charAt(0).toUpperCase()}${is.slice(1)}. Take out one of the two.`,
  };
}

function numeric(
  [text = '', first, second, year]: readonly (string | undefined)[],
  frame: DateFrame,
): Meaning {
  const [a, b] = [Number(first), Number(second)];
  const { dayFirst } = frame.habits;
  const [day, month] = dayFirst ? [a, b] : [b, a];
  if (!frame.led && year === undefined && text === '24/7') return undefined;
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
    if (year === undefined) return withoutYear(text, month, day, frame);
    return whole(text, year.length === 2 ? `20${year}` : year, String(month), String(day));
  }
  const otherWay = day >= 1 && day <= 12 && month <= 31;
  if (otherWay) {
    return {
      wrong: `“${text}” is no day where the ${dayFirst ? 'day' : 'month'} comes first, as it does for you. Say it as in 31 May or 2026-05-31.`,
    };
  }
  return frame.led || year !== undefined ? { wrong: notInCalendar(text) } : undefined;
}

function byDots([text = '', day, month, year]: readonly (string | undefined)[], frame: DateFrame): Meaning {
  return year === undefined
    ? withoutYear(text, Number(month), Number(day), frame)
    : whole(text, year, month, day);
}

function away(today: Day, amount = '', unit = '', sign: 1 | -1): Meaning {
  const word = amount.toLowerCase().replace(/\s+/g, ' ');
  const named = numbers.indexOf(word) + 1;
  const number =
    sign * (/^\d/.test(word) ? Number(word) : named > 0 ? named : word === 'a couple of' ? 2 : 1);
  switch (unit.toLowerCase()) {
    case 'day':
      return { day: addDays(today, number) };
    case 'week':
      return { day: addDays(today, 7 * number) };
    case 'fortnight':
      return { day: addDays(today, 14 * number) };
    case 'month':
      return { day: addMonths(today, number) };
    default:
      return { day: addMonths(today, 12 * number) };
  }
}

function onWeekday(text = '', which: string | undefined, name = '', frame: DateFrame): Meaning {
  const { today, use, led } = frame;
  const number = weekdayNumber(name);
  switch (which?.toLowerCase().replace(/\s+/g, ' ')) {
    case 'last':
    case 'past':
    case 'this past':
      return { day: weekdayUpTo(addDays(today, -1), number) };
    case 'this':
    case 'coming':
    case 'this coming':
      return { day: weekdayFrom(today, number) };
    case 'next':
      return inWeek(frame, 'next', name);
    default:
      if (!led && alsoWords.has(text)) return undefined;
      return { day: use === 'due' ? weekdayFrom(today, number) : weekdayUpTo(today, number) };
  }
}

function inWeek({ today, habits }: DateFrame, which = '', name = ''): Meaning {
  const weeks = { last: -1, this: 0, next: 1 }[which.toLowerCase()] ?? 0;
  const start = addDays(startOfWeek(today, habits.weekStart), 7 * weeks);
  return { day: weekdayFrom(start, weekdayNumber(name)) };
}

function endOf(today: Day, { weekStart }: Habits, which: string | undefined, unit = ''): Meaning {
  const step = which === 'next' ? 1 : which === 'last' ? -1 : 0;
  switch (unit.toLowerCase()) {
    case 'week':
      return { day: addDays(startOfWeek(today, weekStart), 7 * step + 6) };
    case 'month':
      return { day: endOfMonth(today, step) };
    default:
      return { day: `${yearOf(today) + step}-12-31` };
  }
}

/** The last day of a month by name: of what is due the next such, else the nearest. */
function endOfNamed(name = '', year: string | undefined, frame: DateFrame): Meaning {
  const number = monthNumber(name);
  if (year !== undefined) return { day: lastOfMonth(Number(year), number) };
  const first = withoutYear(name, number, 28, frame);
  return first === undefined || 'wrong' in first ? first : { day: lastOfMonth(yearOf(first.day), number) };
}

/** Something due next week may take all of it; what was last week was about seven days ago. */
function period(frame: DateFrame, which = '', unit = ''): Meaning {
  const { today, use, habits } = frame;
  const step = { last: -1, this: 0, next: 1 }[which.toLowerCase()] ?? 0;
  if (use === 'due') return endOf(today, habits, which.toLowerCase(), unit);
  if (step === 0) return undefined;
  return { day: unit.toLowerCase() === 'week' ? addDays(today, 7 * step) : addMonths(today, step) };
}

/** The nearest such day, of what is due the next. */
function dayOfMonth(text = '', day = '', { today, use }: DateFrame): Meaning {
  const days = [-1, 0, 1, 2].flatMap((months) => {
    const there = addMonths(`${today.slice(0, 7)}-01`, months);
    return dayFrom(yearOf(there), Number(there.slice(5, 7)), Number(day)) ?? [];
  });
  return nearest(text, days, today, use);
}

function nearest(text: string, days: readonly Day[], today: Day, use: DateFrame['use']): Meaning {
  const fitting = use === 'due' ? days.filter((one) => one >= today) : days;
  const [best] = fitting.toSorted(
    (a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)) || (a < b ? -1 : 1),
  );
  return best === undefined ? { wrong: notInCalendar(text) } : { day: best };
}
