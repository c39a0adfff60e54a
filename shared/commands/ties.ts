/** Ties: who knows whom, and what that rests on. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { isObject, type JsonObject } from '../json';
import { Evidence, PairDecision, Tie } from '../model/entities/tie';
import { Id } from '../model/ids';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';
import { definedFields, entityCommands } from './entity-commands';

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
    draft.update('ties', id, { state: 'known', confidence: undefined });
    draft.create('evidence', { id: context.newId(), tie: id, kind: 'said', day: context.today });
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
  link,
  ...plain.filter((command) => command.name !== 'tie.add'),
  ...entityCommands({ table: 'evidence', name: 'evidence', word: 'evidence', schema: Evidence }),
  ...entityCommands({
    table: 'pairDecisions',
    name: 'pair-decision',
    word: 'decision about two people',
    schema: PairDecision,
    stamp: ({ today }) => ({ day: today }),
  }),
];
