/** What a tie is, in the few words that fit a row, and what it rests on, in sentences. */
import type { Evidence, Tie } from '../../../shared/model/entities';
import { exactDay, many } from '../../app/words';

export function tieWords({ state, kind, since }: Tie): string {
  const parts = [kind, since === undefined ? undefined : `since ${since.slice(0, 4)}`];
  const said = parts.filter((part) => part !== undefined).join(', ');
  if (state === 'inferred') return said === '' ? 'guessed' : `guessed: ${said}`;
  return said;
}

export const closenessWords = [
  'Know of each other',
  'Acquainted',
  'Friendly',
  'Close',
  'Inseparable',
] as const;

export function evidenceWords({ kind, day, size, count, label }: Evidence, locale: string): string {
  const when = day === undefined ? '' : ` on ${exactDay(day, locale)}`;
  const what = label === undefined ? '' : `, ${label}`;
  switch (kind) {
    case 'said':
      return `You said so${when}`;
    case 'file':
      return `A file lists it${when}${what}`;
    case 'meeting':
      return `Both were in a meeting${size === undefined ? '' : ` of ${size}`}${when}${what}`;
    case 'mail':
      return `Both were on ${many(count, 'mail', 'mails')}${when}${what}`;
    case 'organisation':
      return `Same organisation at the same time${what}`;
    case 'relation':
      return `A card names the other${what}`;
    case 'introduction':
      return `They were introduced${when}${what}`;
  }
}
