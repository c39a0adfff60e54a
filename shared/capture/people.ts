/**
 * Who can be named in a capture: whom a written name means, and who is offered while one is being typed. Kept by
 * `put` and `delete` as contacts change, so that neither ever walks all people.
 */
import type { Contact } from '../model/entities';
import { documentOf, fieldOf, TermIndex } from '../search/term-index';
import type { Person } from './capture';
import { nameKey } from './name-key';

/** What reading a capture needs to know of people. */
export interface People {
  /** Those whom exactly this name means, the best reading of it alone; several where it does not tell. */
  named(name: string): {
    readonly people: readonly Person[];
    /** Not by a name of theirs. */ readonly loose: boolean;
  };
  person(id: string): Person | undefined;
  /** The owner of the network, who is part of every capture and named in none. */
  readonly me?: string;
}

/** What of a contact a capture looks at. */
export type Nameable = Pick<Contact, 'id' | 'name' | 'nicknames' | 'organisations'> &
  Partial<Pick<Contact, 'place' | 'archived' | 'stub'>>;

/** How well a written name fits: the whole name or a nickname, the first name, another part, the organisation. */
const fits = { whole: 0, given: 1, part: 2, organisation: 3 } as const;
type Fit = (typeof fits)[keyof typeof fits];
const unfit = 255;

interface Entry {
  readonly number: number;
  readonly contact: Nameable;
  readonly person: Person;
  readonly keys: ReadonlyMap<string, Fit>;
  readonly folded: string;
}

export class PeopleIndex implements People {
  readonly #entries = new Map<string, Entry>();
  readonly #byNumber: (Entry | undefined)[] = [];
  readonly #free: number[] = [];
  /** By name key, then by id. */
  readonly #named = new Map<string, Map<string, Fit>>();
  /** The beginnings of the words of names; the field is how well they fit. */
  readonly #words = new TermIndex();
  readonly #lastContact: (id: string) => string | undefined;
  /** The owner of the network: never offered, and meant only by a name that nobody else has. */
  me: string | undefined;

  /** @param lastContact the day of the last contact with somebody: who was met lately is offered first. */
  constructor(lastContact: (id: string) => string | undefined = () => undefined) {
    this.#lastContact = lastContact;
  }

  /** A contact is new or different. */
  put(contact: Nameable): void {
    this.delete(contact.id);
    const number = this.#free.pop() ?? this.#byNumber.length;
    const keys = keysOf(contact);
    const entry = {
      number,
      contact,
      person: personOf(contact),
      keys,
      folded: nameKey(contact.name.full),
    };
    this.#entries.set(contact.id, entry);
    this.#byNumber[number] = entry;
    for (const [key, fit] of keys) {
      const ids = this.#named.get(key);
      if (ids === undefined) this.#named.set(key, new Map([[contact.id, fit]]));
      else ids.set(contact.id, fit);
    }
    for (const [fit, words] of wordsOf(contact)) this.#words.add(number, fit, words);
  }

  delete(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    this.#byNumber[entry.number] = undefined;
    this.#free.push(entry.number);
    for (const key of entry.keys.keys()) {
      const ids = this.#named.get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.#named.delete(key);
    }
    for (const [fit, words] of wordsOf(entry.contact)) this.#words.remove(entry.number, fit, words);
  }

  person(id: string): Person | undefined {
    return this.#entries.get(id)?.person;
  }

  named(name: string): { people: readonly Person[]; loose: boolean } {
    const found = [...(this.#named.get(nameKey(name)) ?? [])];
    const best = Math.min(...found.map(([, fit]) => fit));
    const fitting = found.flatMap(([id, fit]) => (fit === best ? (this.#entries.get(id) ?? []) : []));
    const others = fitting.filter(({ contact }) => contact.id !== this.me);
    const entries = others.length > 0 || best === fits.organisation ? others : fitting;
    const current = entries.filter(({ contact }) => contact.archived !== true);
    const meant = current.length === 1 ? current : entries;
    return {
      people: meant.toSorted((a, b) => this.#order(a, b)).map(({ person }) => person),
      loose: best === fits.organisation,
    };
  }

  /**
   * Whom somebody may be about to name: every word typed begins a word of a name, nickname or organisation. First
   * those whose name fits, then by nickname, then by organisation; of these who was met lately, then by name.
   */
  complete(typed: string, limit: number): Person[] {
    const words = nameKey(typed)
      .split(' ')
      .filter((word) => word !== '');
    const best = new Best(limit, (a, b) => this.#order(a, b));
    if (words.length === 0) {
      for (const entry of this.#entries.values()) if (entry.contact.id !== this.me) best.offer(entry, 0);
      return best.people();
    }
    const whole = words.join(' ');
    const fit = this.#fitsOf(words);
    for (const [number, one] of fit.entries()) {
      const entry = one === unfit ? undefined : this.#byNumber[number];
      if (entry !== undefined && entry.contact.id !== this.me)
        best.offer(entry, 2 * one + (entry.folded.startsWith(whole) ? 0 : 1));
    }
    return best.people();
  }

  /** By number, how well somebody fits all of these words, the last of which may be a beginning; `unfit` for not. */
  #fitsOf(words: readonly string[]): Uint8Array {
    let ranks = new Uint8Array(this.#byNumber.length);
    for (const [at, word] of words.entries()) {
      const found = new Uint8Array(ranks.length).fill(unfit);
      const visit = (_term: string, postings: readonly number[]): void => {
        for (const posting of postings) {
          const number = documentOf(posting);
          const rank = Math.max(ranks[number] ?? unfit, fieldOf(posting));
          if (rank < (found[number] ?? 0)) found[number] = rank;
        }
      };
      if (at === words.length - 1) this.#words.eachBeginning(word, visit);
      else visit(word, this.#words.of(word));
      ranks = found;
    }
    return ranks;
  }

  #order(a: Entry, b: Entry): number {
    const lastA = this.#lastContact(a.person.id) ?? '';
    const lastB = this.#lastContact(b.person.id) ?? '';
    if (lastA !== lastB) return lastA > lastB ? -1 : 1;
    if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1;
    return a.person.id < b.person.id ? -1 : 1;
  }
}

/** The few best of many, kept in order. */
class Best {
  readonly #limit: number;
  readonly #order: (a: Entry, b: Entry) => number;
  readonly #best: { readonly entry: Entry; readonly rank: number }[] = [];

  constructor(limit: number, order: (a: Entry, b: Entry) => number) {
    this.#limit = limit;
    this.#order = order;
  }

  /** @param fit less is better; those who are archived come after all others */
  offer(entry: Entry, fit: number): void {
    const rank = entry.contact.archived === true ? fit + 100 : fit;
    const comesBefore = (other: { entry: Entry; rank: number }): boolean =>
      rank === other.rank ? this.#order(entry, other.entry) < 0 : rank < other.rank;
    const last = this.#best.at(-1);
    if (this.#best.length >= this.#limit && last !== undefined && !comesBefore(last)) return;
    const at = this.#best.findIndex(comesBefore);
    this.#best.splice(at < 0 ? this.#best.length : at, 0, { entry, rank });
    if (this.#best.length > this.#limit) this.#best.pop();
  }

  people(): Person[] {
    return this.#best.map(({ entry }) => entry.person);
  }
}

function personOf({ id, name, organisations, place }: Nameable): Person {
  const current = organisations.find(({ to, name }) => to === undefined && name !== '');
  const about = current?.name ?? place;
  return { id, name: name.full, ...(about === undefined ? {} : { about }) };
}

/** Small words of names that name nobody. */
const particles = new Set(
  'van von der den de da do dos das di du del della la le el al bin ibn bint abu ter ten zu and y e'.split(
    ' ',
  ),
);

/** Every name that means this contact, with the best of its fits. */
function keysOf({ name, nicknames, organisations }: Nameable): Map<string, Fit> {
  const keys = new Map<string, Fit>();
  const addKey = (key: string, fit: Fit): void => {
    if (key !== '' && fit < (keys.get(key) ?? Number.POSITIVE_INFINITY)) keys.set(key, fit);
  };
  const add = (text: string | undefined, fit: Fit): void => addKey(nameKey(text ?? ''), fit);
  for (const text of [name.full, ...nicknames]) add(text, fits.whole);
  add(name.given, fits.given);
  add(name.family, fits.part);
  const words = nameKey(name.full).split(' ').slice(0, 10);
  for (const [at, word] of words.entries()) {
    // "Anna Maria" of Anna Maria Rossi, "van der Berg" of Jan van der Berg.
    if (name.given === undefined || at > 0) addKey(words.slice(0, at + 1).join(' '), fits.given);
    addKey(words.slice(at).join(' '), fits.part);
    if (Array.from(word).length > 1 && !particles.has(word)) addKey(word, fits.part);
  }
  for (const organisation of organisations) add(organisation.name, fits.organisation);
  return keys;
}

/** Words by fit, as they are completed; a name of several words also by its parts after a hyphen. */
function wordsOf({ name, nicknames, organisations }: Nameable): [Fit, Set<string>][] {
  const words = (...texts: readonly (string | undefined)[]): Set<string> =>
    new Set(
      texts
        .flatMap((text) => nameKey(text ?? '').split(' '))
        .flatMap((word) => [word, ...word.split(/[-'·・]/), ...innerParts(word)])
        .filter((word) => word !== ''),
    );
  return [
    [fits.whole, words(name.full, name.given, name.family)],
    [fits.given, words(...nicknames)],
    [fits.organisation, words(...organisations.map((organisation) => organisation.name))],
  ];
}

/** A name in a script without blanks is found by any part of it: 王小明 by 小明. */
function innerParts(word: string): string[] {
  if (!unspaced.test(word)) return [];
  const characters = Array.from(word);
  return characters.map((_, at) => characters.slice(at).join(''));
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
