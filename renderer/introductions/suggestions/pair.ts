/** Two people of a suggestion. */
import type { Suggestion } from '../../../shared/suggestions/answers';

export type Pair = Pick<Suggestion, 'a' | 'b'>;

export function keyOf({ a, b }: Pair): string {
  return `${a.id} ${b.id}`;
}

/** “Ana Silva and Ben Okoro”. */
export function bothNames({ a, b }: Pair): string {
  return `${a.name} and ${b.name}`;
}
