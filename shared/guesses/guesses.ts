/**
 * Guessed ties that wait for a yes or no, group by group: those within a group first, where most are, and the surest of
 * each first. A tie with me, or with somebody archived, is not asked about.
 */
import { fullName, type Speaking } from '../keeping/names';
import type { Tie } from '../model/entities';
import { sayRests } from '../paths/say-path';
import { tieNow } from '../paths/tie-now';
import { putOffTies } from '../put-off';
import type { Steps } from '../steps';
import { dayNumber } from '../time';
import { type Guess, type GuessesAnswer, type GuessesQuestion, sureFrom } from './answers';

interface Open {
  readonly tie: Tie;
  readonly confidence: number;
  readonly group: string | null;
}

type Named = Guess['a'];
type Group = GuessesAnswer['groups'][number];

/** Of more, those that are as sure stand in no order that anybody would know: names of so many take long to compare. */
const mostByName = 5_000;

export function* guessesSteps(speaking: Speaking, question: GuessesQuestion): Steps<GuessesAnswer> {
  const { group, above, by, without, again, offset, limit } = question;
  const open = yield* openGuesses(speaking);
  const groups = groupsOf(speaking, open);
  const wanted = open
    .filter((one) => group === undefined || one.group === (group === 'between' ? null : group))
    .filter(({ confidence }) => confidence >= above);
  const resting = again ? [] : putOffTies(speaking.network, speaking.today);
  const putOff = new Set([...without, ...resting]);
  const sure = wanted.filter(({ tie, confidence }) => confidence >= sureFrom && !putOff.has(tie.id)).length;
  const place = new Map(groups.map(({ id }, at) => [id, by === 'group' ? at : 0]));
  // Confidence is below 1, so that one number holds both.
  const rank = ({ group: own, confidence }: Open): number => (place.get(own) ?? 0) - confidence;
  const last = offset + limit + putOff.size;
  const ranks = Float64Array.from(wanted, rank).sort();
  yield;
  const within = ranks[Math.min(ranks.length, last) - 1] ?? -Infinity;
  const first = wanted.filter((one) => rank(one) <= within).map((one) => ({ ...one, rank: rank(one) }));
  const label = wanted.length > mostByName ? idOf : labels(speaking);
  first.sort((x, y) => x.rank - y.rank || inOrder(label(x.tie), label(y.tie)) || inOrder(x.tie.id, y.tie.id));
  const shown = first.filter(({ tie }) => !putOff.has(tie.id)).slice(offset, offset + limit);
  const guesses: Guess[] = [];
  for (const one of shown) {
    yield;
    guesses.push(said(speaking, one));
  }
  const later = wanted.filter(({ tie }) => putOff.has(tie.id)).length;
  return { guesses, total: wanted.length, putOff: later, sure, groups };
}

function idOf({ id }: Tie): string {
  return id;
}

/** The two names of a tie, by which guesses as sure are put in order. */
function labels(speaking: Speaking): (tie: Tie) => string {
  const known = new Map<string, string>();
  return (tie) => {
    const label =
      known.get(tie.id) ??
      endsOf(speaking, tie)
        .map(({ name }) => name)
        .join(' ');
    known.set(tie.id, label);
    return label;
  };
}

/** The two of a tie in the order of their names. */
function endsOf(speaking: Speaking, { a, b }: Tie): readonly [Named, Named] {
  const named = (id: string): Named => ({ id, name: fullName(speaking, id) });
  const [one, other] = [named(a), named(b)];
  return one.name <= other.name ? [one, other] : [other, one];
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* openGuesses({ network, today }: Speaking): Steps<Open[]> {
  const me = network.get('settings', 'settings')?.me;
  const asOf = dayNumber(today);
  const isAsked = (id: string): boolean => id !== me && network.get('contacts', id)?.archived !== true;
  const open: Open[] = [];
  for (const tie of network.all('ties')) {
    yield;
    if (tie.state !== 'inferred' || !isAsked(tie.a) || !isAsked(tie.b)) continue;
    const [a, b] = [network.get('positions', tie.a)?.cluster, network.get('positions', tie.b)?.cluster];
    const confidence = tieNow(network, tie, asOf)?.confidence ?? 0;
    open.push({ tie, confidence, group: a !== undefined && a === b ? a : null });
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

function said(speaking: Speaking, { tie, confidence, group }: Open): Guess {
  const [a, b] = endsOf(speaking, tie);
  return {
    tie: tie.id,
    a,
    b,
    confidence: Math.round(confidence * 1e4) / 1e4,
    rests: sayRests(speaking, tie),
    group,
  };
}
