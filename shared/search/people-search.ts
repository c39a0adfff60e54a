/**
 * Finding people by any part of what is known of them: any word order, beginnings of words, small slips of the
 * keyboard, parts of names without blanks. Kept up to date document by document.
 */
import { firstOf } from './best';
import { type SearchDocument, searchFields } from './document';
import { documentOf, fieldOf, TermIndex } from './term-index';
import { isUnspaced, queryTerms, textTerms } from './terms';

/** What a hit in each field counts: whoever is called so comes before whoever a note mentions. */
const weights: readonly number[] = searchFields.map(
  (field) =>
    ({ name: 8, nicknames: 6, organisations: 3, place: 2.5, tags: 2.5, emails: 2.5, more: 1.5, notes: 1 })[
      field
    ],
);
/** The first fields are names. */
const nameFields = searchFields.indexOf('organisations');
const notesField = searchFields.indexOf('notes');

/** Beginnings this short fit thousands of words; they are looked for among names alone. */
const short = 2;

export class PeopleSearch {
  /** Names by themselves: what begins with one letter is looked for here alone. */
  readonly #names = new TermIndex();
  readonly #rest = new TermIndex();
  readonly #documents = new Map<string, SearchDocument>();
  /** By contact: its notes by their ids. */
  readonly #notes = new Map<string, Map<string, string>>();
  readonly #noteOwners = new Map<string, string>();
  readonly #numbers = new Map<string, number>();
  /** By number; undefined where nobody has it now. */
  readonly #ids: (string | undefined)[] = [];
  readonly #free: number[] = [];

  get size(): number {
    return this.#documents.size;
  }

  /** A contact is new or different. */
  put(document: SearchDocument): void {
    const number = this.#numberOf(document.id);
    const before = this.#documents.get(document.id);
    for (const [field, name] of searchFields.entries()) {
      if (name === 'notes' || before?.[name] === document[name]) continue;
      const index = this.#indexOf(field);
      if (before !== undefined) index.remove(number, field, textTerms(before[name]));
      index.add(number, field, textTerms(document[name]));
    }
    this.#documents.set(document.id, document);
  }

  remove(contact: string): void {
    const number = this.#numbers.get(contact);
    if (number === undefined) return;
    for (const note of [...(this.#notes.get(contact)?.keys() ?? [])]) this.removeNote(note);
    const document = this.#documents.get(contact);
    if (document !== undefined) {
      for (const [field, name] of searchFields.entries()) {
        if (name !== 'notes') this.#indexOf(field).remove(number, field, textTerms(document[name]));
      }
    }
    this.#documents.delete(contact);
    this.#numbers.delete(contact);
    this.#ids[number] = undefined;
    this.#free.push(number);
  }

  /** A note is new or different; without a contact it is one that is known. */
  putNote(note: string, text: string, contact = this.#noteOwners.get(note)): void {
    if (contact === undefined) return;
    const number = this.#numberOf(contact);
    const notes = this.#notes.get(contact) ?? new Map<string, string>();
    const replaces = notes.has(note);
    if (replaces) this.#forgetNotes(number, notes);
    this.#notes.set(contact, notes.set(note, text));
    this.#noteOwners.set(note, contact);
    for (const added of replaces ? notes.values() : [text])
      this.#rest.add(number, notesField, textTerms(added));
  }

  removeNote(note: string): void {
    const contact = this.#noteOwners.get(note);
    const number = contact === undefined ? undefined : this.#numbers.get(contact);
    const notes = contact === undefined ? undefined : this.#notes.get(contact);
    this.#noteOwners.delete(note);
    if (number === undefined || notes === undefined) return;
    // Two notes may share a word: all go, the others come back.
    this.#forgetNotes(number, notes);
    notes.delete(note);
    for (const text of notes.values()) this.#rest.add(number, notesField, textTerms(text));
  }

  /** Ids of the contacts that fit every word of the query, best first. */
  find(query: string, limit = Number.POSITIVE_INFINITY): string[] {
    const terms = queryTerms(query);
    if (terms.length === 0) return [];
    const exact = this.#search(terms, false, limit);
    return exact.length > 0 ? exact : this.#search(terms, true, limit);
  }

  #search(terms: readonly string[], forgiving: boolean, limit: number): string[] {
    const namesOnly = !forgiving && terms.every((term) => term.length <= short && !isUnspaced(term));
    const indices = namesOnly ? [this.#names] : [this.#names, this.#rest];
    const totals = new Float64Array(this.#ids.length);
    /** Those who fit every term so far; undefined stands for everybody. */
    let fitting: number[] | undefined;
    for (const term of terms) {
      const scores = new Float64Array(this.#ids.length);
      for (const index of indices) scoreTerm(index, term, forgiving, scores);
      const fit: number[] = [];
      const look = (number: number): void => {
        const score = scores[number]!;
        if (score === 0) return;
        totals[number]! += score;
        fit.push(number);
      };
      if (fitting === undefined) for (let number = 0; number < scores.length; number += 1) look(number);
      else for (const number of fitting) look(number);
      if (fit.length === 0) return [];
      fitting = fit;
    }
    const best = firstOf(fitting ?? [], limit, (a, b) => totals[b]! - totals[a]! || a - b);
    return best.flatMap((number) => this.#ids[number] ?? []);
  }

  #indexOf(field: number): TermIndex {
    return field < nameFields ? this.#names : this.#rest;
  }

  #numberOf(contact: string): number {
    const standing = this.#numbers.get(contact);
    if (standing !== undefined) return standing;
    const number = this.#free.pop() ?? this.#ids.length;
    this.#ids[number] = contact;
    this.#numbers.set(contact, number);
    return number;
  }

  #forgetNotes(number: number, notes: ReadonlyMap<string, string>): void {
    for (const text of notes.values()) this.#rest.remove(number, notesField, textTerms(text));
  }
}

/** Raises each document's score, up to the weight of a field, by the best that a term of the query fits in it. */
function scoreTerm(index: TermIndex, term: string, forgiving: boolean, scores: Float64Array): void {
  const raise = (postings: readonly number[], closeness: number): void => {
    for (const posting of postings) {
      const number = documentOf(posting);
      const score = weights[fieldOf(posting)]! * closeness;
      if (score > scores[number]!) scores[number] = score;
    }
  };
  if (isUnspaced(term)) {
    raise(index.of(term), 1);
    return;
  }
  index.eachBeginning(term, (longer, postings) => {
    raise(postings, longer === term ? 1 : 0.4 + (0.4 * term.length) / longer.length);
  });
  const slips = forgiving ? slipsIn(term) : 0;
  if (slips > 0) index.eachAlike(term, slips, (_other, postings) => raise(postings, 0.3));
}

/** How many letters may be wrong in a word of this length. */
function slipsIn({ length }: string): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
