/** Why somebody is asked for, in sentences. */
import type { Interaction } from '../model/entities';
import { type Day, dayFromNumber, daysBetween } from '../time';
import { many, sayDay, sayDayAhead } from '../words';
import type { Said } from './answers';
import type { Cadence } from './cadence';
import { fullName, shortName, type Speaking } from './names';
import type { Occasion, OpenText } from './occasion';
import type { Reason } from './reason';
import type { TweenerReason } from './tweeners';
import { type DueReason, reasonsOf, type Verdict } from './verdict';

export function sayReason(speaking: Speaking, contact: string, reason: Reason): Said {
  switch (reason.kind) {
    case 'occasion': {
      const { source } = reason.occasion;
      return { ...sayOccasion(speaking, reason.occasion), ...(source === undefined ? {} : { source }) };
    }
    case 'due':
      return { kind: 'due', text: sayDue(speaking, reason.verdict, reason.bridgeTo) };
    case 'tweener':
      return { kind: 'tweener', text: sayTweener(speaking, reason.tweener.reasons) };
    case 'new-connection': {
      const { day, through } = reason.connection;
      const by = through === undefined ? '' : `, through ${fullName(speaking, through)}`;
      return {
        kind: 'new-connection',
        text: `New since ${sayDayAhead(day, speaking.today, speaking.locale)}${by}; nothing has followed yet.`,
      };
    }
    case 'shown':
      return {
        kind: 'shown',
        text: `Was on this week’s list; nothing is left to do for ${shortName(speaking, contact)}.`,
      };
  }
}

export function sayOccasion(speaking: Speaking, { about, contact, day }: Occasion): Said {
  const { today, locale } = speaking;
  const who = shortName(speaking, contact);
  const { kind } = about;
  const ahead = sayDayAhead(day, today, locale);
  switch (about.kind) {
    case 'promise':
      return { kind, text: `You promised ${quoted(about)}${sayDueDay(day, today, ahead)}.` };
    case 'their-promise':
      return { kind, text: `${who} promised ${quoted(about)}${sayDueDay(day, today, ahead)}.` };
    case 'reply':
      return {
        kind,
        text: about.marked
          ? `${who} has waited for your reply ${waited(day, today)}.`
          : `${who} wrote ${when(day, speaking)}, and no answer is on record.`,
      };
    case 'birthday':
      return {
        kind,
        text: `${possessive(who)} birthday is ${onDay(ahead)}${years(about.years, 'turning')}.`,
      };
    case 'date':
      return { kind, text: `${about.label}: ${ahead}${years(about.years, 'after')}.` };
    case 'update':
      return {
        kind,
        text: `You took ${possessive(who)} advice${named(about)} ${when(day, speaking)} and have not told what came of it.`,
      };
    case 'stay':
      return {
        kind,
        text: `In ${about.place} from ${sayDayAhead(about.from, today, locale)} to ${sayDayAhead(about.to, today, locale)}, while you are there.`,
      };
  }
}

/** "You were last in touch in March, 16 days beyond the 30 days you chose." and what would be lost. */
export function sayDue(speaking: Speaking, verdict: Verdict, bridgeTo?: string): string {
  const { cadence } = verdict;
  const reasons = reasonsOf(verdict);
  const began = reasons.map((reason) => sayBegin(speaking, reason)).find((text) => text !== undefined);
  const lateness = cadence === undefined ? '' : sayLateness(speaking, verdict, sayChosen(cadence));
  const paused = reasons.find(({ kind }) => kind === 'paused');
  const still = paused?.kind === 'paused' ? `, ${many(paused.days, 'day', 'days')} of pause not counted` : '';
  const cluster = bridgeTo === undefined ? undefined : speaking.network.get('clusters', bridgeTo)?.name;
  const lost = bridgeTo === undefined ? '' : `; your only live tie into ${cluster ?? 'a group'}`;
  return `${began ?? 'Due'}${lateness}${still}${lost}.`;
}

function sayBegin(speaking: Speaking, reason: DueReason): string | undefined {
  switch (reason.kind) {
    case 'last-contact':
      return `You were last in touch ${when(reason.day, speaking)}`;
    case 'cadence-set':
      return `No contact is on record, and the clock runs since ${since(reason.day, speaking)}`;
    case 'skipped':
      return `You skipped once ${when(reason.day, speaking)}`;
    case 'elsewhere':
      return `You were in touch elsewhere ${when(reason.day, speaking)}`;
    case 'never-reminded':
    case 'not-settled':
    case 'cadence':
    case 'snoozed':
    case 'paused':
      return undefined;
  }
}

function sayChosen({ days, from, name }: Cadence): string {
  const length = `the ${sayLength(days)}`;
  switch (from) {
    case 'contact':
      return `${length} you chose`;
    case 'circle':
      return `${length} of the circle ${name ?? ''}`;
    case 'tag':
      return `${length} for the tag ${name ?? ''}`;
    case 'default':
      return `${length} for people without a circle`;
  }
}

function sayLateness({ today, locale }: Speaking, { due }: Verdict, chosen: string): string {
  if (due === undefined) return '';
  const day = dayFromNumber(due);
  const late = daysBetween(day, today);
  if (late > 0) return `, ${many(late, 'day', 'days')} beyond ${chosen}`;
  return `; by ${chosen} it is due ${onDay(sayDayAhead(day, today, locale))}`;
}

export function sayDueReason(speaking: Speaking, reason: DueReason): Said {
  const { kind } = reason;
  switch (reason.kind) {
    case 'never-reminded':
      return { kind, text: neverWords[reason.because] };
    case 'not-settled':
      return { kind, text: 'Not yet settled: no cadence was chosen and no contact is on record.' };
    case 'cadence':
      return { kind, text: sayCadence(reason) };
    case 'last-contact':
      return { kind, text: `Last contact ${when(reason.day, speaking)}.` };
    case 'cadence-set':
      return { kind, text: `No contact on record; the clock runs since ${since(reason.day, speaking)}.` };
    case 'skipped':
      return { kind, text: `Skipped once, ${when(reason.day, speaking)}.` };
    case 'elsewhere':
      return { kind, text: `In touch elsewhere, ${when(reason.day, speaking)}.` };
    case 'snoozed':
      return { kind, text: `Put off until ${sayDayAhead(reason.until, speaking.today, speaking.locale)}.` };
    case 'paused':
      return { kind, text: `Clocks stood still for ${many(reason.days, 'day', 'days')} of it.` };
  }
}

const neverWords = {
  me: 'This is you.',
  archived: 'Archived.',
  'never-remind': 'You asked for no reminders.',
} as const;

function sayCadence({ days, from, name }: Extract<DueReason, { kind: 'cadence' }>): string {
  switch (from) {
    case 'contact':
      return `Every ${sayLength(days)}, as you chose.`;
    case 'circle':
      return `Every ${sayLength(days)}, by the circle ${name ?? ''}.`;
    case 'tag':
      return `Every ${sayLength(days)}, by the tag ${name ?? ''}.`;
    case 'default':
      return `Every ${sayLength(days)}, as nothing was chosen.`;
  }
}

/** "week", "30 days", "180 days", "year", "2 years". */
function sayLength(days: number): string {
  if (days === 7) return 'week';
  if (days % 365 === 0) return days === 365 ? 'year' : `${days / 365} years`;
  return `${days} days`;
}

/** "You met in November; in touch twice in all, and nothing for 135 days." */
function sayTweener(speaking: Speaking, reasons: readonly TweenerReason[]): string {
  const said = reasons.map((reason) => sayTweenerReason(speaking, reason).text.replace(/\.$/u, ''));
  return `${said.map((text, at) => (at === 0 ? text : lower(text))).join('; ')}.`;
}

/** Names stay as they are; every clause here begins with a word. */
function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

export function sayTweenerReason(speaking: Speaking, reason: TweenerReason): Said {
  const { kind } = reason;
  switch (reason.kind) {
    case 'met':
      return {
        kind,
        text:
          reason.day === undefined
            ? 'You have met.'
            : `You ${metBy(reason.channel)} ${when(reason.day, speaking)}.`,
      };
    case 'introduced':
      return {
        kind,
        text:
          reason.by === undefined
            ? 'You were introduced.'
            : `Introduced by ${fullName(speaking, reason.by)}.`,
      };
    case 'liked':
      return { kind, text: `Marked with “${reason.tag}”.` };
    case 'contacts':
      return {
        kind,
        text:
          reason.count === 1
            ? 'In touch once in all.'
            : `In touch ${reason.count === 2 ? 'twice' : `${reason.count} times`} in all.`,
      };
    case 'silence':
      return { kind, text: `Nothing has followed for ${many(reason.days, 'day', 'days')}.` };
  }
}

function metBy(channel: Interaction['channel'] | undefined): string {
  if (channel === 'meal') return 'had a meal together';
  if (channel === 'video') return 'saw each other on video';
  return channel === 'event' ? 'were at an event together' : 'met';
}

/** "“the slides”", or that it is confidential. */
export function quoted({ text, confidential }: OpenText): string {
  if (text !== undefined) return `“${text.replace(/[.\s]+$/u, '')}”`;
  return confidential === true ? 'something confidential' : 'something';
}

function named({ text }: OpenText): string {
  return text === undefined ? '' : ` “${text.replace(/[.\s]+$/u, '')}”`;
}

function sayDueDay(due: Day, today: Day, ahead: string): string {
  const late = daysBetween(due, today);
  if (late <= 0) return ` for ${ahead}`;
  return ` for ${ahead}${late > 1 ? `, ${many(late, 'day', 'days')} ago` : ''}`;
}

function waited(since: Day, today: Day): string {
  const days = daysBetween(since, today);
  return days <= 0 ? 'since today' : `for ${many(days, 'day', 'days')}`;
}

/** "46 days ago", "in March". */
export function when(day: Day, { today, locale }: Speaking): string {
  const said = sayDay(day, today, locale);
  return /ago$|^(?:today|yesterday|tomorrow)$/.test(said) ? said : `in ${said}`;
}

/** "46 days ago" is "since 46 days ago" in nobody's mouth. */
function since(day: Day, { today, locale }: Speaking): string {
  const days = daysBetween(day, today);
  return days > 1 && days < 45 ? `${days} days` : sayDay(day, today, locale);
}

export function onDay(ahead: string): string {
  return /^(?:today|tomorrow|yesterday)$/.test(ahead) ? ahead : `on ${ahead}`;
}

function years(count: number | undefined, word: string): string {
  if (count === undefined) return '';
  return word === 'turning' ? `, turning ${count}` : `, ${many(count, 'year', 'years')} after`;
}

export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}
