/**
 * A line of quick capture after one of its chips was corrected. The line stays the one thing that is edited: what is
 * shown below it is always read from it. Only the words of that chip are replaced where the line then says what is
 * meant; else the whole line is written anew.
 */
import {
  type Capture,
  type Chip,
  type Span,
  understood,
  type Understood,
  type Who,
  whoKey,
} from '../../shared/capture/capture';
import { mentionOf, readMention } from '../../shared/capture/mentions';
import { parseCapture } from '../../shared/capture/parse';
import type { CaptureContext } from '../../shared/capture/reader';
import { peopleOf } from '../../shared/capture/resolve';
import { writeCapture } from '../../shared/capture/write';
import { sameJson } from '../../shared/json';

/** A chip without its place. */
export type Said = Chip extends infer Each
  ? Each extends Chip
    ? Omit<Each, 'span' | 'dueSpan'>
    : never
  : never;

interface Edit extends Span {
  readonly insert: string;
}

/** One chip says something else, or goes. */
export function withChip(
  capture: Capture,
  at: number,
  said: Said | undefined,
  context: CaptureContext,
): string {
  const chip = capture.chips[at];
  if (chip === undefined) return capture.text;
  const chips = capture.chips.flatMap((one, i) =>
    i !== at ? [one] : said === undefined ? [] : [placed(said)],
  );
  const due = chip.kind === 'promise' ? chip.dueSpan : undefined;
  const apart = due !== undefined && (due.from >= chip.span.to || due.to <= chip.span.from) ? [due] : [];
  const edits = [
    { ...chip.span, insert: said === undefined ? '' : written(said, context) },
    ...apart.map((span) => ({ ...span, insert: '' })),
  ];
  return firstThatReads(
    capture,
    { ...understood({ chips, rest: capture.rest }) },
    [edited(capture.text, edits)],
    context,
  );
}

/** Something is said that was not yet. */
export function withMore(capture: Capture, said: Said, context: CaptureContext): string {
  const { text, chips, rest } = capture;
  const words = written(said, context);
  const person = chips.findLast((chip) => chip.kind === 'person');
  const after =
    person === undefined
      ? []
      : [edited(text, [{ from: person.span.to, to: person.span.to, insert: ` ${words}` }])];
  const before = text.trim() === '' ? words : `${words} ${text.trimStart()}`;
  const last = `${text.trimEnd()}, ${words}`;
  const candidates = said.kind === 'channel' ? [before, ...after, last] : [...after, before, last];
  const meant = understood({ chips: [...chips, placed(said)], rest });
  return firstThatReads(capture, meant, candidates, context);
}

/** Somebody else is meant, wherever the same words stand for them. */
export function withPerson(capture: Capture, from: Who, to: Who, context: CaptureContext): string {
  const key = whoKey(from);
  const swapped = (who: Who): Who => (whoKey(who) === key ? to : who);
  const chips = capture.chips.map((chip) => swapIn(chip, swapped));
  const concerned = capture.chips.flatMap((chip, at) =>
    peopleOf(chip).some((who) => whoKey(who) === key) ? [{ at, span: chip.span }] : [],
  );
  const names = edited(
    capture.text,
    mentionsOf(capture.text, concerned, key, mentionOf(to, context.people), context),
  );
  const clauses = edited(
    capture.text,
    concerned.flatMap(({ at, span }) => {
      const chip = chips[at];
      return chip === undefined ? [] : [{ ...span, insert: written(chip, context) }];
    }),
  );
  // A name in the middle of a sentence stays in the summary as it is written there.
  const meant = understood({ chips, rest: capture.rest });
  if (reads(names, { ...meant, rest: restOf(names, context) }, context)) return names;
  return firstThatReads(capture, meant, [clauses], context);
}

function swapIn(chip: Chip, swapped: (who: Who) => Who): Chip {
  switch (chip.kind) {
    case 'person':
      return { ...chip, who: swapped(chip.who) };
    case 'promise':
      return { ...chip, who: chip.who.map(swapped) };
    case 'exchange':
      return { ...chip, who: chip.who.map(swapped) };
    case 'introduction':
      return { ...chip, a: swapped(chip.a), b: swapped(chip.b) };
    default:
      return chip;
  }
}

function mentionsOf(
  text: string,
  concerned: readonly { readonly span: Span }[],
  key: string,
  insert: string,
  context: CaptureContext,
): Edit[] {
  const edits: Edit[] = [];
  for (const { span } of concerned) {
    for (let at = text.indexOf('@', span.from); at >= 0 && at < span.to; at = text.indexOf('@', at + 1)) {
      const mention = readMention(text, at, context.people);
      if (mention !== undefined && whoKey(mention.who) === key)
        edits.push({ from: at, to: mention.end, insert });
    }
  }
  return edits;
}

/** The first line that says what is meant; else the whole anew, unless that would lose words that are not understood. */
function firstThatReads(
  capture: Capture,
  meant: Understood,
  candidates: readonly string[],
  context: CaptureContext,
): string {
  const found = candidates.find((line) => reads(line, meant, context));
  if (found !== undefined) return found;
  const { length } = capture.text;
  const inPart = capture.problems.some(({ span }) => span.from > 0 || span.to < length);
  return inPart ? (candidates[0] ?? capture.text) : writeCapture(meant, context);
}

function reads(line: string, meant: Understood, context: CaptureContext): boolean {
  return sameJson(understood(parseCapture(line, context)), meant);
}

function restOf(line: string, context: CaptureContext): string {
  return parseCapture(line, context).rest;
}

function placed(said: Said): Chip {
  return { ...said, span: { from: 0, to: 0 } };
}

function written(said: Said, context: CaptureContext): string {
  return writeCapture(understood({ chips: [placed(said)], rest: '' }), context);
}

/** What goes takes the blank and the comma with it that only it had needed. */
function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((line, { from, to, insert }) => {
      if (insert !== '') return line.slice(0, from) + insert + line.slice(to);
      const before = line.slice(0, from).trimEnd();
      let after = line.slice(to).trimStart();
      if (/^[,;]/.test(after) && /(?:^|[,;])$/.test(before)) after = after.slice(1).trimStart();
      if (after === '') return before.replace(/[,;]$/, '');
      return before === '' || /^[,;.]/.test(after) ? before + after : `${before} ${after}`;
    }, text);
}
