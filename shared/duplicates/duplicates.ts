/** What is answered about who may be one person: pairs in words, and who of each would stay. */
import { nameOf } from '../keeping/names';
import type { Contact } from '../model/entities';
import { pairKey } from '../model/indices';
import type { OpenNetwork } from '../model/network';
import { putOffPairs } from '../put-off';
import type { Day } from '../time';
import type { DuplicatePair, DuplicatesAnswer, DuplicatesQuestion } from './answers';
import type { Likely } from './find';
import { sayGrounds } from './say';

/** @param likely what `findDuplicates` found, surest first */
export function answerDuplicates(
  network: OpenNetwork,
  likely: readonly Likely[],
  { contact, limit, least, putOff, day }: DuplicatesQuestion & { readonly day: Day },
): DuplicatesAnswer {
  const fitting = likely.filter(
    ({ a, b, probability }) =>
      probability >= least && (contact === undefined || a === contact || b === contact),
  );
  const resting = putOffPairs(network, day);
  const isResting = ({ a, b }: Likely): boolean => resting.has(pairKey(a, b));
  const open = fitting.filter((pair) => !isResting(pair));
  const named = putOff ? [...open, ...fitting.filter(isResting)] : open;
  return {
    pairs: named.slice(0, limit).flatMap((pair) => pairInWords(network, pair) ?? []),
    total: open.length,
    certain: open.filter(({ certain }) => certain).length,
    putOff: fitting.length - open.length,
  };
}

function pairInWords(network: OpenNetwork, pair: Likely): DuplicatePair | undefined {
  const [one, other] = [network.get('contacts', pair.a), network.get('contacts', pair.b)];
  if (one === undefined || other === undefined) return undefined;
  const [stays, goes] = standing(network, one) >= standing(network, other) ? [one, other] : [other, one];
  return {
    a: { id: stays.id, name: nameOf(stays) },
    b: { id: goes.id, name: nameOf(goes) },
    probability: pair.probability,
    certain: pair.certain,
    reasons: sayGrounds(pair.grounds),
  };
}

/** Me before anybody, then whoever has more on record. */
function standing(network: OpenNetwork, { id, stub, nameDoubt, createdAt }: Contact): number {
  if (network.get('settings', 'settings')?.me === id) return Infinity;
  const talks = network.index.summary(id).count;
  const ties = network.index.referring('contacts', id, 'ties').size;
  const poor = (stub === true ? 100_000 : 0) + (nameDoubt === undefined ? 0 : 1_000);
  return 2 * talks + ties - poor - Date.parse(createdAt) / 1e15;
}
