/** Plans: what introductions are for. The list of them, and the one that is looked at or made. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../../shared/model/entities';
import { ActionButton } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { useEntity, useSession, useTable } from '../../network/hooks';
import { PlanForm } from './plan-form';
import { PlanList } from './plan-list';
import { PlanPage } from './plan-page';
import { Planning } from './planning';
import '../../giving/giving.css';
import '../../today/today.css';
import './plans.css';

export function PlansView(): ReactNode {
  const planning = Planning.of(useSession());
  const { plan: id, form } = useStore(planning.store);
  const plans = useTable('plans');
  const chosen = useEntity('plans', id);
  const plan = chosen ?? plans.find(({ state }) => state === 'open');
  if (plans.length === 0 && form === undefined) return <NoPlans />;
  return (
    <div className="k-plans">
      <PlanList plans={plans} here={form === 'new' ? undefined : plan?.id} />
      <div className="k-plans-main">
        <Main plan={plan} form={form} />
      </div>
    </div>
  );
}

function Main({ plan, form }: { plan: Plan | undefined; form: 'new' | 'edit' | undefined }): ReactNode {
  if (form === 'new') return <PlanForm key="new" />;
  if (plan === undefined) {
    return <Empty title="No plan is open">Choose one of those that were closed, or make a new one.</Empty>;
  }
  return form === 'edit' ? <PlanForm key={plan.id} plan={plan} /> : <PlanPage key={plan.id} plan={plan} />;
}

function NoPlans(): ReactNode {
  return (
    <Empty
      title="No plan yet"
      action={<ActionButton id="plans.new" look="filled" withIcon={false} withKey={false} />}
    >
      “Dana to biotech in Basel”, “know lawyers”: say whom it is for and where it leads. You see who is there,
      who bridges to it, and which few introductions would reach the most.
    </Empty>
  );
}
