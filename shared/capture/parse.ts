/**
 * Reads a line of quick capture from left to right: what is understood becomes chips, the rest stays as the summary.
 * The grammar is told to people in docs/capture.md.
 */
import type { Capture, Chip, Direction, Problem, Span } from './capture';
import { type Dated, readDue } from './body';
import { readChannel } from './channels';
import { readSaying, type Saying, type SayingReading } from './clauses';
import { type DateReading, readDate } from './dates';
import { promiseHead, words } from './heads';
import { readLength } from './lengths';
import { type Aside, type CaptureContext, type DraftChip, mentionAt, readAside, type Reader } from './reader';
import { settle, whole } from './resolve';
import { Rest } from './rest';
import {
  literalEnd,
  matchAt,
  quotedAt,
  separatorAt,
  skipBlanks,
  startsWord,
  tidy,
  verbatimIn,
  withoutControls,
  wordCharacter,
} from './text';

/** A date after these is not when it was. */
const waits = /(?:^|\s)(?:by|until|till|before|since|due|than)\s+$/i;

/** A capture is a line or a few; longer texts are notes. */
const longest = 20_000;

export function parseCapture(text: string, context: CaptureContext): Capture {
  if (text.length > longest) {
    const sentence = `This is too long for a capture (${text.length} characters, at most ${longest}). Keep it as a note.`;
    return { text, chips: [], rest: '', problems: [{ span: { from: 0, to: text.length }, sentence }] };
  }
  return new Parse(text, context).all();
}

class Parse {
  readonly #original: string;
  readonly #reader: Reader;
  readonly #chips: DraftChip[] = [];
  readonly #problems: Problem[] = [];
  readonly #rest = new Rest();
  readonly #verbatim: string;
  /** Of the clause: only chips so far; a person just before; a person or a channel somewhere; the first of all. */
  #fresh = true;
  #afterPerson = false;
  #aboutUs = false;
  #isFirst = true;
  /** The last promise of the sentence, while it has no due day. */
  #undated: number | undefined;
  /** A due day that was said before its promise. */
  #dueAhead: Dated | undefined;
  #weakChannel = false;

  constructor(text: string, context: CaptureContext) {
    this.#original = text;
    const plain = withoutControls(text);
    const verbatim = verbatimIn(plain);
    this.#verbatim = verbatim === undefined ? '' : tidy(plain.slice(verbatim.from));
    this.#reader = { text: plain, end: verbatim?.mark ?? plain.length, context, mentions: new Map() };
  }

  all(): Capture {
    const { end } = this.#reader;
    let at = 0;
    while (at < end) {
      const next = this.#literal(at) ?? this.#chip(at) ?? this.#separator(at) ?? this.#word(at);
      at = Math.max(next, at + 1);
    }
    const rest = [this.#rest.toString(), this.#verbatim].filter((part) => part !== '').join(' ');
    const { chips, problems } = settle(this.#chips, this.#reader.context);
    const all = { text: this.#original, chips, rest, problems: [...this.#problems, ...problems] };
    return whole(all);
  }

  #literal(at: number): number | undefined {
    const end = literalEnd(this.#reader.text, at);
    if (end === undefined) return undefined;
    this.#rest.word(this.#reader.text.slice(at, end));
    this.#fresh = false;
    this.#afterPerson = false;
    return end;
  }

  #separator(at: number): number | undefined {
    const { text } = this.#reader;
    const length = separatorAt(text, at);
    if (length === 0) return undefined;
    const mark = text.slice(at, at + length);
    this.#rest.endClause(mark);
    this.#fresh = true;
    this.#afterPerson = false;
    this.#aboutUs = false;
    if (mark !== ':') this.#isFirst = false;
    if (/[.!?。؟\n]/.test(mark)) this.#undated = undefined;
    return at + length;
  }

  /** A word that says nothing by itself, or a mark. */
  #word(at: number): number {
    const { text, end } = this.#reader;
    let to = at;
    do to += String.fromCodePoint(text.codePointAt(to) ?? 32).length;
    while (to < end && isInWord(text, at) && isInWord(text, to));
    const word = text.slice(at, Math.min(to, end));
    this.#rest.word(word);
    if (word.trim() !== '' && !/^(?:with|w|\/|and|&)$/i.test(word)) {
      this.#fresh = false;
      this.#afterPerson = false;
    }
    return to;
  }

  #chip(at: number): number | undefined {
    const { text } = this.#reader;
    if (
      !/[^\s\p{P}\p{S}]|[@#!+_]/u.test(text.charAt(at)) ||
      (!startsWord(text, at) && text.charAt(at) !== '@')
    )
      return undefined;
    return (
      this.#aside(at) ??
      this.#saying(at) ??
      this.#due(at) ??
      this.#length(at) ??
      this.#date(at) ??
      this.#channel(at) ??
      this.#person(at)
    );
  }

  #take(chip: DraftChip, isPerson = false): number {
    this.#chips.push(chip);
    if (!isPerson) this.#rest.chip();
    this.#afterPerson = isPerson;
    return chip.span.to;
  }

  #aside(at: number): number | undefined {
    const { text } = this.#reader;
    const aside = readAside(text, at, (place) => {
      const quoted = quotedAt(text, place);
      const value = tidy(quoted?.value ?? '');
      return quoted === undefined || value === '' || value.length > 200
        ? undefined
        : { value, end: quoted.end };
    });
    if (aside === undefined) return undefined;
    this.#addAsides([aside.value]);
    this.#rest.chip();
    this.#afterPerson = false;
    return aside.end;
  }

  #addAsides(asides: readonly Aside[]): void {
    for (const aside of asides) {
      if (aside.kind === 'direction') this.#direct(aside.direction, aside.span);
      else this.#chips.push(aside);
    }
  }

  #direct(direction: Direction, span: Span): void {
    if (!this.#has('direction')) this.#chips.push({ kind: 'direction', direction, span });
  }

  #has(kind: Chip['kind']): boolean {
    return this.#chips.some((chip) => chip.kind === kind);
  }

  #saying(at: number): number | undefined {
    const before = { fresh: this.#fresh, afterPerson: this.#afterPerson, hasDay: this.#has('day') };
    const reading = readSaying(this.#reader, at, before);
    if (reading === undefined) return undefined;
    if (reading.saying?.kind === 'topic' && this.#has('topic')) return undefined;
    this.#problems.push(...reading.problems);
    if (reading.saying !== undefined) this.#addSaying(reading.saying);
    if (reading.day !== undefined) this.#addDay(reading.day);
    this.#rest.chip();
    this.#afterPerson = false;
    return endOf(reading, at);
  }

  #addSaying(saying: Saying): void {
    const { asides, ...chip } = saying;
    if (chip.kind === 'promise') {
      const due = chip.due ?? this.#dueAhead;
      this.#dueAhead = undefined;
      this.#undated = due === undefined ? this.#chips.length : undefined;
      this.#chips.push({ ...chip, due: due?.day, ...(due === undefined ? {} : { dueSpan: due.span }) });
    } else this.#chips.push(chip);
    this.#addAsides(asides);
  }

  #addDay({ day, span }: Dated): void {
    this.#chips.push({ kind: 'day', day, planned: day > this.#reader.context.today, span });
  }

  /** "by Friday" apart from its promise: after it, or just before. */
  #due(at: number): number | undefined {
    const due = readDue(this.#reader, at);
    if (due === undefined) return undefined;
    const chip = this.#undated === undefined ? undefined : this.#chips[this.#undated];
    if (chip?.kind === 'promise' && this.#undated !== undefined) {
      this.#chips[this.#undated] = { ...chip, due: due.value.day, dueSpan: due.value.span };
      this.#undated = undefined;
    } else {
      const next = skipBlanks(this.#reader.text, due.end + separatorAt(this.#reader.text, due.end));
      const before = { fresh: true, afterPerson: false, hasDay: true };
      if (promiseHead(this.#reader, next, before) === undefined) return undefined;
      this.#dueAhead = due.value;
    }
    if (due.problem !== undefined) this.#problems.push(due.problem);
    this.#rest.chip();
    return due.end;
  }

  #length(at: number): number | undefined {
    if (this.#has('length')) return undefined;
    const length = readLength(this.#reader.text, at);
    if (length === undefined || length.minutes > 100_000) return undefined;
    const { text } = this.#reader;
    const sooner = /\b(?:in|within|after|every)\s+$/i.test(text.slice(Math.max(0, at - 10), at));
    if (sooner || !(this.#fresh || length.led || this.#isFirst)) return undefined;
    return this.#take({ kind: 'length', minutes: length.minutes, span: { from: at, to: length.end } });
  }

  #date(at: number): number | undefined {
    if (this.#has('day')) return undefined;
    const { text, context } = this.#reader;
    if (waits.test(text.slice(Math.max(0, at - 12), at))) return undefined;
    const on = matchAt(words.on, text, at);
    const from = at + (on?.[0].length ?? 0);
    const frame = { ...context, use: 'happened' as const, led: on !== undefined };
    const reading = readDate(text, from, frame) ?? this.#lastDate(at);
    if (reading === undefined) return undefined;
    const span = { from: at, to: reading.end };
    if ('wrong' in reading) {
      if (!this.#fresh && !this.#isFirst) return undefined;
      this.#problems.push({ span, sentence: reading.wrong });
      this.#rest.chip();
      return reading.end;
    }
    if (!this.#isWhen(reading.day > context.today, reading.end)) return undefined;
    this.#addDay({ day: reading.day, span });
    this.#rest.chip();
    this.#afterPerson = false;
    return reading.end;
  }

  /** Words after chips, and the last of the first clause, can only be when it was: "coffee @ana sat", "... in May". */
  #lastDate(at: number): DateReading | undefined {
    if (!this.#fresh || !this.#isFirst || this.#chips.length === 0) return undefined;
    const { text, context } = this.#reader;
    const into = matchAt(words.into, text, at);
    const from = at + (into?.[0].length ?? 0);
    if (!/[a-z]/i.test(text.charAt(from))) return undefined;
    const reading = readDate(text, from, { ...context, use: 'happened', led: true });
    if (reading === undefined) return undefined;
    const next = skipBlanks(text, reading.end);
    return next >= this.#reader.end || separatorAt(text, next) > 0 ? reading : undefined;
  }

  /** Whether a date is when this was: "coffee yesterday", not "she moves in May" nor "wants to meet next Friday". */
  #isWhen(isAhead: boolean, end: number): boolean {
    if (!isAhead) return this.#fresh || this.#isFirst || this.#aboutUs;
    if (!this.#fresh) return false;
    const { text } = this.#reader;
    const next = skipBlanks(text, end);
    if (this.#isFirst || next >= this.#reader.end || separatorAt(text, next) > 0) return true;
    return /[@#!+]/.test(text.charAt(next));
  }

  #channel(at: number): number | undefined {
    if (this.#has('channel') && !this.#weakChannel) return undefined;
    const reading = readChannel(this.#reader.text, at, {
      fresh: this.#fresh,
      afterPerson: this.#afterPerson,
    });
    if (reading === undefined || (this.#weakChannel && reading.weak)) return undefined;
    const { channel, word, direction, end, weak, aside } = reading;
    const standing = this.#chips.findIndex((chip) => chip.kind === 'channel');
    if (standing >= 0) this.#chips.splice(standing, 1);
    if (this.#undated !== undefined && standing >= 0 && standing < this.#undated) this.#undated -= 1;
    const span = { from: at, to: at + this.#reader.text.slice(at, end).trimEnd().length };
    if (direction !== undefined) this.#direct(direction, span);
    this.#weakChannel = weak;
    this.#aboutUs = true;
    if (aside !== undefined) {
      this.#rest.word(aside);
    }
    return this.#take({ kind: 'channel', channel, ...(word === undefined ? {} : { word }), span });
  }

  #person(at: number): number | undefined {
    const mention = mentionAt(this.#reader, at);
    if (mention === undefined) return undefined;
    this.#aboutUs = true;
    this.#rest.person(mention.written);
    return this.#take({ kind: 'person', who: mention.who, span: { from: at, to: mention.end } }, true);
  }
}

function endOf({ end }: SayingReading, at: number): number {
  return Math.max(end, at + 1);
}

/** Words are passed over whole; of others each character is looked at. */
function isInWord(text: string, at: number): boolean {
  return wordCharacter.test(String.fromCodePoint(text.codePointAt(at) ?? 32));
}
