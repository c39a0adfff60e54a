/** The reason that stands in the letters to both: what one seeks and the other has, else what both share. */
import type { PartKind, Suggestion } from '../../../shared/suggestions/answers';

/** Said to each other, these are welcome; who knows nobody where is not. */
const welcome: readonly PartKind[] = ['need', 'interest'];

export function reasonOf({ parts }: Pick<Suggestion, 'parts'>): string {
  const told = parts.filter(({ kind }) => welcome.includes(kind));
  const link = parts.filter(({ kind, evidence }) => kind === 'plausibility' && evidence.length > 0);
  return (told.length > 0 ? told : link).map(({ text }) => text).join(' ');
}
