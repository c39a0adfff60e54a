/**
 * Whom to bring together this week, over everybody, in steps. The same all week: what was shown stays in its place until
 * something is decided about it, and what was passed over rests for some weeks.
 */
import type { Speaking } from '../keeping/names';
import { rulesOf } from '../keeping/rules';
import { firstDayOfWeek, type Week, weekNumber, weekOf } from '../keeping/weeks';
import { pairKey } from '../model/indices';
import type { OpenNetwork } from '../model/network';
import type { WarmGraph } from '../paths/warm-graph';
import type { Steps } from '../steps';
import type { Suggestion, SuggestionsAnswer } from './answers';
import { type Candidate, candidatesOf, pairNumber } from './candidates';
import { choose } from './choose';
import { saySuggestion } from './say-suggestion';
import { settledPairs } from './settled';
import type { Pair, ShownPairs } from './shown-pairs';
import { Weighing } from './weigh';

export interface Suggesting {
  readonly speaking: Speaking;
  /** As of the same day. */
  readonly graph: WarmGraph;
  readonly shown: ShownPairs;
  readonly limit: number;
}

/** Nothing may change the network meanwhile. */
export function* suggest({ speaking, graph, shown, limit }: Suggesting): Steps<SuggestionsAnswer> {
  const { network, today, locale } = speaking;
  const week = weekOf(today, firstDayOfWeek(rulesOf(network).weekStart, locale));
  const weighing = yield* Weighing.of(network, graph, today);
  const settled = yield* settledPairs(network, today);
  const numbers = (pairs: Iterable<Pair>): Set<number> => numbersOf(weighing, pairs);
  const out = numbers([...settled].map(twoOf));
  const candidates = yield* candidatesOf(weighing, new Set([...out, ...numbers(shown.restingIn(week.from))]));
  const before = [...numbers(shown.in(week.from))].flatMap((number): Candidate[] => {
    const [a, b] = [Math.floor(number / weighing.size), number % weighing.size];
    const weighed = out.has(number) ? undefined : weighing.weighPair(a, b);
    return weighed === undefined ? [] : [{ a, b, weighed }];
  });
  const knowEachOther = (a: number, b: number): boolean => {
    const tie = network.index.tieBetween(weighing.idOf(a), weighing.idOf(b));
    return tie !== undefined && network.get('ties', tie)?.state === 'known';
  };
  const chosen = yield* choose({
    weighing,
    before,
    candidates,
    limit,
    week: weekNumber(week),
    knowEachOther,
  });
  const suggestions: Suggestion[] = [];
  for (const one of chosen) {
    suggestions.push(saySuggestion(speaking, weighing, one));
    yield;
  }
  const isEmpty = suggestions.length === 0 && limit > 0;
  return { asOf: today, ...week, suggestions, none: isEmpty ? sayNone(weighing, shown, week) : null };
}

/** Somebody saw these. @returns whether there is anything new to remember */
export function looked(
  network: OpenNetwork,
  shown: ShownPairs,
  { from, suggestions }: SuggestionsAnswer,
): boolean {
  const dropped = shown.keepOnly((id) => network.has('contacts', id));
  const pairs = suggestions.map(({ a, b }): Pair => twoOf(pairKey(a.id, b.id)));
  return shown.note(from, pairs) || dropped;
}

function twoOf(key: string): Pair {
  const [a = '', b = ''] = key.split(' ');
  return [a, b];
}

/** Pairs of which both can be introduced. */
function numbersOf(weighing: Weighing, pairs: Iterable<Pair>): Set<number> {
  const numbers = new Set<number>();
  for (const [one, other] of pairs) {
    const [a, b] = [weighing.indexOf(one), weighing.indexOf(other)];
    if (a !== undefined && b !== undefined) numbers.add(pairNumber(weighing.size, a, b));
  }
  return numbers;
}

function sayNone({ pairs }: Weighing, shown: ShownPairs, { from }: Week): string {
  const known = pairs.strength.reduce((count, one) => count + (one > 0 ? 1 : 0), 0);
  if (known < 2) {
    return 'You know fewer than two people whom you could introduce, as far as is on record. Log a talk, or put people into circles.';
  }
  if (shown.restingIn(from).length > 0) {
    return 'Whoever could be brought together was suggested in the last weeks, and rests for a while.';
  }
  return 'Nothing on record speaks for bringing two people together. Say what people look for and can help with, or who knows whom.';
}
