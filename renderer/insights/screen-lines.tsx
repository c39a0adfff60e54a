/** A view before its answer: lines at the sizes of what will stand there. */
import type { ReactNode } from 'react';

export function ScreenLines({ rows = 9 }: { rows?: number }): ReactNode {
  return (
    <div role="status" aria-label="Being worked out" className="k-insights-waiting">
      {Array.from({ length: rows }, (_, row) => (
        <div className="k-skeleton-row" key={row}>
          <div className="k-skeleton k-skeleton-name" />
          <div className="k-skeleton k-skeleton-line" />
        </div>
      ))}
    </div>
  );
}
