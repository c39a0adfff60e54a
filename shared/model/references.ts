/** Reading and dropping the ids that an entity holds of others, by the table definitions. */
import { isObject, type JsonObject } from '../json';
import type { TableName } from './table-names';
import { type Reference, tables } from './tables';

/** Calls back for each id found at a path such as `a`, `with`, `sent.contact` or `howMet.through`. */
function eachIdAt(value: unknown, path: readonly string[], depth: number, visit: (id: string) => void): void {
  if (typeof value === 'string') {
    if (depth === path.length) visit(value);
  } else if (Array.isArray(value)) {
    for (const item of value) eachIdAt(item, path, depth, visit);
  } else {
    const field = path[depth];
    if (field !== undefined && isObject(value)) eachIdAt(value[field], path, depth + 1, visit);
  }
}

/** Calls back for each entity of another table that an entity refers to; one that it names twice comes twice. */
export function eachReference(
  table: TableName,
  entity: JsonObject,
  visit: (reference: Reference, id: string) => void,
): void {
  for (const reference of tables[table].references) {
    eachIdAt(entity, reference.path, 0, (id) => visit(reference, id));
  }
}

/** Which entities of other tables an entity refers to. */
export function referencesOf(table: TableName, entity: JsonObject): { reference: Reference; id: string }[] {
  const found: { reference: Reference; id: string }[] = [];
  eachReference(table, entity, (reference, id) => found.push({ reference, id }));
  return found;
}

const none: readonly string[] = [];

/** The confidential texts that an entity holds; a merge holds those of what it would bring back. */
export function secretsOf(table: TableName, entity: JsonObject): readonly string[] {
  const { confidential, rows } = entity;
  if (typeof confidential === 'string') return [confidential];
  if (table !== 'merges' || !isObject(rows)) return none;
  return Object.values(rows)
    .flatMap((changes) => (isObject(changes) ? Object.values(changes) : []))
    .flatMap((change) => (isObject(change) && isObject(change['before']) ? [change['before']] : []))
    .flatMap((before) => secretsOf('introductions', before));
}

/** The entity without its references to `id` at `reference`; null where a list of people is then empty. */
export function withoutReference(entity: JsonObject, reference: Reference, id: string): JsonObject | null {
  const [head = '', inner] = reference.path;
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

/** The entity with one id of a table in the place of another wherever it refers to it. */
export function redirected(
  table: TableName,
  entity: JsonObject,
  to: TableName,
  from: string,
  into: string,
): JsonObject {
  let next = entity;
  for (const reference of tables[table].references) {
    const [head = ''] = reference.path;
    if (reference.to !== to || next[head] === undefined) continue;
    next = { ...next, [head]: replacedAt(next[head], reference.path, 1, from, into) };
  }
  return next;
}

function replacedAt(
  value: unknown,
  path: readonly string[],
  depth: number,
  from: string,
  into: string,
): unknown {
  if (value === from && depth === path.length) return into;
  if (Array.isArray(value)) {
    return value.map((item: unknown) => replacedAt(item, path, depth, from, into));
  }
  const field = path[depth];
  if (field === undefined || !isObject(value) || value[field] === undefined) return value;
  return { ...value, [field]: replacedAt(value[field], path, depth + 1, from, into) };
}
