/** Everything that speaks of one contact speaks of another. */
import { isObject, type JsonObject, sameJson } from '../json';
import { redirected } from '../model/references';
import type { TableName } from '../model/table-names';

/** The entity with the one contact in the place of the other; named once where both were. */
export function movedReference(table: TableName, entity: JsonObject, from: string, into: string): JsonObject {
  const moved = redirected(table, entity, 'contacts', from, into);
  if (table === 'contacts') return notThrough(moved, [String(moved['id'])]);
  if (table === 'ties') return inOrder(moved);
  return Object.fromEntries(
    Object.entries(moved).map(([field, value]) => [
      field,
      Array.isArray(value) && !sameJson(value, entity[field]) ? once(value) : value,
    ]),
  );
}

/** Nobody is met through themselves. */
export function notThrough(contact: JsonObject, these: readonly string[]): JsonObject {
  const { howMet } = contact;
  if (!isObject(howMet)) return contact;
  const { through, ...rest } = howMet;
  return typeof through === 'string' && these.includes(through) ? { ...contact, howMet: rest } : contact;
}

function once(items: readonly unknown[]): unknown[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** `a` is the smaller id. */
function inOrder(tie: JsonObject): JsonObject {
  const [a, b] = [String(tie['a']), String(tie['b'])];
  return a < b ? tie : { ...tie, a: b, b: a };
}
