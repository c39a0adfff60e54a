/**
 * A few plain words to begin a message with, from what is on record about these two people: two facts or more where
 * there are so many, one honest line where there is nothing. It claims nothing else, and nothing of it was confidential
 * or a note of the user's own.
 */
import type { Channel, Contact, Interaction } from '../model/entities';
import { callName, exactDay, sayDayAhead } from '../words';
import type { Opening } from './card';
import { firstSentence } from './card';
import { fullName, type Speaking } from './names';
import type { Reason } from './reason';
import { when } from './say-reasons';

export interface MessageDraft {
  readonly text: string;
  /** What it was made of. */
  readonly facts: string[];
}

interface Fact {
  readonly kind: string;
  readonly text: string;
}

/** More than these make a letter of it. */
const mostFacts = 3;

export interface DraftInput {
  readonly contact: Contact;
  /** Me, for the last line. */
  readonly me?: Contact;
  readonly reasons: readonly Reason[];
  readonly openings: readonly Opening[];
  readonly past: readonly Interaction[];
  readonly channel: Channel;
}

export function draftFor(speaking: Speaking, input: DraftInput): MessageDraft {
  const { contact, me, channel } = input;
  const facts = factsOf(speaking, input);
  const lines = facts.length === 0 ? ['I would like to hear how you are.'] : facts.map(({ text }) => text);
  const body = [...lines, ...(facts.length === 0 ? [] : [closing(channel)])].join(' ');
  return { text: asLetter(contact, me, body), facts: facts.map(({ kind }) => kind) };
}

/** With whom it is for at the head, and me at the foot. */
export function asLetter(contact: Contact, me: Contact | undefined, body: string): string {
  const name = contact.name.full.trim() === '' ? undefined : callName(contact.name);
  const signed = me === undefined || me.name.full.trim() === '' ? '' : `\n\n${callName(me.name)}`;
  return `Dear ${name ?? 'friend'},\n\n${body}${signed}`;
}

/** The most telling first, one of a kind, with the last time to make two of one. */
function factsOf(speaking: Speaking, { contact, reasons, openings, past }: DraftInput): Fact[] {
  const facts: Fact[] = [];
  const add = (fact: Fact | undefined): void => {
    if (fact !== undefined && !facts.some(({ kind }) => kind === fact.kind)) facts.push(fact);
  };
  for (const reason of reasons) add(factOfReason(speaking, reason));
  for (const opening of openings) add(factOfOpening(speaking, opening));
  const through = contact.howMet?.through;
  if (through !== undefined) {
    add({ kind: 'introduced', text: `${fullName(speaking, through)} brought us together.` });
  }
  const told = facts.slice(0, mostFacts);
  const last = sayLastTime(speaking, past);
  if (told.length < 2 && last !== undefined) told.push({ kind: 'last-time', text: last });
  return told;
}

function factOfReason(speaking: Speaking, reason: Reason): Fact | undefined {
  if (reason.kind !== 'occasion') return undefined;
  const { about, day, doneOn } = reason.occasion;
  const { kind } = about;
  if (doneOn !== undefined) return undefined;
  switch (about.kind) {
    case 'promise':
      if (about.text === undefined || about.confidential === true) return undefined;
      return { kind, text: promised(about.text) };
    case 'update':
      if (about.text === undefined || about.confidential === true) return undefined;
      return {
        kind,
        text: `I followed your advice, “${bare(about.text)}”, and owe you word of what came of it.`,
      };
    case 'reply':
      return {
        kind,
        text: `You have waited for my reply since ${dayOnly(day, speaking)}; I am sorry for that.`,
      };
    case 'birthday':
      return birthday(day, speaking);
    case 'stay': {
      const [from, to] = [about.from, about.to].map((one) => dayOnly(one, speaking));
      return { kind, text: `From ${from ?? ''} to ${to ?? ''} we are both in ${about.place}.` };
    }
    case 'date':
    case 'their-promise':
      return undefined;
  }
}

function factOfOpening(speaking: Speaking, opening: Opening): Fact | undefined {
  const { kind } = opening;
  switch (opening.kind) {
    case 'promise':
      return { kind, text: promised(opening.text) };
    case 'birthday':
      return birthday(opening.day, speaking);
    case 'news':
      if (opening.organisation !== undefined) {
        const as = opening.title === undefined ? '' : ` as ${opening.title}`;
        return { kind, text: `How do you find it${as} at ${opening.organisation}?` };
      }
      return opening.place === undefined
        ? undefined
        : { kind, text: `How do you find it in ${opening.place}?` };
    case 'article': {
      // A tag is the user's own word for them.
      const because = opening.interest ? `, as you care for ${opening.matching}` : '';
      return { kind, text: `“${opening.title}” may be something for you${because}.` };
    }
    case 'interest':
      return { kind, text: `We both care for ${opening.interest}.` };
    case 'last-talk':
      return {
        kind,
        text: `I come back to what we spoke about ${when(opening.day, speaking)}: “${firstSentence(opening.text, 80)}”.`,
      };
    // A note is the user's own.
    case 'note':
    case 'none':
      return undefined;
  }
}

/** "We last spoke 46 days ago." Nothing for a present, which is no talk. */
export function sayLastTime(speaking: Speaking, [last]: readonly Interaction[]): string | undefined {
  if (last === undefined) return undefined;
  const how =
    last.channel === 'mail' || last.channel === 'message' || last.channel === 'letter' ? 'wrote' : 'spoke';
  const saw = last.channel === 'in-person' || last.channel === 'meal' || last.channel === 'event';
  return last.channel === 'gift'
    ? undefined
    : `We last ${saw ? 'saw each other' : how} ${when(last.day, speaking)}.`;
}

function promised(text: string): string {
  return `I have not forgotten what I promised you: ${bare(text)}.`;
}

function birthday(day: string, { today, locale }: Speaking): Fact | undefined {
  if (day < today) return undefined;
  const ahead = sayDayAhead(day, today, locale);
  const on = ahead === 'today' || ahead === 'tomorrow' ? ahead : `on ${ahead}`;
  return { kind: 'birthday', text: `All the best for your birthday ${on}.` };
}

function closing(channel: Channel): string {
  switch (channel) {
    case 'in-person':
    case 'meal':
    case 'event':
      return 'Shall we meet?';
    case 'call':
    case 'video':
      return 'When may I call you?';
    case 'mail':
    case 'message':
    case 'letter':
    case 'gift':
      return 'How are you?';
  }
}

/** "1 May 2026" without the day of the week. */
function dayOnly(day: string, { locale }: Speaking): string {
  return exactDay(day, locale).replace(/^\S+ /u, '');
}

function bare(text: string): string {
  return firstSentence(text, 120).replace(/[.\s]+$/u, '');
}
