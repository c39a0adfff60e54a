/** People for tests of diversity, made of what matters to the test. */
import { describePerson, type Person, type PersonRecord } from './attributes';

export const testDay = '2026-05-04';

export function person(id: string, record: Partial<PersonRecord> = {}): Person {
  const nothing = { organisations: [], tags: [], interests: [], jobs: [], places: [] };
  return describePerson(id, { ...nothing, ...record }, testDay);
}

/** So many people with the same record, `prefix1`, `prefix2` and so on. */
export function several(prefix: string, count: number, record: Partial<PersonRecord> = {}): Person[] {
  return Array.from({ length: count }, (_, i) => person(`${prefix}${i + 1}`, record));
}
