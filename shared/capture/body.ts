/** The words of a saying in a capture, up to the end of its clause, with the days and tags that stand in them. */
import { addDays, type Day } from '../time';
import type { Problem, Span } from './capture';
import { readDate } from './dates';
import { startsSaying, words } from './heads';
import { type Aside, type Found, mentionAt, readAside, type Reader } from './reader';
import { literalEnd, matchAt, quotedAt, separatorAt, skipBlanks, startsWord, tidy } from './text';

export interface Dated {
  readonly day: Day;
  readonly span: Span;
}

export type BodyOf = 'promise' | 'exchange' | 'given-to' | 'got-from' | 'why' | 'topic';

export interface Body {
  readonly text: string;
  /** The same before it was tidied. */
  readonly raw: string;
  readonly end: number;
  readonly due?: Dated;
  readonly day?: Dated;
  readonly asides: readonly Aside[];
  readonly problems: readonly Problem[];
}

/** The words of a saying, up to the end of its clause or the next saying. Tags and days in them are taken out. */
export function readBody(reader: Reader, from: number, of: BodyOf, hasDay: boolean): Body {
  const { text } = reader;
  const asides: Aside[] = [];
  const problems: Problem[] = [];
  let raw = '';
  let due: Dated | undefined;
  let day: Dated | undefined;
  let at = from;
  /** Where the last word ended: blanks after it belong to nobody. */
  let end = from;
  const take = (words: string, to: number): void => {
    raw += words;
    at = to;
    end = to;
  };
  while (at < reader.end && !endsBody(reader, at, of)) {
    const literal = literalEnd(text, at);
    if (literal !== undefined) {
      take(text.slice(at, literal), literal);
      continue;
    }
    if (startsWord(text, at)) {
      const aside = readAside(text, at, (place) => quotedFound(text, place));
      if (aside !== undefined) {
        asides.push(aside.value);
        take(' ', aside.end);
        continue;
      }
      const dated =
        day === undefined && due === undefined ? readBodyDate(reader, at, of, raw, hasDay) : undefined;
      if (dated !== undefined) {
        if (dated.problem !== undefined) problems.push(dated.problem);
        else if (dated.value.isDue) due = dated.value;
        else day = dated.value;
        take(' ', dated.end);
        continue;
      }
      const mention = mentionAt(reader, at);
      if (mention !== undefined) {
        take(mention.written, mention.end);
        continue;
      }
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
    raw += character;
    at += character.length;
    if (!/\s/.test(character)) end = at;
  }
  return { text: plainText(raw), raw, end, due, day, asides, problems };
}

function quotedFound(text: string, at: number): Found<string> | undefined {
  const quoted = quotedAt(text, at);
  const value = tidy(quoted?.value ?? '');
  return quoted === undefined || value === '' || value.length > 200 ? undefined : { value, end: quoted.end };
}

function endsBody(reader: Reader, at: number, of: BodyOf): boolean {
  const { text } = reader;
  if (separatorAt(text, at) > 0 && text.charAt(at) !== ':') return true;
  if (!startsWord(text, at)) return false;
  if (of === 'topic' && (mentionAt(reader, at) !== undefined || matchAt(/with\s+@/iy, text, at))) {
    return true;
  }
  if (of === 'got-from' && matchAt(words.from, text, at) !== undefined) return true;
  if (of === 'given-to' && matchAt(words.to, text, at) !== undefined) return true;
  return startsSaying(reader, at);
}

/** A day in a saying: after "by" where something is promised, else as its last word. */
function readBodyDate(
  reader: Reader,
  at: number,
  of: BodyOf,
  raw: string,
  hasDay: boolean,
): Found<Dated & { readonly isDue: boolean }> | undefined {
  const { text, context } = reader;
  const { today, habits } = context;
  const by = of === 'promise' ? readDue(reader, at) : undefined;
  if (by !== undefined) return { ...by, value: { ...by.value, isDue: true } };
  if (of === 'why' || raw.trim() === '') return undefined;
  const on = matchAt(words.on, text, at);
  const use = of === 'promise' ? 'due' : 'happened';
  const reading = readDate(text, at + (on?.[0].length ?? 0), { today, habits, use, led: on !== undefined });
  if (reading === undefined || !endsHere(reader, reading.end, of)) return undefined;
  const span = { from: at, to: reading.end };
  const wrong = 'wrong' in reading ? reading.wrong : undefined;
  const day = 'day' in reading ? reading.day : today;
  // "I promised @ana slides yesterday": that is when, not by when.
  const isDue = of === 'promise' && (wrong !== undefined || day >= today);
  // Nor is it when this was where it lies ahead: "re: plans for tomorrow".
  if (!isDue && (hasDay || wrong !== undefined || day > today)) return undefined;
  return {
    value: { day, span, isDue },
    end: reading.end,
    problem: wrong === undefined ? undefined : { span, sentence: wrong },
  };
}

function endsHere(reader: Reader, at: number, of: BodyOf): boolean {
  const next = skipBlanks(reader.text, at);
  return next >= reader.end || /[#!(]/.test(reader.text.charAt(next)) || endsBody(reader, next, of);
}

/** "by Friday", "until 3 May": a day by which. "Before Friday" is by the day before. */
export function readDue({ text, context: { today, habits } }: Reader, at: number): Found<Dated> | undefined {
  const lead = matchAt(words.due, text, at);
  const reading = lead && readDate(text, at + lead[0].length, { today, habits, use: 'due', led: true });
  if (lead === undefined || reading === undefined) return undefined;
  const span = { from: at, to: reading.end };
  if ('wrong' in reading) {
    return { value: { day: today, span }, end: reading.end, problem: { span, sentence: reading.wrong } };
  }
  const early = lead[1]?.toLowerCase() === 'before' ? -1 : 0;
  return { value: { day: addDays(reading.day, early), span }, end: reading.end };
}

/** Words without what joined them to others; a whole in quotation marks without these. */
export function plainText(raw: string): string {
  const text = tidy(
    raw
      .replace(/\n/g, ' ')
      .replace(/(?:(?:^|\s+)(?:and|but|then|with|&)|[\s,:;–—-])+$/iu, '')
      .replace(/^[\s:,–—-]+/u, ''),
  );
  const quoted = quotedAt(text, 0);
  return quoted?.end === text.length ? tidy(quoted.value) : text;
}
