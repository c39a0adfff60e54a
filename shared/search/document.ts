/** What of a contact can be searched. Confidential texts are no part of it. */
import type { Contact } from '../model/entities';

export const searchFields = [
  'name',
  'nicknames',
  'organisations',
  'place',
  'tags',
  'emails',
  'more',
  'notes',
] as const;
export type SearchField = (typeof searchFields)[number];

export type SearchDocument = { readonly id: string } & {
  readonly [F in Exclude<SearchField, 'notes'>]: string;
};

/** @returns undefined for a contact with nothing to be found by. */
export function searchDocument(contact: Contact): SearchDocument {
  const { name } = contact;
  const parts = [
    name.full,
    name.given,
    name.family,
    name.additional,
    name.phoneticGiven,
    name.phoneticFamily,
  ];
  return {
    id: contact.id,
    name: joined(new Set(parts)),
    nicknames: joined(contact.nicknames),
    organisations: joined(contact.organisations.flatMap(({ name, title }) => [name, title])),
    place: joined([contact.place, ...contact.postal.flatMap(({ locality, country }) => [locality, country])]),
    tags: joined(contact.tags),
    emails: joined(contact.emails.map(({ value }) => value)),
    more: joined([
      contact.industry,
      ...contact.interests,
      ...contact.canHelpWith,
      ...contact.lookingFor,
      contact.howMet?.text,
    ]),
  };
}

function joined(parts: Iterable<string | undefined>): string {
  return [...parts].filter((part) => part !== undefined && part !== '').join(' \n ');
}
