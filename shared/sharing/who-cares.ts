/** Who might care for something worth sharing, as a host answers it: people with reasons, and who is spared. */
import { pastWith } from '../keeping/card';
import { fullName, type Speaking } from '../keeping/names';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import type { WhoCaresAnswer } from './answers';
import type { Matter } from './matter';
import { type Caring, rank } from './rank';
import { careReasons, sayLastContact, saySparing, sayWhy, sendingDraft } from './say-sharing';
import { Spared } from './spared';

export interface Asking {
  readonly matter: Matter;
  /** Its id, where it is kept: whoever had it is spared. */
  readonly shareable?: string;
  readonly today: string;
  readonly locale: string;
  /** So many people are told of. */
  readonly limit: number;
}

/** So many of those who are spared are named. */
const mostLeftOut = 50;

/** In steps; nothing may change the network meanwhile. */
export function* whoCares(network: OpenNetwork, asking: Asking): Steps<WhoCaresAnswer> {
  const { matter, shareable, today, locale, limit } = asking;
  const speaking: Speaking = { network, today, locale };
  const spared = new Spared(network, today, shareable);
  const caring = yield* rank(network, matter);
  const asked: Caring[] = [];
  const leftOut: WhoCaresAnswer['leftOut'] = [];
  for (const one of caring) {
    const sparing = spared.why(one.contact.id);
    if (sparing === undefined) asked.push(one);
    else {
      const { id } = one.contact;
      leftOut.push({ id, name: fullName(speaking, id), why: saySparing(speaking, sparing) });
    }
    yield;
  }
  const people: WhoCaresAnswer['people'] = [];
  for (const one of asked.slice(0, limit)) {
    people.push(personOf(speaking, matter, one));
    yield;
  }
  return {
    people,
    total: asked.length,
    leftOut: leftOut.slice(0, mostLeftOut),
    leftOutInAll: leftOut.length,
    ...(asked.length === 0 ? { nobody: sayNobody(leftOut.length) } : {}),
  };
}

function personOf(
  speaking: Speaking,
  matter: Matter,
  { contact, matches }: Caring,
): WhoCaresAnswer['people'][number] {
  const { network } = speaking;
  const settings = network.get('settings', 'settings');
  const me = settings?.me === undefined ? undefined : network.get('contacts', settings.me);
  const reasons = careReasons(speaking, matches);
  const { last } = network.index.summary(contact.id);
  const past = pastWith(network, contact.id, speaking.today);
  return {
    id: contact.id,
    name: fullName(speaking, contact.id),
    reasons,
    why: sayWhy(reasons),
    lastDay: last ?? null,
    last: sayLastContact(speaking, last),
    draft: sendingDraft(speaking, matter, { contact, matches, past, ...(me === undefined ? {} : { me }) }),
  };
}

function sayNobody(spared: number): string {
  return spared > 0
    ? 'Everybody who might care had it already, or had enough from you lately.'
    : 'Nobody on record shares a word with it. A tag or two that you use for people helps.';
}
