/** Finding the contact of every row of a file that has one, before any row changes anything. */
import type { ContactRecord } from '../formats/record';
import type { Steps } from '../steps';
import type { PlannedFile } from './context';
import type { PeopleIndex } from './match';
import { exactName } from './names';
import { addressesOf, type Match, nameOf, type Row, type Rows } from './records';

/** Rows looked at between two pauses. */
const inOneGo = 200;

interface Around {
  readonly me: string | undefined;
  readonly index: PeopleIndex;
  /** Me, or the contact that the row made or met before. */
  readonly known: (row: Row, records: readonly ContactRecord[]) => string | undefined;
}

/** Whom a row may mean that made and met nobody before. */
interface Candidate {
  readonly row: Row;
  /** The one contact with one of its addresses, and whether the name is theirs as well. */
  readonly address: string | undefined;
  readonly hasName: boolean;
  /** The one contact with its number and name. */
  readonly phone: string | undefined;
  /** In lists of ties: the exact name, and the one contact that has it. */
  readonly name: string;
  readonly named: string | undefined;
}

/** Says of every row whom it means (`match`). No contact is meant by two rows, but by those that made or met it before. */
export function* recognise(file: PlannedFile, rows: Rows, { me, index, known }: Around): Steps<void> {
  const claimed = new Set<string>();
  const match = (row: Row, contact: string, by: Exclude<Match['by'], 'me'>): void => {
    row.match = { contact, by: contact === me ? 'me' : by };
    claimed.add(contact);
  };
  const open: Candidate[] = [];
  /** How often a name is in a list of ties. */
  const times = new Map<string, number>();
  let at = 0;
  for (const row of rows) {
    at += 1;
    if (at % inOneGo === 0) yield;
    const records = row.records();
    if (file.byName) {
      const name = exactName(nameOf(records));
      times.set(name, (times.get(name) ?? 0) + 1);
    }
    const contact = known(row, records);
    if (contact !== undefined) match(row, contact, 'source');
    else open.push(...candidates(row, records, index));
  }
  const take = (by: 'address' | 'phone' | 'name', of: (one: Candidate) => string | undefined): void => {
    for (const one of open) {
      const found = of(one);
      if (found === undefined || one.row.match !== undefined || claimed.has(found)) continue;
      match(one.row, found, by);
    }
  };
  // Where an address is shared, whoever has the name as well comes first.
  take('address', ({ address, hasName }) => (hasName ? address : undefined));
  yield;
  take('address', ({ address }) => address);
  yield;
  take('phone', ({ phone }) => phone);
  yield;
  take('name', ({ name, named }) => (times.get(name) === 1 ? named : undefined));
}

/** None for a row that can mean nobody. */
function candidates(row: Row, records: readonly ContactRecord[], index: PeopleIndex): Candidate[] {
  const name = nameOf(records);
  const address = onlyOf(index.withKeys(addressesOf(records)));
  const phones = records[0]?.nameGuessed === true ? [] : records.flatMap(({ fields }) => fields.phones ?? []);
  const phone = onlyOf(index.withPhoneAndName({ phones }, name));
  const named = row.file.byName ? onlyOf(index.withExactName(name, 2)) : undefined;
  if (address === undefined && phone === undefined && named === undefined) return [];
  const hasName = address !== undefined && index.hasNameLike(address, name);
  return [{ row, address, hasName, phone, name: exactName(name), named }];
}

/** The one there is; nobody where there are more. */
function onlyOf(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}
