/** How long something took: "20 min", "1h30", "half an hour". */
import { matchAt, wordEnd } from './text';

const hours = '(\\d{1,3}(?:[.,]\\d{1,2})?)\\s?(?:hours?|hrs?|h)';
const minutes = '(\\d{1,5})\\s?(?:minutes?|mins?|min\\.)';
const patterns = {
  both: new RegExp(
    `(for\\s+)?${hours}\\s?(?:and\\s+)?(\\d{1,2})(?:\\s?(?:minutes?|mins?|m))?${wordEnd}`,
    'iuy',
  ),
  hours: new RegExp(`(for\\s+)?${hours}${wordEnd}`, 'iuy'),
  minutes: new RegExp(`(for\\s+)?${minutes}${wordEnd}`, 'iuy'),
  words: new RegExp(
    `(for\\s+)?(half\\s+an\\s+hour|an\\s+hour\\s+and\\s+a\\s+half|an\\s+hour|a\\s+quarter\\s+of\\s+an\\s+hour)${wordEnd}`,
    'iuy',
  ),
};
const inWords: Readonly<Record<string, number>> = {
  'half an hour': 30,
  'an hour': 60,
  'an hour and a half': 90,
  'a quarter of an hour': 15,
};

export interface LengthReading {
  readonly minutes: number;
  readonly end: number;
  /** "for" stands before it, so that it is a length wherever it stands. */
  readonly led: boolean;
}

export function readLength(text: string, at: number): LengthReading | undefined {
  const both = matchAt(patterns.both, text, at);
  if (both !== undefined) return reading(both, at, 60 * amount(both[2]) + amount(both[3]));
  const hour = matchAt(patterns.hours, text, at);
  if (hour !== undefined) return reading(hour, at, 60 * amount(hour[2]));
  const minute = matchAt(patterns.minutes, text, at);
  if (minute !== undefined) return reading(minute, at, amount(minute[2]));
  const words = matchAt(patterns.words, text, at);
  const known = inWords[(words?.[2] ?? '').toLowerCase().replace(/\s+/g, ' ')];
  return words === undefined || known === undefined ? undefined : reading(words, at, known);
}

const amount = (text = ''): number => Number(text.replace(',', '.'));

function reading(found: RegExpExecArray, at: number, minutes: number): LengthReading {
  return { minutes: Math.round(minutes), end: at + found[0].length, led: found[1] !== undefined };
}
