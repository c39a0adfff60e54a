/**
 * Two contacts who were put together are taken apart again, however long ago that was. What came in between stays: what
 * was changed since is as it was changed, what was added since belongs to the contact that stayed, and of a list what
 * the merge brought goes and the rest remains.
 */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { type JsonObject, sameJson } from '../json';
import type { Merge } from '../model/entities';
import { Id } from '../model/ids';
import type { Patch } from '../model/patch';
import { referencesOf, withoutReference } from '../model/references';
import { type TableName, tableNames } from '../model/table-names';
import { defineCommand } from './command';
import type { Draft } from './draft';
import { movedReference } from './moved-reference';
import { decisionsAbout } from './pair-decisions';

export const splitCommand = defineCommand({
  name: 'contact.split',
  label: 'Take two contacts apart',
  schema: z.strictObject({ merge: Id }),
  apply(draft, { merge: id }, { newId, today }) {
    const merge = draft.need('merges', id);
    const gone = String(merge.gone['id']);
    if (draft.has('contacts', gone)) {
      throw new KithmapError('conflict', 'These two are apart already.');
    }
    const left = { count: 0 };
    draft.delete('merges', id);
    draft.restore('contacts', gone, standing(draft, 'contacts', merge.gone));
    const stays: JsonObject = draft.need('contacts', merge.into);
    draft.restore('contacts', merge.into, takenBack(stays, merge.before, merge.after, left));
    moveBack(draft, merge, gone);
    // Ties before what rests on them: in the order of the tables nothing refers to what comes later.
    for (const table of tableNames) {
      for (const [id, change] of Object.entries(merge.rows[table] ?? {})) {
        putBack(draft, { table, id, ...change }, left);
      }
    }
    // Otherwise they would be suggested as one person again.
    if (decisionsAbout(draft, merge.into, gone, ['not-same']).length === 0) {
      const decision = { id: newId(), a: merge.into, b: gone, kind: 'not-same', day: today };
      draft.create('pairDecisions', decision);
    }
    return { id: gone, into: merge.into, left: left.count };
  },
});

/** The entity without what refers to somebody who is gone since. */
function standing(draft: Draft, table: TableName, entity: JsonObject): JsonObject {
  let next = entity;
  for (const { reference, id } of referencesOf(table, entity)) {
    const isThere = draft.has(reference.to, id) || id === entity['id'];
    if (!isThere && reference.onRemove === 'drop') {
      next = withoutReference(next, reference, id) ?? next;
    }
  }
  return next;
}

/** The fields as they were, where they still are what the merge made of them; of lists only what it brought is taken out. */
function takenBack(
  present: JsonObject,
  before: JsonObject,
  after: JsonObject,
  left: { count: number },
): JsonObject {
  const next: Record<string, unknown> = { ...present };
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, became, is] = [before[field], after[field], present[field]];
    if (sameJson(is, became)) {
      if (was === undefined) Reflect.deleteProperty(next, field);
      else next[field] = was;
    } else if (Array.isArray(is) && Array.isArray(became)) {
      next[field] = listTakenBack(is, Array.isArray(was) ? was : [], became);
    } else left.count += 1;
  }
  return next;
}

function listTakenBack(
  present: readonly unknown[],
  before: readonly unknown[],
  after: readonly unknown[],
): unknown[] {
  const has = (list: readonly unknown[], item: unknown): boolean => list.some((one) => sameJson(one, item));
  const stay = present.filter((item) => has(before, item) || !has(after, item));
  const back = before.filter((item) => !has(after, item) && !has(present, item));
  return [...stay, ...back];
}

function moveBack(draft: Draft, merge: Merge, gone: string): void {
  for (const table of tableNames) {
    for (const id of merge.moved[table] ?? []) {
      const entity: JsonObject | undefined = draft.get(table, id);
      if (entity === undefined) continue;
      const back = movedReference(table, entity, merge.into, gone);
      const values = table === 'sources' ? merge.brought[id] : undefined;
      // A row that came again since is as new to the contact as it would be had the two been apart.
      draft.restore(table, id, values === undefined ? back : { ...back, values });
    }
  }
}

/** Puts one entity back as it was before the merge, as far as that can be. */
function putBack(draft: Draft, { table, id, before, after }: Patch, left: { count: number }): void {
  const present: JsonObject | undefined = draft.get(table, id);
  const possible = before !== null && (present === undefined) === (after === null);
  const next = !possible
    ? undefined
    : present === undefined || after === null
      ? standing(draft, table, before)
      : takenBack(present, before, after, left);
  if (next === undefined || isStranded(draft, table, next)) left.count += 1;
  else draft.restore(table, id, next);
}

/** Whether it would refer to nobody, or tie two who are tied already. */
function isStranded(draft: Draft, table: TableName, entity: JsonObject): boolean {
  if (referencesOf(table, entity).some(({ reference, id }) => !draft.has(reference.to, id))) return true;
  if (table !== 'ties') return false;
  const tie = draft.tieBetween(String(entity['a']), String(entity['b']));
  return tie !== undefined && tie.id !== entity['id'];
}
