/** How often, as people write and read it: "every month", "every 2 weeks", "45 days". */

const daysIn = { day: 1, week: 7, fortnight: 14, month: 30, quarter: 90, year: 365 } as const;
const adverbs: Readonly<Record<string, number>> = {
  daily: daysIn.day,
  weekly: daysIn.week,
  fortnightly: daysIn.fortnight,
  monthly: daysIn.month,
  quarterly: daysIn.quarter,
  'half-yearly': 180,
  yearly: daysIn.year,
  annually: daysIn.year,
};
const counts = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const pattern =
  /^(?:once\s+)?(?:every\s+|each\s+)?(?:(\d{1,4}|[a-z]+)\s+)?(?:a\s+)?(day|week|fortnight|month|quarter|year)s?$/u;

/** The days that the words mean, or undefined where they mean none. Whether so many are allowed is not its matter. */
export function readEvery(text: string): number | undefined {
  const said = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  if (/^\d{1,5}$/u.test(said)) return Number(said);
  const adverb = adverbs[said];
  if (adverb !== undefined) return adverb;
  const match = pattern.exec(said);
  const count = countOf(match?.[1]);
  const unit = unitOf(match?.[2]);
  if (count === undefined || unit === undefined) return undefined;
  if (count === 0.5) return unit === 'year' ? 180 : undefined;
  if (unit === 'month' && count % 12 === 0) return (count / 12) * daysIn.year;
  return count * daysIn[unit];
}

function unitOf(word: string | undefined): keyof typeof daysIn | undefined {
  switch (word) {
    case 'day':
    case 'week':
    case 'fortnight':
    case 'month':
    case 'quarter':
    case 'year':
      return word;
    default:
      return undefined;
  }
}

function countOf(word = 'a'): number | undefined {
  if (/^\d+$/u.test(word)) return Number(word);
  if (word === 'a' || word === 'every') return 1;
  if (word === 'other' || word === 'second') return 2;
  if (word === 'half') return 0.5;
  const at = counts.indexOf(word);
  return at < 0 ? undefined : at + 1;
}

/** "every month"; in days where no other word is exact. `readEvery` gives the same days back. */
export function sayEvery(days: number): string {
  if (days === 180) return 'every half year';
  for (const unit of ['year', 'month', 'week'] as const) {
    const count = days / daysIn[unit];
    if (!Number.isInteger(count) || (unit === 'month' && count >= 12)) continue;
    return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
  }
  return days === 1 ? 'every day' : `every ${days} days`;
}
