/** Ties: who knows whom, and what that rests on. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { isObject, type JsonObject } from '../json';
import { Evidence, PairDecision, Tie } from '../model/entities/tie';
import { Id } from '../model/ids';
import { tiedMark } from '../put-off';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';
import { definedFields, entityCommands } from './entity-commands';
import { decisionsAbout, dropDecisions, putOff } from './pair-decisions';

const tieFields = z.strictObject({
  id: Id.optional(),
  a: Id,
  b: Id,
  state: Tie.shape.state.default('known'),
  kind: Tie.shape.kind,
  kindOf: Tie.shape.kindOf,
  closeness: Tie.shape.closeness,
  weight: Tie.shape.weight,
  since: Tie.shape.since,
  confidence: Tie.shape.confidence,
  note: Tie.shape.note,
});

/** @throws KithmapError `conflict` for a loop or a second tie between the same two. */
export function createTie(draft: Draft, fields: JsonObject & { id: string; a: string; b: string }): void {
  if (fields.a === fields.b) throw new KithmapError('conflict', 'A tie needs two different people.');
  if (draft.tieBetween(fields.a, fields.b) !== undefined) {
    throw new KithmapError('conflict', 'These two know each other already. Change the tie there is.');
  }
  const [a, b] = fields.a < fields.b ? [fields.a, fields.b] : [fields.b, fields.a];
  draft.create('ties', { ...fields, a, b });
  // Who says now that they do thought otherwise of an earlier guess.
  if (fields['state'] === 'known') dropDecisions(draft, a, b, ['not-tied', 'tied-later']);
}

/** Whether it was said that these two do not know each other, so that nobody guesses it again. */
export function isDenied(draft: Draft, a: string, b: string): boolean {
  return decisionsAbout(draft, a, b, ['not-tied']).length > 0;
}

const add = defineCommand({
  name: 'tie.add',
  label: 'Add tie',
  schema: tieFields,
  apply(draft, args, context) {
    const id = args.id ?? context.newId();
    createTie(draft, { ...definedFields(args), id, a: args.a, b: args.b, createdAt: context.now });
    if (args.state === 'known') {
      draft.create('evidence', { id: context.newId(), tie: id, kind: 'said', day: context.today });
    }
    return { id };
  },
});

/** A guess becomes known, or is said to be wrong and goes. */
const confirm = defineCommand({
  name: 'tie.confirm',
  label: 'Confirm tie',
  schema: z.strictObject({ id: Id }),
  apply(draft, { id }, context) {
    const { a, b } = draft.need('ties', id);
    draft.update('ties', id, { state: 'known', confidence: undefined });
    dropDecisions(draft, a, b, ['tied-later']);
    draft.create('evidence', { id: context.newId(), tie: id, kind: 'said', day: context.today });
    return undefined;
  },
});

const Guesses = z.strictObject({ ids: z.array(Id).min(1).max(10_000) });

/** Several guesses at once, as one edit. Those that are known already stay as they are. Answers how many became known. */
const confirmMany = defineCommand({
  name: 'tie.confirm-many',
  label: 'Confirm ties',
  schema: Guesses,
  apply(draft, { ids }, context) {
    let confirmed = 0;
    for (const id of new Set(ids)) {
      if (draft.need('ties', id).state === 'known') continue;
      confirm.run(draft, { id }, context);
      confirmed++;
    }
    return { confirmed };
  },
});

/** These two do not know each other: the guesses go, and are not made again, whatever speaks for them later. */
const deny = defineCommand({
  name: 'tie.deny',
  label: 'They do not know each other',
  schema: Guesses,
  apply(draft, { ids }, context) {
    for (const id of new Set(ids)) {
      const { a, b, state } = draft.need('ties', id);
      if (state === 'known') {
        throw new KithmapError('conflict', 'This tie is known and no guess. Remove it if it is wrong.');
      }
      draft.remove('ties', id);
      dropDecisions(draft, a, b, ['tied-later']);
      if (isDenied(draft, a, b)) continue;
      draft.create('pairDecisions', { id: context.newId(), a, b, kind: 'not-tied', day: context.today });
    }
    return undefined;
  },
});

/** Not sure: it is asked about again in some weeks, or once something else speaks for it. */
const later = defineCommand({
  name: 'tie.later',
  label: 'Decide later whether they know each other',
  schema: Guesses,
  apply(draft, { ids }, context) {
    for (const id of new Set(ids)) {
      const tie = draft.need('ties', id);
      if (tie.state === 'known') {
        throw new KithmapError('conflict', 'This tie is known already; there is nothing to decide.');
      }
      putOff(draft, tie, 'tied-later', tiedMark(tie), context);
    }
    return undefined;
  },
});

/** "Who of these knows Ana?": several ties at once; those that exist are confirmed. Answers how many are new. */
const link = defineCommand({
  name: 'tie.link',
  label: 'Link people',
  schema: z.strictObject({ contact: Id, with: z.array(Id).min(1).max(10_000) }),
  apply(draft, { contact, with: others }, context) {
    const ids: string[] = [];
    for (const other of new Set(others)) {
      if (other === contact) continue;
      const standing = draft.tieBetween(contact, other);
      if (standing?.state === 'known') continue;
      if (standing === undefined) {
        const id = context.newId();
        createTie(draft, { id, a: contact, b: other, state: 'known', createdAt: context.now });
        draft.create('evidence', { id: context.newId(), tie: id, kind: 'said', day: context.today });
        ids.push(id);
      } else {
        confirm.run(draft, { id: standing.id }, context);
      }
    }
    return { ids };
  },
});

const plain = entityCommands({
  table: 'ties',
  name: 'tie',
  word: 'tie',
  schema: Tie,
  check(draft, entity) {
    const { id, a, b } = entity;
    if (typeof a !== 'string' || typeof b !== 'string' || typeof id !== 'string') return;
    const standing = draft.get('ties', id);
    if (isObject(standing) && (standing.a !== a || standing.b !== b)) {
      throw new KithmapError('conflict', 'A tie keeps its two people. Remove it and add another.');
    }
  },
});

export const tieCommands: readonly Command[] = [
  add,
  confirm,
  confirmMany,
  deny,
  later,
  link,
  ...plain.filter((command) => command.name !== 'tie.add'),
  ...entityCommands({ table: 'evidence', name: 'evidence', word: 'evidence', schema: Evidence }),
  ...entityCommands({
    table: 'pairDecisions',
    name: 'pair-decision',
    word: 'decision about two people',
    adding: 'Decide about two people',
    schema: PairDecision,
    stamp: ({ today }) => ({ day: today }),
    say(draft, { a, b, kind }) {
      if (kind === 'not-same') dropDecisions(draft, String(a), String(b), ['same-later']);
      return {};
    },
  }),
];
