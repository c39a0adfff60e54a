/** What can be written about an introduction where it stands, and to whom. */
import type { Introduction } from '../model/entities';
import { askedSides, consentOf, type Side, sides } from './sides';

export const letterUses = ['ask', 'introduce', 'remind', 'thank', 'decline'] as const;
export type LetterUse = (typeof letterUses)[number];

export interface Occasion {
  readonly use: LetterUse;
  /** Whom it goes to: one, or both in one letter. */
  readonly to: readonly string[];
}

/** In the order in which one would write. */
export function occasionsFor(introduction: Introduction, me: string | undefined): Occasion[] {
  const { by, a, b } = introduction;
  if (by !== undefined) return throughSomebody(introduction, by);
  // Whoever was to introduce me may be gone from the network.
  if (a === me || b === me) return [];
  const each = (use: LetterUse, which: (side: Side) => boolean): Occasion[] =>
    askedSides(introduction, me)
      .filter(which)
      .map((side) => ({ use, to: [introduction[side]] }));
  const heard = (side: Side): boolean => consentOf(introduction, side) !== 'not-asked';
  switch (introduction.stage) {
    case 'idea':
    case 'asked':
      return [
        ...each('ask', (side) => !heard(side)),
        ...each('remind', (side) => consentOf(introduction, side) === 'asked'),
      ];
    case 'agreed':
      return [{ use: 'introduce', to: [a, b] }];
    case 'introduced':
      return [{ use: 'remind', to: [a, b] }];
    case 'met':
    case 'outcome':
      return each('thank', () => true);
    case 'declined':
    case 'not-now':
    case 'withdrawn':
      return each('decline', heard);
    case 'thanked':
      return [];
  }
}

/** Everything goes to whoever introduces; with the two there is nothing to settle. */
function throughSomebody({ stage, history }: Introduction, by: string): Occasion[] {
  const to = [by];
  switch (stage) {
    case 'idea':
      return [{ use: 'ask', to }];
    case 'asked':
    case 'agreed':
      return [{ use: 'remind', to }];
    case 'introduced':
    case 'met':
    case 'outcome':
      return [{ use: 'thank', to }];
    case 'declined':
    case 'not-now':
    case 'withdrawn':
      return history.some((step) => step.stage === 'asked' || step.side !== undefined)
        ? [{ use: 'decline', to }]
        : [];
    case 'thanked':
      return [];
  }
}

/** The side that somebody is on; undefined for whoever introduces. */
export function sideOf(introduction: Pick<Introduction, Side>, contact: string): Side | undefined {
  return sides.find((side) => introduction[side] === contact);
}
