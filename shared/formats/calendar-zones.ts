/**
 * The zones that a calendar names: by the names that all computers share, by those of Windows, or by a table
 * (VTIMEZONE) in the calendar itself.
 */
import ICAL from 'ical.js';
import { findIana } from 'windows-iana';
import { isDay, isZone } from '../time';
import type { Shown } from './calendar-times';
import { ZoneClock } from './zone-clock';

/** From what clocks show to the moment, both in milliseconds as in `zone-clock.ts`. */
export interface Clock {
  momentOf(shown: number): number;
}

/** What a table says about one half of the year, as it stands in the calendar. */
export interface ZoneRule {
  readonly daylight: boolean;
  readonly start: Shown;
  /** `+0100` */
  readonly from: string;
  readonly to: string;
  readonly rule?: string;
}

/** Tables that one calendar may bring. */
const mostTables = 500;
/** Rules such as `FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10`: all that zones have had in a hundred years. */
const yearlyRule =
  /^FREQ=YEARLY(?:;(?:INTERVAL=1|WKST=[A-Z]{2}|BYMONTH=\d{1,2}|BYDAY=-?\d?[A-Z]{2}|BYMONTHDAY=[\d,-]{1,40}|UNTIL=\w{8,16}))*$/;

const utc: Clock = { momentOf: (shown) => shown };

/** The zones of one calendar. */
export class CalendarZones {
  readonly #home: ZoneClock;
  readonly #named: Map<string, Clock | undefined>;
  readonly #tables = new Map<string, Clock>();

  /** @param home the user's own zone, or the calendar before this one in the same file */
  constructor(home: string | CalendarZones) {
    const isFirst = typeof home === 'string';
    this.#home = isFirst ? new ZoneClock(home) : home.#home;
    this.#named = isFirst ? new Map<string, Clock | undefined>() : home.#named;
  }

  /** Those of the calendar that comes next in the file; its tables are its own. */
  ofNext(): CalendarZones {
    return new CalendarZones(this);
  }

  /** The day in the user's zone. */
  dayAt(moment: number): string | undefined {
    const day = new Date(this.#home.shownAt(moment)).toISOString().slice(0, 10);
    return isDay(day) ? day : undefined;
  }

  /** The clock of a time: that of UTC, of the zone it names, or the user's own; undefined where the zone is not known (yet). */
  clockOf({ zone }: Shown): Clock | undefined {
    if (zone === undefined) return this.#home;
    if (zone === 'UTC') return utc;
    return this.#byName(zone) ?? this.#tables.get(zone);
  }

  /** The moment of a time, in the user's zone where its own is not known. */
  momentOf(time: Shown): number {
    return (this.clockOf(time) ?? this.#home).momentOf(time.shown);
  }

  /** A table of a calendar. @param location the name that all computers share, where the table says it */
  add(name: string, location: string | undefined, rules: readonly ZoneRule[]): void {
    if (this.#tables.size >= mostTables) return;
    const clock = (location === undefined ? undefined : this.#byName(location)) ?? clockOfTable(name, rules);
    if (clock !== undefined) this.#tables.set(name, clock);
  }

  #byName(name: string): Clock | undefined {
    if (!this.#named.has(name)) {
      const shared = sharedName(name);
      if (this.#named.size >= 1_000) this.#named.clear();
      this.#named.set(name, shared === undefined ? undefined : new ZoneClock(shared));
    }
    return this.#named.get(name);
  }
}

/** `Europe/Zurich` of that, of `/example.org/20050126_1/Europe/Zurich`, and of `W. Europe Standard Time`. */
function sharedName(name: string): string | undefined {
  const plain = name.trim();
  if (plain.length === 0 || plain.length > 200) return undefined;
  const parts = plain.split('/').filter((part) => part !== '');
  const names = plain.startsWith('/') ? [-3, -2].map((from) => parts.slice(from).join('/')) : [plain];
  const [windows] = findIana(plain);
  return [...names, ...(windows === undefined ? [] : [windows])].find(isZone);
}

function clockOfTable(name: string, rules: readonly ZoneRule[]): Clock | undefined {
  if (rules.length === 0) return undefined;
  const table = new ICAL.Component('vtimezone');
  table.addPropertyWithValue('tzid', name);
  for (const { daylight, start, from, to, rule: said } of rules.slice(0, 200)) {
    const [before, after] = [offsetOf(from), offsetOf(to)];
    if (before === undefined || after === undefined) continue;
    const rule = said !== undefined && yearlyRule.test(said) ? said : undefined;
    const half = new ICAL.Component(daylight ? 'daylight' : 'standard');
    half.addPropertyWithValue('dtstart', icalTime(rule === undefined ? start : recent(start)));
    half.addPropertyWithValue('tzoffsetfrom', before);
    half.addPropertyWithValue('tzoffsetto', after);
    const recur = rule === undefined ? undefined : recurOf(rule);
    if (recur !== undefined) half.addPropertyWithValue('rrule', recur);
    table.addSubcomponent(half);
  }
  if (table.getAllSubcomponents().length === 0) return undefined;
  const zone = new ICAL.Timezone(table);
  return {
    momentOf: (shown) => {
      try {
        return shown - zone.utcOffset(icalTime({ shown, isDay: false })) * 1_000;
      } catch {
        return shown; // a table that contradicts itself
      }
    },
  };
}

function recurOf(rule: string): ICAL.Recur | undefined {
  try {
    return ICAL.Recur.fromString(rule);
  } catch {
    return undefined; // a thirteenth month
  }
}

/** Windows lets its rules begin in 1601; the library counts every year from there. */
function recent(start: Shown): Shown {
  const date = new Date(start.shown);
  if (date.getUTCFullYear() >= 1970) return start;
  return { ...start, shown: date.setUTCFullYear(1970) };
}

function offsetOf(text: string): ICAL.UtcOffset | undefined {
  const match = /^([+-])(\d\d)(\d\d)(?:\d\d)?$/.exec(text.trim());
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return minutes > 18 * 60 ? undefined : ICAL.UtcOffset.fromSeconds(minutes * (match[1] === '-' ? -60 : 60));
}

/** As the library has it, without a zone. */
export function icalTime({ shown, isDay }: Shown): ICAL.Time {
  const date = new Date(shown);
  const parts = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDate: isDay,
  };
  return new ICAL.Time(parts, ICAL.Timezone.localTimezone);
}
