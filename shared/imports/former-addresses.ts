/**
 * Addresses that files brought to a contact, also where the user has changed them since: whom a meeting names by an old
 * one is still known by it.
 */
import { isObject, type JsonObject } from '../json';
import { personalKeys } from './match';

interface Remembered {
  readonly contact: string;
  readonly values: JsonObject;
}

/** Contacts by the addresses that one of their sources had; an address of several is nobody's. */
export function formerAddresses(sources: Iterable<Remembered>): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const { contact, values } of sources) {
    const keys = personalKeys({ emails: listOf(values['emails']), urls: listOf(values['urls']) });
    for (const key of keys) {
      const standing = found.get(key);
      found.set(key, found.has(key) && standing !== contact ? undefined : contact);
    }
  }
  return found;
}

function listOf(value: unknown): { value: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) =>
    isObject(item) && typeof item['value'] === 'string' ? [{ value: item['value'] }] : [],
  );
}
