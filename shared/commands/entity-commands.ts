/**
 * Add, edit and remove for a table whose entities need no more than their schema asks. Arguments are the entity's
 * own fields; `null` in an edit takes a field out; `confidentialText` goes to the table of confidential texts and
 * only its id stays here.
 */
import { z } from 'zod';
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { Id } from '../model/ids';
import { Text } from '../model/schema';
import type { TableName } from '../model/table-names';
import { type Answer, type Command, type CommandContext, defineCommand } from './command';
import type { Draft } from './draft';

interface EntityCommandOptions {
  readonly table: TableName;
  /** `note` makes `note.add`, `note.edit`, `note.remove`. */
  readonly name: string;
  /** "note", "promise": what undo calls it. */
  readonly word: string;
  /** What adding one is called in the history, where it is no adding to whoever does it. */
  readonly adding?: string;
  readonly schema: z.ZodObject;
  /** Fields that the clock fills when they are not given. */
  readonly stamp?: (context: CommandContext) => JsonObject;
  /** Refuses what the schema cannot say. */
  readonly check?: (draft: Draft, entity: JsonObject, checking: Checking) => void;
  /** What there is to say once it is written. */
  readonly say?: (draft: Draft, entity: JsonObject, checking: Checking) => Answer;
}

/** When an entity is checked, and what it was before the edit; undefined for one that is new. */
export interface Checking {
  readonly context: CommandContext;
  readonly before?: JsonObject;
}

/** The fields of an entity without its id, with `undefined` for what is not given instead of a default. */
function editableShape(schema: z.ZodObject): z.ZodRawShape {
  const shape: Record<string, z.ZodType> = {};
  for (const [field, type] of Object.entries(schema.shape)) {
    if (field === 'id' || field === 'confidential') continue;
    const inner: unknown = type instanceof z.ZodDefault ? type.unwrap() : type;
    if (inner instanceof z.ZodType) shape[field] = inner.nullable().optional();
  }
  return shape;
}

function addableShape(schema: z.ZodObject, stamped: readonly string[]): z.ZodRawShape {
  const shape: Record<string, z.ZodType> = {};
  for (const [field, type] of Object.entries(schema.shape)) {
    if (field === 'id' || field === 'confidential' || !(type instanceof z.ZodType)) continue;
    shape[field] = stamped.includes(field) ? type.optional() : type;
  }
  return shape;
}

/** Splits the confidential text off, keeps it in its own table, and answers the id to hold (null: none any more). */
export function keepSecret(
  draft: Draft,
  standing: string | undefined,
  text: string | null | undefined,
  newId: () => string,
): string | undefined {
  if (text === undefined) return standing;
  if (text === null || text === '') {
    if (standing !== undefined && draft.has('confidential', standing)) draft.delete('confidential', standing);
    return undefined;
  }
  if (standing !== undefined && draft.has('confidential', standing)) {
    draft.update('confidential', standing, { text });
    return standing;
  }
  const id = newId();
  draft.create('confidential', { id, text });
  return id;
}

export function entityCommands(options: EntityCommandOptions): Command[] {
  const { table, name, word, schema, stamp, check, say } = options;
  const secretive = 'confidential' in schema.shape;
  const secret = secretive ? { confidentialText: Text.nullable().optional() } : {};
  const stampedFields = Object.keys(stamp?.({ now: '', today: '', zone: '', newId: () => '' }) ?? {});

  const add = defineCommand({
    name: `${name}.add`,
    label: options.adding ?? `Add ${word}`,
    schema: z.strictObject({ ...addableShape(schema, stampedFields), ...secret, id: Id.optional() }),
    apply(draft, args: JsonObject, context) {
      const { confidentialText, id: given, ...fields } = args;
      const id = typeof given === 'string' ? given : context.newId();
      const text = typeof confidentialText === 'string' ? confidentialText : undefined;
      const confidential = keepSecret(draft, undefined, text, context.newId);
      const entity = {
        ...stamp?.(context),
        ...definedFields(fields),
        ...(confidential === undefined ? {} : { confidential }),
        id,
      };
      check?.(draft, entity, { context });
      draft.create(table, entity);
      return { id, ...say?.(draft, entity, { context }) };
    },
  });

  const edit = defineCommand({
    name: `${name}.edit`,
    label: `Change ${word}`,
    schema: z.strictObject({ ...editableShape(schema), ...secret, id: Id }),
    apply(draft, args: JsonObject, context) {
      const { confidentialText, id, ...fields } = args;
      if (typeof id !== 'string') throw new KithmapError('bad-argument', `Which ${word}?`);
      const standing: JsonObject = draft.need(table, id);
      const change: Record<string, unknown> = {};
      for (const [field, value] of Object.entries(fields)) {
        if (value !== undefined) change[field] = value ?? undefined;
      }
      if (confidentialText === null || typeof confidentialText === 'string') {
        const held = standing['confidential'];
        change['confidential'] = keepSecret(
          draft,
          typeof held === 'string' ? held : undefined,
          confidentialText,
          context.newId,
        );
      }
      const changed = { ...standing, ...change };
      const checking = { context, before: standing };
      check?.(draft, changed, checking);
      draft.update(table, id, change);
      return say?.(draft, changed, checking);
    },
  });

  const remove = defineCommand({
    name: `${name}.remove`,
    label: `Remove ${word}`,
    schema: z.strictObject({ id: Id }),
    apply(draft, { id }) {
      draft.need(table, id);
      return { ...draft.remove(table, id) };
    },
  });

  return [add, edit, remove];
}

export function definedFields(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
