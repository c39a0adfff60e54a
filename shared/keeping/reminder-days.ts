/**
 * On which day a calendar outside reminds of each person who has a cadence:
 *
 *   in time     the day on which they are due
 *   put off     the day on which the snooze ends, or the clock runs again; nobody whose pause has no end
 *   due before  today and the first days of the weeks that follow, never more of them a week than the limit
 *
 * Me, the archived and those who are never to be reminded of have no day.
 */
import type { OpenNetwork } from '../model/network';
import { addDays, type Day, dayFromNumber } from '../time';
import type { Cadence } from './cadence';
import type { KeptPeople } from './kept-people';
import type { KeptPerson } from './kept-person';
import { rowsOf } from './rows';
import type { Week } from './weeks';

export interface ReminderDay {
  readonly person: KeptPerson;
  readonly cadence: Cadence;
  readonly day: Day;
}

/** @param people as of today, which is in `week` */
export function* reminderDays(
  network: OpenNetwork,
  people: KeptPeople,
  week: Week,
  today: Day,
): Generator<ReminderDay> {
  const placeOf = new Map(people.order.entries.map(({ id }, place) => [id, place]));
  const pauses = [...network.all('pauses')];
  const ofAll = pauses.filter(({ contact }) => contact === undefined);
  for (const person of people.all()) {
    const { cadence, due } = person.verdict;
    if (cadence === undefined || due === undefined) continue;
    const { id } = person.contact;
    const weeksOn = Math.floor((placeOf.get(id) ?? 0) / people.rules.weeklyLimit);
    const dueOn = dayFromNumber(due);
    const asked = weeksOn > 0 ? addDays(week.from, 7 * weeksOn) : dueOn > today ? dueOn : today;
    const own = pauses.length === ofAll.length ? [] : rowsOf(network, 'pauses', id);
    const day = whenClocksRun(asked, [...ofAll, ...own]);
    if (day !== undefined) yield { person, cadence, day };
  }
}

/** The first day from this one on that is in no pause. */
function whenClocksRun(from: Day, pauses: readonly { from: Day; to?: Day | undefined }[]): Day | undefined {
  let day = from;
  for (;;) {
    const pause = pauses.find((one) => one.from <= day && (one.to === undefined || one.to >= day));
    if (pause === undefined) return day;
    if (pause.to === undefined) return undefined;
    day = addDays(pause.to, 1);
  }
}
