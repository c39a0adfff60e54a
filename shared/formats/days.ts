/** Days as people and programs write them: ISO, numbers in any order, month names in many languages. */
import { isDay, isPartialDate } from '../time';

/** Which number comes first in `03/04/2024`. */
export type SlashOrder = 'month-first' | 'day-first';

const languages = [
  ...['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'ro', 'hu', 'tr', 'id'],
  ...['ru', 'uk', 'el', 'ca'],
];

function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '');
}

/** Month names, long and short, alone and within a date, in the languages above; the first language wins. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      const within = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const date = new Date(Date.UTC(2021, month - 1, 15));
        for (const format of [alone, within]) {
          const name = folded(format.formatToParts(date).find((part) => part.type === 'month')?.value ?? '');
          if (/^\p{L}{2,}$/u.test(name) && !names.has(name)) names.set(name, month);
        }
      }
    }
  }
  for (const [name, month] of spellings) names.set(name, month);
  return names;
}

/** Short forms that exports use and the runtime's own tables lack. */
const spellings = [
  ['sept', 9],
  ['mrz', 3],
  ['maerz', 3],
  ['janv', 1],
  ['fevr', 2],
  ['juil', 7],
  ['mrt', 3],
] as const;

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The same for every file, and dear to make: made once, when a date first needs it. */
let knownMonths: ReadonlyMap<string, number> | undefined;

/** Reads days. */
export class DayReader {
  /** The day, or undefined where the text is none. @param order for dates with slashes where both orders fit. */
  read(text: string, order: SlashOrder): string | undefined {
    const clean = text.trim();
    if (clean === '' || clean.length > 60) return undefined;
    return numeric(clean, order) ?? this.#named(clean);
  }

  /** `12 Mar 2021`, `12. März 2021`, `12 de março de 2021`, `Mar 12, 2021`. */
  #named(text: string): string | undefined {
    const words = text.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
    const month = words.map((word) => this.#month(folded(word))).find((found) => found !== undefined);
    const numbers = words.filter((word) => /^\d+$/.test(word));
    const year = numbers.find((number) => number.length === 4);
    const day = numbers.find((number) => number.length <= 2);
    if (month === undefined || year === undefined || day === undefined || numbers.length > 2)
      return undefined;
    return dayFrom(year, month, day);
  }

  #month(word: string): number | undefined {
    const known = english.indexOf(word);
    if (known >= 0) return known + 1;
    if (/^\d+$/.test(word)) return undefined;
    knownMonths ??= monthNames();
    return knownMonths.get(word);
  }
}

function numeric(text: string, order: SlashOrder): string | undefined {
  const yearFirst = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?\.?(?:[T ].*)?$/.exec(text);
  if (yearFirst !== null) return dayFrom(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?:,? .*)?$/.exec(text);
  if (yearLast === null) return undefined;
  const [, first, mark, second, last = ''] = yearLast;
  const year = last.length === 2 ? `20${last}` : last;
  const dayFirst = dayFrom(year, second, first);
  const monthFirst = dayFrom(year, first, second);
  return mark === '/' && order === 'month-first' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
}

/** What a date with slashes says about the order of its kind; undefined where both fit or it has none. */
export function slashOrderOf(text: string): SlashOrder | 'either' | undefined {
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})\b/.exec(text);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  return first <= 12 && second <= 12 && first !== second ? 'either' : undefined;
}

function dayFrom(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): string | undefined {
  const text = `${year ?? ''}-${String(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/**
 * A date that may lack its year or its day, as vCards write it: `1980-03-22`, `19800322`, `--0203`, `--12-01`,
 * `1996-04`, `1996`, with or without a time behind. Undefined where it is none.
 */
export function partialDate(text: string): string | undefined {
  const date = text.trim().replace(/[T ].*$/s, '');
  const match =
    /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(date) ?? /^(\d{4})-(\d{2})$/.exec(date) ?? /^(\d{4})$/.exec(date);
  const yearless = /^--(\d{2})-?(\d{2})$/.exec(date);
  const found =
    yearless !== null
      ? `--${yearless[1] ?? ''}-${yearless[2] ?? ''}`
      : match
          ?.slice(1)
          .filter((part) => part !== '')
          .join('-');
  return found !== undefined && isPartialDate(found) ? found : undefined;
}
