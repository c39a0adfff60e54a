/** The times of an event that comes back, counted up to a moment, whatever rule it names. */
import ICAL from 'ical.js';
import type { CalendarEvent } from './calendar-event';
import type { Rule, Shown } from './calendar-times';
import { icalTime } from './calendar-zones';

/** Of one series so many times are taken: the last ones. */
export const mostTimes = 1_000;
/** Steps of counting within one series: every day for fifty years. */
const longestCount = 20_000;
/** Days looked at in vain before a rule is given up, such as that of every 30 February. */
const longestSearch = 4_000;
/** Steps of counting within one file. */
const longestInAll = 2_000_000;

const day = 86_400_000;

export interface Occurrence {
  readonly time: Shown;
  /** From 1, counting those that were called off. */
  readonly nth: number;
}

export interface Counted {
  readonly times: readonly Occurrence[];
  /** Whether there are times before these, or some may be missing. */
  readonly shortened: boolean;
}

/** Counts series; what all of them of one file take together is bounded. */
export class SeriesCounter {
  readonly #until: number;
  #steps = 0;

  /** @param until the last moment that is counted */
  constructor(until: number) {
    this.#until = until;
  }

  /** When an event takes place, without the times that were called off. */
  count(event: CalendarEvent): Counted {
    const { start, rule, added, left, zones } = event;
    const shortened = { byCounting: false };
    const all = new Map<number, Shown>([[zones.momentOf(start), start]]);
    if (rule !== undefined && rule !== 'uncounted') {
      for (const time of this.#byRule(event, rule, () => (shortened.byCounting = true)))
        all.set(zones.momentOf(time), time);
    }
    for (const time of added) all.set(zones.momentOf(time), time);
    const calledOff = new Times<true>(event);
    for (const time of left) calledOff.set(time, true);
    const times = [...all]
      .filter(([moment]) => moment <= this.#until)
      .sort(([a], [b]) => a - b)
      .map(([, time], at) => ({ time, nth: at + 1 }))
      .filter(({ time }) => calledOff.get(time) === undefined);
    return { times: times.slice(-mostTimes), shortened: shortened.byCounting || times.length > mostTimes };
  }

  *#byRule({ start, zones }: CalendarEvent, rule: Rule, shorten: () => void): Generator<Shown> {
    try {
      const recur = ICAL.Recur.fromString(rule.text);
      const iterator = new BoundedIterator({ rule: recur, dtstart: icalTime(start) });
      for (let steps = 0; ; steps += 1) {
        if (steps >= longestCount || this.#steps >= longestInAll) {
          shorten();
          return;
        }
        this.#steps += 1;
        const found = iterator.once();
        if (found === undefined) return;
        const time = { ...start, shown: found };
        if (isAfter(time, rule.until, zones) || zones.momentOf(time) > this.#until) return;
        yield time;
      }
    } catch {
      shorten(); // a rule that contradicts itself, or never comes
    }
  }
}

/** Whether a series is over before this time. An end that is a day takes the whole of that day in. */
function isAfter(time: Shown, until: Shown | undefined, zones: CalendarEvent['zones']): boolean {
  if (until === undefined) return false;
  if (until.isDay || time.isDay) return Math.floor(time.shown / day) > Math.floor(until.shown / day);
  return until.zone === undefined ? time.shown > until.shown : zones.momentOf(time) > until.shown;
}

/** The library looks for the next time for ever where a rule has none. */
class BoundedIterator extends ICAL.RecurIterator {
  #looks = 0;

  /** The next time, as clocks show it. */
  once(): number | undefined {
    this.#looks = 0;
    const found = this.next();
    if (this.completed) return undefined;
    return Date.UTC(found.year, found.month - 1, found.day, found.hour, found.minute, found.second);
  }

  override check_contracting_rules(): boolean {
    this.#looks += 1;
    if (this.#looks > longestSearch) throw new Error('This rule has no next time.');
    return super.check_contracting_rules();
  }
}

/** Something for some times of a series, named by the moment, or by the day where one of the two is a whole day. */
export class Times<T> {
  readonly #zones: CalendarEvent['zones'];
  readonly #moments = new Map<number, T>();
  readonly #days = new Map<number, T>();
  readonly #wholeDays = new Map<number, T>();

  constructor({ zones }: CalendarEvent) {
    this.#zones = zones;
  }

  set(time: Shown, value: T): void {
    const at = Math.floor(time.shown / day);
    this.#days.set(at, value);
    if (time.isDay) this.#wholeDays.set(at, value);
    else this.#moments.set(this.#zones.momentOf(time), value);
  }

  get(time: Shown): T | undefined {
    const at = Math.floor(time.shown / day);
    if (time.isDay) return this.#days.get(at);
    return this.#moments.get(this.#zones.momentOf(time)) ?? this.#wholeDays.get(at);
  }
}
