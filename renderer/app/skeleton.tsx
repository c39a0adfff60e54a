/** A screen before its content: lines at the sizes of what will stand there. */
import type { ReactNode } from 'react';

export function ScreenSkeleton({ done = 0, total = 0 }: { done?: number; total?: number }): ReactNode {
  const words =
    total > 2_000
      ? `Opening your network: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
      : 'Opening your network';
  return (
    <div className="k-screen" role="status" aria-label={words}>
      <div className="k-skeleton k-skeleton-title" />
      {Array.from({ length: 12 }, (_, row) => (
        <div className="k-skeleton-row" key={row}>
          <div className="k-skeleton k-skeleton-name" />
          <div className="k-skeleton k-skeleton-line" />
        </div>
      ))}
    </div>
  );
}
