/** A share as a bar, what is missing as a dotted outline, the goal as a line and what is usual as one with a head. */
import type { ReactNode } from 'react';
import type { GapRow } from './gap-rows';

export function GapBar({
  row,
  scale,
}: {
  row: Pick<GapRow, 'share' | 'goal' | 'base'>;
  scale: number;
}): ReactNode {
  const { share, goal, base } = row;
  const at = (part: number): string => `${(100 * Math.min(part, scale)) / scale}%`;
  const wanted = goal?.share ?? base ?? 0;
  const here = share ?? 0;
  return (
    <span className="k-lack-bar" aria-hidden="true">
      {wanted > here ? (
        <span
          className="k-lack-missing"
          style={{ left: at(here), width: `${(100 * (Math.min(wanted, scale) - here)) / scale}%` }}
        />
      ) : null}
      {here > 0 ? <span className="k-lack-share" style={{ width: at(here) }} /> : null}
      {base === null ? null : <span className="k-lack-base" style={{ left: at(base) }} />}
      {goal === null ? null : <span className="k-lack-goal" style={{ left: at(goal.share) }} />}
    </span>
  );
}

export function GapLegend(): ReactNode {
  return (
    <p className="k-lack-legend k-small k-quietest" aria-hidden="true">
      <span>
        <span className="k-lack-swatch k-lack-share" />
        share now
      </span>
      <span>
        <span className="k-lack-swatch k-lack-missing" />
        missing
      </span>
      <span>
        <span className="k-lack-swatch">
          <span className="k-lack-goal" />
        </span>
        your goal
      </span>
      <span>
        <span className="k-lack-swatch">
          <span className="k-lack-base" />
        </span>
        base rate
      </span>
    </p>
  );
}
