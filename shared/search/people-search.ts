/**
 * Finding people by any part of what is known of them: any word order, beginnings of words, small slips of the
 * keyboard, parts of names without blanks. Kept up to date document by document.
 */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { type SearchDocument, searchFields } from './document';
import { isUnspaced, queryTerms, textTerms } from './terms';

interface Indexed extends SearchDocument {
  readonly notes: string;
}

const boost = {
  name: 8,
  nicknames: 6,
  organisations: 3,
  place: 2.5,
  tags: 2.5,
  emails: 2.5,
  more: 1.5,
  notes: 1,
} as const;

/** Beginnings this short fit thousands of words; they are looked for among names alone. */
const short = 2;

export class PeopleSearch {
  readonly #index = new MiniSearch<Indexed>({
    idField: 'id',
    fields: [...searchFields],
    storeFields: [],
    tokenize: textTerms,
    processTerm: (term) => term,
    // Replaced documents leave dead entries; they are swept in pieces while nobody searches.
    autoVacuum: { batchSize: 200, batchWait: 20, minDirtCount: 500, minDirtFactor: 0.1 },
  });
  readonly #documents = new Map<string, SearchDocument>();
  /** By contact: its notes by their ids. */
  readonly #notes = new Map<string, Map<string, string>>();
  readonly #noteOwners = new Map<string, string>();

  get size(): number {
    return this.#documents.size;
  }

  /** A contact is new or different. */
  put(document: SearchDocument): void {
    this.#documents.set(document.id, document);
    this.#refresh(document.id);
  }

  remove(contact: string): void {
    this.#documents.delete(contact);
    for (const note of this.#notes.get(contact)?.keys() ?? []) this.#noteOwners.delete(note);
    this.#notes.delete(contact);
    if (this.#index.has(contact)) this.#index.discard(contact);
  }

  /** A note is new or different; without a contact it is one that is known. */
  putNote(note: string, text: string, contact = this.#noteOwners.get(note)): void {
    if (contact === undefined) return;
    const notes = this.#notes.get(contact) ?? new Map<string, string>();
    this.#notes.set(contact, notes.set(note, text));
    this.#noteOwners.set(note, contact);
    this.#refresh(contact);
  }

  removeNote(note: string): void {
    const contact = this.#noteOwners.get(note);
    if (contact === undefined) return;
    this.#noteOwners.delete(note);
    this.#notes.get(contact)?.delete(note);
    this.#refresh(contact);
  }

  /** Ids of the contacts that fit every word of the query, best first. */
  find(query: string, limit = Number.POSITIVE_INFINITY): string[] {
    const terms = queryTerms(query);
    if (terms.length === 0) return [];
    const exact = this.#search(terms, false);
    if (exact.length > 0) return exact.slice(0, limit);
    return this.#search(terms, true).slice(0, limit);
  }

  #search(terms: readonly string[], forgiving: boolean): string[] {
    const options: SearchOptions = {
      boost,
      combineWith: 'AND',
      tokenize: (text) => text.split(' '),
      prefix: (term) => !isUnspaced(term),
      fuzzy: (term) => (forgiving && !isUnspaced(term) ? slips(term) : false),
      ...(terms.every((term) => term.length <= short) && !forgiving ? { fields: ['name', 'nicknames'] } : {}),
    };
    return this.#index.search(terms.join(' '), options).map(({ id }) => String(id));
  }

  #refresh(id: string): void {
    const document = this.#documents.get(id);
    if (document === undefined) return;
    const indexed: Indexed = { ...document, notes: [...(this.#notes.get(id)?.values() ?? [])].join('\n') };
    if (this.#index.has(id)) this.#index.replace(indexed);
    else this.#index.add(indexed);
  }
}

/** How many letters may be wrong in a word of this length. */
function slips(term: string): number | false {
  if (term.length < 4) return false;
  return term.length < 8 ? 1 : 2;
}
