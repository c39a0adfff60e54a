/**
 * Who was told what I do and could offer, and who ought to know and does not: whoever looks for it, whoever I asked or
 * helped lately or was helped by, the inner circles, and those between close and dormant who are worth it.
 */
import type { Said } from '../keeping/answers';
import { fullName, type Speaking } from '../keeping/names';
import { rowsOf } from '../keeping/rows';
import { type KeepingRules, rulesOf } from '../keeping/rules';
import { quoted, sayTweenerReason, when } from '../keeping/say-reasons';
import { openText } from '../keeping/occasion';
import { tweenerOf } from '../keeping/tweeners';
import { tellingWords } from '../matching/words';
import type { Contact, Exchange } from '../model/entities';
import { firstOf } from '../search/best';
import type { Steps } from '../steps';
import { addDays } from '../time';
import { sayMonth } from '../words';
import type { Knowing, OfferAnswer, OughtToKnow } from './answers';
import { Need } from './need';

/** What was told longer ago may no longer be so. */
const freshFor = 730;
/** What was asked or given in so many days is "lately". */
const lately = 365;
/** The circles that know what one does. */
const near = ['inner', 'close'];
/** Somebody between close and dormant is worth telling from so many contacts on, or where they were marked as liked. */
const tweenerFrom = 2;
const mostShown = 200;

/** The kinds of reasons, what weighs most first. */
const order = ['looks-for', 'asked', 'helped-me', 'helped', 'inner', 'close', 'tweener'];

/** In steps; nothing may change the network meanwhile. */
export function* whoKnows(speaking: Speaking): Steps<OfferAnswer> {
  const { network, today } = speaking;
  const rules = rulesOf(network);
  const me = rules.me === undefined ? undefined : network.get('contacts', rules.me);
  const offers = new Need((me?.canHelpWith ?? []).flatMap((offer) => tellingWords(offer)));
  const knows: Knowing[] = [];
  const ought: OughtToKnow[] = [];
  for (const contact of network.all('contacts')) {
    yield;
    const { id, knowsMyWork: told } = contact;
    if (id === rules.me || contact.archived === true) continue;
    const isFresh = told !== undefined && told > addDays(today, -freshFor);
    if (told !== undefined && isFresh) {
      knows.push({ id, name: fullName(speaking, id), day: told, text: `Told ${when(told, speaking)}.` });
      continue;
    }
    const reasons = reasonsFor(speaking, contact, rules, offers);
    if (reasons.length === 0) continue;
    const stale =
      told === undefined
        ? []
        : [
            {
              kind: 'stale',
              text: `Last told in ${sayMonth(told, speaking.locale)}; things may have changed since.`,
            },
          ];
    ought.push({ id, name: fullName(speaking, id), reasons: [...reasons, ...stale] });
  }
  yield;
  return {
    knows: firstOf(knows, mostShown, (a, b) => (a.day === b.day ? byName(a, b) : a.day < b.day ? 1 : -1)),
    knowsInAll: knows.length,
    ought: firstOf(ought, mostShown, (a, b) => rank(a) - rank(b) || byName(a, b)),
    oughtInAll: ought.length,
  };
}

function reasonsFor(speaking: Speaking, contact: Contact, rules: KeepingRules, offers: Need): Said[] {
  return [
    ...looksFor(contact, offers),
    ...askedLately(speaking, contact.id),
    ...helpedLately(speaking, contact.id),
    ...inCircle(contact, rules),
    ...asTweener(speaking, contact.id, rules),
  ].slice(0, 3);
}

function looksFor({ lookingFor }: Contact, offers: Need): Said[] {
  const wanted = lookingFor.find((word) => offers.inText(word).size > 0);
  if (wanted === undefined) return [];
  return [{ kind: 'looks-for', text: `Is looking for “${wanted}”, which is close to what you offer.` }];
}

function askedLately(speaking: Speaking, contact: string): Said[] {
  const from = addDays(speaking.today, -lately);
  const [request] = rowsOf(speaking.network, 'requests', contact)
    .filter(({ askedOn }) => askedOn > from)
    .sort((a, b) => (a.askedOn < b.askedOn ? 1 : -1));
  if (request === undefined) return [];
  const what = quoted(openText(request));
  return [{ kind: 'asked', text: `You asked for ${what} ${when(request.askedOn, speaking)}.` }];
}

function helpedLately(speaking: Speaking, contact: string): Said[] {
  const from = addDays(speaking.today, -lately);
  const exchanges = rowsOf(speaking.network, 'exchanges', contact)
    .filter(({ day }) => day > from && day <= speaking.today)
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  const of = (direction: Exchange['direction'], kind: string, who: string): Said[] => {
    const newest = exchanges.find((one) => one.direction === direction);
    return newest === undefined ? [] : [{ kind, text: `${who} ${when(newest.day, speaking)}.` }];
  };
  return [
    ...of('received', 'helped-me', 'Did something for you'),
    ...of('given', 'helped', 'You did something for them'),
  ];
}

function inCircle({ circle }: Contact, { circles }: KeepingRules): Said[] {
  if (circle === undefined || !near.includes(circle)) return [];
  return [{ kind: circle, text: `In your circle “${circles.get(circle)?.name ?? circle}”.` }];
}

function asTweener(speaking: Speaking, contact: string, rules: KeepingRules): Said[] {
  const tweener = tweenerOf(speaking.network, rules, contact, addDays(speaking.today, 1));
  if (tweener === undefined || !(tweener.liked || tweener.count >= tweenerFrom)) return [];
  const [first] = tweener.reasons;
  if (first === undefined) return [];
  const text = `${sayTweenerReason(speaking, first).text} Nothing is settled between you yet.`;
  return [{ kind: 'tweener', text }];
}

function rank({ reasons }: OughtToKnow): number {
  const at = order.indexOf(reasons[0]?.kind ?? '');
  return at < 0 ? order.length : at;
}

function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}
