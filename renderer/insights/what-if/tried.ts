/** What is tried on paper: people who are not there, ties that are not there yet, ties that are cut. */
import type { Question } from '../../../shared/analysis/questions';
import type { Ends, InsightsView } from '../../network/insights-view';

/** As many of each as can be asked for. */
export const most = 100;
/** People who are not there, with groups. */
const mostGone = 10_000;

export type Tried = Pick<InsightsView, 'without' | 'cold' | 'brought' | 'cut'>;

export const nothingTried: Tried = { without: [], cold: [], brought: [], cut: [] };

/**
 * Undefined where nothing is tried.
 * @param members of the groups with which one would lose touch: they would not be there
 */
export function questionOf(
  { without, cold, brought, cut }: Tried,
  members: readonly string[] = [],
): Extract<Question, { kind: 'whatIf' }> | undefined {
  if (without.length + cold.length + brought.length + cut.length === 0) return undefined;
  const ends = (list: readonly Ends[]): [string, string][] => list.map(([a, b]) => [a, b]);
  const gone = [...new Set([...without, ...members])].slice(0, mostGone);
  return { kind: 'whatIf', without: gone, addTies: ends(brought), removeTies: ends(cut) };
}

/**
 * What trying a tie would be: cutting one that is there, bringing two together who do not know each other.
 * @param isThere whether they have a tie that counts
 */
export function withTie(tried: Tried, [a, b]: Ends, isThere: boolean): Tried {
  const has = (list: readonly Ends[]): boolean => list.some((ends) => ends.includes(a) && ends.includes(b));
  if (a === b || has(tried.brought) || has(tried.cut)) return tried;
  return isThere
    ? { ...tried, cut: [...tried.cut, [a, b] as const].slice(-most) }
    : { ...tried, brought: [...tried.brought, [a, b] as const].slice(-most) };
}

export function withoutTie(tried: Tried, tie: Ends): Tried {
  const others = (list: readonly Ends[]): readonly Ends[] => list.filter((ends) => ends !== tie);
  return { ...tried, brought: others(tried.brought), cut: others(tried.cut) };
}
