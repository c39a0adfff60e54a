/** What I asked of people: what waits for an answer, whom I owe thanks, and what was answered. */
import { fullName, type Speaking, shortName } from '../keeping/names';
import { openText } from '../keeping/occasion';
import { quoted } from '../keeping/say-reasons';
import type { Request } from '../model/entities';
import type { Asked, AskedAnswer, OwedThanks } from './answers';
import { unthanked } from './record';
import { receivedFrom } from './say-readiness';

/** Older ones stand in the stories of the people. */
const mostPast = 100;

export function askedOf(speaking: Speaking): AskedAnswer {
  const { network } = speaking;
  const requests = [...network.all('requests')];
  const open = requests.filter(({ answer }) => answer === 'open').sort(byAsked);
  const past = requests.filter(({ answer }) => answer !== 'open').sort((a, b) => byAsked(b, a));
  return {
    open: open.map((request) => asked(speaking, request)),
    thanks: thanksOwed(speaking, requests),
    past: past.slice(0, mostPast).map((request) => asked(speaking, request)),
    pastInAll: past.length,
  };
}

function asked(speaking: Speaking, request: Request): Asked {
  const { id, contact, text, confidential, askedOn, answer, answeredOn, thankedOn } = request;
  return {
    id,
    contact,
    name: fullName(speaking, contact),
    text: confidential === undefined ? (text ?? null) : null,
    ...(confidential === undefined ? {} : { confidential }),
    askedOn,
    answer,
    ...(answeredOn === undefined ? {} : { answeredOn }),
    ...(thankedOn === undefined ? {} : { thankedOn }),
  };
}

function thanksOwed(speaking: Speaking, requests: readonly Request[]): OwedThanks[] {
  const { network, today } = speaking;
  const owed = unthanked([...network.all('exchanges')], requests, today);
  const name = (contact: string): string => fullName(speaking, contact);
  return [
    ...owed.requests.map((request) => ({
      id: request.id,
      kind: 'request' as const,
      contact: request.contact,
      name: name(request.contact),
      text: `${shortName(speaking, request.contact)} said yes to ${quoted(openText(request))}.`,
      day: request.answeredOn ?? request.askedOn,
    })),
    ...owed.exchanges.map((exchange) => ({
      id: exchange.id,
      kind: 'exchange' as const,
      contact: exchange.contact,
      name: name(exchange.contact),
      text: `${receivedFrom(shortName(speaking, exchange.contact), exchange)}.`,
      day: exchange.day,
    })),
  ].sort((a, b) => (a.day < b.day ? 1 : -1));
}

function byAsked(a: Request, b: Request): number {
  if (a.askedOn !== b.askedOn) return a.askedOn < b.askedOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
