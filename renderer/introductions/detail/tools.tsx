/** What is seldom done with an introduction: changed, withdrawn, removed. Each is undone rather than asked about. */
import { memo, type ReactNode } from 'react';
import { isBefore } from '../../../shared/introductions/stages';
import type { Introduction } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { useSession } from '../../network/hooks';
import { Introducing } from '../introducing';
import { askForStep, bothOf } from '../moving';

export const Tools = memo(function Tools({ introduction }: { introduction: Introduction }): ReactNode {
  const session = useSession();
  const { id, stage } = introduction;
  const remove = async (): Promise<void> => {
    const done = `Removed: the introduction of ${bothOf(session, introduction)}`;
    const answer = await session.tell('introduction.remove', { id }, { done });
    if (answer !== undefined) Introducing.of(session).open(undefined);
  };
  return (
    <div className="k-insp-section k-insp-actions">
      <Button look="quiet" onClick={() => session.dialogs.open('introduction-edit', [id])}>
        Edit…
      </Button>
      {isBefore(stage) ? (
        <Button look="quiet" onClick={() => askForStep(session, { id, stage: 'withdrawn' })}>
          Withdraw…
        </Button>
      ) : null}
      <Button look="quiet" onClick={() => void remove()}>
        Remove
      </Button>
    </div>
  );
});
