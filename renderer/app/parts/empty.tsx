/** What a screen says when there is nothing to show, or when something failed: one line, one sentence, one button. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** The one next step. */
  readonly action?: ReactNode;
}

export function Empty({ title, children, action }: EmptyProps): ReactNode {
  return (
    <div className="k-empty">
      <p className="k-empty-title">{title}</p>
      {children === undefined ? null : <p className="k-empty-text">{children}</p>}
      {action === undefined ? null : <div className="k-empty-action">{action}</div>}
    </div>
  );
}

export function ErrorState({ title, children, action }: EmptyProps): ReactNode {
  return (
    <div className="k-empty" role="alert">
      <p className="k-empty-title">
        <IconAlertTriangle className="k-empty-icon" size={20} stroke={1.5} aria-hidden="true" />
        {title}
      </p>
      {children === undefined ? null : <p className="k-empty-text">{children}</p>}
      {action === undefined ? null : <div className="k-empty-action">{action}</div>}
    </div>
  );
}
