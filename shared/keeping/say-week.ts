/** What stands above and below the week's list, in sentences. */
import { many, people, sayDayAhead } from '../words';
import type { Capacity } from './capacity';
import type { Speaking } from './names';
import type { KeptPeople } from './kept-people';
import type { Meeting } from './meetings';
import { onDay } from './say-reasons';
import type { LeftOut, WeekPlan } from './week-plan';

/** What there is to say before the list. */
export function sayNotes(speaking: Speaking, plan: WeekPlan, everybody: Everybody): string[] {
  const { planned, capacity, awaySince, limit } = plan;
  const notes: string[] = [];
  if (awaySince !== undefined && planned.length > 0) {
    notes.push(`Welcome back. ${capital(people(planned.length))} to start with; the rest can rest.`);
  }
  const full = sayCapacity(capacity, limit);
  if (full !== undefined) notes.push(full);
  if (planned.length === 0) notes.push(sayNobody(speaking, plan, everybody));
  return notes;
}

type Everybody = Pick<KeptPeople, 'rules' | 'all'>;

/** Why the list is empty. */
export function sayNobody(speaking: Speaking, plan: WeekPlan, everybody: Everybody): string {
  let known = 0;
  let settled = 0;
  for (const person of everybody.all()) {
    if (person.contact.id === everybody.rules.me || person.contact.archived === true) continue;
    known++;
    if (person.settled) settled++;
  }
  if (known === 0) return 'Nobody is due this week: there is nobody in your network yet.';
  if (settled === 0) {
    return (
      `Nobody is due this week. An import alone makes nobody due: of the ${people(known)} in your network, ` +
      'nobody has a cadence or a contact on record yet.'
    );
  }
  return `Nobody is due this week. ${nextLook(speaking, plan)}`;
}

function nextLook({ today, locale }: Speaking, { week }: WeekPlan): string {
  return `The next list comes after ${sayDayAhead(week.to, today, locale)}.`;
}

/** That the limit cannot hold the cadences, and what would fit. */
export function sayCapacity(capacity: Capacity, limit: number): string | undefined {
  if (capacity.holds) return undefined;
  return (
    `Your cadences ask for about ${people(Math.round(capacity.perWeek))} a week, and the limit is ${limit}. ` +
    `A limit of ${capacity.limit} would hold them, or cadences ${sayTimes(capacity.longer)} as long.`
  );
}

function sayTimes(times: number): string {
  return times < 10
    ? `${(Math.ceil(times * 10) / 10).toString()} times`
    : many(Math.ceil(times), 'time', 'times');
}

/** "You meet on Thursday 7 May." */
export function sayMeeting({ day, channel }: Meeting, { today, locale }: Speaking): string {
  const verb = channel === 'call' || channel === 'video' ? 'You talk' : 'You meet';
  return `${verb} ${onDay(sayDayAhead(day, today, locale))}.`;
}

export function sayWhyLeftOut(
  { why, meeting }: LeftOut,
  { limit, awaySince }: WeekPlan,
  speaking: Speaking,
): string {
  if (meeting !== undefined) return sayMeeting(meeting, speaking);
  if (why === 'swap') return 'Gave the place to somebody else this week; comes again next week.';
  if (why === 'rest') return 'Two weeks are enough: rests this week and comes again next week.';
  if (awaySince !== undefined) return 'Can wait until you are back in step.';
  return `Due, and the week holds ${people(limit)}; comes when there is a place.`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
