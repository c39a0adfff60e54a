/** Which two can be brought together, and what to do where they cannot. */
import { KithmapError } from '../errors';
import { hasHappened, isBefore, stageNames } from '../introductions/stages';
import { standsSince } from '../introductions/sides';
import type { Introduction } from '../model/entities';
import { sayDayAhead } from '../words';
import { called } from './bring-together';
import type { CommandContext } from './command';
import type { Draft } from './draft';

interface Pair {
  readonly a: string;
  readonly b: string;
  /** Whoever introduces; nobody where it is me. */
  readonly by: string | undefined;
}

interface Asked {
  readonly context: CommandContext;
  /** It is only written down: that they know each other by now is no wonder. */
  readonly isPast: boolean;
  readonly sure: boolean;
}

/** @throws KithmapError with what to do instead */
export function checkPair(draft: Draft, { a, b, by }: Pair, { context, isPast, sure }: Asked): void {
  const me = draft.get('settings', 'settings')?.me;
  checkPeople({ a, b, by });
  if (by === undefined && (a === me || b === me)) {
    const other = called(draft, a === me ? b : a);
    refuse(`Nobody introduces themselves. Say who is to introduce you to ${other}.`);
  }
  for (const id of [a, b, ...(by === undefined ? [] : [by])]) {
    const name = called(draft, id);
    if (draft.need('contacts', id).archived === true) {
      refuse(`${name} is in the archive. Bring ${name} back first, or choose somebody else.`);
    }
  }
  const names = sayPair(draft, { a, b });
  const decided = draft
    .referring('contacts', a, 'pairDecisions')
    .map((id) => draft.need('pairDecisions', id));
  if (decided.some((decision) => decision.kind === 'never-introduce' && isPair(decision, a, b))) {
    refuse('You decided never to introduce these two. Take that back first.');
  }
  for (const standing of introductionsOf(draft, a, b)) {
    const since = sayStanding(standing, context);
    if (isBefore(standing.stage)) {
      refuse(`${names} are under way already: ${since}. Go on with that introduction.`);
    }
    if (hasHappened(standing.stage) && !sure) {
      refuse(
        `${names} were brought together already: ${since}. Open that introduction, or say that you are sure.`,
      );
    }
    if (standing.stage === 'not-now' && !sure) {
      refuse(
        `For ${names} it was not the time: ${since}. Take that introduction up again, or say that you are sure.`,
      );
    }
  }
  if (draft.tieBetween(a, b)?.state === 'known' && !sure && !isPast) {
    refuse(
      `${names} know each other already. Choose somebody whom one of them does not know, or say that you are sure.`,
    );
  }
}

/** @throws KithmapError for fewer than two people, or three who are not three. */
export function checkPeople({ a, b, by }: { a: unknown; b: unknown; by?: unknown }): void {
  if (a === b) refuse('An introduction needs two different people. Choose another for one of them.');
  if (by === a || by === b) refuse('Whoever introduces is a third person, or you.');
}

/** “Ana Silva and Ben Okoro”; me comes first. */
export function sayPair(draft: Draft, { a, b }: { readonly a: string; readonly b: string }): string {
  const [one, other] = [called(draft, a), called(draft, b)];
  return other === 'you' ? `You and ${one}` : `${one === 'you' ? 'You' : one} and ${other}`;
}

/** “Asked, since Monday 4 May”. */
export function sayStanding(introduction: Introduction, { today, locale = 'en-GB' }: CommandContext): string {
  const since = standsSince(introduction);
  const name = stageNames[introduction.stage];
  return since === undefined ? `“${name}”` : `“${name}”, since ${sayDayAhead(since, today, locale)}`;
}

/** Of these two, the one written down last first. */
function introductionsOf(draft: Draft, a: string, b: string): Introduction[] {
  return draft
    .referring('contacts', a, 'introductions')
    .map((id) => draft.need('introductions', id))
    .filter((introduction) => isPair(introduction, a, b))
    .reverse();
}

function isPair(pair: { readonly a: string; readonly b: string }, a: string, b: string): boolean {
  return (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a);
}

function refuse(sentence: string): never {
  throw new KithmapError('conflict', sentence);
}
