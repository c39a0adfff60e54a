/** The list of cooling ties under heads: by when each goes quiet, or by group. */
import type { AnswerTo } from '../../../shared/analysis/questions';

export type CoolingEntry = AnswerTo<'cooling'>['list'][number];

export interface CoolingGroup {
  /** When, or a cluster's id; empty for those in no group. */
  readonly key: string;
  readonly entries: readonly CoolingEntry[];
}

const whens = ['quiet', 'week', 'month', 'season', 'later'] as const;

/** In the order in which they go quiet; within it, an only tie into a group first, then as the analysis puts them. */
export function byWhen(entries: readonly CoolingEntry[]): CoolingGroup[] {
  return whens
    .map((when) => ({ key: when, entries: onlyTiesFirst(entries.filter((entry) => entry.when === when)) }))
    .filter((group) => group.entries.length > 0);
}

/** Groups in which most are cooling first; in a group, the same order. */
export function byCluster(entries: readonly CoolingEntry[]): CoolingGroup[] {
  const groups = new Map<string, CoolingEntry[]>();
  for (const group of byWhen(entries)) {
    for (const entry of group.entries) {
      const key = entry.cluster ?? '';
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [entry]);
      else own.push(entry);
    }
  }
  return [...groups]
    .map(([key, own]) => ({ key, entries: onlyTiesFirst(own) }))
    .sort((a, b) => soonCount(b) - soonCount(a) || b.entries.length - a.entries.length);
}

/** Those who are about to go quiet within a season. */
export function soonCount({ entries }: Pick<CoolingGroup, 'entries'>): number {
  return entries.filter(({ when }) => when === 'week' || when === 'month' || when === 'season').length;
}

export function isOnlyTie({ reasons }: Pick<CoolingEntry, 'reasons'>): boolean {
  return reasons.some(({ kind }) => kind === 'onlyTieInto');
}

function onlyTiesFirst(entries: readonly CoolingEntry[]): CoolingEntry[] {
  return [...entries.filter(isOnlyTie), ...entries.filter((entry) => !isOnlyTie(entry))];
}
