/** Whom a path may end at: one contact, or everybody of an organisation, a place, an industry or a tag. */
import { KithmapError } from '../errors';
import { nameOf } from '../keeping/names';
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { fold } from '../search/fold';
import type { Steps } from '../steps';
import type { Day } from '../time';
import type { GroupKind, PathTarget } from './answers';

export interface Targets {
  readonly contacts: readonly Contact[];
  /** As one says it: "Ana Silva", "Novartis", "Basel". */
  readonly name: string;
}

const words: Readonly<Record<GroupKind, string>> = {
  organisation: 'at',
  place: 'in',
  industry: 'in the industry',
  tag: 'with the tag',
};

/** "at Novartis", "with the tag choir". */
export function sayGroup(kind: GroupKind, value: string): string {
  return `${words[kind]} ${value}`;
}

/** @throws KithmapError with the nearest useful thing where there is nobody to lead to */
export function* targetsOf(network: OpenNetwork, to: PathTarget, asOf: Day): Steps<Targets> {
  if (to.kind === 'contact') return oneTarget(network, to.id);
  const sought = keyOf(to.value);
  const contacts: Contact[] = [];
  const alike = new Set<string>();
  let name = to.value;
  let archived = 0;
  for (const contact of network.all('contacts')) {
    yield;
    for (const value of valuesOf(contact, to.kind, asOf)) {
      if (!isValue(value, to.kind, sought)) {
        if (keyOf(value).includes(sought) || sought.includes(keyOf(value))) alike.add(value);
        continue;
      }
      if (contact.archived === true) archived++;
      else {
        if (keyOf(value) === sought) name = value;
        contacts.push(contact);
        break;
      }
    }
  }
  if (contacts.length > 0) return { contacts, name };
  if (archived > 0) {
    throw new KithmapError(
      'conflict',
      `Everybody ${sayGroup(to.kind, to.value)} is archived. Bring one of them back first.`,
    );
  }
  const meant = [...alike].sort((a, b) => a.length - b.length).slice(0, 3);
  const hint = meant.length === 0 ? '' : ` Did you mean ${meant.map((one) => `“${one}”`).join(' or ')}?`;
  throw new KithmapError(
    'not-found',
    `Nobody in your network is ${sayGroup(to.kind, `“${to.value}”`)}.${hint}`,
  );
}

function oneTarget(network: OpenNetwork, id: string): Targets {
  const contact = network.get('contacts', id);
  if (contact === undefined) {
    throw new KithmapError('not-found', 'This contact is no longer in your network.');
  }
  if (contact.archived === true) {
    throw new KithmapError('conflict', `${nameOf(contact)} is archived. Bring them back to look for paths.`);
  }
  return { contacts: [contact], name: nameOf(contact) };
}

/** What a contact has of a kind; of organisations those that are not over. */
export function valuesOf(contact: Contact, kind: GroupKind, asOf: Day): readonly string[] {
  switch (kind) {
    case 'organisation':
      return contact.organisations
        .filter(({ to }) => to === undefined || to.startsWith('--') || asOf.slice(0, to.length) <= to)
        .map(({ name }) => name);
    case 'place':
      return contact.place === undefined ? [] : [contact.place];
    case 'industry':
      return contact.industry === undefined ? [] : [contact.industry];
    case 'tag':
      return contact.tags;
  }
}

/** A place is also named by what stands before its first comma. */
function isValue(value: string, kind: GroupKind, sought: string): boolean {
  const key = keyOf(value);
  return key === sought || (kind === 'place' && keyOf(value.split(',')[0] ?? '') === sought);
}

export function keyOf(value: string): string {
  return fold(value.trim());
}
