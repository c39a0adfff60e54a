/** The arc that joins the two of an introduction: in the accent colour once it is under way. */
import type { ReactNode } from 'react';
import type { Stage } from '../../../shared/model/entities';
import { isOnTheWay } from '../../../shared/introductions/stages';

export function Arc({ stage, isLarge = false }: { stage: Stage; isLarge?: boolean }): ReactNode {
  const isUnderWay = isOnTheWay(stage) && stage !== 'idea';
  return (
    <svg
      className={isLarge ? 'k-intro-arc k-intro-arc-large' : 'k-intro-arc'}
      viewBox="0 0 12 30"
      data-under-way={isUnderWay}
      aria-hidden="true"
    >
      <path d="M9 3C-1 8-1 22 9 27" fill="none" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
