/**
 * Birthdays, other dates of people, and planned meetings for a calendar outside. An event says who it is and how to
 * reach them, and nothing that was said.
 */
import { dayOfYear, nextTime } from '../keeping/dates-of-year';
import { nameOf } from '../keeping/names';
import { rulesOf } from '../keeping/rules';
import type { Channel, Contact, Interaction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Day, PartialDate } from '../time';
import { listed } from '../words';
import { type CalendarEvent, writeCalendar } from './icalendar';
import { type CalendarTime, waysTo } from './write-icalendar';

/** The file in pieces. @returns what was found wanting */
export function* writeDatesCalendar(
  network: OpenNetwork,
  time: CalendarTime,
): Generator<string, readonly string[]> {
  const count = yield* writeCalendar({ name: 'People’s days', now: time.now }, eventsOf(network, time));
  return count > 0
    ? []
    : ['No birthday, other date or planned meeting is on record, so the calendar is empty.'];
}

/** Most people have none: nothing, so that others get their turn. */
function* eventsOf(network: OpenNetwork, { today }: CalendarTime): Generator<CalendarEvent | undefined> {
  const { me } = rulesOf(network);
  for (const contact of network.all('contacts')) {
    yield undefined;
    if (contact.id !== me && contact.archived !== true) yield* datesOf(contact, today);
  }
  for (const one of network.all('interactions')) {
    yield undefined;
    if (one.planned === true && one.day >= today) yield* meetingOf(network, one, me);
  }
}

function* datesOf(contact: Contact, today: Day): Generator<CalendarEvent> {
  const { id, birthday, dates } = contact;
  const name = nameOf(contact);
  const description = waysTo(contact).join('\n');
  if (birthday !== undefined) {
    yield* yearly(
      { uid: `birthday-${id}@kithmap`, summary: `${name}’s birthday`, description },
      birthday,
      today,
    );
  }
  for (const [at, { label, date }] of dates.entries()) {
    yield* yearly(
      { uid: `date-${id}-${at}@kithmap`, summary: `${label}: ${name}`, description },
      date,
      today,
    );
  }
}

/** Nothing where the day is not known. The 29th of February stands on the 28th: calendars know it in leap years alone. */
function* yearly(
  event: Pick<CalendarEvent, 'uid' | 'summary' | 'description'>,
  date: PartialDate,
  today: Day,
): Generator<CalendarEvent> {
  const day = nextTime(dayOfYear(date) === '02-29' ? '--02-28' : date, today);
  if (day !== undefined) yield { ...event, day, recurrence: { frequency: 'YEARLY', interval: 1 } };
}

function* meetingOf(
  network: OpenNetwork,
  { id, day, channel, with: company }: Interaction,
  me: string | undefined,
): Generator<CalendarEvent> {
  const people = company.flatMap((one) => (one === me ? [] : (network.get('contacts', one) ?? [])));
  if (people.length === 0) return;
  yield {
    uid: `planned-${id}@kithmap`,
    day,
    summary: `${channelWords[channel]} ${listed(people.map(nameOf))}`,
    description: people
      .flatMap((contact) => [nameOf(contact), ...waysTo(contact), ''])
      .join('\n')
      .trimEnd(),
  };
}

const channelWords: Readonly<Record<Channel, string>> = {
  'in-person': 'Meet',
  meal: 'Meal with',
  call: 'Call with',
  video: 'Video call with',
  mail: 'Mail to',
  message: 'Message to',
  letter: 'Letter to',
  event: 'Event with',
  gift: 'Gift for',
};
