/** People as one says them; counts and days are said alike everywhere (shared/words.ts). */
import type { Contact } from '../../shared/model/entities';

export {
  exactDay,
  many,
  people,
  sayDay,
  sayDayAhead,
  sayMonth,
  sayRoughDay,
  sayWeekday,
} from '../../shared/words';

/** What a person is called: the name, else what else is known of them. */
export function nameOf(contact: Contact): string {
  const { name, nicknames, emails, organisations } = contact;
  if (name.full.trim() !== '') return name.full;
  return nicknames[0] ?? emails[0]?.value ?? organisations[0]?.name ?? 'Without a name';
}

/** "Head of partnerships, Halden Grid · Lisbon", as much of it as is known. */
export function roleOf({ organisations, place }: Contact): string {
  const present = organisations.find(({ to }) => to === undefined) ?? organisations[0];
  const job = [present?.title, present?.name].filter((part) => part !== undefined && part !== '').join(', ');
  return [job, place].filter((part) => part !== undefined && part !== '').join(' · ');
}
