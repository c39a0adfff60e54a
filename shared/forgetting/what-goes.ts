/** What goes when somebody, or mail before a date, is forgotten for good; and which texts would still name somebody. */
import { hasMailBefore } from '../imports/glimpses';
import type { Contact } from '../model/entities';
import type { ReadonlyNetwork } from '../model/network';
import type { Day } from '../time';

/** How much of each there is that would go. */
export interface WhatGoes {
  readonly interactions: number;
  readonly ties: number;
  readonly evidence: number;
  readonly promises: number;
  readonly notes: number;
}

export function goesWith(network: ReadonlyNetwork, contact: string): WhatGoes {
  const ties = [...network.index.referring('contacts', contact, 'ties')];
  const alone = [...network.index.referring('contacts', contact, 'interactions')].filter(
    (id) => network.get('interactions', id)?.with.every((other) => other === contact) === true,
  );
  return {
    interactions: alone.length,
    ties: ties.length,
    evidence: ties.reduce((sum, id) => sum + network.index.referring('ties', id, 'evidence').size, 0),
    promises: network.index.referring('contacts', contact, 'commitments').size,
    notes: network.index.referring('contacts', contact, 'notes').size,
  };
}

/**
 * Mails of imports dated before a day: interactions, evidence of ties, and guessed ties that rest on nothing else. What
 * the user wrote down by hand stays.
 */
export function mailBefore(
  network: ReadonlyNetwork,
  day: Day,
): { readonly ids: string[]; readonly goes: WhatGoes } {
  const interactions = [...network.all('interactions')].filter(
    (one) => one.batch !== undefined && one.channel === 'mail' && one.day < day,
  );
  const isMail = (id: string): boolean => {
    const piece = network.get('evidence', id);
    return piece?.kind === 'mail' && piece.day !== undefined && piece.day < day;
  };
  const evidence: string[] = [];
  const ties: string[] = [];
  for (const tie of network.all('ties')) {
    const all = [...network.index.referring('ties', tie.id, 'evidence')];
    const mails = all.filter(isMail);
    evidence.push(...mails);
    if (tie.state === 'inferred' && mails.length > 0 && mails.length === all.length) ties.push(tie.id);
  }
  const glimpses = [...network.all('glimpses')]
    .filter((glimpse) => glimpse.with.some(({ seen }) => hasMailBefore(seen, day)))
    .map(({ id }) => id);
  return {
    ids: [...interactions.map(({ id }) => id), ...evidence, ...ties, ...glimpses],
    goes: {
      interactions: interactions.length,
      ties: ties.length,
      evidence: evidence.length,
      promises: 0,
      notes: 0,
    },
  };
}

/** Contacts of whom a text written down names somebody: forgetting does not change what was written about others. */
export function textsNaming(network: ReadonlyNetwork, { id, name }: Contact): string[] {
  const full = name.full.trim().toLocaleLowerCase();
  if (full === '') return [];
  const found = new Set<string>();
  const look = (text: string | undefined, about: readonly string[]): void => {
    if (text?.toLocaleLowerCase().includes(full) !== true) return;
    for (const other of about) if (other !== id) found.add(other);
  };
  for (const note of network.all('notes')) look(note.text, [note.contact]);
  for (const one of network.all('interactions')) look(one.summary, one.with);
  for (const one of network.all('commitments')) look(one.text, [one.contact]);
  for (const one of network.all('exchanges')) look(one.text, [one.contact]);
  for (const one of network.all('requests')) look(one.text, [one.contact]);
  return [...found];
}
