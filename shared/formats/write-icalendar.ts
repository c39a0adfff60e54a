/**
 * Reminders for a calendar outside: an event for each person with a cadence, or one review a week with the names on
 * its list; reminders for groups in both. An event says who it is and how to reach them, and nothing that was said.
 */
import { bridgesOf } from '../keeping/bridges';
import type { Cadence } from '../keeping/cadence';
import { KeptPeople, lookingAt } from '../keeping/kept-people';
import { nameOf } from '../keeping/names';
import { reminderDays, type ReminderDay } from '../keeping/reminder-days';
import { rulesOf } from '../keeping/rules';
import { firstDayOfWeek, type Week, weekOf } from '../keeping/weeks';
import type { Contact, GroupReminder } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import type { Day } from '../time';
import { exactDay, many } from '../words';
import { type CalendarEvent, writeCalendar } from './icalendar';
import { recurrenceOf } from '../keeping/recurrence';

/** What a calendar needs beside the network. */
export interface CalendarTime {
  readonly today: Day;
  /** When the file is written. */
  readonly now: Date;
  readonly locale: string;
}

/** That there is nobody to be reminded of, as a sentence; a calendar is written all the same. */
type Findings = readonly string[];

const name = 'Staying in touch';
const nobodyToRemindOf =
  'Nobody has a cadence, so the calendar is empty. Say how often you want to be in touch with somebody, then write it again.';

/** The file in pieces, some of them empty while it is worked out who is due. @returns what was found wanting */
export function* writeDueCalendar(network: OpenNetwork, time: CalendarTime): Generator<string, Findings> {
  const people = yield* quietly(
    KeptPeople.build(network, lookingAt(time.today), (all) => bridgesOf(network, all)),
  );
  const events = function* (): Generator<CalendarEvent> {
    const reminders = reminderDays(network, people, weekAt(network, time), time.today);
    for (const reminder of reminders) yield dueEvent(reminder, time);
    yield* groupEvents(network, time);
  };
  const count = yield* writeCalendar({ name, now: time.now }, events());
  return count > 0 ? [] : [nobodyToRemindOf];
}

/** @param list the contacts on the week's list. @returns what was found wanting */
export function* writeWeekCalendar(
  network: OpenNetwork,
  time: CalendarTime,
  list: readonly string[],
): Generator<string, Findings> {
  const { me } = rulesOf(network);
  const somebody = [...network.all('contacts')].some(({ id }) => id !== me);
  const events = function* (): Generator<CalendarEvent> {
    if (somebody) yield reviewEvent(network, time, list);
    yield* groupEvents(network, time);
  };
  const count = yield* writeCalendar({ name, now: time.now }, events());
  return count > 0 ? [] : ['Nobody is in the network yet, so the calendar has no weekly review.'];
}

function weekAt(network: OpenNetwork, { today, locale }: CalendarTime): Week {
  return weekOf(today, firstDayOfWeek(rulesOf(network).weekStart, locale));
}

function dueEvent({ person, cadence, day }: ReminderDay, { locale }: CalendarTime): CalendarEvent {
  const { contact, last } = person;
  const lines = [nameOf(contact), sayCadence(cadence)];
  if (last !== undefined) lines.push(`Last in touch on ${exactDay(last, locale)}.`);
  return {
    uid: `due-${contact.id}@kithmap`,
    day,
    recurrence: recurrenceOf(cadence.days, day),
    summary: `Be in touch with ${nameOf(contact)}`,
    description: [...lines, '', ...waysTo(contact)].join('\n'),
  };
}

/** There is one in a calendar: it goes by the calendar's owner, whatever the network. */
function reviewEvent(network: OpenNetwork, time: CalendarTime, list: readonly string[]): CalendarEvent {
  const { from } = weekAt(network, time);
  const day = exactDay(from, time.locale);
  const people = list.flatMap((id) => network.get('contacts', id) ?? []);
  return {
    uid: 'weekly-review@kithmap',
    day: from,
    recurrence: { frequency: 'WEEKLY', interval: 1 },
    summary: 'Whom to be in touch with this week',
    description: [
      people.length === 0 ? `Nobody is on the list of the week from ${day}.` : `The week from ${day}:`,
      ...people.flatMap((contact) => ['', nameOf(contact), ...waysTo(contact)]),
      '',
      'Each week has a list of its own: write the calendar again, or look in Kithmap.',
    ].join('\n'),
  };
}

function* groupEvents(network: OpenNetwork, { today }: CalendarTime): Generator<CalendarEvent> {
  const { me } = rulesOf(network);
  for (const group of network.all('groupReminders')) yield groupEvent(network, group, today, me);
}

/** One of before stays until it is moved on: then it is for today. */
function groupEvent(
  network: OpenNetwork,
  { id, name: title, contacts, everyDays, next, note }: GroupReminder,
  today: Day,
  me: string | undefined,
): CalendarEvent {
  const day = next > today ? next : today;
  const people = contacts.flatMap((one) => (one === me ? [] : (network.get('contacts', one) ?? [])));
  return {
    uid: `group-${id}@kithmap`,
    day,
    recurrence: recurrenceOf(everyDays, day),
    summary: title,
    description: [
      ...(note === undefined ? [] : [note, '']),
      many(people.length, 'person', 'people'),
      ...people.flatMap((contact) => ['', nameOf(contact), ...waysTo(contact)]),
    ].join('\n'),
  };
}

function sayCadence({ days, from, name: of }: Cadence): string {
  if (from === 'default') return `Every ${days} days, as for everybody without a cadence of their own.`;
  return `Every ${days} days${of === undefined ? '' : ` (${of})`}.`;
}

/** How somebody can be reached, a line each. */
export function waysTo({ emails, phones }: Contact): string[] {
  const ways = [
    ...emails.map(({ value }) => `Mail: ${value}`),
    ...phones.map(({ value }) => `Phone: ${value}`),
  ];
  return ways.length > 0 ? ways : ['No mail address and no phone number on record.'];
}

/** Work whose steps are empty pieces. */
function* quietly<T>(steps: Steps<T>): Generator<string, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield '';
  }
}
