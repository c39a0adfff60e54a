/** Through whom I met somebody, as files say it: each contact names one other, and nobody is met through themselves. */
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
export function* introducersFirst(contacts: Contacts): Generator<Patch> {
  const done = new Set<string>();
  for (const id of contacts.written()) {
    const chain: string[] = [];
    for (
      let one: string | undefined = id;
      one !== undefined && !done.has(one);
      one = introducerOf(contacts, one)
    ) {
      done.add(one);
      chain.push(one);
    }
    for (const one of chain.reverse()) {
      const patch = contacts.patch(one);
      if (patch !== undefined) yield patch;
    }
  }
}

function introducerOf(contacts: Contacts, id: string): string | undefined {
  return contacts.get(id)?.howMet?.through;
}
