/** What stands in the place of an answer of the host that is on its way or failed. */
import type { ReactNode } from 'react';
import { Button } from '../app/parts/button';
import { ErrorState } from '../app/parts/empty';
import type { Live } from './use-live';

interface LivePartProps<T> {
  readonly live: Live<T>;
  /** What is on its way, for those who hear it: "Looking who can help". */
  readonly waiting: string;
  /** What could not be found out. */
  readonly failed: string;
  readonly children: (answer: T) => ReactNode;
}

export function LivePart<T>({ live, waiting, failed, children }: LivePartProps<T>): ReactNode {
  const again = (
    <Button look="quiet" onClick={live.again}>
      Look again
    </Button>
  );
  if (live.answer === undefined) {
    if (live.failed === undefined) return <Waiting label={waiting} />;
    return (
      <ErrorState title={failed} action={again}>
        {live.failed}
      </ErrorState>
    );
  }
  return (
    <>
      {live.failed === undefined ? null : (
        <p className="k-giving-fault" role="alert">
          This may be out of date. {live.failed} {again}
        </p>
      )}
      {children(live.answer)}
    </>
  );
}

function Waiting({ label }: { label: string }): ReactNode {
  return (
    <div role="status" aria-label={label} className="k-giving-waiting">
      <div className="k-skeleton k-skeleton-name" />
      <div className="k-skeleton k-skeleton-line" />
    </div>
  );
}
