/** Why somebody may care, why somebody is spared, and a few words to send it with: in sentences. */
import { firstSentence } from '../keeping/card';
import { asLetter, sayLastTime } from '../keeping/draft';
import type { Speaking } from '../keeping/names';
import { when } from '../keeping/say-reasons';
import { asWritten } from '../matching/words';
import type { Contact, Interaction } from '../model/entities';
import { listed, many, sayDay } from '../words';
import { type CareKind, careKinds, type CareReason } from './answers';
import type { Matter } from './matter';
import type { Match } from './rank';
import { enough, type Sparing } from './spared';

/** So many reasons make the sentence; all are told beside it. */
const mostInSentence = 2;
/** Values and words of one reason. */
const mostListed = 4;
/** So many notes are quoted. */
const mostNotes = 2;

const phrases: Readonly<Record<Exclude<CareKind, 'note'>, (values: string) => string>> = {
  interest: (values) => `likes ${values}`,
  need: (values) => `is looking for ${values}`,
  tag: (values) => `has your tag ${values}`,
  industry: (values) => `works in ${values}`,
  title: (values) => `works as ${values}`,
  organisation: (values) => `is at ${values}`,
  help: (values) => `can help with ${values}`,
};

/** One reason for each kind of place, and one for each note, in the order of the matches. */
export function careReasons(speaking: Speaking, matches: readonly Match[]): CareReason[] {
  const reasons: CareReason[] = [];
  for (const kind of new Set(matches.map((match) => match.kind))) {
    const own = matches.filter((match) => match.kind === kind);
    if (kind === 'note') {
      reasons.push(...own.slice(0, mostNotes).map((match) => noteReason(speaking, match)));
      continue;
    }
    const values = own.map(({ value }) => (kind === 'tag' ? `“${short(value)}”` : short(value)));
    const words = own.flatMap((match) => asWritten(match.value, match.words));
    reasons.push({ kind, text: phrases[kind](listed(values, mostListed)), words });
  }
  return reasons;
}

/** Of a note only the words that matched are told. */
function noteReason({ today, locale }: Speaking, { value, words, note }: Match): CareReason {
  const written = asWritten(value, words).map(short);
  const said = listed(
    written.map((word) => `“${word}”`),
    mostListed,
  );
  const of = note === undefined ? '' : ` of ${sayDay(note.day, today, locale)}`;
  return { kind: 'note', text: `your note${of} says ${said}`, words: written };
}

/** "Likes birding; your note of March says “optics”." */
export function sayWhy(reasons: readonly CareReason[]): string {
  const text = reasons
    .slice(0, mostInSentence)
    .map((reason) => reason.text)
    .join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function sayLastContact(speaking: Speaking, last: string | undefined): string {
  return last === undefined ? 'No contact is on record.' : `Last in touch ${when(last, speaking)}.`;
}

export function saySparing(speaking: Speaking, sparing: Sparing): string {
  switch (sparing.kind) {
    case 'had-it':
      return `Had it ${when(sparing.day, speaking)}.`;
    case 'archived':
      return 'Archived.';
    case 'had-enough': {
      const things = many(sparing.things, 'thing', 'things');
      return `Had ${things} from you in the last ${enough.days} days, the last ${when(sparing.day, speaking)}.`;
    }
  }
}

/** What they know of themselves may be said to them; your tags and notes are yours. */
const toThem: Readonly<Partial<Record<CareKind, (value: string) => string>>> = {
  interest: (value) => `as you care for ${value}`,
  need: (value) => `as you are looking for ${value}`,
  industry: (value) => `as you work in ${value}`,
  title: (value) => `as you work as ${value}`,
  organisation: (value) => `as you are at ${value}`,
  help: (value) => `as you know about ${value}`,
};

/** Made of why they may care and of the last time, and of nothing that is not on record. */
export function sendingDraft(
  speaking: Speaking,
  { title, url }: Matter,
  {
    contact,
    me,
    matches,
    past,
  }: { contact: Contact; me?: Contact; matches: readonly Match[]; past: readonly Interaction[] },
): { subject: string; text: string } {
  const told = careKinds.flatMap((kind) => {
    const match = matches.find((one) => one.kind === kind);
    const say = toThem[kind];
    return match === undefined || say === undefined ? [] : [say(short(match.value))];
  });
  const because = told[0] === undefined ? '' : `, ${told[0]}`;
  const link = url === undefined ? '.' : `:\n${url}`;
  const last = sayLastTime(speaking, past);
  const close = last === undefined ? 'How are you?' : `${last} How are you?`;
  const body = `I came across “${short(title)}” and thought of you${because}${link}\n\n${close}`;
  return { subject: short(title), text: asLetter(contact, me, body) };
}

/** Enough of a line to know it by. */
function short(text: string): string {
  return firstSentence(text, 120);
}
