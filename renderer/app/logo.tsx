import type { ReactNode } from 'react';

/** Two people on one piece of land. */
export function Logo({ size = 22 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <path
        d="M3.5 8.5C5 4 10 2.5 14 4.5s6 6 4.5 10-5.5 5.5-9.5 4.5-6.5-6-5.5-10.5z"
        fill="var(--k-land-2)"
        stroke="var(--k-control)"
        strokeWidth="1.1"
      />
      <path d="M8 13.5 14.5 9" stroke="var(--k-text)" strokeWidth="1.3" />
      <circle cx="8" cy="13.5" r="2.3" fill="var(--k-text)" />
      <circle cx="14.5" cy="9" r="2.3" fill="var(--k-warmth-1)" />
    </svg>
  );
}
