/** Saying of two people that they know each other: a new tie, or a guess that is one no more. */
import { nameOf } from '../app/words';
import type { Session } from '../network/session';

export async function knowEachOther(session: Session, a: string, b: string): Promise<void> {
  const { network } = session.replica;
  const standing = network.get('ties', network.index.tieBetween(a, b) ?? '');
  const named = (id: string): string => {
    const contact = network.get('contacts', id);
    return contact === undefined ? 'They' : nameOf(contact);
  };
  const done = `${named(a)} and ${named(b)} know each other`;
  if (standing === undefined) await session.tell('tie.add', { a, b }, { done });
  else if (standing.state === 'known') session.toasts.say(`${done} already.`);
  else await session.tell('tie.confirm', { id: standing.id }, { done });
}
