/**
 * Whether it is a good moment to ask somebody, by a few rules that can be read aloud; docs/giving.md lists them. The
 * answer is words with what would make it better, never a number and never a balance.
 */
import { fullName, type Speaking } from '../keeping/names';
import { type KeepingRules, rulesOf } from '../keeping/rules';
import { addDays } from '../time';
import type { Better, Moment, Readiness } from './answers';
import { type OnRecord, recordOf } from './record';
import * as say from './say-readiness';

/** Asked so often in a quarter, somebody has been asked enough for now. */
const askedOften = 3;
/** Whoever said "not now" is left in peace for so many days. */
const notNowFor = 30;
/** Known for less than this, with a single contact, somebody is hardly known. */
const newFor = 90;
/** From so many times on, what they did for me alone asks for something in return first. */
const receivedOften = 2;

/** Undefined for somebody who is not in the network, and for me. */
export function readinessOf(
  speaking: Speaking,
  contact: string,
  rules: KeepingRules = rulesOf(speaking.network),
): Readiness | undefined {
  const person = speaking.network.get('contacts', contact);
  if (person === undefined || contact === rules.me) return undefined;
  const record = recordOf(speaking.network, person, speaking.today, rules);
  const blockers = blockersOf(speaking, record);
  const first = firstOf(speaking, record);
  const moment: Moment = blockers.length > 0 ? 'not-yet' : first.length > 0 ? 'after' : 'good';
  const better = [...blockers, ...first, ...(blockers.length > 0 ? [] : extras(speaking, record))];
  return {
    contact,
    name: fullName(speaking, contact),
    moment,
    headline: say.headline(moment, first.length),
    text: better[0] === undefined || moment === 'good' ? say.nothingInTheWay : better[0].text,
    facts: say.facts(speaking, record, rules.me),
    better,
  };
}

/** What speaks against asking now, the heaviest first. */
function blockersOf(speaking: Speaking, record: OnRecord): Better[] {
  const { contact, promises, openRequests, requests, askedLately } = record;
  const { today } = speaking;
  const notNow = requests.filter(
    ({ answer, answeredOn, askedOn }) =>
      answer === 'not-now' && (answeredOn ?? askedOn) > addDays(today, -notNowFor),
  );
  return [
    ...promises
      .filter(({ due }) => due !== undefined && due < today)
      .map((promise) => say.promise(speaking, record, promise)),
    ...openRequests.map((request) => say.openRequest(speaking, record, request)),
    ...notNow.slice(-1).map((request) => say.notNow(speaking, record, request, notNowFor)),
    ...(askedLately.length >= askedOften ? [say.askedOften(speaking, contact.id, askedLately)] : []),
  ];
}

/** What would better be done first. */
function firstOf(speaking: Speaking, record: OnRecord): Better[] {
  const { promises, untold, unthanked, reply, receivedLately, givenLately } = record;
  const { today } = speaking;
  return [
    ...unthanked.requests.map((request) => say.thanksForRequest(speaking, record, request)),
    ...unthanked.exchanges.map((exchange) => say.thanksForExchange(speaking, record, exchange)),
    ...(reply === undefined ? [] : [say.reply(speaking, record, reply)]),
    ...untold.map((advice) => say.untold(speaking, record, advice)),
    ...promises
      .filter(({ due }) => due === undefined || due >= today)
      .map((promise) => say.promise(speaking, record, promise)),
    ...touchFirst(speaking, record),
    ...(receivedLately.length >= receivedOften && givenLately.length === 0
      ? [say.giveFirst(speaking, record)]
      : []),
  ];
}

/** A word first where the tie has gone quiet, was never alive, or is only beginning. */
function touchFirst(speaking: Speaking, record: OnRecord): Better[] {
  const { count, knownSince, warmth } = record;
  if (count === 0) return [say.neverInTouch(speaking, record)];
  if (warmth?.word === 'gone quiet') return [say.goneQuiet(speaking, record)];
  const isNew = count === 1 && knownSince?.length === 10 && knownSince > addDays(speaking.today, -newFor);
  return isNew ? [say.hardlyKnown(speaking, record)] : [];
}

/** What is kind in any case, and stands in nobody's way. */
function extras(speaking: Speaking, record: OnRecord): Better[] {
  const { contact, givenLately } = record;
  return contact.lookingFor.length > 0 && givenLately.length === 0 ? [say.looksFor(speaking, record)] : [];
}
