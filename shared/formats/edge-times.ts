/** The times of a list of ties as days: dates, moments, and numbers whose unit is given or guessed. */
import { addDays, isDay } from '../time';
import { DayReader } from './days';
import { LocalDays } from './local-days';

/**
 * `unix` and `unix-milliseconds` count from 1970 in UTC; the others from a start the file does not name, which
 * is taken for `timeOrigin`.
 */
export const timeUnits = ['unix', 'unix-milliseconds', 'seconds', 'minutes', 'hours', 'days'] as const;
export type TimeUnit = (typeof timeUnits)[number];

const secondsIn: Readonly<Record<TimeUnit, number>> = {
  unix: 1,
  'unix-milliseconds': 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
};

/** Where times without a start are counted from if nobody says. A fixed day, so that the same file twice gives the same days. */
export const defaultOrigin = '1970-01-01';

const isNumber = (text: string): boolean => /^[+-]?\d+(?:\.\d+)?$/.test(text);

/** What numbers in a column of times most likely count; undefined where the column holds no numbers but dates. */
export function guessUnit(sample: readonly string[]): TimeUnit | undefined {
  const texts = sample.filter((text) => isNumber(text));
  if (texts.length < sample.length * 0.9 || texts.length === 0) return undefined;
  if (texts.every((text) => compactDay(text) !== undefined)) return undefined;
  const numbers = texts.map(Number).sort((x, y) => x - y);
  const largest = numbers.at(-1) ?? 0;
  if (largest >= 1e11) return 'unix-milliseconds';
  if (largest >= 1e8) return 'unix';
  const gaps = numbers
    .slice(1)
    .map((number, i) => number - (numbers[i] ?? 0))
    .filter((gap) => gap > 0)
    .sort((x, y) => x - y);
  const gap = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return gap < 20 && largest < 4_000 ? 'days' : 'seconds';
}

/** `20210312` */
function compactDay(text: string): string | undefined {
  const match = /^(19\d\d|20\d\d)(\d\d)(\d\d)$/.exec(text);
  const day = match === null ? '' : `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`;
  return isDay(day) ? day : undefined;
}

/** Reads times of one file as days in the user's zone. */
export class TimeReader {
  readonly #unit: TimeUnit | undefined;
  readonly #origin: string;
  readonly #days = new DayReader();
  readonly #local: LocalDays;

  constructor(unit: TimeUnit | undefined, zone: string, origin = defaultOrigin) {
    this.#unit = unit;
    this.#origin = origin;
    this.#local = new LocalDays(zone);
  }

  /** The day, or undefined where the text is no time. */
  read(text: string): string | undefined {
    const clean = text.trim();
    if (isNumber(clean)) {
      if (this.#unit === undefined) return compactDay(clean);
      const seconds = Number(clean) * secondsIn[this.#unit];
      if (this.#unit === 'unix' || this.#unit === 'unix-milliseconds') return this.#local.of(seconds * 1_000);
      const days = Math.floor(seconds / 86_400);
      return Math.abs(days) < 1_000_000 ? valid(addDays(this.#origin, days)) : undefined;
    }
    if (/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(clean)) return this.#local.of(Date.parse(clean));
    return this.#days.read(clean, 'month-first');
  }
}

function valid(day: string): string | undefined {
  return isDay(day) ? day : undefined;
}
