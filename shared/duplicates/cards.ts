/** What of a contact is compared with others, brought into one spelling once. */
import { foldedName } from '../imports/names';
import { profileOf } from '../imports/match';
import { countryOfPhone, normaliseEmail, normalisePhone } from '../model/addresses';
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import { latin } from './latin';
import { localPart } from './mailboxes';
import { type Reading, Words } from './name-words';

export interface Card {
  /** Its number among the cards. */
  readonly at: number;
  readonly id: string;
  readonly isOrganisation: boolean;
  readonly readings: readonly Reading[];
  /** Of an organisation: its name. */
  readonly organisationName: string;
  readonly emails: readonly string[];
  /** What stands before the @ of those that name a person. */
  readonly mailboxes: readonly string[];
  readonly phones: readonly string[];
  readonly profiles: readonly string[];
  /** Keys of the files that the contact came from, with their formats. */
  readonly keys: readonly string[];
  /** Files in which it stood: one file seldom has a person twice. */
  readonly files: readonly string[];
  readonly organisations: readonly string[];
  readonly titles: readonly string[];
  readonly places: readonly string[];
  readonly streets: readonly string[];
  readonly birthday: string | undefined;
  /** "junior", "senior", "third": which of several of one name in a family. */
  readonly generation: string | undefined;
}

export interface Cards {
  readonly all: readonly Card[];
  readonly words: Words;
}

/** Names of organisations without what says their legal form. */
const legalForms =
  /\b(?:gmbh|ag|inc|ltd|limited|llc|llp|plc|corp|corporation|co|company|sarl|sa|sas|srl|spa|bv|nv|oy|ab|as|kg|se|ev|the)\b/g;

/** Everybody, me included. */
export function* cardsOf(network: OpenNetwork): Steps<Cards> {
  const words = new Words();
  const home = yield* usualCountry(network);
  const all: Card[] = [];
  for (const contact of network.all('contacts')) {
    all.push(cardOf(network, contact, all.length, words, home));
    yield;
  }
  return { all, words };
}

/** Where most numbers with a country are, for numbers without one. */
function* usualCountry(network: OpenNetwork): Steps<string | undefined> {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    const country = countryOfPhone(text);
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + weight);
  };
  // My own number says it best.
  for (const { kind, value } of network.all('myAddresses')) if (kind === 'phone') count(value, 1_000_000);
  for (const { phones } of network.all('contacts')) {
    for (const { value } of phones) count(value, 1);
    yield;
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function cardOf(
  network: OpenNetwork,
  contact: Contact,
  at: number,
  words: Words,
  home: string | undefined,
): Card {
  const { id, emails, phones, urls, organisations, place, postal, birthday } = contact;
  const sources = [...network.index.referring('contacts', id, 'sources')].flatMap(
    (source) => network.get('sources', source) ?? [],
  );
  const isOrganisation = contact.nameDoubt === 'organisation';
  const addresses = distinct(emails.map(({ value }) => normaliseEmail(value)));
  const own = phones.map(({ value }) => countryOfPhone(value)).find((country) => country !== undefined);
  return {
    at,
    id,
    isOrganisation,
    readings: isOrganisation ? [] : words.readingsOf(contact),
    organisationName: isOrganisation ? organisationKey(contact.name.full) : '',
    emails: addresses,
    mailboxes: distinct(addresses.map(localPart)),
    phones: distinct(phones.map(({ value }) => normalisePhone(value, own ?? home))),
    profiles: distinct(urls.map(({ value }) => profileOf(value))),
    keys: distinct(sources.map(({ format, key }) => `${format} ${key}`)),
    files: distinct(
      sources.map(({ batch, file }) => (batch === undefined ? undefined : `${batch} ${file ?? ''}`)),
    ),
    organisations: distinct(organisations.map(({ name }) => organisationKey(name))),
    titles: distinct(organisations.map(({ title }) => spelled(title))),
    places: distinct([spelled(place?.split(',')[0]), ...postal.map(({ locality }) => spelled(locality))]),
    streets: distinct(postal.map(({ street, locality }) => streetOf(street, locality))),
    birthday,
    generation: generationOf(`${contact.name.full} ${contact.name.suffix ?? ''}`),
  };
}

function organisationKey(name: string): string {
  const key = latin(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const short = key.replace(legalForms, ' ').replace(/\s+/g, ' ').trim();
  return short === '' ? key : short;
}

function spelled(text: string | undefined): string | undefined {
  return text === undefined ? undefined : foldedName(latin(text));
}

function streetOf(street: string | undefined, locality: string | undefined): string | undefined {
  if (street === undefined || !/\d/.test(street)) return undefined;
  return `${spelled(street)?.replace(/str\b\.?|strasse\b/, 'str') ?? ''} ${spelled(locality) ?? ''}`.trim();
}

const generations: Readonly<Record<string, string>> = {
  jr: 'junior',
  junior: 'junior',
  sr: 'senior',
  senior: 'senior',
  ii: 'second',
  iii: 'third',
  iv: 'fourth',
};

function generationOf(name: string): string | undefined {
  const words = latin(name).split(/[^a-z]+/);
  return words.flatMap((word) => (Object.hasOwn(generations, word) ? (generations[word] ?? []) : [])).at(-1);
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values)].flatMap((value) => (value === undefined || value === '' ? [] : [value]));
}
