/** What can be decided about two contacts; each is one edit, and its toast takes it back. */
import { mostMerges } from '../../../shared/commands/merge';
import type { Choices } from '../../../shared/commands/merged-fields';
import type { DuplicatePair } from '../../../shared/duplicates/answers';
import { many, nameOf } from '../../app/words';
import type { Session } from '../../network/session';

/** @returns whether it was done; a refusal is shown */
export async function mergePair(
  session: Session,
  into: string,
  gone: string,
  keep: Choices,
): Promise<boolean> {
  const done = `${nameIn(session, gone)} and ${nameIn(session, into)} are one`;
  return (await session.tell('contact.merge', { into, gone, keep }, { done })) !== undefined;
}

export async function keepApart(session: Session, a: string, b: string): Promise<boolean> {
  const done = `${nameIn(session, a)} and ${nameIn(session, b)} are two people`;
  return (await session.tell('pair-decision.add', { a, b, kind: 'not-same' }, { done })) !== undefined;
}

/** It comes again once one of the two cards changes, or in some weeks. */
export async function decideLater(session: Session, a: string, b: string): Promise<boolean> {
  const done = `${nameIn(session, a)} and ${nameIn(session, b)} are put off`;
  return (await session.tell('pair.same-later', { a, b }, { done })) !== undefined;
}

/** As many as one edit takes. */
export function certainOf(pairs: readonly DuplicatePair[]): readonly DuplicatePair[] {
  return pairs.filter(({ certain }) => certain).slice(0, mostMerges);
}

export function certainWords(pairs: readonly DuplicatePair[]): string {
  const all = pairs.filter(({ certain }) => certain).length;
  if (all > mostMerges) return `Merge ${mostMerges} of the ${all} that are certain`;
  return `Merge the ${all === 1 ? 'one that is' : `${all} that are`} certain`;
}

export async function mergeCertain(session: Session, pairs: readonly DuplicatePair[]): Promise<void> {
  const args = { pairs: pairs.map(({ a, b }) => ({ into: a.id, gone: b.id })) };
  // They were shown before; in a small network they may be more than half of it.
  await session.tell('contact.merge-many', args, {
    done: `${many(pairs.length, 'pair', 'pairs')} merged`,
    sure: true,
  });
}

function nameIn({ replica }: Session, id: string): string {
  const contact = replica.network.get('contacts', id);
  return contact === undefined ? 'Somebody' : nameOf(contact);
}
