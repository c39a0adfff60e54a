/** What was read of one file of an import, each kind of record by itself. */
import type {
  ContactRecord,
  EncounterRecord,
  Finding,
  ImportItem,
  TieRecord,
  WholeRecord,
} from '../formats/record';
import { type Listed, type Packing, Shelf } from './shelf';

export interface ReadItems {
  readonly contacts: Listed<ContactRecord>;
  readonly ties: Listed<TieRecord>;
  readonly encounters: Listed<EncounterRecord>;
  readonly findings: Listed<Finding>;
  readonly whole: Listed<WholeRecord>;
}

/** Records that wait to be compared, however many. */
export class WaitingItems implements ReadItems {
  readonly contacts: Shelf<ContactRecord>;
  readonly ties: Shelf<TieRecord>;
  readonly encounters: Shelf<EncounterRecord>;
  readonly findings: Shelf<Finding>;
  readonly whole: Shelf<WholeRecord>;

  constructor(packing?: Packing) {
    this.contacts = new Shelf(packing);
    this.ties = new Shelf(packing);
    this.encounters = new Shelf(packing);
    this.findings = new Shelf(packing);
    this.whole = new Shelf(packing);
  }

  add(item: ImportItem): void {
    if (item.kind === 'contact') this.contacts.push(item);
    else if (item.kind === 'tie') this.ties.push(item);
    else if (item.kind === 'encounter') this.encounters.push(item);
    else if (item.kind === 'whole') this.whole.push(item);
    else this.findings.push(item);
  }

  get count(): number {
    return this.#sum(({ length }) => length);
  }

  /** Characters of JSON. */
  get characters(): number {
    return this.#sum(({ characters }) => characters);
  }

  #sum(of: (shelf: { readonly length: number; readonly characters: number }) => number): number {
    const { contacts, ties, encounters, findings, whole } = this;
    return [contacts, ties, encounters, findings, whole].reduce((sum, shelf) => sum + of(shelf), 0);
  }
}

/** Records that are few, or at hand anyway. */
export function itemsOf(items: Iterable<ImportItem>): WaitingItems {
  const waiting = new WaitingItems();
  for (const item of items) waiting.add(item);
  return waiting;
}
