/** What is decided about bringing two people together: not these two, or not now. Undo takes it back. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import type { PairDecision } from '../model/entities';
import { Id } from '../model/ids';
import { type Command, type CommandContext, defineCommand } from './command';
import type { Draft } from './draft';

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

/** One decision about introducing two people takes the place of the other. */
function decide(
  draft: Draft,
  { a, b }: Two,
  kind: 'never-introduce' | 'not-now',
  { newId, today }: CommandContext,
): { id: string } {
  if (a === b) throw new KithmapError('conflict', 'An introduction needs two different people.');
  for (const id of [a, b]) draft.need('contacts', id);
  const before = decisionsAbout(draft, a, b);
  if (before.some((decision) => decision.kind === 'never-introduce')) {
    throw new KithmapError('conflict', 'You decided never to introduce these two already.');
  }
  for (const { id } of before) draft.delete('pairDecisions', id);
  const id = newId();
  draft.create('pairDecisions', { id, a, b, kind, day: today });
  return { id };
}

function decisionsAbout(draft: Draft, a: string, b: string): PairDecision[] {
  const decisions: PairDecision[] = [];
  for (const id of draft.referring('contacts', a, 'pairDecisions')) {
    const decision = draft.need('pairDecisions', id);
    const isOfThese = decision.a === b || decision.b === b;
    if (isOfThese && (decision.kind === 'never-introduce' || decision.kind === 'not-now')) {
      decisions.push(decision);
    }
  }
  return decisions;
}

export const pairCommands: readonly Command[] = [never, notNow];
