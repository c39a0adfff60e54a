/**
 * Who can help with a need, over everybody: by the words of the need in what they offer, do and care for and in notes,
 * then by how easily they may be asked. The order comes with its reasons and is never shown as a number.
 */
import { fullName, type Speaking } from '../keeping/names';
import { rulesOf } from '../keeping/rules';
import { Rarity } from '../matching/rarity';
import { asWritten, soughtWords } from '../matching/words';
import type { Contact } from '../model/entities';
import { firstOf } from '../search/best';
import type { Steps } from '../steps';
import { sayMatch } from './say-match';
import { moments, type Helper, type HelpAnswer } from './answers';
import { Need } from './need';
import { type Hit, hitsOf, weights } from './places';
import { readinessOf } from './readiness';

interface Found {
  readonly contact: Contact;
  readonly hits: readonly Hit[];
}

/** A match that comes up to this share of the best is as good as it, and to this one is fair. */
const asGood = 0.6;
const fair = 0.3;
/** Whoever matches worse than so many others is not looked at further. */
const lookedAt = 60;

/** In steps; nothing may change the network meanwhile. */
export function* whoCanHelp(speaking: Speaking, text: string, limit: number): Steps<HelpAnswer> {
  const { network } = speaking;
  const rules = rulesOf(network);
  const need = new Need(yield* soughtWords(text));
  if (need.words.length === 0) return { words: [], people: [], total: 0 };
  const rarity = new Rarity(network.count('contacts'));
  const found: Found[] = [];
  for (const contact of network.all('contacts')) {
    yield;
    if (contact.id === rules.me || contact.archived === true) continue;
    const hits = yield* hitsOf(network, contact, need);
    if (hits.length === 0) continue;
    found.push({ contact, hits });
    rarity.add(hits.flatMap((hit) => [...hit.found.values()].map(({ sought }) => sought)));
  }
  const matches: (Found & { readonly match: number })[] = [];
  for (const one of found) {
    matches.push({ ...one, match: matchOf(one.hits, rarity) });
    yield;
  }
  const matched = firstOf(
    matches,
    lookedAt,
    (a, b) => b.match - a.match || (a.contact.id < b.contact.id ? -1 : 1),
  );
  yield;
  const best = matched[0]?.match ?? 0;
  const people: { readonly helper: Helper; readonly order: readonly number[] }[] = [];
  for (const { contact, hits, match } of matched) {
    yield;
    const readiness = readinessOf(speaking, contact.id, rules);
    if (readiness === undefined) continue;
    const { moment, headline, text: standing } = readiness;
    const helper = {
      id: contact.id,
      name: fullName(speaking, contact.id),
      ...sayMatch(speaking, contact.id, byWeight(hits, rarity)),
      moment,
      headline,
      text: standing,
    };
    const tier = match >= asGood * best ? 0 : match >= fair * best ? 1 : 2;
    people.push({ helper, order: [tier, moments.indexOf(moment), -match] });
  }
  return {
    words: asWritten(text, new Set(need.words)),
    people: people
      .sort((a, b) => inOrder(a.order, b.order))
      .slice(0, limit)
      .map(({ helper }) => helper),
    total: found.length,
  };
}

/** Each word of the need counts once, where it says most. */
function matchOf(hits: readonly Hit[], rarity: Rarity): number {
  const best = new Map<string, number>();
  for (const { place, found } of hits) {
    for (const { sought, closeness } of found.values()) {
      best.set(sought, Math.max(best.get(sought) ?? 0, weights[place] * closeness * rarity.of(sought)));
    }
  }
  return [...best.values()].reduce((sum, value) => sum + value, 0);
}

function byWeight(hits: readonly Hit[], rarity: Rarity): Hit[] {
  return hits
    .map((hit) => ({ hit, match: matchOf([hit], rarity) }))
    .sort((a, b) => b.match - a.match)
    .map(({ hit }) => hit);
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
