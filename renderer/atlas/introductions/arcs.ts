/** Which introductions the map draws: those under way on a day, further along first; beside them whom to bring together. */
import { onTheWay, orderOf, stageNames } from '../../../shared/introductions/stages';
import { standsSince } from '../../../shared/introductions/sides';
import type { Introduction } from '../../../shared/model/entities';
import type { Stage } from '../../../shared/model/entities/introduction';
import type { ArcOnMap } from '../scene/links';

/** What the map can carry. */
export const mostArcs = 40;
/** Until they have met: from then on the tie says it. */
const underWay: readonly Stage[] = onTheWay.slice(0, orderOf('met'));
/** Of these somebody was asked and waits; they are drawn without any highlight. */
const open: readonly Stage[] = ['asked', 'agreed'];

/** How far it was at the end of a day; undefined before it began. What has no history is as it is now. */
export function stageOn({ history, stage }: Introduction, day: string | undefined): Stage | undefined {
  if (day === undefined || history.length === 0) return stage;
  return history.findLast((step) => step.day <= day)?.stage;
}

/** Both agreed first, ideas last; of one stage the newest first. */
export function introductionsUnderWay(
  introductions: readonly Introduction[],
  day: string | undefined,
): readonly Introduction[] {
  const order = (one: Introduction): number => underWay.indexOf(stageOn(one, day) ?? 'thanked');
  const rank = (one: Introduction): number => {
    const stage = stageOn(one, day);
    return stage === 'introduced' ? 0.5 : order(one);
  };
  return introductions
    .filter((one) => order(one) >= 0)
    .sort((p, q) => rank(q) - rank(p) || newer(p, q) || (p.id < q.id ? -1 : 1));
}

/** @param isHighlighted ideas and those who were introduced are drawn as well */
export function arcsOf(
  introductions: readonly Introduction[],
  day: string | undefined,
  isHighlighted: boolean,
): ArcOnMap[] {
  return introductionsUnderWay(introductions, day)
    .flatMap((one): ArcOnMap[] => {
      const stage = stageOn(one, day);
      if (stage === undefined || (!isHighlighted && !open.includes(stage))) return [];
      const look = stage === 'idea' ? 'idea' : 'under-way';
      return [{ a: one.a, b: one.b, label: stageNames[stage], look }];
    })
    .slice(0, mostArcs);
}

function newer(p: Introduction, q: Introduction): number {
  const [x, y] = [standsSince(p) ?? '', standsSince(q) ?? ''];
  return x === y ? 0 : x > y ? -1 : 1;
}
