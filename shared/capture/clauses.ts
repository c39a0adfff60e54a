/**
 * The parts of a capture that are sayings of their own: promises both ways, what was given or received,
 * introductions and the topic. Each goes from its first words to the end of its clause or to the next such saying.
 */
import { exchangeKinds } from '../model/entities/happening';
import { type Body, type Dated, plainText, readBody } from './body';
import type { Exchanged, ExchangeKind, Introduced, Problem, Promised, Span } from './capture';
import { type Before, promiseHead, words } from './heads';
import { type Aside, type Named, type Reader, readOne, readSeveral } from './reader';
import { matchAt, skipBlanks } from './text';

export type Saying = { readonly span: Span; readonly asides: readonly Aside[] } & (
  | ({ readonly kind: 'promise'; readonly who: readonly Named[]; readonly due?: Dated } & Omit<
      Promised,
      'who' | 'due'
    >)
  | ({ readonly kind: 'exchange'; readonly who: readonly Named[] } & Omit<Exchanged, 'who'>)
  | ({ readonly kind: 'introduction' } & Introduced)
  | { readonly kind: 'topic'; readonly text: string }
);

export interface SayingReading {
  readonly saying?: Saying;
  readonly end: number;
  /** A day at the end of it that is when all of this was: "gave @ana a book yesterday". */
  readonly day?: Dated;
  readonly problems: readonly Problem[];
}

/** The saying that begins exactly here. */
export function readSaying(reader: Reader, at: number, before: Before): SayingReading | undefined {
  return (
    readIntroduction(reader, at) ??
    readPromise(reader, at, before) ??
    readExchange(reader, at, before) ??
    readTopic(reader, at, before)
  );
}

function readPromise(reader: Reader, at: number, before: Before): SayingReading | undefined {
  const head = promiseHead(reader, at, before);
  if (head === undefined) return undefined;
  const body = readBody(reader, head.end, 'promise', before.hasDay);
  const span = { from: at, to: body.end };
  // "promised to send slides"; not where it is in quotation marks.
  const text = /^\s*to\s/i.test(body.raw) ? body.text.replace(/^to\s+/i, '') : body.text;
  const problems = [...body.problems];
  if (text === '') {
    const sentence =
      head.by === 'me'
        ? 'Say what you owe, as in “I owe @ana slides by Friday”.'
        : 'Say what is owed to you, as in “@ana owes me slides”.';
    problems.push({ span, sentence });
  }
  const { by, who } = head;
  return {
    saying: { kind: 'promise', by, who, text, due: body.due, span, asides: body.asides },
    end: body.end,
    day: body.day,
    problems,
  };
}

const kindWords: readonly [ExchangeKind, RegExp][] = [
  ['introduction', /\b(?:intro|introduction)s?\b/i],
  ['referral', /\b(?:referral|reference|recommendation)s?\b/i],
  ['information', /\b(?:information|info|tips?|article|links?|news|paper|contacts?|number|address)\b/i],
  ['help', /\b(?:help|hand|advice|feedback|support|lift|ride)\b/i],
  ['time', /\b(?:time|hours?)\b/i],
  ['gift', /\b(?:gift|present|flowers|book|wine|chocolates?|bottle|cake|card)\b/i],
];
const saidKind = new RegExp(`\\s*\\((${exchangeKinds.join('|')})\\)$`, 'i');

export function kindOf(text: string): ExchangeKind {
  return kindWords.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

function readExchange(reader: Reader, at: number, before: Before): SayingReading | undefined {
  const { text } = reader;
  const clause = before.fresh && !before.afterPerson;
  const gave = matchAt(words.gave, text, at);
  if (gave !== undefined && (gave[1] !== undefined || clause)) {
    const from = at + gave[0].length;
    const who = readSeveral(reader, from, 'object');
    if (who !== undefined)
      return exchange(reader, at, 'given', who.value, readBody(reader, who.end, 'exchange', before.hasDay));
    return withPersonLast(reader, at, from, 'given', before.hasDay);
  }
  const got = matchAt(words.got, text, at);
  if (got !== undefined && (got[1] !== undefined || clause)) {
    return withPersonLast(reader, at, at + got[0].length, 'received', before.hasDay);
  }
  const subject = readSeveral(reader, at, 'subject');
  const verb = subject && matchAt(words.gaveMe, text, subject.end);
  if (subject === undefined || verb === undefined) return undefined;
  const body = readBody(reader, subject.end + verb[0].length, 'exchange', before.hasDay);
  return exchange(reader, at, 'received', subject.value, body);
}

/** "got a book from @ana", "gave a book to @ana". */
function withPersonLast(
  reader: Reader,
  at: number,
  from: number,
  direction: Exchanged['direction'],
  hasDay: boolean,
): SayingReading | undefined {
  const body = readBody(reader, from, direction === 'given' ? 'given-to' : 'got-from', hasDay);
  const next = skipBlanks(reader.text, body.end);
  const preposition = matchAt(direction === 'given' ? words.to : words.from, reader.text, next);
  const who = preposition && readSeveral(reader, next + preposition[0].length, 'object');
  if (who === undefined) return undefined;
  return exchange(reader, at, direction, who.value, { ...body, end: kindEnd(reader.text, who.end) }, who.end);
}

/** A kind in brackets may stand after the person. */
function kindEnd(text: string, at: number): number {
  const found = matchAt(new RegExp(`\\s*\\((?:${exchangeKinds.join('|')})\\)`, 'iy'), text, at);
  return at + (found?.[0].length ?? 0);
}

function exchange(
  { text: whole }: Reader,
  at: number,
  direction: Exchanged['direction'],
  who: readonly Named[],
  body: Body,
  kindFrom = body.end,
): SayingReading | undefined {
  const written = `${body.raw}${whole.slice(kindFrom, body.end)}`;
  const said = saidKind.exec(written.trimEnd())?.[1]?.toLowerCase();
  const text =
    said === undefined || kindFrom < body.end
      ? body.text
      : plainText(body.raw.trimEnd().replace(saidKind, ''));
  if (text === '') return undefined;
  const kind = exchangeKinds.find((one) => one === said) ?? kindOf(text);
  return {
    saying: {
      kind: 'exchange',
      direction,
      exchange: kind,
      who,
      text,
      span: { from: at, to: body.end },
      asides: body.asides,
    },
    end: body.end,
    day: body.day,
    problems: body.problems,
  };
}

function readIntroduction(reader: Reader, at: number): SayingReading | undefined {
  const { text } = reader;
  const plus = matchAt(words.plusIntro, text, at);
  const head = plus ?? matchAt(words.introduced, text, at);
  if (head === undefined) return undefined;
  const a = readOne(reader, at + head[0].length);
  const join = a && matchAt(words.between, text, a.end);
  const b = a && join && readOne(reader, a.end + join[0].length);
  if (a === undefined || b === undefined) {
    if (plus === undefined) return undefined;
    const span = { from: at, to: at + plus[0].trimEnd().length };
    const sentence = 'An introduction names two people, as in “+intro @ben to @dana”.';
    return { end: span.to, problems: [{ span, sentence }] };
  }
  const because = matchAt(words.why, text, b.end);
  const body = because && readBody(reader, b.end + because[0].length, 'why', true);
  const end = body?.end ?? b.end;
  const span = { from: at, to: end };
  return {
    saying: {
      kind: 'introduction',
      a: a.value,
      b: b.value,
      stage: plus === undefined ? 'introduced' : 'idea',
      ...(body === undefined || body.text === '' ? {} : { why: body.text }),
      span,
      asides: body?.asides ?? [],
    },
    end,
    day: body?.day,
    problems: body?.problems ?? [],
  };
}

function readTopic(reader: Reader, at: number, before: Before): SayingReading | undefined {
  const head = matchAt(words.topic, reader.text, at);
  if (head === undefined) return undefined;
  const body = readBody(reader, at + head[0].length, 'topic', before.hasDay);
  if (body.text === '') return undefined;
  return {
    saying: { kind: 'topic', text: body.text, span: { from: at, to: body.end }, asides: body.asides },
    end: body.end,
    day: body.day,
    problems: body.problems,
  };
}
