/** People who are new in the network and with whom nothing has followed yet. */
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { addDays, type Day, isDay } from '../time';
import type { KeptPeople } from './kept-people';
import { isReal } from './real-contact';
import { rowsOf } from './rows';

export interface NewConnection {
  readonly contact: string;
  /** When we met or connected. */
  readonly day: Day;
  readonly through?: string;
}

/** For so many days somebody is new. */
const newFor = 28;
/** More contacts than this, and it was followed up. */
const mostContacts = 1;

/** Oldest first, so that later ones do not change whose turn it is. @param before only who came before this day */
export function newConnections(network: OpenNetwork, people: KeptPeople, before: Day): NewConnection[] {
  const found: NewConnection[] = [];
  for (const id of people.withFewContacts()) {
    const connection = newConnectionOf(network, people, id, before);
    if (connection !== undefined) found.push(connection);
  }
  return found.sort((a, b) => (a.day === b.day ? (a.contact < b.contact ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function newConnectionOf(
  network: OpenNetwork,
  people: KeptPeople,
  id: string,
  before: Day,
): NewConnection | undefined {
  const contact = network.get('contacts', id);
  if (contact === undefined || id === people.rules.me || contact.stub === true) return undefined;
  if (contact.archived === true || contact.neverRemind === true) return undefined;
  const contacts: Day[] = [];
  for (const interaction of rowsOf(network, 'interactions', id)) {
    if (interaction.day >= before || !isReal(interaction)) continue;
    // Somebody known for longer who was only written down now.
    if (addDays(interaction.day, newFor) < before) return undefined;
    contacts.push(interaction.day);
  }
  if (contacts.length > mostContacts) return undefined;
  const [first] = contacts.sort();
  const day = connectedOn(network, contact, first, addDays(before, -newFor));
  if (day === undefined || day >= before || addDays(day, newFor) < before) return undefined;
  const through = contact.howMet?.through;
  return { contact: id, day, ...(through === undefined ? {} : { through }) };
}

/**
 * When we met, whenever that was: as it is written; else the first contact, where that was within four weeks of the day
 * on which they were written down. Before, they were known for longer; after, that was no first meeting.
 */
export function metOn(network: OpenNetwork, contact: Contact, first: Day | undefined): Day | undefined {
  const { stub, howMet, createdAt } = contact;
  if (stub === true) return undefined;
  const created = createdAt.slice(0, 10);
  if (howMet?.on === undefined && first !== undefined && addDays(first, newFor) < created) return undefined;
  const meant = first !== undefined && first <= addDays(created, newFor) ? first : undefined;
  return connectedOn(network, contact, meant);
}

/**
 * When we met: as it is written; else, of somebody who was written down since `lately`, the first contact or that day.
 * @param first the day of the first contact
 */
function connectedOn(
  network: OpenNetwork,
  { howMet, createdAt, id }: Contact,
  first: Day | undefined,
  lately?: Day,
): Day | undefined {
  if (howMet?.on !== undefined) return isDay(howMet.on) ? howMet.on : undefined;
  const created = createdAt.slice(0, 10);
  // A file that was brought in makes nobody a new connection, and a name alone neither.
  const imported = network.index.referring('contacts', id, 'sources').size > 0;
  if (imported || (lately !== undefined && created < lately)) return undefined;
  if (first !== undefined) return first;
  const told = howMet?.through !== undefined || howMet?.place !== undefined || howMet?.text !== undefined;
  return told ? created : undefined;
}
