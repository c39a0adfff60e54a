/** How often the user wants to be in touch with somebody, and who said so: the contact, its circle, a tag, or nobody. */
import { defaultCadence } from '../analysis/warmth';
import type { Contact } from '../model/entities';
import type { Day } from '../time';
import { foldTag, type KeepingRules } from './rules';

export interface Cadence {
  readonly days: number;
  readonly from: 'contact' | 'circle' | 'tag' | 'default';
  /** What the circle or tag is called. */
  readonly name?: string;
  /** When it was set; without contact the clock starts here. */
  readonly since: Day;
}

const unchosen: Cadence = { days: defaultCadence, from: 'default', since: '1970-01-01' };

type Cadenced = Pick<Contact, 'cadenceDays' | 'cadenceSince' | 'circle' | 'tags' | 'createdAt'>;

/** What the user chose: for the contact, else for its circle, else for one of its tags (the shortest of them). */
export function chosenCadence(contact: Cadenced, rules: KeepingRules): Cadence | undefined {
  const created = contact.createdAt.slice(0, 10);
  const since = contact.cadenceSince ?? created;
  if (contact.cadenceDays !== undefined) return { days: contact.cadenceDays, from: 'contact', since };
  const circle = contact.circle === undefined ? undefined : rules.circles.get(contact.circle);
  if (circle !== undefined) return { days: circle.days, from: 'circle', name: circle.name, since };
  let shortest: Cadence | undefined;
  for (const tag of rules.tags.size === 0 ? [] : contact.tags) {
    const found = rules.tags.get(foldTag(tag));
    if (found === undefined || (shortest !== undefined && shortest.days <= found.days)) continue;
    const set = found.since !== undefined && found.since > created ? found.since : created;
    shortest = { days: found.days, from: 'tag', name: found.name, since: set };
  }
  return shortest;
}

/**
 * The cadence that holds. Where none was chosen there is one only after a real interaction, so that an address book
 * that was brought in makes nobody due.
 */
export function cadenceOf(contact: Cadenced, rules: KeepingRules, everInTouch: boolean): Cadence | undefined {
  const chosen = chosenCadence(contact, rules);
  if (chosen !== undefined || !everInTouch) return chosen;
  return unchosen;
}
