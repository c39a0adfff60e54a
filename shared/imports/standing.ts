/**
 * What of a network that was written whole is there already, as it was: it says nothing new, and is neither known anew
 * from the file nor evidence of a tie.
 */
import type { ImportItem } from '../formats/record';
import { sameJson } from '../json';
import type { Contact } from '../model/entities';
import type { ReadonlyNetwork } from '../model/network';

/** The items that may bring something, and those who stand there as they are in the file. */
export function withoutStanding(
  network: ReadonlyNetwork,
  items: readonly ImportItem[],
): { readonly items: readonly ImportItem[]; readonly standing: readonly Contact[] } {
  const isThere = (item: ImportItem): boolean =>
    item.kind === 'whole' && sameJson(network.get(item.table, idOf(item.row)), item.row);
  if (!items.some(isThere)) return { items, standing: [] };
  // Whoever a new tie or note is about is named by it.
  const wanted = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'whole' || isThere(item)) continue;
    if (item.table === 'ties') for (const end of [item.row['a'], item.row['b']]) wanted.add(String(end));
    if (item.table === 'notes') wanted.add(String(item.row['contact']));
  }
  const standing: Contact[] = [];
  const rest = items.filter((item) => {
    if (item.kind !== 'whole' || !isThere(item)) return true;
    const contact = item.table === 'contacts' ? network.get('contacts', idOf(item.row)) : undefined;
    if (contact === undefined) return false;
    if (wanted.has(contact.id)) return true;
    standing.push(contact);
    return false;
  });
  return { items: rest, standing };
}

function idOf(row: Readonly<Record<string, unknown>>): string {
  return typeof row['id'] === 'string' ? row['id'] : '';
}
