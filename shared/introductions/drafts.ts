/**
 * Words for every occasion of an introduction: to ask each side, to introduce both, to remind, to thank, and to take a no
 * with grace. Plain text from what is on record openly; nothing of it was confidential, and a no is made easy.
 */
import { asLetter } from '../keeping/draft';
import { fullName, shortName } from '../keeping/names';
import type { Contact, Introduction } from '../model/entities';
import { listed } from '../words';
import { type Occasion, occasionsFor, sideOf } from './occasions';
import { called, sayBoth, type SpeakingOfMe } from './say';
import { consentOf } from './sides';
import { hasHappened, isBefore } from './stages';

export interface Words {
  readonly subject: string;
  readonly text: string;
}

export interface IntroductionDraft extends Words {
  readonly use: 'ask' | 'introduce';
  /** Whom it goes to. */
  readonly to: readonly string[];
}

/** What can be written next: to each side that is not asked yet, or to both once they agreed. */
export function draftsFor(speaking: SpeakingOfMe, introduction: Introduction): IntroductionDraft[] {
  if (!isBefore(introduction.stage)) return [];
  return occasionsFor(introduction, speaking.me).flatMap(({ use, to }) =>
    use === 'ask' || use === 'introduce'
      ? [{ use, to, ...wordsFor(speaking, introduction, { use, to }) }]
      : [],
  );
}

/** The words to begin with. */
export function wordsFor(speaking: SpeakingOfMe, introduction: Introduction, occasion: Occasion): Words {
  const [to = ''] = occasion.to;
  if (introduction.by !== undefined) return toWhoeverIntroduces(speaking, introduction, occasion, to);
  const side = sideOf(introduction, to) ?? 'a';
  const other = introduction[side === 'a' ? 'b' : 'a'];
  switch (occasion.use) {
    case 'ask':
      return ask(speaking, introduction, to, other);
    case 'introduce':
      return introduce(speaking, introduction);
    case 'remind':
      return hasHappened(introduction.stage)
        ? askAfter(speaking, introduction)
        : {
            subject: `About ${fullName(speaking, other)}`,
            text: letter(
              speaking,
              to,
              `Some time ago I asked whether I may put you in touch with ${who(speaking, other)}. There is no hurry, and a no is fine; a word either way would help me.`,
            ),
          };
    case 'thank':
      return {
        subject: `Thank you for meeting ${fullName(speaking, other)}`,
        text: letter(
          speaking,
          to,
          `Thank you for taking the time to meet ${shortName(speaking, other)}. I am glad that it came about.`,
        ),
      };
    case 'decline':
      return decline(speaking, introduction, to, other);
  }
}

function ask(speaking: SpeakingOfMe, introduction: Introduction, to: string, other: string): Words {
  const body = [
    `May I put you in touch with ${who(speaking, other)}?`,
    ...reason(introduction),
    'If now is not the time, a no is fine.',
  ].join(' ');
  return {
    subject: `May I introduce ${fullName(speaking, other)} to you?`,
    text: letter(speaking, to, body),
  };
}

/** They were introduced, and nothing was heard since. */
function askAfter(speaking: SpeakingOfMe, { a, b }: Introduction): Words {
  return {
    subject: 'Have you found each other?',
    text: toBoth(
      speaking,
      [a, b],
      'I hope you have found each other. If something came of it, I should like to hear; if not, that is fine, too.',
    ),
  };
}

/** Whoever said no is thanked for it; the other never learns who it was. */
function decline(speaking: SpeakingOfMe, introduction: Introduction, to: string, other: string): Words {
  const side = sideOf(introduction, to) ?? 'a';
  const answer = consentOf(introduction, side);
  const subject = `About ${fullName(speaking, other)}`;
  const body =
    answer === 'no'
      ? 'Thank you for telling me so plainly. I leave it at that, and nothing is lost by it.'
      : answer === 'not-now'
        ? 'Thank you for telling me that now is not the time. I leave it for now; tell me if that changes.'
        : `I had hoped to put you in touch with ${shortName(speaking, other)}, and it does not come about just now. Thank you for being open to it.`;
  return { subject, text: letter(speaking, to, body) };
}

/** To whoever introduces: only where they know me well enough to be asked is for the user to judge. */
function toWhoeverIntroduces(
  speaking: SpeakingOfMe,
  introduction: Introduction,
  { use }: Occasion,
  by: string,
): Words {
  const { a, b, stage } = introduction;
  const mine = a === speaking.me || b === speaking.me;
  const other = a === speaking.me ? b : a;
  const both = sayBoth(speaking, introduction);
  const whom = mine ? who(speaking, other) : `${who(speaking, a)} and ${who(speaking, b)} to each other`;
  const me = mine ? 'me to ' : '';
  const text = (...sentences: readonly string[]): string => letter(speaking, by, sentences.join(' '));
  switch (use) {
    case 'ask':
      return {
        subject: mine ? `Would you introduce me to ${fullName(speaking, other)}?` : both,
        text: text(
          `Would you introduce ${me}${whom}?`,
          ...reason(introduction),
          'Please ask them first; if it does not suit, a no is fine.',
        ),
      };
    case 'remind':
      return {
        subject: mine ? `About ${fullName(speaking, other)}` : both,
        text: text(
          `Some time ago I asked whether you would introduce ${me}${whom}.`,
          'There is no hurry. Is there anything that would make it easier for you?',
        ),
      };
    case 'decline':
      return {
        subject: mine ? `About ${fullName(speaking, other)}` : both,
        text: text(
          `Thank you for thinking of introducing ${me}${mine ? shortName(speaking, other) : both}.`,
          'It does not matter that it does not come about.',
        ),
      };
    case 'introduce':
    case 'thank':
      return {
        subject: 'Thank you for your introduction',
        text: text(
          `Thank you for introducing ${me}${mine ? fullName(speaking, other) : both}.`,
          ...(mine && stage !== 'introduced' ? ['We have met, and I am glad of it.'] : []),
        ),
      };
  }
}

function introduce(speaking: SpeakingOfMe, introduction: Introduction): Words {
  const { a, b, text } = introduction;
  const body = [
    `${shortName(speaking, a)}, this is ${who(speaking, b)}.`,
    `${shortName(speaking, b)}, this is ${who(speaking, a)}.`,
    ...reason(introduction),
    'I leave the rest to you.',
  ].join(' ');
  return {
    subject: `${fullName(speaking, a)}, meet ${fullName(speaking, b)}`,
    text: text ?? toBoth(speaking, [a, b], body),
  };
}

/** “Ana Silva (engineer, Acme)”: what somebody would say of themselves. */
function who(speaking: SpeakingOfMe, id: string): string {
  const about = aboutThem(speaking, id);
  const name = called(speaking, id);
  return about === '' ? name : `${name} (${about})`;
}

/** “engineer, Acme”; empty where neither is on record. */
export function aboutThem({ network }: SpeakingOfMe, id: string): string {
  const present = network.get('contacts', id)?.organisations.find(({ to }) => to === undefined);
  return [present?.title, present?.name]
    .filter((part) => part !== undefined && part.trim() !== '')
    .join(', ');
}

/** A reason that is confidential is not there. */
function reason({ why }: Introduction): string[] {
  const words = why?.trim() ?? '';
  if (words === '') return [];
  return [/[.!?…]$/u.test(words) ? words : `${words}.`];
}

function letter(speaking: SpeakingOfMe, to: string, body: string): string {
  const contact = speaking.network.get('contacts', to);
  return contact === undefined ? body : asLetter(contact, meOf(speaking), body);
}

function toBoth(speaking: SpeakingOfMe, to: readonly [string, string], body: string): string {
  const me = meOf(speaking);
  const signed = me === undefined || me.name.full.trim() === '' ? '' : `\n\n${shortName(speaking, me.id)}`;
  const greeting = to.map((id) => `dear ${shortName(speaking, id)}`).join(', ');
  return `D${greeting.slice(1)},\n\n${body}${signed}`;
}

/** “Ana”, “Ana and Ben”: whom a letter goes to. */
export function sayTo(speaking: SpeakingOfMe, to: readonly string[]): string {
  return listed(
    to.map((id) => fullName(speaking, id)),
    to.length,
  );
}

export function meOf({ network, me }: SpeakingOfMe): Contact | undefined {
  return me === undefined ? undefined : network.get('contacts', me);
}
