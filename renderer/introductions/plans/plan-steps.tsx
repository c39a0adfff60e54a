/** What is to be done for a plan besides introducing: written down, ticked off, taken out. */
import { Checkbox, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Plan } from '../../../shared/model/entities';
import { Button, IconButton } from '../../app/parts/button';
import { exactDay, sayDay } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession, useToday } from '../../network/hooks';

type Step = Plan['steps'][number];

export function PlanSteps({ plan }: { plan: Plan }): ReactNode {
  const session = useSession();
  const stepping = useStepping();
  const { steps, state } = plan;
  const canChange = session.hello.readOnly === undefined && state === 'open';
  if (steps.length === 0 && !canChange) return null;
  return (
    <section className="k-plan-part" aria-labelledby="plan-steps">
      <h3 className="k-heading" id="plan-steps">
        Other steps
      </h3>
      {steps.length === 0 ? (
        <p className="k-quiet">What else is to be done: a letter, a call, papers to gather.</p>
      ) : (
        <ul aria-label="Other steps" onKeyDown={stepping.onKeyDown}>
          {steps.map((step) => (
            <Line key={step.id} plan={plan.id} step={step} canChange={canChange} />
          ))}
        </ul>
      )}
      {canChange ? <AddStep plan={plan.id} /> : null}
    </section>
  );
}

function Line({ plan, step, canChange }: { plan: string; step: Step; canChange: boolean }): ReactNode {
  const session = useSession();
  const today = useToday();
  const { locale } = session.hello;
  const { id, text, doneOn } = step;
  const tick = (done: boolean): void =>
    void session.tell(
      'plan.step-edit',
      { plan, step: id, done },
      { done: done ? `Done: ${text}` : `To be done again: ${text}` },
    );
  return (
    <li className="k-plan-step">
      <Checkbox
        data-step
        label={text}
        checked={doneOn !== undefined}
        disabled={!canChange}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      {doneOn === undefined ? null : (
        <span className="k-small k-quietest" title={exactDay(doneOn, locale)}>
          {sayDay(doneOn, today, locale)}
        </span>
      )}
      {canChange ? (
        <IconButton
          icon={IconX}
          label={`Take out: ${text}`}
          onClick={() =>
            void session.tell('plan.step-remove', { plan, step: id }, { done: `Taken out: ${text}` })
          }
        />
      ) : null}
    </li>
  );
}

function AddStep({ plan }: { plan: string }): ReactNode {
  const session = useSession();
  const [text, setText] = useState('');
  const add = async (): Promise<void> => {
    const said = text.trim();
    if (said === '') return;
    const answer = await session.tell('plan.step', { plan, text: said }, { done: `Added: ${said}` });
    if (answer !== undefined) setText('');
  };
  return (
    <form
      className="k-plan-add"
      aria-label="Add a step"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        aria-label="Another step"
        placeholder="Another step"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
