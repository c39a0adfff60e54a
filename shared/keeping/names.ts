/** What people are called in sentences about keeping in touch. */
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { callName } from '../words';

export interface Speaking {
  readonly network: OpenNetwork;
  readonly today: string;
  readonly locale: string;
}

/** The name, else what else is known of somebody. */
export function fullName({ network }: Speaking, id: string): string {
  const contact = network.get('contacts', id);
  return contact === undefined ? 'Somebody' : nameOf(contact);
}

export function shortName({ network }: Speaking, id: string): string {
  const contact = network.get('contacts', id);
  if (contact === undefined || !isSomething(contact.name.full))
    return fullName({ network, today: '', locale: '' }, id);
  return callName(contact.name);
}

/** For whoever has the contact at hand. */
export function nameOf({ name, nicknames, emails, organisations }: Contact): string {
  if (isSomething(name.full)) return name.full;
  return nicknames[0] ?? emails[0]?.value ?? organisations[0]?.name ?? 'Without a name';
}

/** Not only blanks and control characters, of which nothing would be seen. */
function isSomething(text: string): boolean {
  return /[^\s\p{Cc}]/u.test(text);
}
