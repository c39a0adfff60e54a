/** Contact days as ticks: two years left of today, five months right of it, and where it would go quiet. */
import type { ReactNode } from 'react';
import { stripAhead, stripBack, type Tick } from './strip-days';

const heights = [6, 11, 17] as const;
const inks = ['var(--k-text-3)', 'var(--k-text-2)', 'var(--k-text)'] as const;

interface StripProps {
  readonly days: readonly Tick[];
  /** Days until it goes quiet; undefined where that is past or unknown. */
  readonly quiet: number | undefined;
  /** In px, as wide as it is drawn where there is room. */
  readonly width?: number;
  readonly height?: number;
}

export function Strip({ days, quiet, width = 304, height = 28 }: StripProps): ReactNode {
  const base = height - 3;
  const at = (ago: number): number => (width * (stripBack - ago)) / (stripBack + stripAhead);
  return (
    <svg className="k-insp-strip" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line x1="0" x2={at(0)} y1={base + 0.5} y2={base + 0.5} stroke="var(--k-line-2)" />
      {days.map(({ ago, kind }) => (
        <rect
          key={ago}
          x={at(ago) - 0.75}
          y={base - heights[kind]}
          width="1.5"
          height={heights[kind]}
          fill={inks[kind]}
        />
      ))}
      <line x1={at(0)} x2={at(0)} y1="2" y2={base} stroke="var(--k-control)" />
      {quiet === undefined ? null : (
        <>
          <line
            x1={at(0) + 2}
            x2={Math.max(at(0) + 2, Math.min(width - 8, at(-quiet) - 4))}
            y1={base + 0.5}
            y2={base + 0.5}
            stroke="var(--k-ring)"
            strokeWidth="1.2"
            strokeDasharray="1 3"
            strokeLinecap="round"
          />
          <circle
            cx={Math.min(width - 4, at(-quiet))}
            cy={base - 2.5}
            r="3.2"
            fill="var(--k-surface)"
            stroke="var(--k-ring)"
            strokeWidth="1.2"
          />
        </>
      )}
    </svg>
  );
}
