/**
 * A calendar of all-day events that come back and remind, as iCalendar (RFC 5545). The one place that writes with
 * ical.js: it knows the forms of values and their escapes.
 *
 * There is no METHOD: the file is a state of things and no message to anybody. An event is known again by its UID; a
 * calendar that has it takes the one with the larger SEQUENCE, then the later DTSTAMP (RFC 5546, 2.1.4 and 2.1.5).
 */
import ICAL from 'ical.js';
import { addDays, type Day } from '../time';
import { folded } from './fold';
import type { Recurrence } from '../keeping/recurrence';

export interface CalendarEvent {
  /** The same for the same thing in every file. */
  readonly uid: string;
  readonly day: Day;
  /** Absent where it comes once. */
  readonly recurrence?: Recurrence;
  /** One line. */
  readonly summary: string;
  readonly description: string;
}

/** What all events share. */
export interface CalendarHead {
  readonly name: string;
  /** When the file is written. */
  readonly now: Date;
}

/** Hours after midnight at which an alarm goes off. */
const alarmAt = 9;

/**
 * The file in pieces, one for each event, and an empty one for each place where none was found.
 * @returns how many there are
 */
export function* writeCalendar(
  { name, now }: CalendarHead,
  events: Iterable<CalendarEvent | undefined>,
): Generator<string, number> {
  const head = new ICAL.Component('vcalendar');
  head.addPropertyWithValue('version', '2.0');
  head.addPropertyWithValue('prodid', '-//Kithmap//Kithmap//EN');
  head.addPropertyWithValue('calscale', 'GREGORIAN');
  head.addPropertyWithValue('x-wr-calname', name);
  const end = 'END:VCALENDAR\r\n';
  yield textOf(head).slice(0, -end.length);
  let count = 0;
  for (const event of events) {
    if (event === undefined) {
      yield '';
      continue;
    }
    count++;
    yield textOf(componentOf(event, now));
  }
  if (count === 0) yield textOf(zone());
  yield end;
  return count;
}

function componentOf(
  { uid, day, recurrence, summary, description }: CalendarEvent,
  now: Date,
): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const stamp = ICAL.Time.fromJSDate(now, true);
  const title = plain(summary).replace(/\s+/gu, ' ').trim();
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('dtstamp', stamp);
  event.addPropertyWithValue('last-modified', stamp);
  event.addPropertyWithValue('sequence', sequenceAt(now));
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(day));
  event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(day, 1)));
  if (recurrence !== undefined) {
    event.addPropertyWithValue(
      'rrule',
      ICAL.Recur.fromData({ freq: recurrence.frequency, interval: recurrence.interval }),
    );
  }
  event.addPropertyWithValue('summary', title);
  event.addPropertyWithValue('description', plain(description));
  event.addPropertyWithValue('class', 'PRIVATE');
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('description', title);
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(alarmAt * 3_600));
  event.addSubcomponent(alarm);
  return event;
}

/** A calendar has one component at least (RFC 5545, 3.4): in one without events it is the zone that the stamps are in. */
function zone(): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', 'Etc/UTC');
  const standard = new ICAL.Component('standard');
  standard.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString('1970-01-01T00:00:00'));
  standard.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(0));
  standard.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(0));
  component.addSubcomponent(standard);
  return component;
}

/** Where numbers of revisions begin; they are seconds and fit into 31 bits until 2088. */
const firstRevision = Date.UTC(2020, 0, 1);

/** Grows with every file, without anything to remember: a later file never loses against an earlier one. */
function sequenceAt(now: Date): number {
  return Math.min(Math.max(0, Math.floor((now.getTime() - firstRevision) / 1_000)), 2_147_483_647);
}

/** Whatever breaks lines does it as \n; other control characters and halves of characters have no place in a text. */
function plain(text: string): string {
  return text
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** Folded anew: ical.js gives a continued line 75 octets beside the blank in front of it. */
function textOf(component: ICAL.Component): string {
  const lines = component.toString().replaceAll('\r\n ', '').split('\r\n');
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
