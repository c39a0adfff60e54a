/** Introductions that wait for a next step longer than is kind to both. */
import type { Introduction } from '../model/entities';
import { addDays, type Day, daysBetween } from '../time';
import { askedSides, consentDay, consentOf, type Side, standsSince } from './sides';

/** Days after which an open question, two who agreed, and two who were introduced want a word. */
export const patience = { asked: 21, agreed: 14, introduced: 30 } as const;

export interface Stuck {
  readonly stage: keyof typeof patience;
  /** Who has not answered, of one that was asked. */
  readonly side?: Side;
  readonly since: Day;
  readonly days: number;
  /** From which day on it has been stuck. */
  readonly from: Day;
}

/** Undefined where nothing waits, or not for long yet. */
export function stuckOf(introduction: Introduction, today: Day, me: string | undefined): Stuck | undefined {
  const { stage } = introduction;
  if (stage === 'asked') return longestUnanswered(introduction, today, me);
  if (stage !== 'agreed' && stage !== 'introduced') return undefined;
  const since =
    stage === 'introduced' ? (introduction.day ?? standsSince(introduction)) : standsSince(introduction);
  return since === undefined ? undefined : waiting(stage, since, today);
}

function longestUnanswered(
  introduction: Introduction,
  today: Day,
  me: string | undefined,
): Stuck | undefined {
  let longest: Stuck | undefined;
  for (const side of askedSides(introduction, me)) {
    if (consentOf(introduction, side) !== 'asked') continue;
    const since = consentDay(introduction, side) ?? standsSince(introduction);
    const found = since === undefined ? undefined : waiting('asked', since, today);
    if (found !== undefined && (longest === undefined || found.days > longest.days))
      longest = { ...found, side };
  }
  return longest;
}

function waiting(stage: Stuck['stage'], since: Day, today: Day): Stuck | undefined {
  const days = daysBetween(since, today);
  return days < patience[stage] ? undefined : { stage, since, days, from: addDays(since, patience[stage]) };
}
