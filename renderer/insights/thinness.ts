/** Whether enough is recorded for a view to say anything. */
import type { AnswerTo } from '../../shared/analysis/questions';
import type { InsightPart } from '../network/insights-view';

export type Thinness = 'nobody' | 'onePerson' | 'fewForGaps' | 'noTies' | 'noDays';

type Facts = Pick<AnswerTo<'summary'>, 'people' | 'ties' | 'spokenWith'>;

/** Below this many people no share is said (measures.md 3). */
const leastForGaps = 8;

/** @returns what is missing for a part; undefined where it can be shown */
export function thinness(part: InsightPart, { people, ties, spokenWith }: Facts): Thinness | undefined {
  if (people === 0) return 'nobody';
  switch (part) {
    case 'gaps':
      return people < leastForGaps ? 'fewForGaps' : undefined;
    case 'cooling':
      return spokenWith === 0 ? 'noDays' : undefined;
    case 'connectors':
    case 'what-if':
      if (ties > 0) return undefined;
      return people === 1 ? 'onePerson' : 'noTies';
    case 'clusters':
      return people === 1 ? 'onePerson' : undefined;
    case 'chain':
      return undefined;
  }
}
