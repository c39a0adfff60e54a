/**
 * A patch says what one edit did to one entity: the changed top-level fields, before and after. It never names
 * an index into an array or holds a copy of a table, so its cost is that of the change, and turning it round
 * undoes it.
 *
 *   created   before null           after  every field
 *   removed   before every field    after  null
 *   changed   before the old values after  the new ones; a field in one and not in the other was absent there
 */
import { z } from 'zod';
import { JsonObject, sameJson } from '../json';
import { Id } from './ids';
import { TableName } from './table-names';

export const Patch = z.object({
  table: TableName,
  id: Id,
  before: JsonObject.nullable(),
  after: JsonObject.nullable(),
});
export type Patch = z.infer<typeof Patch>;

/** The patch that takes this one back. */
export function inverse(patch: Patch): Patch {
  return { table: patch.table, id: patch.id, before: patch.after, after: patch.before };
}

/** The patches that take all of these back, in the order in which they must be applied. */
export function inverses(patches: readonly Patch[]): Patch[] {
  return patches.map(inverse).reverse();
}

/**
 * The difference between two states of one entity (`null`: not there), or undefined where there is none.
 * The ids must agree; `id` itself is never among the changed fields.
 */
export function difference(
  table: TableName,
  id: string,
  before: JsonObject | null,
  after: JsonObject | null,
): Patch | undefined {
  if (before === null || after === null) {
    return before === after ? undefined : { table, id, before, after };
  }
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  let changed = false;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (sameJson(before[key], after[key])) continue;
    changed = true;
    if (before[key] !== undefined) was[key] = before[key];
    if (after[key] !== undefined) is[key] = after[key];
  }
  return changed ? { table, id, before: was, after: is } : undefined;
}

/** One entity after a patch; `null` when it is removed. Fields that the patch does not name stay as they are. */
export function patched(entity: JsonObject | null, patch: Patch): JsonObject | null {
  if (patch.after === null) return null;
  if (patch.before === null || entity === null) return patch.after;
  const next: Record<string, unknown> = { ...entity };
  for (const key of Object.keys(patch.before)) Reflect.deleteProperty(next, key);
  return { ...next, ...patch.after };
}
