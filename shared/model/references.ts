/** Reading and dropping the ids that an entity holds of others, by the table definitions. */
import { isObject, type JsonObject } from '../json';
import type { TableName } from './table-names';
import { type Reference, tables } from './tables';

/** The ids found at a path such as `a`, `with`, `sent.contact` or `howMet.through`. */
function idsAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => idsAt(item, path));
  const [head, ...rest] = path;
  if (head === undefined) return typeof value === 'string' ? [value] : [];
  return isObject(value) ? idsAt(value[head], rest) : [];
}

/** Which entities of other tables an entity refers to; confidential texts count. */
export function referencesOf(table: TableName, entity: JsonObject): { reference: Reference; id: string }[] {
  const found: { reference: Reference; id: string }[] = [];
  for (const reference of tables[table].references) {
    for (const id of idsAt(entity, reference.field.split('.'))) found.push({ reference, id });
  }
  return found;
}

/** The entity without its references to `id` at `reference`; null where a list of people is then empty. */
export function withoutReference(entity: JsonObject, reference: Reference, id: string): JsonObject | null {
  const [head = '', inner] = reference.field.split('.');
  const value = entity[head];
  if (Array.isArray(value)) {
    const rest = value.filter((item: unknown) =>
      inner === undefined ? item !== id : !(isObject(item) && item[inner] === id),
    );
    if (rest.length === 0 && inner === undefined) return null;
    return { ...entity, [head]: rest };
  }
  const next: Record<string, unknown> = { ...entity };
  if (inner !== undefined && isObject(value)) {
    const rest: Record<string, unknown> = { ...value };
    Reflect.deleteProperty(rest, inner);
    next[head] = rest;
  } else {
    Reflect.deleteProperty(next, head);
  }
  return next;
}
