/**
 * What an import knows somebody by: mail addresses, profiles, and the keys of the rows that they came from. Of whoever
 * is forgotten for good only digests of these are kept, if that is wished, so that the next import leaves them out.
 * Phones are not among them: a family may share one.
 */
import type { ContactFields } from '../formats/record';
import { personalKeys } from '../imports/match';
import { addressKey } from '../model/addresses';
import type { Contact } from '../model/entities';
import type { ReadonlyNetwork } from '../model/network';

/** The key of a row of a file, as its source remembers it. */
export function rowKey(format: string, key: string): string {
  return `row:${format} ${key}`;
}

export function contactKeys(network: ReadonlyNetwork, contact: Contact): string[] {
  const rows = [...network.index.referring('contacts', contact.id, 'sources')].flatMap((id) => {
    const source = network.get('sources', id);
    return source === undefined ? [] : [rowKey(source.format, source.key)];
  });
  return [...new Set([...personalKeys(contact), ...rows])];
}

/** @param key that of the row, where it has one */
export function recordKeys(format: string, key: string | undefined, fields: ContactFields): string[] {
  return [...personalKeys(fields), ...(key === undefined ? [] : [rowKey(format, key)])];
}

export function mailKey(email: string): string {
  return addressKey('email', email);
}
