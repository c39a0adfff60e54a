/** Introductions that mean nothing once two contacts are one person. */
import type { Introduction } from '../model/entities';

/** Whether the one was introduced to the other, or one of them introduced the other to somebody. */
export function isWithinOne(
  { a, b, by }: Pick<Introduction, 'a' | 'b' | 'by'>,
  person: readonly string[],
): boolean {
  return [a, b, by].filter((who) => who !== undefined && person.includes(who)).length > 1;
}
