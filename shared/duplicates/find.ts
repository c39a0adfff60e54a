/** Who may be there twice: all pairs that are worth a look, in steps, near-linear in the number of people. */
import { pairKey } from '../model/indices';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import { candidatePairs } from './blocks';
import { type Card, cardsOf } from './cards';
import { NameComparison, type NameMatch } from './compare-names';
import { mostPrior, priorFrom, probabilityOf } from './prior';
import { Rarity } from './rarity';
import { type Between, type Ground, weigh } from './weigh';

export interface Likely {
  readonly a: string;
  readonly b: string;
  /** 0 to 1. */
  readonly probability: number;
  /** What weighs most first. */
  readonly grounds: readonly Ground[];
  /** Something that one person alone has is the same, and nothing speaks against it. */
  readonly certain: boolean;
}

/** Two people’s cards, weighed before it is known how many are there twice. */
interface Candidate {
  readonly a: Card;
  readonly b: Card;
  readonly match: NameMatch | undefined;
  readonly evidence: number;
}

/** Less likely pairs say nothing of how many are there twice. */
const leastTold = 0.01;
const certainFrom = 0.99;
/** People in an interaction beyond whom it does not say that they are two. */
const mostAtOnce = 30;
const unrelated: Between = { tied: false, met: false };

/** Pairs of at least this probability, surest first; those that were said to be two people are left out. */
export function* findDuplicates(network: OpenNetwork, least: number): Steps<Likely[]> {
  const { all, words } = yield* cardsOf(network);
  const rarity = yield* Rarity.of(all, words);
  const names = new NameComparison(rarity);
  const apart = new Set<string>();
  for (const { a, b, kind } of network.all('pairDecisions')) {
    if (kind === 'not-same') apart.add(pairKey(a, b));
  }
  const found: Likely[] = [];
  const candidates: Candidate[] = [];
  const from = logOddsFor(Math.min(least, leastTold)) - mostPrior(all.length);
  yield* candidatePairs(all, words, (a, b) => {
    if (a.isOrganisation !== b.isOrganisation) return;
    if (a.isOrganisation) {
      const likely = organisationsAlike(a, b);
      if (likely.probability >= least && !apart.has(pairKey(a.id, b.id))) found.push(likely);
      return;
    }
    const match = names.compare(a.readings, b.readings);
    if (match?.differs === true && !mayOutweigh(a, b)) return;
    const { evidence } = weigh(a, b, match, rarity, unrelated);
    if (evidence >= from) candidates.push({ a, b, match, evidence });
  });
  const prior = priorFrom(
    candidates.map(({ evidence }) => evidence),
    all.length,
  );
  for (const { a, b, match, evidence } of candidates) {
    if (probabilityOf(evidence + prior) < least || apart.has(pairKey(a.id, b.id))) continue;
    // Looking at ties and meetings takes longer, and only ever speaks against a pair.
    const weighed = weigh(a, b, match, rarity, betweenOf(network, a.id, b.id));
    const probability = probabilityOf(weighed.evidence + prior);
    if (probability < least) continue;
    const { grounds, sure } = weighed;
    found.push({ a: a.id, b: b.id, probability, grounds, certain: sure && probability >= certainFrom });
    yield;
  }
  return found.sort(
    (x, y) =>
      Number(y.certain) - Number(x.certain) ||
      y.probability - x.probability ||
      (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1),
  );
}

function logOddsFor(probability: number): number {
  return probability <= 0 ? -Infinity : Math.log(probability / (1 - probability));
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
function organisationsAlike(a: Card, b: Card): Likely {
  const isSame = a.organisationName !== '' && a.organisationName === b.organisationName;
  const both = (one: readonly string[], other: readonly string[]): boolean =>
    one.some((value) => other.includes(value));
  const reached = both(a.emails, b.emails) || both(a.phones, b.phones);
  return {
    a: a.id,
    b: b.id,
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
