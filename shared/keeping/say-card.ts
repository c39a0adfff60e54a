/** The last time with somebody, something to write about, and the way to reach out, in sentences. */
import type { Interaction } from '../model/entities';
import { many, sayDayAhead } from '../words';
import type { Said } from './answers';
import { type BestChannel, firstSentence, type Opening } from './card';
import type { Speaking } from './names';
import { when } from './say-reasons';

const byMe: Readonly<Record<Interaction['channel'], string>> = {
  'in-person': 'Met in person',
  meal: 'Had a meal together',
  call: 'You called',
  video: 'You called by video',
  mail: 'You wrote a mail',
  message: 'You sent a message',
  letter: 'You wrote a letter',
  event: 'Were at an event together',
  gift: 'You gave a present',
};
const byThem: typeof byMe = {
  'in-person': 'Met in person',
  meal: 'Had a meal together',
  call: 'A call from them',
  video: 'A video call from them',
  mail: 'A mail from them',
  message: 'A message from them',
  letter: 'A letter from them',
  event: 'Were at an event together',
  gift: 'A present from them',
};
const byBoth: typeof byMe = {
  'in-person': 'Met in person',
  meal: 'Had a meal together',
  call: 'Spoke on the phone',
  video: 'Spoke by video',
  mail: 'Wrote mails',
  message: 'Wrote messages',
  letter: 'Wrote letters',
  event: 'Were at an event together',
  gift: 'A present',
};

/** "Spoke on the phone 46 days ago, 20 minutes: wants to meet in May." What is confidential is only mentioned. */
export function sayLast(speaking: Speaking, last: Interaction): string {
  const { channel, direction, day, minutes, summary, confidential } = last;
  const words = direction === 'mine' ? byMe : direction === 'theirs' ? byThem : byBoth;
  const length = minutes === undefined || minutes === 0 ? '' : `, ${many(minutes, 'minute', 'minutes')}`;
  const open = summary === undefined || summary.trim() === '' ? '' : `: ${firstSentence(summary)}`;
  const hidden =
    confidential === undefined ? '' : ` ${open === '' ? 'What was said' : 'More of it'} is confidential.`;
  return `${words[channel]} ${when(day, speaking)}${length}${open}.${hidden}`;
}

export function sayOpening({ today, locale }: Speaking, opening: Opening): Said {
  const { kind } = opening;
  switch (opening.kind) {
    case 'promise':
      return { kind, text: `You promised “${opening.text}”.` };
    case 'birthday':
      return { kind, text: `The birthday, ${sayDayAhead(opening.day, today, locale)}.` };
    case 'news': {
      const role = [opening.title, opening.organisation].filter((part) => part !== undefined).join(', ');
      if (role !== '') return { kind, text: `News: ${role}.` };
      return {
        kind,
        text: opening.place === undefined ? 'Something is new with them.' : `News: now in ${opening.place}.`,
      };
    }
    case 'article':
      return { kind, text: `“${opening.title}” may be of interest: ${opening.matching}.` };
    case 'note':
      return { kind, text: `Your note: ${opening.text}.` };
    case 'interest':
      return { kind, text: `You both care for ${opening.interest}.` };
    case 'last-talk':
      return { kind, text: `Take up what you last spoke about: ${opening.text}.` };
    case 'none':
      return { kind, text: 'Nothing is recorded to start from; a plain hello does.' };
  }
}

/** Why another way than the usual one is proposed; undefined where it is the usual one. */
export function sayNudge({ channel, nudge }: BestChannel): string | undefined {
  if (!nudge) return undefined;
  return channel === 'in-person'
    ? 'You have only written lately, and live in one place: meet.'
    : 'You have only written lately: a call says more.';
}
