/** Finding the contact that a row means: by mail address and profile, by exact name, or only alike by name. */
import { addressKey, normalisePhone, normaliseProfile } from '../model/addresses';
import type { Contact } from '../model/entities';
import { exactName, foldedName, isFullName } from './names';
import { PlaceIndex } from './place-index';
import type { Staged } from './staged';

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

/** The page of one person that an address leads to, in one spelling. */
export function profileOf(url: string): string | undefined {
  const address = normaliseProfile(url) ?? '';
  return profilePages.map((pattern) => pattern.exec(address)?.[0]).find((match) => match !== undefined);
}

/** Contacts by what they can be recognised by; knows those that the import adds, too. */
export class PeopleIndex {
  readonly #contacts: Staged<'contacts'>;
  /** By mail address and profile, by number and name together, by exact name, and by name but for case and marks. */
  readonly #byText: PlaceIndex;
  /** Those that are there, and of the others their places among what is added. */
  readonly #standing: string[] = [];

  /** @param contacts as they are now */
  constructor(contacts: Staged<'contacts'>, seed: number) {
    this.#contacts = contacts;
    this.#byText = new PlaceIndex(seed);
  }

  /** To be called once the contact is among the contacts. */
  add(contact: Contact): void {
    this.#enter(contact.id, textsOf(contact));
  }

  /** A contact has become another: what it no longer has does not lead to it any more. */
  replace(before: Contact, after: Contact): void {
    const had = new Set(textsOf(before));
    this.#enter(
      after.id,
      textsOf(after).filter((text) => !had.has(text)),
    );
  }

  /** Whom these keys belong to: nobody, one, or (of more) the first two. */
  withKeys(keys: readonly string[]): readonly string[] {
    const found = new Set<string>();
    for (const key of keys) {
      for (const { id } of this.#with(key)) {
        found.add(id);
        if (found.size > 1) return [...found];
      }
    }
    return [...found];
  }

  /** Whom a number and a name, but for case and marks, belong to: nobody, one, or (of more) the first two. */
  withPhoneAndName({ phones = [] }: Partial<Pick<Contact, 'phones'>>, name: string): readonly string[] {
    return this.withKeys(phoneTexts(phones, name));
  }

  /** Whom a name belongs to as it is: so many of them at most. */
  withExactName(name: string, most: number): readonly string[] {
    const found = new Set<string>();
    for (const { id } of this.#with(exactText(name))) {
      found.add(id);
      if (found.size >= most) break;
    }
    return [...found];
  }

  /** The first whose name is alike. */
  withNameLike(name: string): string | undefined {
    for (const { id } of this.#with(likeText(name))) return id;
    return undefined;
  }

  hasNameLike(id: string, name: string): boolean {
    const contact = this.#contacts.get(id);
    return contact !== undefined && isNamed(contact) && likeText(contact.name.full) === likeText(name);
  }

  *#with(text: string): Generator<Contact, void, undefined> {
    for (const place of this.#byText.maybe(text)) {
      const contact = this.#at(place);
      if (contact !== undefined && textsOf(contact).includes(text)) yield contact;
    }
  }

  #at(place: number): Contact | undefined {
    if (place % 2 === 1) return this.#contacts.added((place - 1) / 2);
    const id = this.#standing[place / 2];
    return id === undefined ? undefined : this.#contacts.get(id);
  }

  #enter(id: string, texts: readonly string[]): void {
    if (texts.length === 0) return;
    const added = this.#contacts.placeOf(id);
    if (added === undefined) this.#standing.push(id);
    const place = added === undefined ? (this.#standing.length - 1) * 2 : added * 2 + 1;
    for (const text of texts) this.#byText.add(text, place);
  }
}

/** All by which a contact is found. */
function textsOf(contact: Contact): string[] {
  const { full } = contact.name;
  return [
    ...personalKeys(contact),
    ...(isNamed(contact) ? [exactText(full), likeText(full), ...phoneTexts(contact.phones, full)] : []),
  ];
}

/** "Maria", known as somebody's wife, is hardly every Maria that another file names. */
function isNamed({ name, stub }: Contact): boolean {
  return name.full !== '' && (stub !== true || isFullName(name.full));
}

function exactText(name: string): string {
  return `name:${exactName(name)}`;
}

function likeText(name: string): string {
  return `like:${foldedName(name)}`;
}

/** Numbers in their international form with the name. A household may share one: alone they say nothing about who it is. */
function phoneTexts(phones: Contact['phones'], name: string): string[] {
  const folded = foldedName(name);
  return phones.flatMap(({ value }) => {
    const number = normalisePhone(value);
    return number === undefined ? [] : [`phone:${number} ${folded}`];
  });
}
