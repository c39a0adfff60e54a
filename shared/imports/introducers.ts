/** Through whom I met somebody, as files say it: each contact names one other, and nobody is met through themselves. */
import { isObject } from '../json';
import type { Patch } from '../model/patch';
import type { Staged } from './staged';

type Contacts = Staged<'contacts'>;

/** Notes through whom I met a contact, unless that is known, or leads in a circle. Answers whether it is news. */
export function noteIntroducer(contacts: Contacts, contact: string, through: string): boolean {
  const met = contacts.get(contact);
  if (met === undefined || met.howMet?.through !== undefined) return false;
  const seen = new Set([contact]);
  for (let one: string | undefined = through; one !== undefined; one = introducerOf(contacts, one)) {
    if (seen.has(one)) return false;
    seen.add(one);
  }
  contacts.put(contact, { ...met, howMet: { ...met.howMet, through } });
  return true;
}

/** What is written of contacts, whoever introduced somebody before those they introduced. */
export function* introducersFirst(patches: Iterable<Patch>): Generator<Patch, void, undefined> {
  const introduced = new Map<string, Patch>();
  for (const patch of patches) {
    if (throughOf(patch) === undefined) yield patch;
    else introduced.set(patch.id, patch);
  }
  for (const first of introduced.values()) {
    const chain: Patch[] = [];
    for (let one: Patch | undefined = first; one !== undefined && introduced.delete(one.id);) {
      chain.push(one);
      one = introduced.get(throughOf(one) ?? '');
    }
    yield* chain.reverse();
  }
}

/** Whom a patch says a contact was met through. */
function throughOf({ after }: Patch): string | undefined {
  const met = after?.['howMet'];
  return isObject(met) && typeof met['through'] === 'string' ? met['through'] : undefined;
}

function introducerOf(contacts: Contacts, id: string): string | undefined {
  return contacts.get(id)?.howMet?.through;
}
