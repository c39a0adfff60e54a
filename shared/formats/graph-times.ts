/** The times of ties in graphs, which may be dates, moments, years, or numbers that count from a start. */
import { DayReader, partialDate } from './days';
import { TimeReader, type TimeUnit } from './edge-times';
import type { ReadOptions } from './record';

/** Numbers from here on can only be seconds since 1970, and from there on milliseconds. */
const seconds = 1e8;
const milliseconds = 1e11;

export class GraphTimes {
  readonly #options: ReadOptions;
  readonly #days = new DayReader();
  /** By what numbers count, made when the first of a kind comes: a zone's calendar is dear to make. */
  readonly #readers = new Map<TimeUnit | 'date', TimeReader>();

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** The day of something that happened; undefined where the text does not say it. */
  day(text: string): string | undefined {
    const clean = plain(text);
    const number = Number(clean);
    if (clean === '') return undefined;
    if (!Number.isFinite(number)) return this.#by('date').read(clean);
    const { timeUnit } = this.#options;
    if (timeUnit !== undefined) return this.#by(timeUnit).read(clean);
    if (number >= milliseconds) return this.#by('unix-milliseconds').read(clean);
    return this.#by(number >= seconds ? 'unix' : 'date').read(clean);
  }

  /** Since when, which may lack its day or its month. */
  since(text: string): string | undefined {
    const clean = plain(text);
    if (this.#options.timeUnit === undefined && /^(?:1\d|20)\d\d$/.test(clean)) return clean;
    if (/^[+-]?\d+(?:\.\d+)?$/.test(clean) || /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(clean)) return this.day(clean);
    return partialDate(clean) ?? this.#days.read(clean, 'month-first');
  }

  #by(unit: TimeUnit | 'date'): TimeReader {
    const known = this.#readers.get(unit);
    if (known !== undefined) return known;
    const { zone, timeOrigin } = this.#options;
    const reader = new TimeReader(unit === 'date' ? undefined : unit, zone, timeOrigin);
    this.#readers.set(unit, reader);
    return reader;
  }
}

/** Without the exponents that programs write large numbers with. */
function plain(text: string): string {
  const clean = text.trim();
  return /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(clean) ? String(Number(clean)) : clean;
}
