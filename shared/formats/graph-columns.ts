/** What graph tools are told of each contact and each tie, whatever the form. */
import type { Contact, Tie } from '../model/entities';

export interface GraphColumn<T> {
  readonly name: string;
  readonly type: 'string' | 'double';
  readonly of: (entity: T) => string | number | undefined;
}

/** Lists stand one item a line, so that a comma or semicolon in one is no separator. */
const lines = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.map((value) => value.replace(/\s*\n\s*/g, ' ')).join('\n');

export const nodeColumns: readonly GraphColumn<Contact>[] = [
  { name: 'name', type: 'string', of: (contact) => contact.name.full },
  { name: 'given name', type: 'string', of: (contact) => contact.name.given },
  { name: 'family name', type: 'string', of: (contact) => contact.name.family },
  { name: 'nicknames', type: 'string', of: (contact) => lines(contact.nicknames) },
  { name: 'emails', type: 'string', of: (contact) => lines(contact.emails.map((email) => email.value)) },
  { name: 'phones', type: 'string', of: (contact) => lines(contact.phones.map((phone) => phone.value)) },
  { name: 'urls', type: 'string', of: (contact) => lines(contact.urls.map((url) => url.value)) },
  { name: 'organisation', type: 'string', of: (contact) => contact.organisations[0]?.name },
  { name: 'department', type: 'string', of: (contact) => contact.organisations[0]?.department },
  { name: 'title', type: 'string', of: (contact) => contact.organisations[0]?.title },
  { name: 'industry', type: 'string', of: (contact) => contact.industry },
  { name: 'place', type: 'string', of: (contact) => contact.place },
  { name: 'tags', type: 'string', of: (contact) => lines(contact.tags) },
  { name: 'interests', type: 'string', of: (contact) => lines(contact.interests) },
  { name: 'birthday', type: 'string', of: (contact) => contact.birthday },
  { name: 'circle', type: 'string', of: (contact) => contact.circle },
];

export const edgeColumns: readonly GraphColumn<Tie>[] = [
  { name: 'weight', type: 'double', of: (tie) => tie.weight },
  { name: 'kind', type: 'string', of: (tie) => tie.kind },
  { name: 'state', type: 'string', of: (tie) => tie.state },
  { name: 'confidence', type: 'double', of: (tie) => tie.confidence },
  { name: 'closeness', type: 'double', of: (tie) => tie.closeness },
  { name: 'since', type: 'string', of: (tie) => tie.since },
];

/** The columns that say something of this one. */
export function valuesOf<T>(
  columns: readonly GraphColumn<T>[],
  entity: T,
): { readonly name: string; readonly value: string | number }[] {
  return columns.flatMap(({ name, of }) => {
    const value = of(entity);
    return value === undefined || value === '' ? [] : [{ name, value }];
  });
}
