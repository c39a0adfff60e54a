/** What the parts of an introduction are called on screen. */
import type { LetterUse } from '../../shared/introductions/occasions';
import { sayTo } from '../../shared/introductions/drafts';
import type { Letter } from '../../shared/introductions/letters';
import { called, type SpeakingOfMe } from '../../shared/introductions/say';
import { hasHappened, stageNames } from '../../shared/introductions/stages';
import type { Introduction } from '../../shared/model/entities';
import { channelWords } from '../app/channel-words';

export const letterUseNames: Readonly<Record<LetterUse, string>> = {
  ask: 'To ask',
  introduce: 'To introduce',
  remind: 'To remind gently',
  thank: 'To thank',
  decline: 'To take a no with grace',
};

/** “To Ana Silva, to ask”. */
export function letterTitle(speaking: SpeakingOfMe, { use, to }: Letter, introduction: Introduction): string {
  const what =
    use === 'remind' && introduction.by === undefined && hasHappened(introduction.stage)
      ? 'to hear how it went'
      : letterUseNames[use].replace(/^T/u, 't');
  return `To ${sayTo(speaking, to)}, ${what}`;
}

export const answerWords = {
  'not-asked': 'is not asked yet',
  asked: 'was asked',
  yes: 'said yes',
  no: 'said no',
  'not-now': 'said not now',
} as const;

/** One step of its history: “Ana Silva said yes”, “Introduced, by mail”. */
export function sayStep(
  speaking: SpeakingOfMe,
  introduction: Introduction,
  step: Introduction['history'][number],
): string {
  const { stage, side, consent } = step;
  if (side !== undefined && consent !== undefined) {
    const name = called(speaking, introduction[side]);
    return `${name === 'you' ? 'You' : name} ${answerWords[consent]}`;
  }
  const { channel } = introduction;
  if (stage !== 'introduced' || channel === undefined) return stageNames[stage];
  return `${stageNames[stage]} (${channelWords[channel].toLowerCase()})`;
}
