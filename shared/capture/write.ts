/**
 * Writes what was understood as a line again, in one form: chips first, then the rest. Reading that line gives the
 * same. Where words alone would be read otherwise, the rest stands after `//` and texts in quotation marks.
 */
import { sameJson } from '../json';
import {
  type Introduced,
  type Promised,
  type Exchanged,
  type Understood,
  understood,
  type Who,
} from './capture';
import { ownNoun } from './channels';
import { kindOf } from './clauses';
import { mentionOf } from './mentions';
import { parseCapture } from './parse';
import type { CaptureContext } from './reader';
import { quote } from './text';

interface Form {
  readonly quoted: boolean;
  readonly apart: boolean;
}
const forms: readonly Form[] = [
  { quoted: false, apart: false },
  { quoted: false, apart: true },
  { quoted: true, apart: true },
];

export function writeCapture(meant: Understood, context: CaptureContext): string {
  let line = '';
  for (const form of forms) {
    line = written(meant, context, form);
    if (sameJson(understood(parseCapture(line, context)), meant)) return line;
  }
  return line;
}

function written(meant: Understood, { people }: CaptureContext, { quoted, apart }: Form): string {
  const named = (who: Who): string =>
    who.state === 'several' && isPronoun(who.name)
      ? who.name
      : mentionOf(who, people, quoted ? 'quoted' : 'plain');
  const all = (who: readonly Who[]): string => who.map(named).join(' and ');
  const text = (words: string): string => (quoted ? quote(words) : words);
  const { channel, direction, day, minutes, participants, topic, rest } = meant;

  const preposition = direction === undefined ? '' : direction === 'mine' ? ' to' : ' from';
  const directed = channel !== undefined && participants.length > 0;
  const noun = channel === undefined ? '' : (channel.word ?? ownNoun(channel.channel));
  const head = [
    noun === '' ? '' : `${noun}${directed ? preposition : ''}`,
    ...participants.map(named),
    day ?? '',
    minutes === undefined ? '' : `${minutes} min`,
    topic === undefined ? '' : `re: ${text(topic)}`,
  ];
  const flags = [
    ...meant.tags.map((tag) => (isPlainTag(tag) ? `#${tag}` : `#${quote(tag)}`)),
    direction !== undefined && !directed ? `!${direction}` : '',
    meant.confidential ? '!confidential' : '',
  ];
  const clauses = [
    joined(head),
    ...meant.promises.map((promise) => promised(promise, all, text)),
    ...meant.exchanges.map((exchange) => exchanged(exchange, all, text)),
    ...meant.introductions.map((introduction) => introduced(introduction, named, text)),
    joined(flags),
    ...(apart ? [] : [rest]),
  ].filter((clause) => clause !== '');
  const line = clauses.join(', ');
  return apart && rest !== '' ? `${line} // ${rest}` : line;
}

type Say = (text: string) => string;
type SayPeople = (who: readonly Who[]) => string;

function promised({ by, who, text, due }: Promised, people: SayPeople, say: Say): string {
  const until = due === undefined ? '' : `by ${due}`;
  const whom = people(who);
  if (by === 'me') return joined(['I owe', whom, say(text), until]);
  const verb = who.length > 1 || whom === 'they' ? 'owe me' : 'owes me';
  return joined([whom, verb, say(text), until]);
}

function exchanged({ direction, exchange, who, text }: Exchanged, people: SayPeople, say: Say): string {
  const kind = kindOf(text) === exchange ? '' : `(${exchange})`;
  if (direction === 'given') return joined(['I gave', people(who), say(text), kind]);
  return joined([people(who), 'gave me', say(text), kind]);
}

function introduced({ a, b, stage, why }: Introduced, named: (who: Who) => string, say: Say): string {
  const verb = stage === 'idea' ? '+intro' : 'introduced';
  return joined([verb, named(a), 'to', named(b), why === undefined ? '' : `about ${say(why)}`]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function isPronoun(name: string): boolean {
  return /^(?:|she|he|they|her|him|them)$/.test(name);
}

function isPlainTag(tag: string): boolean {
  return /^[\p{L}\p{M}\p{N}_-]+$/u.test(tag) && /\p{L}/u.test(tag);
}
