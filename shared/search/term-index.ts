/**
 * Which documents hold which terms, by field: for every term the list of (document, field) it stands in, and the
 * terms in order, so that the beginnings of words are a range.
 *
 *   "anna"  -> [12·name, 40·notes]      terms sorted:  ann | anna | annegret | ...   prefix "ann" = a range
 *
 * A list is plain integers that are only compared and added up, which is what makes a search among 30,000 people
 * with notes take milliseconds; a general index that scores each hit as an object took 300.
 *
 * New terms are put in order when there are enough of them; until then they are few and looked through one by one, so
 * that no search ever waits for the order.
 */
import { Spelling } from './spelling';

/** A posting is a document's number, and in its last bits that of a field. */
const fieldBits = 4;
const fieldMask = (1 << fieldBits) - 1;

export const documentOf = (posting: number): number => posting >>> fieldBits;
export const fieldOf = (posting: number): number => posting & fieldMask;

interface Entry {
  readonly term: string;
  readonly postings: number[];
}

/** Gets a term and where it stands. */
export type Visit = (term: string, postings: readonly number[]) => void;

/** So many new terms wait at least, and this share of those that are in order. */
const freshAtLeast = 500;
const freshShare = 1 / 16;

export class TermIndex {
  readonly #entries = new Map<string, Entry>();
  /** Every term there is or was, in order; those of `#fresh` are not in it yet. */
  #sorted: Entry[] = [];
  #fresh: Entry[] = [];

  add(document: number, field: number, terms: Iterable<string>): void {
    const posting = (document << fieldBits) | field;
    for (const term of terms) {
      const entry = this.#entries.get(term);
      if (entry === undefined) this.#begin({ term, postings: [posting] });
      else if (entry.postings.at(-1) !== posting) entry.postings.push(posting);
    }
  }

  /** Takes out what `add` put in with the same arguments. */
  remove(document: number, field: number, terms: Iterable<string>): void {
    const posting = (document << fieldBits) | field;
    for (const term of terms) {
      const list = this.#entries.get(term)?.postings;
      if (list === undefined) continue;
      for (let at = list.indexOf(posting); at >= 0; at = list.indexOf(posting, at)) list.splice(at, 1);
    }
  }

  /** Postings of exactly this term. */
  of(term: string): readonly number[] {
    return this.#entries.get(term)?.postings ?? [];
  }

  /** Every term that begins so, in any order. */
  eachBeginning(prefix: string, visit: Visit): void {
    const begin = this.#firstFrom(prefix);
    const end = this.#firstAfter(prefix, begin);
    for (let at = begin; at < end; at += 1) {
      const { term, postings } = this.#sorted[at]!;
      visit(term, postings);
    }
    for (const { term, postings } of this.#fresh) if (term.startsWith(prefix)) visit(term, postings);
  }

  /** The terms of about this spelling: at most `slips` letters wrong, missing, too many or swapped; the first is right. */
  eachAlike(letters: string, slips: number, visit: Visit): void {
    const spelling = new Spelling(letters, slips);
    const first = letters.slice(0, 1);
    const begin = this.#firstFrom(first);
    const end = this.#firstAfter(first, begin);
    for (let at = begin; at < end;) {
      const { term, postings } = this.#sorted[at]!;
      const { alike, hopeless } = spelling.look(term);
      if (alike) visit(term, postings);
      at = hopeless > 0 ? this.#firstAfter(term.slice(0, hopeless), at) : at + 1;
    }
    for (const { term, postings } of this.#fresh) {
      if (term.startsWith(first) && spelling.look(term).alike) visit(term, postings);
    }
  }

  #begin(entry: Entry): void {
    this.#entries.set(entry.term, entry);
    this.#fresh.push(entry);
    if (this.#fresh.length < Math.max(freshAtLeast, this.#sorted.length * freshShare)) return;
    this.#sorted = merged(this.#sorted, this.#fresh.sort(byTerm));
    this.#fresh = [];
  }

  /** Where the terms are that begin so, or would be. */
  #firstFrom(prefix: string): number {
    return this.#first(0, (term) => term >= prefix);
  }

  /** The first term from `from` on that does not begin so; the one there does, or none. */
  #firstAfter(prefix: string, from: number): number {
    return this.#first(from, (term) => !term.startsWith(prefix));
  }

  /** The first term from `from` on of which this is true; it is true of all after that one. */
  #first(from: number, isTrue: (term: string) => boolean): number {
    let low = from;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isTrue(this.#sorted[middle]!.term)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function byTerm(a: Entry, b: Entry): number {
  return a.term < b.term ? -1 : a.term > b.term ? 1 : 0;
}

function merged(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  const all: Entry[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j >= b.length || (i < a.length && a[i]!.term <= b[j]!.term)) all.push(a[i++]!);
    else all.push(b[j++]!);
  }
  return all;
}
