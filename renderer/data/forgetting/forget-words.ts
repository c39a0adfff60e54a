/** What goes when something is forgotten for good, and what stays, in sentences. */
import type { Result } from '../../../shared/contract';
import { listed } from '../../../shared/words';
import { many } from '../../app/words';

export function goesWords({
  interactions,
  ties,
  evidence,
  promises,
  notes,
}: Result<'forget'>['goes']): string {
  const parts = [
    interactions === 0 ? '' : many(interactions, 'interaction', 'interactions'),
    ties === 0 ? '' : many(ties, 'tie', 'ties'),
    evidence === 0 ? '' : many(evidence, 'piece of evidence', 'pieces of evidence'),
    promises === 0 ? '' : many(promises, 'promise', 'promises'),
    notes === 0 ? '' : many(notes, 'note', 'notes'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing else goes along.' : `That takes along ${listed(parts, 9)}.`;
}

/** @param names of those about whom a text is written that names the one who goes */
export function namingWords(names: readonly string[]): string {
  return `What you wrote about others stays, also where it names them: look at ${listed(names, 4)}.`;
}
