/** Who brought whom together with whom, as far as it is part of give and take between me and a contact. */
import type { Contact, Introduction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { callName } from '../words';
import type { Brought } from './give-and-take';

/** Whose give and take it is. */
export interface Between {
  readonly contact: Contact;
  readonly network: Pick<OpenNetwork, 'get' | 'index'>;
  readonly me: string | undefined;
}

const done: readonly Introduction['stage'][] = ['introduced', 'met', 'outcome', 'thanked'];

/** Introductions that took place, and those whom I met through the contact. */
export function broughtBetween(between: Between): Brought[] {
  const { contact, network } = between;
  const introductions = [...network.index.referring('contacts', contact.id, 'introductions')];
  return [
    ...introductions.flatMap((id) => {
      const introduction = network.get('introductions', id);
      return introduction === undefined ? [] : broughtBy(introduction, between);
    }),
    ...metThrough(between),
  ];
}

/** An introduction that took place, where one of the three is me. */
function broughtBy(
  { a, b, by, stage, day, history }: Introduction,
  { contact, network, me }: Between,
): Brought[] {
  if (!done.includes(stage)) return [];
  const when = day ?? history.find((step) => step.stage === 'introduced')?.day;
  const other = by === undefined ? [a, b].find((id) => id !== contact.id) : [a, b].find((id) => id !== me);
  const isMine = by === undefined && (a === contact.id || b === contact.id);
  const isTheirs = by === contact.id && (a === me || b === me);
  const person = other === undefined ? undefined : network.get('contacts', other);
  if (person === undefined || !(isMine || isTheirs)) return [];
  const named = { name: callName(person.name), ...(when === undefined ? {} : { day: when }) };
  return [{ by: isMine ? 'me' : 'them', ...named }];
}

function metThrough({ contact, network }: Between): Brought[] {
  const ids = [...network.index.referring('contacts', contact.id, 'contacts')];
  return ids.flatMap((id) => {
    const person = network.get('contacts', id);
    if (person === undefined || person.howMet?.through !== contact.id) return [];
    const on = person.howMet.on;
    const isDated = on !== undefined && !on.startsWith('--');
    return [{ by: 'them' as const, name: callName(person.name), ...(isDated ? { day: on } : {}) }];
  });
}
