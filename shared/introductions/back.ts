/** Taking an introduction back to an earlier stage: what was written down after it goes, and the answers are as then. */
import type { Introduction } from '../model/entities';
import type { Consent, Stage } from '../model/entities/introduction';
import { isOnTheWay, orderOf, type StageOnTheWay } from './stages';
import type { Side } from './sides';

export type Earlier = Pick<Introduction, 'stage' | 'history' | 'consentA' | 'consentB'>;

/**
 * As it was before its history went beyond a stage; undefined where nothing earlier is on record.
 * @param beyond whether a stage of the history goes too far
 */
export function backTo(
  introduction: Introduction,
  me: string | undefined,
  beyond: (stage: StageOnTheWay) => boolean,
): Earlier | undefined {
  const kept = introduction.history.findLastIndex(({ stage }) => isOnTheWay(stage) && !beyond(stage)) + 1;
  const history = introduction.history.slice(0, kept);
  const stage = history.at(-1)?.stage;
  if (stage === undefined) return undefined;
  const consent = (side: Side): Consent =>
    consentThen({ ...introduction, stage }, introduction.history, side, kept, me);
  return { stage, history, consentA: consent('a'), consentB: consent('b') };
}

function consentThen(
  introduction: Introduction,
  history: Introduction['history'],
  side: Side,
  kept: number,
  me: string | undefined,
): Consent {
  if (introduction[side] === me) return 'yes';
  if (history.some((step) => step.side === side)) {
    return history.slice(0, kept).findLast((step) => step.side === side)?.consent ?? 'not-asked';
  }
  return withoutRecord(introduction.stage, side === 'a' ? introduction.consentA : introduction.consentB);
}

/** What an answer can have been at a stage, where no day of it is on record. */
function withoutRecord(stage: Stage, standing: Consent): Consent {
  if (orderOf(stage) > orderOf('asked')) return standing;
  return stage === 'asked' ? 'asked' : 'not-asked';
}

/** Where one that ended stood before it did. */
export function before({ history }: Introduction): StageOnTheWay {
  for (const { stage } of [...history].reverse()) if (isOnTheWay(stage)) return stage;
  return 'idea';
}
