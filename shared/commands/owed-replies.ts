/** Who waits for a reply of mine, where I said so: one mark a person, until they are answered. */
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { isAnswer } from '../keeping/replies';
import { OwedReply } from '../model/entities/happening';
import type { Command } from './command';
import type { Draft } from './draft';
import { type Checking, entityCommands } from './entity-commands';

export const owedReplyCommands: readonly Command[] = entityCommands({
  table: 'owedReplies',
  name: 'owed-reply',
  word: 'reply owed',
  schema: OwedReply,
  stamp: ({ today }) => ({ since: today }),
  check: checkOwed,
});

function checkOwed(
  draft: Draft,
  { contact, since, doneOn }: JsonObject,
  { context, before }: Checking,
): void {
  if (before !== undefined || typeof contact !== 'string' || typeof since !== 'string') return;
  if (since > context.today) {
    throw new KithmapError('conflict', `${since} has not come yet. Choose today or a day before it.`);
  }
  if (doneOn !== undefined) return;
  if (isAnswered(draft, contact, since)) {
    throw new KithmapError(
      'conflict',
      `You were in touch after ${since}, and that counts as an answer. Choose a later day.`,
    );
  }
  const open = draft
    .referring('contacts', contact, 'owedReplies')
    .map((id) => draft.need('owedReplies', id))
    .find((reply) => reply.doneOn === undefined && !isAnswered(draft, contact, reply.since));
  if (open !== undefined) {
    throw new KithmapError('conflict', `You marked that already: they have waited since ${open.since}.`);
  }
}

function isAnswered(draft: Draft, contact: string, since: string): boolean {
  return draft
    .referring('contacts', contact, 'interactions')
    .some((id) => isAnswer(draft.need('interactions', id), since));
}
