/**
 * What was put off of two people: whether they are one person, whether they know each other. It rests until what speaks
 * for it changes, or for four weeks.
 */
import { digestOf } from './formats/digest';
import type { Contact, PairDecision, Tie } from './model/entities';
import { pairKey } from './model/indices';
import type { OpenNetwork } from './model/network';
import { addDays, type Day } from './time';

export const putOffDays = 28;

/** The pairs of which it was put off whether they are one person, by `pairKey`. */
export function putOffPairs(network: OpenNetwork, today: Day): ReadonlySet<string> {
  const found = new Set<string>();
  for (const decision of network.all('pairDecisions')) {
    if (decision.kind !== 'same-later' || !isRecent(decision, today)) continue;
    const [a, b] = [network.get('contacts', decision.a), network.get('contacts', decision.b)];
    if (a !== undefined && b !== undefined && decision.seen === sameMark(a, b))
      found.add(pairKey(a.id, b.id));
  }
  return found;
}

/** The guessed ties about which one was not sure. */
export function putOffTies(network: OpenNetwork, today: Day): ReadonlySet<string> {
  const found = new Set<string>();
  for (const decision of network.all('pairDecisions')) {
    if (decision.kind !== 'tied-later' || !isRecent(decision, today)) continue;
    const id = network.index.tieBetween(decision.a, decision.b);
    const tie = id === undefined ? undefined : network.get('ties', id);
    if (tie?.state === 'inferred' && decision.seen === tiedMark(tie)) found.add(tie.id);
  }
  return found;
}

function isRecent({ day }: PairDecision, today: Day): boolean {
  return today < addDays(day, putOffDays);
}

const told = 'name nicknames nameDoubt emails phones urls organisations place postal birthday'.split(' ');

/** A mark of what two cards say of who they are, the same whichever comes first. */
export function sameMark(a: Contact, b: Contact): string {
  return [markOf(a), markOf(b)].sort().join(' ');
}

function markOf(contact: Contact): string {
  const values = told.map((field): unknown => Reflect.get(contact, field));
  return digestOf([JSON.stringify(values)]);
}

/** A guess keeps how sure it is by all that it rests on. */
export function tiedMark({ confidence, kind }: Tie): string {
  return `${confidence ?? ''} ${kind ?? ''}`.trim();
}
