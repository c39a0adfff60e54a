/** How many people the week holds, beside the day. */
import type { WeekAnswer } from '../../shared/keeping/answers';
import { people } from '../../shared/words';

/** "5 people this week, the most you asked for", "2 of 5 done". */
export function headWords({ contacts, limit }: WeekAnswer): string {
  if (contacts.length === 0) return '';
  const done = contacts.filter(({ state }) => state === 'done').length;
  if (done === contacts.length) return `All done: ${people(done)} this week`;
  if (done > 0) return `${done} of ${contacts.length} done this week`;
  const most = contacts.length === limit ? ', the most you asked for' : '';
  return `${people(contacts.length)} this week${most}`;
}
