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
import type { Steps } from '../steps';
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

/**
 * What several patches, oldest first, amount to: one patch per entity that ends up different, in the order of
 * first touch. A field that was changed and changed back is not in it. In steps of a patch, for many of them.
 */
export function* squashSteps(patches: Iterable<Patch>): Steps<Patch[]> {
  const all = new Map<string, Patch[]>();
  for (const patch of patches) {
    const key = `${patch.table}/${patch.id}`;
    const of = all.get(key);
    if (of === undefined) all.set(key, [patch]);
    else of.push(patch);
    yield;
  }
  const squashed: Patch[] = [];
  for (const of of all.values()) {
    const patch = amountOf(of);
    if (patch !== undefined) squashed.push(patch);
    yield;
  }
  return squashed;
}

function amountOf(patches: readonly Patch[]): Patch | undefined {
  const [first] = patches;
  if (first === undefined || patches.length === 1) return first;
  const [before, after] = ends(patches);
  return difference(first.table, first.id, before, after);
}

/** What is known of one entity before and after a run of patches: all of it where one of them made or removed it. */
function ends(patches: readonly Patch[]): [JsonObject | null, JsonObject | null] {
  let after: JsonObject | null = patches[0]?.before ?? null;
  for (const patch of patches) {
    if (patch.before !== null && patch.after !== null) {
      // Fields that the entity had all along and this patch is the first to name.
      after = patched({ ...patch.before, ...after }, patch);
    } else {
      after = patch.after;
    }
  }
  let before: JsonObject | null = patches.at(-1)?.after ?? null;
  for (const patch of [...patches].reverse()) {
    if (patch.before !== null && patch.after !== null) {
      before = patched({ ...patch.after, ...before }, { ...patch, before: patch.after, after: patch.before });
    } else {
      before = patch.before;
    }
  }
  return [before, after];
}
