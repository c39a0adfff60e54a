/** What the writers ask of a network; the confidential texts have no place in it. */
import type { OpenNetwork } from '../model/network';
import type { Tie } from '../model/entities';

/** The ties of a contact, each with the other end. */
export function tiesOf(network: OpenNetwork, contact: string): { tie: Tie; other: string }[] {
  const found: { tie: Tie; other: string }[] = [];
  for (const id of network.index.referring('contacts', contact, 'ties')) {
    const tie = network.get('ties', id);
    if (tie === undefined || (tie.a !== contact && tie.b !== contact)) continue;
    found.push({ tie, other: tie.a === contact ? tie.b : tie.a });
  }
  return found;
}

/** What was written down about a contact; a confidential note has its text elsewhere. */
export function openNotesOf(network: OpenNetwork, contact: string): string[] {
  return [...network.index.referring('contacts', contact, 'notes')]
    .map((id) => network.get('notes', id))
    .map((note) => note?.text ?? '')
    .filter((text) => text.trim() !== '');
}
