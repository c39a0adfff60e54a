/** Who probably knows a person: those who share organisation, place, tags or acquaintances. An order, never a claim. */
import type { Contact } from '../../../shared/model/entities';
import type { ReadonlyNetwork } from '../../../shared/model/network';

/** Whom a contact knows. */
export function knownTo(network: ReadonlyNetwork, contact: string): ReadonlySet<string> {
  const known = new Set<string>();
  for (const id of network.index.referring('contacts', contact, 'ties')) {
    const tie = network.get('ties', id);
    if (tie?.state === 'known') known.add(tie.a === contact ? tie.b : tie.a);
  }
  return known;
}

/** @returns how much another shares with the person; 0 for nothing that is recorded. */
export function sharedWith(network: ReadonlyNetwork, person: Contact): (other: Contact) => number {
  const organisations = new Set(person.organisations.map(({ name }) => name.toLowerCase()));
  const tags = new Set(person.tags);
  const friends = knownTo(network, person.id);
  const friendsOfFriends = new Map<string, number>();
  for (const friend of friends) {
    for (const id of knownTo(network, friend)) friendsOfFriends.set(id, (friendsOfFriends.get(id) ?? 0) + 1);
  }
  return (other) => {
    let shared = 0;
    if (other.organisations.some(({ name }) => name !== '' && organisations.has(name.toLowerCase())))
      shared += 3;
    shared += 2 * Math.min(3, friendsOfFriends.get(other.id) ?? 0);
    shared += other.tags.filter((tag) => tags.has(tag)).length;
    if (person.place !== undefined && other.place === person.place) shared += 1;
    if (person.industry !== undefined && other.industry === person.industry) shared += 0.5;
    return shared;
  };
}
