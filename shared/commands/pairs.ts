/**
 * What is decided about two people: never to bring them together, or not now; whether they are one person is left for
 * later. Undo takes it back.
 */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { Id } from '../model/ids';
import { sameMark } from '../put-off';
import { type Command, type CommandContext, defineCommand } from './command';
import type { Draft } from './draft';
import { decisionsAbout, putOff } from './pair-decisions';

const two = z.strictObject({ a: Id, b: Id });
type Two = z.output<typeof two>;

const never = defineCommand({
  name: 'pair.never',
  label: 'Never introduce these two',
  schema: two,
  apply: (draft, pair, context) => decide(draft, pair, 'never-introduce', context),
});

/** Said again, it begins anew. */
const notNow = defineCommand({
  name: 'pair.not-now',
  label: 'Introduce these two another time',
  schema: two,
  apply: (draft, pair, context) => decide(draft, pair, 'not-now', context),
});

/** It rests for some weeks, or until one of the two cards says something else. */
const sameLater = defineCommand({
  name: 'pair.same-later',
  label: 'Decide later whether these two are one',
  schema: two,
  apply(draft, pair, context) {
    if (pair.a === pair.b) throw new KithmapError('conflict', 'These two are one contact already.');
    const [one, other] = [draft.need('contacts', pair.a), draft.need('contacts', pair.b)];
    putOff(draft, pair, 'same-later', sameMark(one, other), context);
    return undefined;
  },
});

/** One decision about introducing two people takes the place of the other. */
function decide(
  draft: Draft,
  { a, b }: Two,
  kind: 'never-introduce' | 'not-now',
  { newId, today }: CommandContext,
): { id: string } {
  if (a === b) throw new KithmapError('conflict', 'An introduction needs two different people.');
  for (const id of [a, b]) draft.need('contacts', id);
  const before = decisionsAbout(draft, a, b, ['never-introduce', 'not-now']);
  if (before.some((decision) => decision.kind === 'never-introduce')) {
    throw new KithmapError('conflict', 'You decided never to introduce these two already.');
  }
  for (const { id } of before) draft.delete('pairDecisions', id);
  const id = newId();
  draft.create('pairDecisions', { id, a, b, kind, day: today });
  return { id };
}

export const pairCommands: readonly Command[] = [never, notNow, sameLater];
