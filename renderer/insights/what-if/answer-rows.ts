/** Whom an answer to "what if" names, as one list under heads: cut off, nearer, farther. */
import type { AnswerTo } from '../../../shared/analysis/questions';

type WhatIf = AnswerTo<'whatIf'>;

/** One person, or two who come nearer to each other or farther apart. */
export type Named = readonly [string] | readonly [string, string];

export interface AnswerPart {
  readonly head: string;
  /** How many there are; fewer may be named. */
  readonly count: number;
  readonly named: readonly Named[];
}

/** Those parts that name somebody. */
export function answerParts({ cutOff, twoSteps, mine }: WhatIf): AnswerPart[] {
  const one = (contact: string): Named => [contact];
  const parts: AnswerPart[] = [
    { head: 'Cut off from the rest', count: cutOff.length, named: cutOff.map(one) },
    {
      head: 'Within your two steps, and not now',
      count: mine?.gained.count ?? 0,
      named: mine?.gained.list.map(one) ?? [],
    },
    {
      head: 'No longer within your two steps',
      count: mine?.lost.count ?? 0,
      named: mine?.lost.list.map(one) ?? [],
    },
    { head: 'Within two steps of each other, and not now', ...pairsOf(twoSteps.gained) },
    { head: 'No longer within two steps of each other', ...pairsOf(twoSteps.lost) },
  ];
  return parts.filter(({ named }) => named.length > 0);
}

function pairsOf({ count, list }: WhatIf['twoSteps']['gained']): Pick<AnswerPart, 'count' | 'named'> {
  return { count, named: list };
}

/** The parts with only those who fit; parts in which nobody does are left out. */
export function narrowedTo(
  parts: readonly AnswerPart[],
  fits: (contact: string) => boolean,
): readonly AnswerPart[] {
  return parts
    .map((part) => ({ ...part, named: part.named.filter((people) => people.some(fits)) }))
    .filter(({ named }) => named.length > 0);
}
