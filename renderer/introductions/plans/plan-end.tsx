/** How a plan ends: done with what came of it, or let go; opened again, or removed. */
import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { hasHappened } from '../../../shared/introductions/stages';
import type { Plan } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { useSession, useTable } from '../../network/hooks';
import { Planning } from './planning';

export function PlanEnd({ plan }: { plan: Plan }): ReactNode {
  const session = useSession();
  const canChange = session.hello.readOnly === undefined;
  if (plan.state === 'open') return canChange ? <Close plan={plan} /> : null;
  return (
    <section className="k-plan-part" aria-label="What came of it">
      <h3 className="k-heading">What came of it</h3>
      <p>{plan.result ?? 'Nothing was written down.'}</p>
      <Thanks plan={plan} />
      {canChange ? (
        <div className="k-plan-acts">
          <Button
            onClick={() =>
              void session.tell('plan.reopen', { id: plan.id }, { done: `Open again: ${plan.title}` })
            }
          >
            Open it again
          </Button>
          <Remove plan={plan} />
        </div>
      ) : null}
    </section>
  );
}

/** Whoever helped and was not thanked yet is not forgotten with the plan. */
function Thanks({ plan }: { plan: Plan }): ReactNode {
  const owed = useTable('introductions').filter(
    (one) => one.plan === plan.id && hasHappened(one.stage) && one.stage !== 'thanked',
  ).length;
  if (owed === 0) return null;
  return (
    <p className="k-quiet">
      {owed === 1 ? 'One introduction of it still waits' : 'Some introductions of it still wait'} for thanks:
      open it above.
    </p>
  );
}

function Close({ plan }: { plan: Plan }): ReactNode {
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const [result, setResult] = useState('');
  const close = (state: 'done' | 'dropped'): void => {
    const said = result.trim();
    const args = { id: plan.id, state, ...(said === '' ? {} : { result: said }) };
    const done = state === 'done' ? `Done: ${plan.title}` : `Let go: ${plan.title}`;
    void session.tell('plan.close', args, { done });
  };
  if (!isOpen) {
    return (
      <div className="k-plan-acts">
        <Button onClick={() => setOpen(true)}>Close the plan…</Button>
        <Remove plan={plan} />
      </div>
    );
  }
  return (
    <form
      className="k-plan-close"
      aria-label="Close the plan"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setOpen(false);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        close('done');
      }}
    >
      <Textarea
        label="What came of it"
        description="In your words; it stays with the plan."
        autosize
        autoFocus
        minRows={2}
        maxRows={8}
        value={result}
        onChange={(event) => setResult(event.currentTarget.value)}
      />
      <div className="k-plan-acts">
        <Button look="filled" type="submit">
          It is done
        </Button>
        <Button onClick={() => close('dropped')}>Let it go</Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Its introductions stay. */
function Remove({ plan: { id, title } }: { plan: Plan }): ReactNode {
  const session = useSession();
  const remove = async (): Promise<void> => {
    const answer = await session.tell('plan.remove', { id }, { done: `Removed: ${title}` });
    if (answer !== undefined) Planning.of(session).show(undefined);
  };
  return (
    <Button look="quiet" onClick={() => void remove()}>
      Remove
    </Button>
  );
}
