/** A part of the inspector under a heading, with a quiet word at the right. */
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps): ReactNode {
  return (
    <section className="k-insp-section" aria-label={title}>
      <h3 className="k-insp-title">
        <span>{title}</span>
        {aside === undefined ? null : <span>{aside}</span>}
      </h3>
      {children}
    </section>
  );
}

/** A small button that reads like a link. */
export function TextButton({
  children,
  label,
  onClick,
}: {
  children: ReactNode;
  /** What is done, and to whom, where the word alone does not say it. */
  label?: string;
  onClick: () => void;
}): ReactNode {
  return (
    <button type="button" className="k-link-button k-small" aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
