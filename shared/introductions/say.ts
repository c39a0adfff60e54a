/** Introductions in sentences: who, how far, what waits. */
import { fullName, type Speaking } from '../keeping/names';
import type { Introduction } from '../model/entities';
import type { Consent } from '../model/entities/introduction';
import { many, sayDay } from '../words';
import { askedSides, consentDay, consentOf, type Side, standsSince } from './sides';
import { stageNames } from './stages';
import type { Stuck } from './stuck';

export interface SpeakingOfMe extends Speaking {
  readonly me: string | undefined;
}

/** The name, or “you”. */
export function called(speaking: SpeakingOfMe, id: string): string {
  return id === speaking.me ? 'you' : fullName(speaking, id);
}

/** “Ana Silva and Ben Okoro”, “You and Ana Silva”. */
export function sayBoth(speaking: SpeakingOfMe, { a, b }: Pick<Introduction, Side>): string {
  const [first, second] = b === speaking.me ? [b, a] : [a, b];
  const name = called(speaking, first);
  return `${name === 'you' ? 'You' : name} and ${called(speaking, second)}`;
}

/** “Asked, 5 days ago. Ana Silva said yes yesterday; Ben Okoro is not asked yet.” */
export function sayHowFar(speaking: SpeakingOfMe, introduction: Introduction): string {
  const { today, locale, me } = speaking;
  const since = standsSince(introduction);
  const when = since === undefined ? '' : `, ${sayDay(since, today, locale)}`;
  const head = `${stageNames[introduction.stage]}${when}.`;
  if (introduction.stage !== 'asked') return head;
  const answers = askedSides(introduction, me).map((side) => sayConsent(speaking, introduction, side));
  return `${head} ${answers.join('; ')}.`;
}

const answered: Readonly<Record<Consent, string>> = {
  'not-asked': 'is not asked yet',
  asked: 'was asked',
  yes: 'said yes',
  no: 'said no',
  'not-now': 'said not now',
};

/** “3 days ago”, “in March”. */
export function sayWhen(day: string, { today, locale }: Speaking): string {
  const said = sayDay(day, today, locale);
  return /^(today|yesterday|tomorrow|\d)/u.test(said) ? said : `in ${said}`;
}

function sayConsent(speaking: SpeakingOfMe, introduction: Introduction, side: Side): string {
  const consent = consentOf(introduction, side);
  const day = consentDay(introduction, side);
  const when = day === undefined || consent === 'not-asked' ? '' : ` ${sayWhen(day, speaking)}`;
  return `${fullName(speaking, introduction[side])} ${answered[consent]}${when}`;
}

/** What waits, since when, and what would move it. */
export function sayStuck(speaking: SpeakingOfMe, introduction: Introduction, stuck: Stuck): string {
  const days = many(stuck.days, 'day', 'days');
  const { by } = introduction;
  switch (stuck.stage) {
    case 'asked': {
      const side = stuck.side ?? 'a';
      const other = called(speaking, introduction[side === 'a' ? 'b' : 'a']);
      const who = called(speaking, introduction[side]);
      if (by !== undefined) {
        return `${fullName(speaking, by)} was to ask ${who} about meeting ${other} ${days} ago; no answer is on record.`;
      }
      return `You asked about meeting ${other} ${days} ago, and no answer is on record. Ask once more, or let it rest.`;
    }
    case 'agreed': {
      const agreed = `${sayBoth(speaking, introduction)} agreed ${days} ago`;
      if (by !== undefined)
        return `${agreed}; ${fullName(speaking, by)} has not introduced them yet, as far as is on record.`;
      return `${agreed} and wait for your introduction.`;
    }
    case 'introduced':
      return `${sayBoth(speaking, introduction)} were introduced ${days} ago; what became of it is not on record.`;
  }
}

/** Whom to turn to about it: who has not answered, who is to introduce, else one of the two. */
export function whomToAsk(
  { a, b, by }: Introduction,
  { stage, side }: Stuck,
  me: string | undefined,
): string {
  if (by !== undefined && by !== me && stage !== 'introduced') return by;
  if (side === 'a') return a;
  if (side === 'b') return b;
  return a === me ? b : a;
}
