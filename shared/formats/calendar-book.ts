/**
 * The events of a file, kept until it is known what becomes of them: a later copy of the same event corrects an
 * earlier one, and single times of a series may have been moved or called off by events of their own.
 */
import { addDays } from '../time';
import type { CalendarEvent } from './calendar-event';
import { mostTimes, SeriesCounter, Times } from './calendar-series';
import type { Shown } from './calendar-times';
import type { CalendarTally } from './calendar-tally';
import type { EncounterRecord, ReadOptions } from './record';

/** Events without recurrence that wait for a later copy; the oldest goes when there are more. */
const mostWaiting = 20_000;
/** Times of all series of a file together; beyond them only the last of each is taken. */
const mostInAll = 300_000;

const day = 86_400_000;

export class CalendarBook {
  readonly #tally: CalendarTally;
  readonly #counter: SeriesCounter;
  readonly #singles = new Map<string, CalendarEvent>();
  readonly #series = new Map<string, CalendarEvent>();
  readonly #exceptions = new Map<string, CalendarEvent[]>();
  /** The UIDs of those that waited too long. */
  readonly #gone = new Set<string>();
  #times = 0;

  constructor({ today }: ReadOptions, tally: CalendarTally) {
    this.#tally = tally;
    this.#counter = new SeriesCounter(Date.parse(`${addDays(today, 366)}T00:00:00Z`));
  }

  /** Takes an event in. @returns those that need not wait any longer */
  take(event: CalendarEvent): EncounterRecord[] {
    const { uid } = event;
    if (event.replaces !== undefined) {
      const others = this.#exceptions.get(uid);
      if (others === undefined) this.#exceptions.set(uid, [event]);
      else others.push(event);
      return [];
    }
    const known = this.#singles.get(uid) ?? this.#series.get(uid);
    if (known !== undefined || this.#gone.has(uid)) {
      this.#tally.count('repeated', event.line);
      if (known === undefined || known.revision > event.revision) return [];
    }
    this.#singles.delete(uid);
    this.#series.delete(uid);
    const comesBack = event.rule !== undefined || event.added.length > 0;
    (comesBack ? this.#series : this.#singles).set(uid, event);
    return this.#singles.size > mostWaiting ? this.#oldest() : [];
  }

  /** All that is left, the file being over. */
  end(): EncounterRecord[] {
    const records: EncounterRecord[] = [];
    for (const event of this.#singles.values()) {
      // An event that was single and has a moved time is one that this file knows in part.
      if (this.#exceptions.has(event.uid)) this.#count(event, records);
      else this.#add(records, event, event.start, event.uid);
    }
    for (const event of this.#series.values()) this.#count(event, records);
    for (const [uid, events] of this.#exceptions) {
      if (!this.#singles.has(uid) && !this.#series.has(uid))
        for (const event of events) this.#alone(event, records);
    }
    return records;
  }

  #oldest(): EncounterRecord[] {
    const records: EncounterRecord[] = [];
    for (const [uid, event] of this.#singles) {
      if (this.#exceptions.has(uid)) continue;
      this.#singles.delete(uid);
      this.#gone.add(uid);
      this.#add(records, event, event.start, uid);
      break;
    }
    return records;
  }

  /** The times of a series, each as the event that stands for it. */
  #count(event: CalendarEvent, records: EncounterRecord[]): void {
    const exceptions = this.#exceptions.get(event.uid) ?? [];
    const hasPeople = exceptions.some(({ participants }) => participants.length > 0);
    if (event.cancelled || (event.participants.length === 0 && !hasPeople)) {
      this.#tally.count(event.cancelled ? 'cancelled' : 'nobody', event.line);
      return;
    }
    if (event.rule === 'uncounted') this.#tally.count('uncounted', event.line);
    const own = new Times<CalendarEvent>(event);
    for (const exception of exceptions)
      if (exception.replaces !== undefined) own.set(exception.replaces, exception);
    const following = exceptions.filter(({ andFollowing }) => andFollowing);
    const { times, shortened } = this.#counter.count(event);
    const room = Math.max(1, mostInAll - this.#times);
    if (shortened || times.length > room) this.#tally.count('shortened', event.line);
    const met = new Set<CalendarEvent>();
    for (const { time, nth } of times.slice(-room)) {
      const key = keyOf(event, time);
      const exception = own.get(time);
      const after = exception ?? following.findLast(({ replaces }) => (replaces?.shown ?? 0) <= time.shown);
      if (exception !== undefined) met.add(exception);
      const moved = exception?.start ?? (after === undefined ? time : movedAs(after, time));
      this.#add(records, after ?? event, moved, key, nth);
      this.#times += 1;
    }
    for (const exception of exceptions)
      if (!met.has(exception)) this.#beyond(event, exception, times.length, records);
  }

  /** An event for a time that the rule of its series does not name, or that was not taken. */
  #beyond(series: CalendarEvent, exception: CalendarEvent, taken: number, records: EncounterRecord[]): void {
    const calledOff = new Times<true>(series);
    for (const time of series.left) calledOff.set(time, true);
    const isOff = exception.replaces !== undefined && calledOff.get(exception.replaces) === true;
    if (!isOff && taken < mostTimes) this.#alone(exception, records);
  }

  #alone(event: CalendarEvent, records: EncounterRecord[]): void {
    this.#add(records, event, event.start, keyOf(event, event.replaces ?? event.start));
  }

  #add(records: EncounterRecord[], event: CalendarEvent, time: Shown, key: string, nth?: number): void {
    const { line, zones, minutes, title, channel, participants, cancelled } = event;
    if (cancelled || participants.length === 0) {
      this.#tally.count(cancelled ? 'cancelled' : 'nobody', line);
      return;
    }
    if (!time.isDay && zones.clockOf(time) === undefined) this.#tally.countZone(time.zone ?? '', line);
    const moment = zones.momentOf(time);
    const on = time.isDay ? new Date(time.shown).toISOString().slice(0, 10) : zones.dayAt(moment);
    if (on === undefined) return;
    records.push({
      kind: 'encounter',
      line,
      key,
      sort: 'meeting',
      channel,
      day: on,
      ...(time.isDay ? {} : { at: new Date(moment).toISOString() }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(nth === undefined ? {} : { nth }),
      ...(title === undefined ? {} : { title }),
      participants,
    });
  }
}

/** The same for one time of a series in every file, whether the series stands in it or that time alone. */
function keyOf({ uid, zones }: CalendarEvent, time: Shown): string {
  const at = time.isDay
    ? new Date(time.shown).toISOString().slice(0, 10)
    : new Date(zones.momentOf(time)).toISOString();
  return `${uid} ${at}`;
}

/** A time as much later or earlier as the one was moved that stands for those after it, too. */
function movedAs({ start, replaces }: CalendarEvent, time: Shown): Shown {
  const by = replaces === undefined || start.isDay !== time.isDay ? 0 : start.shown - replaces.shown;
  return Math.abs(by) < 366 * day ? { ...start, shown: time.shown + by } : time;
}
