/** Whom a patch concerns. */
import type { JsonObject } from '../json';

/** The contacts that an entity names or named in a field. */
export function peopleIn(field: string, ...rows: readonly (JsonObject | null | undefined)[]): Set<string> {
  const ids = new Set<string>();
  for (const row of rows) {
    const value: unknown = row?.[field];
    const named: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const id of named) if (typeof id === 'string') ids.add(id);
  }
  return ids;
}
