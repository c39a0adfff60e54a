/** How far an introduction can be, what may follow what, and how both sides' answers decide it. */
import type { Consent, Stage } from '../model/entities/introduction';

/** In their order; what ended stands beside it. */
export const onTheWay = ['idea', 'asked', 'agreed', 'introduced', 'met', 'outcome', 'thanked'] as const;
export type StageOnTheWay = (typeof onTheWay)[number];

/** As one says it of an introduction: “it is at ...”. */
export const stageNames: Readonly<Record<Stage, string>> = {
  idea: 'Idea',
  asked: 'Asked',
  agreed: 'Both agreed',
  introduced: 'Introduced',
  met: 'Met',
  outcome: 'Outcome',
  thanked: 'Thanked',
  declined: 'Declined',
  'not-now': 'Not now',
  withdrawn: 'Withdrawn',
};

export function isOnTheWay(stage: Stage): stage is StageOnTheWay {
  return stage !== 'declined' && stage !== 'not-now' && stage !== 'withdrawn';
}

/** Where it stands in the order; below 0 for what ended. */
export function orderOf(stage: Stage): number {
  return isOnTheWay(stage) ? onTheWay.indexOf(stage) : -1;
}

/** The two were brought together. */
export function hasHappened(stage: Stage): boolean {
  return orderOf(stage) >= orderOf('introduced');
}

/** Neither brought together yet nor given up. */
export function isBefore(stage: Stage): boolean {
  return isOnTheWay(stage) && !hasHappened(stage);
}

const next: Readonly<Record<StageOnTheWay, readonly Stage[]>> = {
  idea: ['asked', 'agreed', 'introduced', 'not-now', 'declined', 'withdrawn'],
  asked: ['agreed', 'introduced', 'not-now', 'declined', 'withdrawn'],
  agreed: ['introduced', 'not-now', 'declined', 'withdrawn'],
  introduced: ['met', 'outcome', 'thanked'],
  met: ['outcome', 'thanked'],
  outcome: ['thanked'],
  thanked: [],
};

/** What may come after a stage; going back is another matter. */
export function nextStages(stage: StageOnTheWay): readonly Stage[] {
  return next[stage];
}

/** @param consents of whoever is asked; my own is no question */
export function stageByConsents(consents: readonly Consent[]): Stage {
  if (consents.includes('no')) return 'declined';
  if (consents.includes('not-now')) return 'not-now';
  if (consents.every((consent) => consent === 'yes')) return 'agreed';
  return consents.some((consent) => consent !== 'not-asked') ? 'asked' : 'idea';
}
