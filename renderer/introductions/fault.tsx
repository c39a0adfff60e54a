/** What was refused, as a sentence at the place where it was asked. */
import type { ReactNode } from 'react';

export function Fault({ children }: { children: string | undefined }): ReactNode {
  if (children === undefined) return null;
  return (
    <p className="k-small k-intro-fault" role="alert">
      {children}
    </p>
  );
}
