/** "Don't promise what you can't keep": how many of my promises fall due in one week, and when that is a lot. */
import type { Commitment } from '../model/entities';
import type { Day } from '../time';
import { sayDayAhead } from '../words';
import { type Week, weekOf } from './weeks';

/** So many of mine in one week can be kept; one more is worth a word. */
const mostInAWeek = 8;

interface Calendar {
  readonly today: Day;
  readonly locale: string;
  /** The day of the week on which weeks start, 0 Sunday .. 6 Saturday. */
  readonly firstDay: number;
}

/**
 * A sentence for each week that holds a lot.
 * @param all every promise on record, those included that were just made
 * @param due when those just made fall due
 */
export function promiseCautions(
  all: Iterable<Commitment>,
  due: readonly Day[],
  calendar: Calendar,
): string[] {
  const weeks = new Map<Day, Week>();
  for (const day of due) {
    const week = weekOf(day, calendar.firstDay);
    weeks.set(week.from, week);
  }
  if (weeks.size === 0) return [];
  const counts = new Map<Day, number>();
  for (const promise of all) {
    if (!isOpenAndMine(promise) || promise.due === undefined) continue;
    const { from } = weekOf(promise.due, calendar.firstDay);
    if (weeks.has(from)) counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...weeks.values()]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap((week) => caution(week, counts.get(week.from) ?? 0, calendar));
}

function caution(week: Week, count: number, { today, locale, firstDay }: Calendar): string[] {
  if (count <= mostInAWeek) return [];
  const isThisWeek = weekOf(today, firstDay).from === week.from;
  const when = isThisWeek ? 'this week' : `in the week from ${sayDayAhead(week.from, today, locale)}`;
  return [`That makes ${count} promises of yours that fall due ${when}. A later day may be easier to keep.`];
}

/** Advice is mine to follow, and nobody waits for it. */
function isOpenAndMine({ by, advice, doneOn, droppedOn }: Commitment): boolean {
  return by === 'me' && advice !== true && doneOn === undefined && droppedOn === undefined;
}
