/**
 * Words to ask each side whether they would like to be introduced, and to introduce both: plain text from what is on
 * record openly. Nothing of it was confidential, and a no is made easy.
 */
import { asLetter } from '../keeping/draft';
import { fullName, shortName } from '../keeping/names';
import type { Contact, Introduction } from '../model/entities';
import { askedSides, consentOf } from './sides';
import { called, type SpeakingOfMe } from './say';
import { isBefore } from './stages';

export interface IntroductionDraft {
  readonly use: 'ask' | 'introduce';
  /** Whom it goes to. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** What can be written next: to each side that is not asked yet, or to both once they agreed. */
export function draftsFor(speaking: SpeakingOfMe, introduction: Introduction): IntroductionDraft[] {
  const { stage, by, a, b } = introduction;
  if (!isBefore(stage)) return [];
  if (by !== undefined) return askToIntroduce(speaking, introduction, by);
  // Whoever was to introduce me may be gone from the network.
  if (a === speaking.me || b === speaking.me) return [];
  if (stage === 'agreed') return introduce(speaking, introduction);
  return askedSides(introduction, speaking.me)
    .filter((side) => consentOf(introduction, side) === 'not-asked')
    .map((side) => ask(speaking, introduction, introduction[side], side === 'a' ? b : a));
}

function ask(
  speaking: SpeakingOfMe,
  introduction: Introduction,
  to: string,
  other: string,
): IntroductionDraft {
  const name = fullName(speaking, other);
  const body = [
    `May I put you in touch with ${who(speaking, other)}?`,
    ...reason(introduction),
    'If now is not the time, a no is fine.',
  ].join(' ');
  return {
    use: 'ask',
    to: [to],
    subject: `May I introduce ${name} to you?`,
    text: letter(speaking, to, body),
  };
}

/** To whoever is to introduce: only where they know me well enough to be asked is for the user to judge. */
function askToIntroduce(speaking: SpeakingOfMe, introduction: Introduction, by: string): IntroductionDraft[] {
  const { a, b } = introduction;
  if (introduction.stage !== 'idea') return [];
  const mine = a === speaking.me || b === speaking.me;
  const other = a === speaking.me ? b : a;
  const request = mine
    ? `Would you introduce me to ${who(speaking, other)}?`
    : `Would you introduce ${who(speaking, a)} and ${who(speaking, b)} to each other?`;
  const body = [
    request,
    ...reason(introduction),
    'Please ask them first; if it does not suit, a no is fine.',
  ].join(' ');
  const subject = mine
    ? `Would you introduce me to ${fullName(speaking, other)}?`
    : `${fullName(speaking, a)} and ${fullName(speaking, b)}`;
  return [{ use: 'ask', to: [by], subject, text: letter(speaking, by, body) }];
}

function introduce(speaking: SpeakingOfMe, introduction: Introduction): IntroductionDraft[] {
  const { a, b, text } = introduction;
  const [one, other] = [shortName(speaking, a), shortName(speaking, b)];
  const body = [
    `${one}, this is ${who(speaking, b)}.`,
    `${other}, this is ${who(speaking, a)}.`,
    ...reason(introduction),
    'I leave the rest to you.',
  ].join(' ');
  const me = meOf(speaking);
  const signed = me === undefined || me.name.full.trim() === '' ? '' : `\n\n${shortName(speaking, me.id)}`;
  return [
    {
      use: 'introduce',
      to: [a, b],
      subject: `${fullName(speaking, a)}, meet ${fullName(speaking, b)}`,
      text: text ?? `Dear ${one}, dear ${other},\n\n${body}${signed}`,
    },
  ];
}

/** “Ana Silva, engineer at Acme”: what somebody would say of themselves. */
function who(speaking: SpeakingOfMe, id: string): string {
  const present = speaking.network.get('contacts', id)?.organisations.find(({ to }) => to === undefined);
  const about = [present?.title, present?.name].filter((part) => part !== undefined && part.trim() !== '');
  const name = called(speaking, id);
  if (about.length === 0) return name;
  return `${name} (${about.join(', ')})`;
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

function meOf({ network, me }: SpeakingOfMe): Contact | undefined {
  return me === undefined ? undefined : network.get('contacts', me);
}
