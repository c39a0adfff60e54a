/** Why somebody stands out, as sentences that end in how it was counted. */
import type { Connector, ContactWarmth } from '../../shared/analysis/service-messages';
import { many, sayRoughDay } from '../app/words';

/** "Ana" of "Ana Figueiredo", where the parts of the name say so; else the whole name. */
export function callName(name: { readonly full: string; readonly given?: string }): string {
  return name.given?.trim() ?? name.full;
}

/** How the claims about ties are to be taken. */
export const asRecorded = 'As far as you have recorded.';

export function whyConnector(
  connector: Connector,
  name: string,
  clusterName: (id: string) => string | undefined,
): string[] {
  const sentences: string[] = [];
  const groups = connector.reaches.length;
  if (groups > 0) sentences.push(`Knows people in ${many(groups, 'other group', 'other groups')}.`);
  const pairs = connector.pairs;
  if (pairs > 0) {
    sentences.push(
      pairs === 1
        ? `One pair of your contacts reaches each other most directly through ${name}.`
        : `${pairs.toLocaleString('en')} pairs of your contacts reach each other most directly through ${name}.`,
    );
  }
  const alone = connector.alone.flatMap((id) => clusterName(id) ?? []);
  if (alone.length > 0) {
    sentences.push(`Nobody else in the same group knows anyone in ${listed(alone)}.`);
  }
  return sentences;
}

export function whyCooling(warmth: ContactWarmth, today: string, locale: string): string[] {
  const { silence, meanGap, rhythm, quietBy } = warmth;
  if (silence === null) return [];
  const against =
    rhythm === 'own' && meanGap !== null
      ? `you two usually speak every ${Math.max(1, Math.round(meanGap))}`
      : 'longer than the rhythm you set';
  const sentences = [`${many(silence, 'day', 'days')} of silence; ${against}.`];
  if (quietBy !== null && quietBy >= today)
    sentences.push(`Quiet by ${sayRoughDay(quietBy, today, locale)}.`);
  return sentences;
}

/** "A", "A and B", "A, B and 3 more". */
export function listed(words: readonly string[], most = 3): string {
  const shown = words.slice(0, words.length > most ? most - 1 : most);
  const more = words.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
