/**
 * Templates of one's own: a text with placeholders such as {first name} or {why}, filled from what is on record openly.
 * One that is not known stays as it is written, and is told; so is one of which nothing is on record.
 */
import { fullName, shortName } from '../keeping/names';
import type { Introduction } from '../model/entities';
import { listed } from '../words';
import { aboutThem, meOf } from './drafts';
import type { Occasion } from './occasions';
import type { SpeakingOfMe } from './say';

/** Each with what it stands for. */
export const placeholders = {
  'first name': 'the first name of whoever it goes to; in a letter to both, of the first',
  name: 'their whole name',
  about: 'their work, as it stands on their card',
  'other first name': 'the first name of the other',
  other: 'the whole name of the other',
  'about other': 'the work of the other',
  why: 'the reason, unless it is confidential',
  'my first name': 'your first name',
  'my name': 'your whole name',
} as const;
export type Placeholder = keyof typeof placeholders;

const names: ReadonlySet<string> = new Set(Object.keys(placeholders));

export interface Filled {
  readonly text: string;
  /** As they are written, without their braces. */
  readonly unknown: readonly string[];
  /** Of which nothing is on record. */
  readonly empty: readonly Placeholder[];
}

/** What there is to put in each place. */
export function valuesFor(
  speaking: SpeakingOfMe,
  introduction: Introduction,
  { to }: Occasion,
): Readonly<Record<Placeholder, string>> {
  const [first = '', second] = to;
  const { a, b, why = '' } = introduction;
  const others = second === undefined ? [a, b].filter((id) => id !== first && id !== speaking.me) : [second];
  const each = (say: (speaking: SpeakingOfMe, id: string) => string): string =>
    listed(
      others.map((id) => say(speaking, id)).filter((words) => words !== ''),
      2,
    );
  const me = meOf(speaking);
  return {
    'first name': shortName(speaking, first),
    name: fullName(speaking, first),
    about: aboutThem(speaking, first),
    'other first name': each(shortName),
    other: each(fullName),
    'about other': each(aboutThem),
    why: why.trim(),
    'my first name': me === undefined ? '' : shortName(speaking, me.id),
    'my name': me === undefined ? '' : fullName(speaking, me.id),
  };
}

const written = /\{([^{}\n]{1,60})\}/gu;

/** Fills a text once: what is filled in is not looked at again, whatever it holds. */
export function fill(text: string, values: Readonly<Record<Placeholder, string>>): Filled {
  const unknown = new Set<string>();
  const empty = new Set<Placeholder>();
  const filled = text.replace(written, (whole, inside: string) => {
    const name = placeholderOf(inside);
    if (name === undefined) {
      unknown.add(inside.trim());
      return whole;
    }
    if (values[name] === '') empty.add(name);
    return values[name];
  });
  return { text: filled, unknown: [...unknown], empty: [...empty] };
}

/** Those of a text that nothing stands for, as they are written. */
export function unknownIn(text: string): readonly string[] {
  const found = [...text.matchAll(written)].map(([, inside = '']) => inside);
  return [...new Set(found.filter((inside) => placeholderOf(inside) === undefined).map((one) => one.trim()))];
}

/** What is wrong with a text, as a sentence; undefined where nothing is. */
export function sayUnknown(unknown: readonly string[]): string | undefined {
  if (unknown.length === 0) return undefined;
  const names = listed(unknown.map((one) => `{${one}}`));
  return unknown.length === 1
    ? `${names} is no placeholder, and stays as it is written.`
    : `${names} are no placeholders, and stay as they are written.`;
}

/** What was left out, as a sentence; undefined where nothing was. */
export function sayEmpty(empty: readonly Placeholder[]): string | undefined {
  if (empty.length === 0) return undefined;
  return `Nothing openly on record for ${listed(empty.map((one) => `{${one}}`))}: look at that place before you send it.`;
}

function placeholderOf(inside: string): Placeholder | undefined {
  const name = inside
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ');
  return isPlaceholder(name) ? name : undefined;
}

function isPlaceholder(name: string): name is Placeholder {
  return names.has(name);
}

/** The same text with placeholders where it says what they stand for; the longest first, each place once. */
export function asTemplate(text: string, values: Readonly<Record<Placeholder, string>>): string {
  const places = new Map<string, Placeholder>();
  for (const [name, value] of Object.entries(values)) {
    if (value.length > 1 && isPlaceholder(name) && !places.has(value)) places.set(value, name);
  }
  if (places.size === 0) return text;
  const longest = [...places.keys()].sort((a, b) => b.length - a.length);
  const pattern = longest.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'), (value) => {
    const name = places.get(value);
    return name === undefined ? value : `{${name}}`;
  });
}
