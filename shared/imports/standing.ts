/**
 * What of a network that was written whole is there already, as it was: it says nothing new, and is neither known anew
 * from the file nor evidence of a tie.
 */
import type { WholeRecord } from '../formats/record';
import { sameJson } from '../json';
import type { Contact } from '../model/entities';
import type { ReadonlyNetwork } from '../model/network';
import type { Steps } from '../steps';

/** Entities looked at between two pauses. */
const inOneGo = 200;

/** The entities that may bring something, and those who stand there as they are in the file. */
export function* withoutStanding(
  network: ReadonlyNetwork,
  whole: Iterable<WholeRecord>,
): Steps<{ readonly rest: readonly WholeRecord[]; readonly standing: readonly Contact[] }> {
  const rest: WholeRecord[] = [];
  const there: WholeRecord[] = [];
  // Whoever a new tie or note is about is named by it.
  const wanted = new Set<string>();
  let at = 0;
  for (const item of whole) {
    at += 1;
    if (at % inOneGo === 0) yield;
    const { table, row } = item;
    if (sameJson(network.get(table, idOf(row)), row)) {
      if (table === 'contacts') there.push(item);
      continue;
    }
    rest.push(item);
    if (table === 'ties') for (const end of [row['a'], row['b']]) wanted.add(String(end));
    if (table === 'notes') wanted.add(String(row['contact']));
  }
  const standing: Contact[] = [];
  for (const item of there) {
    const contact = network.get('contacts', idOf(item.row));
    if (contact === undefined || wanted.has(contact.id)) rest.push(item);
    else standing.push(contact);
  }
  return { rest, standing };
}

function idOf(row: Readonly<Record<string, unknown>>): string {
  return typeof row['id'] === 'string' ? row['id'] : '';
}
