/** What goes along when a contact is removed, in a sentence. */
import { many } from '../../app/words';
import { listed } from '../../../shared/words';

type Ids = Readonly<Record<string, unknown>>;

/** @param answer what `contact.remove` would answer */
export function removalWords(answer: Ids): string {
  const removed = countsOf(answer['removed']);
  const changed = countsOf(answer['changed']);
  const stubs = lengthOf(answer['stubs']);
  const parts: string[] = [];
  const say = (count: number | undefined, one: string, several: string): void => {
    if (count !== undefined && count > 0) parts.push(many(count, one, several));
  };
  say(removed['ties'], 'tie', 'ties');
  say(removed['notes'], 'note', 'notes');
  say(removed['facts'], 'dated fact', 'dated facts');
  say(removed['interactions'], 'interaction', 'interactions');
  say(changed['interactions'], 'place in an interaction', 'places in interactions');
  say(removed['commitments'], 'promise', 'promises');
  say(removed['exchanges'], 'entry of what was given or received', 'entries of what was given or received');
  say(removed['introductions'], 'introduction', 'introductions');
  say(stubs, 'person known only through them', 'people known only through them');
  return parts.length === 0 ? 'Nothing else goes with them.' : `With them go ${listed(parts, 9)}.`;
}

function countsOf(value: unknown): Readonly<Record<string, number | undefined>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([table, ids]) => [table, lengthOf(ids)]));
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
