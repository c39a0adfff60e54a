/** What the one notification a day says: names and days, and nothing of what was said or promised. */
import { listed, many, people, sayDayAhead } from '../words';
import type { OpenPromise, WeekAnswer } from './answers';
import { onDay } from './say-reasons';

/** More letters than a notification has room for. */
const tooLong = /^(.{39}).{2,}$/u;

/** Undefined where there is nothing to say. */
export function sayDigest(
  { contacts, today, to }: Pick<WeekAnswer, 'contacts' | 'today' | 'to'>,
  promises: readonly OpenPromise[],
  locale: string,
): string | undefined {
  const open = contacts.filter(({ state }) => state === 'open').map(({ name }) => short(name));
  const days = promises.flatMap(({ by, kind, due }) =>
    by === 'me' && kind === 'promise' && due !== null && due <= to ? [due] : [],
  );
  const said = [
    ...(open.length === 0 ? [] : [`${people(open.length)} this week: ${listed(open)}.`]),
    ...(days.length === 0 ? [] : [`${sayPromises(days.sort(), today, locale)}.`]),
  ];
  return said.length === 0 ? undefined : said.join(' ');
}

/** @param days when they are due, the first one first */
function sayPromises(days: readonly string[], today: string, locale: string): string {
  const [first = today] = days;
  const late = days.filter((day) => day < today).length;
  if (days.length > 1) {
    const promises = many(days.length, 'promise is', 'promises are');
    if (late === days.length) return `${promises} overdue`;
    return `${promises} due this week${late === 0 ? '' : `, ${late} of them overdue`}`;
  }
  return `One promise ${late > 0 ? 'was' : 'is'} due ${onDay(sayDayAhead(first, today, locale))}`;
}

function short(name: string): string {
  const line = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.replace(tooLong, '$1…');
}
