/** What is wrong with a field, below it. */
import type { ReactNode } from 'react';
import './reminders.css';

export function FieldFault({ children }: { children: ReactNode }): ReactNode {
  return (
    <p className="k-small k-field-fault" role="status">
      {children}
    </p>
  );
}
