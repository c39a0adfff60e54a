/** What there is to know before asking, in sentences. What is confidential is only mentioned. */
import type { Commitment, Exchange, Request } from '../model/entities';
import { type Speaking, shortName } from '../keeping/names';
import type { Said } from '../keeping/answers';
import { openText } from '../keeping/occasion';
import { sayLast } from '../keeping/say-card';
import { quoted, when } from '../keeping/say-reasons';
import { broughtBetween } from '../story/brought';
import { giveAndTake } from '../story/give-and-take';
import { addDays, daysBetween } from '../time';
import { listed, many, sayDayAhead, sayMonth } from '../words';
import type { Better, Moment } from './answers';
import type { OnRecord } from './record';

export const nothingInTheWay = 'Nothing on record stands in the way.';

export function headline(moment: Moment, things: number): string {
  if (moment === 'good') return 'A good moment';
  if (moment === 'not-yet') return 'Not yet';
  return `Better after ${things === 1 ? 'one thing' : things === 2 ? 'two things' : 'a few things'}`;
}

/** How long, how lately, what went to and fro, what is open, how often asked, what thanks are owed. */
export function facts(speaking: Speaking, record: OnRecord, me: string | undefined): Said[] {
  return [
    { kind: 'known', text: known(speaking, record) },
    { kind: 'last', text: last(speaking, record) },
    { kind: 'given', text: given(speaking, record, me) },
    { kind: 'promises', text: promises(speaking, record) },
    { kind: 'asked', text: asked(speaking, record) },
    { kind: 'thanks', text: thanks(record) },
  ];
}

function known({ today, locale }: Speaking, { knownSince }: OnRecord): string {
  if (knownSince === undefined) return 'Since when you know each other is not on record.';
  const day = `${knownSince}-01-01`.slice(0, 10);
  const years = Math.floor(daysBetween(day, today) / 365.25);
  const months = Math.floor(daysBetween(day, today) / 30.4);
  const long =
    years >= 1
      ? `, for ${many(years, 'year', 'years')}`
      : months >= 1 && knownSince.length > 4
        ? `, for ${many(months, 'month', 'months')}`
        : '';
  const since = knownSince.length === 4 ? knownSince : sayMonth(day, locale);
  return `You have known each other since ${since}${long}.`;
}

const rhythm = {
  unknown: '',
  'in rhythm': ' That is in rhythm.',
  slipping: ' That is a little longer than usual.',
  cooling: ' The tie is cooling.',
  'gone quiet': ' It has gone quiet between you.',
} as const;

function last(speaking: Speaking, { last: one, warmth }: OnRecord): string {
  if (one === undefined) return 'No contact is on record.';
  return `${sayLast(speaking, one)}${warmth === undefined ? '' : rhythm[warmth.word]}`;
}

function given(speaking: Speaking, record: OnRecord, me: string | undefined): string {
  const { contact, exchanges } = record;
  const { network, today, locale } = speaking;
  const brought = broughtBetween({ contact, network, me });
  const name = shortName(speaking, contact.id);
  return (
    giveAndTake(exchanges, brought, { name, today, locale }) ?? 'Nothing given or received is on record.'
  );
}

function promises(speaking: Speaking, { promises: open, contact }: OnRecord): string {
  if (open.length === 0) return `You owe ${shortName(speaking, contact.id)} no promise.`;
  return `You promised ${listed(open.map((one) => quoted(openText(one))))}.`;
}

const answers = {
  open: 'no answer yet',
  yes: 'the answer was yes',
  no: 'the answer was no',
  'not-now': 'the answer was not now',
} as const;

function asked(speaking: Speaking, { requests, askedLately }: OnRecord): string {
  const newest = [...requests].sort((a, b) => (a.askedOn < b.askedOn ? 1 : -1))[0];
  if (newest === undefined) return 'You have not asked for anything yet, as far as is on record.';
  const what = `${quoted(openText(newest))} ${when(newest.askedOn, speaking)}; ${answers[newest.answer]}`;
  if (askedLately.length === 0) {
    return `You have not asked for anything in the last three months; before that, ${what}.`;
  }
  return `You asked ${times(askedLately.length)} in the last three months, last for ${what}.`;
}

function thanks({ unthanked }: OnRecord): string {
  const owed = unthanked.exchanges.length + unthanked.requests.length;
  if (owed === 0) return 'No thanks are owed.';
  return owed === 1 ? 'You owe thanks for one thing.' : 'You owe thanks for more than one thing.';
}

export function promise(speaking: Speaking, { contact }: OnRecord, one: Commitment): Better {
  const { today, locale } = speaking;
  const late = one.due === undefined ? 0 : daysBetween(one.due, today);
  const due =
    one.due === undefined
      ? ''
      : late > 0
        ? `, ${many(late, 'day', 'days')} late now`
        : ` for ${sayDayAhead(one.due, today, locale)}`;
  return {
    kind: 'promise',
    text: `You promised ${shortName(speaking, contact.id)} ${quoted(openText(one))}${due}. Keep it first.`,
    act: { kind: 'keep-promise', id: one.id },
  };
}

export function openRequest(speaking: Speaking, { contact }: OnRecord, request: Request): Better {
  const who = shortName(speaking, contact.id);
  return {
    kind: 'open-request',
    text: `You asked ${who} for ${quoted(openText(request))} ${when(request.askedOn, speaking)}, and there is no answer yet. Wait for it, or write it down.`,
    act: { kind: 'write-answer', id: request.id },
  };
}

export function notNow(speaking: Speaking, { contact }: OnRecord, request: Request, days: number): Better {
  const { today, locale } = speaking;
  const said = request.answeredOn ?? request.askedOn;
  const until = sayDayAhead(addDays(said, days), today, locale);
  return {
    kind: 'not-now',
    text: `${shortName(speaking, contact.id)} said “not now” ${when(said, speaking)}. Leave it until ${until}.`,
  };
}

export function askedOften(speaking: Speaking, contact: string, lately: readonly Request[]): Better {
  const who = shortName(speaking, contact);
  return {
    kind: 'asked-often',
    text: `You asked ${who} ${times(lately.length)} in the last three months. Ask somebody else this time, or wait a little.`,
  };
}

export function thanksForRequest(speaking: Speaking, { contact }: OnRecord, request: Request): Better {
  const what = quoted(openText(request));
  return {
    kind: 'thanks',
    text: `${shortName(speaking, contact.id)} said yes to ${what} ${when(request.answeredOn ?? request.askedOn, speaking)}. Say thank you first.`,
    act: { kind: 'thank-request', id: request.id },
  };
}

export function thanksForExchange(speaking: Speaking, record: OnRecord, exchange: Exchange): Better {
  return {
    kind: 'thanks',
    text: `${receivedFrom(shortName(speaking, record.contact.id), exchange)} ${when(exchange.day, speaking)}. Say thank you first.`,
    act: { kind: 'thank-exchange', id: exchange.id },
  };
}

const deeds: Readonly<Record<Exchange['kind'], string>> = {
  help: 'helped you',
  information: 'passed on information',
  referral: 'gave you a referral',
  introduction: 'made an introduction for you',
  gift: 'gave you a present',
  time: 'gave you time',
  other: 'did something for you',
};

/** "Ana helped you with “the visa”"; a confidential text is left out. */
export function receivedFrom(name: string, exchange: Exchange): string {
  const { text } = openText(exchange);
  return `${name} ${deeds[exchange.kind]}${text === undefined ? '' : ` (${text.replace(/[.\s]+$/u, '')})`}`;
}

export function reply(
  speaking: Speaking,
  { contact }: OnRecord,
  { since, owed }: NonNullable<OnRecord['reply']>,
): Better {
  return {
    kind: 'reply',
    text: `${shortName(speaking, contact.id)} wrote ${when(since, speaking)} and waits for your reply. Answer first.`,
    act: owed === undefined ? { kind: 'be-in-touch', id: contact.id } : { kind: 'answer-reply', id: owed.id },
  };
}

export function untold(speaking: Speaking, { contact }: OnRecord, advice: Commitment): Better {
  const who = shortName(speaking, contact.id);
  return {
    kind: 'update',
    text: `You followed the advice ${quoted(openText(advice))} of ${who}. Tell them first what came of it.`,
    act: { kind: 'tell-outcome', id: advice.id },
  };
}

export function neverInTouch(speaking: Speaking, { contact }: OnRecord): Better {
  return touch(
    contact.id,
    `No contact with ${shortName(speaking, contact.id)} is on record. Say hello first, for its own sake.`,
  );
}

export function goneQuiet(speaking: Speaking, { contact, last: one }: OnRecord): Better {
  const ago = one === undefined ? '' : `; you were last in touch ${when(one.day, speaking)}`;
  return touch(
    contact.id,
    `It has gone quiet with ${shortName(speaking, contact.id)}${ago}. Be in touch once before you ask.`,
  );
}

export function hardlyKnown(speaking: Speaking, { contact }: OnRecord): Better {
  return touch(
    contact.id,
    `You and ${shortName(speaking, contact.id)} have only just met. Be in touch once more before you ask.`,
  );
}

function touch(contact: string, text: string): Better {
  return { kind: 'touch', text, act: { kind: 'be-in-touch', id: contact } };
}

export function giveFirst(speaking: Speaking, { contact }: OnRecord): Better {
  const who = shortName(speaking, contact.id);
  const wants = contact.lookingFor.slice(0, 2).map((word) => `“${word}”`);
  const idea = wants.length === 0 ? '' : ` ${who} is looking for ${listed(wants)}.`;
  return {
    kind: 'give',
    text: `${who} has done more than one thing for you this past year. Do something for them first.${idea}`,
    act: { kind: 'give', id: contact.id },
  };
}

export function looksFor(speaking: Speaking, { contact }: OnRecord): Better {
  const wants = contact.lookingFor.slice(0, 2).map((word) => `“${word}”`);
  return {
    kind: 'looks-for',
    text: `${shortName(speaking, contact.id)} is looking for ${listed(wants)}. If you can help with that, offer it too.`,
  };
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
