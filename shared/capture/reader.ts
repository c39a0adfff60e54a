/** What is handed down while a capture is read: the text, where reading ends, and whom and what day words mean. */
import type { Day } from '../time';
import type { Chip, Problem, Span, Who } from './capture';
import type { Habits } from './habits';
import { type Mention, readMention } from './mentions';
import type { People } from './people';
import { matchAt, wordEnd } from './text';

export interface CaptureContext {
  readonly today: Day;
  readonly habits: Habits;
  readonly people: People;
}

export interface Reader {
  readonly text: string;
  readonly end: number;
  readonly context: CaptureContext;
  /** What was read at a place already: names are looked at more than once. */
  readonly mentions: Map<number, Mention | undefined>;
}

/** The @name that begins exactly here. */
export function mentionAt({ text, context, mentions }: Reader, at: number): Mention | undefined {
  if (text.charAt(at) !== '@') return undefined;
  if (!mentions.has(at)) mentions.set(at, readMention(text, at, context.people));
  return mentions.get(at);
}

/** Somebody who is named, or whom "her" or nothing stands for until all is read. */
export type Named = Who | { readonly state: 'pronoun'; readonly name: string };

/** A chip of which it may still be open whom it is about. */
export type DraftChip =
  | Exclude<Chip, { kind: 'promise' | 'exchange' }>
  | (Omit<Extract<Chip, { kind: 'promise' }>, 'who'> & { readonly who: readonly Named[] })
  | (Omit<Extract<Chip, { kind: 'exchange' }>, 'who'> & { readonly who: readonly Named[] });

/** A chip beside what is being read: a tag in the middle of a promise. */
export type Aside = { readonly span: Span } & (
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'confidential' }
  | { readonly kind: 'direction'; readonly direction: 'mine' | 'theirs' }
);

export interface Found<T> {
  readonly value: T;
  readonly end: number;
  readonly problem?: Problem;
}

const joiner = new RegExp(`\\s+(?:and\\s+|&\\s*)?(?=@)|\\s*&\\s*(?=@)`, 'iuy');
const strictJoiner = new RegExp(`\\s+(?:and\\s+|&\\s*)(?=@)`, 'iuy');
const objects = new RegExp(`(her|him|them)${wordEnd}`, 'iuy');
const subjects = new RegExp(`(she|he|they)${wordEnd}`, 'iuy');

/** Nobody promises something to more people than this in one saying. */
const most = 20;

/** One who is named here. */
export function readOne(reader: Reader, at: number): Found<Who> | undefined {
  const mention = mentionAt(reader, at);
  return mention && { value: mention.who, end: mention.end };
}

/** Those who are named here, or a pronoun. As a subject, names are joined by "and", not by blanks alone. */
export function readSeveral(
  reader: Reader,
  at: number,
  as: 'subject' | 'object',
): Found<Named[]> | undefined {
  const pronoun = matchAt(as === 'subject' ? subjects : objects, reader.text, at);
  if (pronoun !== undefined) {
    return { value: [{ state: 'pronoun', name: pronoun[0].toLowerCase() }], end: at + pronoun[0].length };
  }
  let one = readOne(reader, at);
  if (one === undefined) return undefined;
  const people: Named[] = [];
  for (let end = one.end; ; end = one.end) {
    people.push(one.value);
    const join = matchAt(as === 'subject' ? strictJoiner : joiner, reader.text, end);
    const next = join && readOne(reader, end + join[0].length);
    if (next === undefined || people.length >= most) return { value: people, end };
    one = next;
  }
}

const tag = /#(?=[\p{L}\p{M}\p{N}_-]*\p{L})([\p{L}\p{M}\p{N}_-]+)/uy;
const flag = new RegExp(`!(confidential|mine|theirs)${wordEnd}`, 'iuy');

/** A tag or a flag, wherever it stands. */
export function readAside(
  text: string,
  at: number,
  quoted: (at: number) => Found<string> | undefined,
): Found<Aside> | undefined {
  const tagged = matchAt(tag, text, at);
  if (tagged?.[1] !== undefined && tagged[1].length <= 200) {
    const end = at + tagged[0].length;
    return { value: { kind: 'tag', tag: tagged[1], span: { from: at, to: end } }, end };
  }
  const inQuotes = text.charAt(at) === '#' ? quoted(at + 1) : undefined;
  if (inQuotes !== undefined) {
    return {
      value: { kind: 'tag', tag: inQuotes.value, span: { from: at, to: inQuotes.end } },
      end: inQuotes.end,
    };
  }
  const flagged = matchAt(flag, text, at);
  const name = flagged?.[1]?.toLowerCase();
  if (flagged === undefined) return undefined;
  const span = { from: at, to: at + flagged[0].length };
  if (name === 'mine' || name === 'theirs')
    return { value: { kind: 'direction', direction: name, span }, end: span.to };
  return { value: { kind: 'confidential', span }, end: span.to };
}
