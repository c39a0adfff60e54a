/**
 * Guessed ties that wait for a yes or no, group by group: those within a group first, where most are, and the surest of
 * each first. A tie with me, or with somebody archived, is not asked about.
 */
import { fullName, type Speaking } from '../keeping/names';
import type { Tie } from '../model/entities';
import { sayRests } from '../paths/say-path';
import { tieNow } from '../paths/tie-now';
import type { Steps } from '../steps';
import { dayNumber } from '../time';
import type { Guess, GuessesAnswer, GuessesQuestion } from './answers';

interface Open {
  readonly tie: Tie;
  /** The names of the two, and their ids, in the order of the names. */
  readonly ends: readonly [Named, Named];
  readonly confidence: number;
  readonly group: string | null;
}

type Named = Guess['a'];
type Group = GuessesAnswer['groups'][number];

export function* guessesSteps(speaking: Speaking, question: GuessesQuestion): Steps<GuessesAnswer> {
  const { group, above, by, without, offset, limit } = question;
  const open = yield* openGuesses(speaking);
  const groups = groupsOf(speaking, open);
  const place = new Map(groups.map(({ id }, at) => [id, at]));
  const wanted = open
    .filter((one) => group === undefined || one.group === (group === 'between' ? null : group))
    .filter(({ confidence }) => confidence >= above)
    .sort(
      (x, y) =>
        (by === 'group' ? (place.get(x.group) ?? 0) - (place.get(y.group) ?? 0) : 0) ||
        y.confidence - x.confidence ||
        inOrder(x.ends[0].name, y.ends[0].name) ||
        inOrder(x.ends[1].name, y.ends[1].name) ||
        inOrder(x.tie.id, y.tie.id),
    );
  const putOff = new Set(without);
  const shown = wanted.filter(({ tie }) => !putOff.has(tie.id)).slice(offset, offset + limit);
  const guesses: Guess[] = [];
  for (const one of shown) {
    yield;
    guesses.push(said(speaking, one));
  }
  return { guesses, total: wanted.length, groups };
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* openGuesses(speaking: Speaking): Steps<Open[]> {
  const { network, today } = speaking;
  const named = (id: string): Named => ({ id, name: fullName(speaking, id) });
  const me = network.get('settings', 'settings')?.me;
  const asOf = dayNumber(today);
  const isAsked = (id: string): boolean => id !== me && network.get('contacts', id)?.archived !== true;
  const open: Open[] = [];
  for (const tie of network.all('ties')) {
    yield;
    if (tie.state !== 'inferred' || !isAsked(tie.a) || !isAsked(tie.b)) continue;
    const [a, b] = [network.get('positions', tie.a)?.cluster, network.get('positions', tie.b)?.cluster];
    const confidence = tieNow(network, tie, asOf)?.confidence ?? 0;
    const [one, other] = [named(tie.a), named(tie.b)];
    open.push({
      ...{ tie, confidence },
      ends: one.name <= other.name ? [one, other] : [other, one],
      group: a !== undefined && a === b ? a : null,
    });
  }
  return open;
}

/** Most guesses first, those between groups last. */
function groupsOf({ network }: Speaking, open: readonly Open[]): Group[] {
  const counts = new Map<string | null, number>();
  for (const { group } of open) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts]
    .map(([id, count]): Group => {
      const name = id === null ? 'Between groups' : (network.get('clusters', id)?.name ?? 'A group');
      return { id, name, count };
    })
    .sort(
      (x, y) =>
        Number(x.id === null) - Number(y.id === null) || y.count - x.count || (x.name < y.name ? -1 : 1),
    );
}

function said(speaking: Speaking, { tie, ends: [a, b], confidence, group }: Open): Guess {
  return {
    tie: tie.id,
    a,
    b,
    confidence: Math.round(confidence * 1e4) / 1e4,
    rests: sayRests(speaking, tie),
    group,
  };
}
