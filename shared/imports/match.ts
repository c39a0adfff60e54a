/** Finding the contact that a row means: by mail address and profile, by exact name, or only alike by name. */
import { addressKey, normalisePhone, normaliseProfile } from '../model/addresses';
import type { Contact } from '../model/entities';
import type { ReadonlyNetwork } from '../model/network';
import { exactName, foldedName, isFullName } from './names';

/** Pages that belong to one person each; the home page of a firm tells nobody apart. */
const profilePages = [
  /^linkedin\.com\/(?:in|pub)\/[^/]+/,
  /^xing\.com\/profile\/[^/]+/,
  /^orcid\.org\/[\dx-]{19}/,
];

/** Mail addresses and profiles of a card, each in a form in which two spellings are equal. */
export function personalKeys(contact: Partial<Pick<Contact, 'emails' | 'urls'>>): string[] {
  const keys = (contact.emails ?? []).map(({ value }) => addressKey('email', value));
  for (const { value } of contact.urls ?? []) {
    const page = profileOf(value);
    if (page !== undefined) keys.push(`url:${page}`);
  }
  return [...new Set(keys)];
}

/** Numbers of a card in their international form. A household may share one: alone they say nothing about who it is. */
function phoneKeys({ phones = [] }: Partial<Pick<Contact, 'phones'>>): string[] {
  return phones.flatMap(({ value }) => normalisePhone(value) ?? []).map((number) => `phone:${number}`);
}

/** The page of one person that an address leads to, in one spelling. */
export function profileOf(url: string): string | undefined {
  const address = normaliseProfile(url) ?? '';
  return profilePages.map((pattern) => pattern.exec(address)?.[0]).find((match) => match !== undefined);
}

/** Contacts by what they can be recognised by; knows those that the import adds, too. */
export class PeopleIndex {
  readonly #byKey = new Map<string, Set<string>>();
  readonly #byExactName = new Map<string, Set<string>>();
  readonly #byFoldedName = new Map<string, Set<string>>();

  constructor(network: ReadonlyNetwork) {
    for (const contact of network.all('contacts')) this.add(contact);
  }

  add(contact: Contact): void {
    for (const key of keysOf(contact)) put(this.#byKey, key, contact.id);
    // "Maria", known as somebody's wife, is hardly every Maria that another file names.
    if (contact.name.full === '' || (contact.stub === true && !isFullName(contact.name.full))) return;
    put(this.#byExactName, exactName(contact.name.full), contact.id);
    put(this.#byFoldedName, foldedName(contact.name.full), contact.id);
  }

  /** A contact has become another: what it no longer has does not lead to it any more. */
  replace(before: Contact, after: Contact): void {
    for (const key of keysOf(before)) this.#byKey.get(key)?.delete(before.id);
    this.#byExactName.get(exactName(before.name.full))?.delete(before.id);
    this.#byFoldedName.get(foldedName(before.name.full))?.delete(before.id);
    this.add(after);
  }

  /** Whom these keys belong to: nobody, one, or (of more) the first two. */
  withKeys(keys: readonly string[]): readonly string[] {
    const found = new Set<string>();
    for (const key of keys) {
      for (const id of this.#byKey.get(key) ?? []) {
        found.add(id);
        if (found.size > 1) return [...found];
      }
    }
    return [...found];
  }

  /** Whom a number and a name, but for case and marks, belong to. */
  withPhoneAndName(card: Partial<Pick<Contact, 'phones'>>, name: string): readonly string[] {
    const keys = phoneKeys(card);
    if (keys.length === 0) return [];
    return [...this.withNameLike(name)].filter((id) => keys.some((key) => this.#byKey.get(key)?.has(id)));
  }

  withExactName(name: string): ReadonlySet<string> {
    return this.#byExactName.get(exactName(name)) ?? nobody;
  }

  withNameLike(name: string): ReadonlySet<string> {
    return this.#byFoldedName.get(foldedName(name)) ?? nobody;
  }
}

function keysOf(contact: Contact): string[] {
  return [...personalKeys(contact), ...phoneKeys(contact)];
}

const nobody: ReadonlySet<string> = new Set();

function put(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, new Set([id]));
  else ids.add(id);
}
