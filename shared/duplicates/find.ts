/** Who may be there twice: all pairs that are worth a look, in steps, near-linear in the number of people. */
import { pairKey } from '../model/indices';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import { candidatePairs } from './blocks';
import { type Card, cardsOf } from './cards';
import { NameComparison } from './compare-names';
import { Rarity } from './rarity';
import { type Between, weigh, type Weighed } from './weigh';

export interface Likely extends Weighed {
  readonly a: string;
  readonly b: string;
}

/** People in an interaction beyond whom it does not say that they are two. */
const mostAtOnce = 30;
const unrelated: Between = { tied: false, met: false };

/** Pairs of at least this probability, surest first; those that were said to be two people are left out. */
export function* findDuplicates(network: OpenNetwork, least: number): Steps<Likely[]> {
  const { all, words } = yield* cardsOf(network);
  const rarity = yield* Rarity.of(all, words.size);
  const names = new NameComparison(rarity.ofWord);
  const apart = new Set<string>();
  for (const { a, b, kind } of network.all('pairDecisions')) {
    if (kind === 'not-same') apart.add(pairKey(a, b));
  }
  const found: Likely[] = [];
  const look = (a: Card, b: Card): void => {
    if (a.isOrganisation !== b.isOrganisation) return;
    const match = a.isOrganisation ? undefined : names.compare(a.readings, b.readings);
    if (match?.differs === true && !mayOutweigh(a, b)) return;
    const first = a.isOrganisation
      ? weighOrganisations(a, b)
      : weigh(a, b, match, rarity, all.length, unrelated);
    if (first.probability < least || apart.has(pairKey(a.id, b.id))) return;
    // Looking at ties and meetings takes longer, and only ever speaks against a pair.
    const between = betweenOf(network, a.id, b.id);
    const isRelated = between.tied || between.met;
    const weighed = isRelated && !a.isOrganisation ? weigh(a, b, match, rarity, all.length, between) : first;
    if (weighed.probability >= least) found.push({ ...weighed, a: a.id, b: b.id });
  };
  yield* candidatePairs(all, words, look);
  return found.sort(
    (x, y) =>
      Number(y.certain) - Number(x.certain) ||
      y.probability - x.probability ||
      (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1),
  );
}

/** Whether anything could make up for another given name: most pairs that share a key are of one family. */
function mayOutweigh(a: Card, b: Card): boolean {
  const isBirthday = a.birthday !== undefined && a.birthday === b.birthday;
  return (
    isBirthday ||
    [...a.profiles, ...a.emails].some((one) => b.profiles.includes(one) || b.emails.includes(one))
  );
}

/** Cards of one organisation say one name; whether they are one office is for the person to say. */
function weighOrganisations(a: Card, b: Card): Weighed {
  const isSame = a.organisationName !== '' && a.organisationName === b.organisationName;
  const both = (one: readonly string[], other: readonly string[]): boolean =>
    one.some((value) => other.includes(value));
  const reached = both(a.emails, b.emails) || both(a.phones, b.phones);
  return {
    probability: isSame ? (reached ? 0.97 : 0.8) : 0,
    grounds: isSame ? [{ kind: 'organisation', weight: 3, value: a.organisationName }] : [],
    certain: false,
  };
}

function betweenOf(network: OpenNetwork, a: string, b: string): Between {
  const mine = network.index.referring('contacts', a, 'interactions');
  const theirs = network.index.referring('contacts', b, 'interactions');
  const [few, many] = mine.size < theirs.size ? [mine, theirs] : [theirs, mine];
  let met = false;
  for (const id of few) {
    if (!many.has(id)) continue;
    const people = network.get('interactions', id)?.with.length ?? 0;
    if (people <= mostAtOnce) met = true;
  }
  return { tied: network.index.tieBetween(a, b) !== undefined, met };
}
