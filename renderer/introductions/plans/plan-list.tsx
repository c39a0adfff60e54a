/** The plans one has: those that are open, and those that were closed, folded. */
import { type ReactNode, useState } from 'react';
import type { Plan } from '../../../shared/model/entities';
import { ActionButton } from '../../app/parts/button';
import { nameOf, sayDay, sayDayAhead } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useContact, useSession, useToday } from '../../network/hooks';
import { MoreButton } from '../../today/more-button';
import { Planning } from './planning';

/** Lines shown at first. */
const first = 30;

export function PlanList({ plans, here }: { plans: readonly Plan[]; here: string | undefined }): ReactNode {
  const stepping = useStepping();
  const [all, setAll] = useState(false);
  const open = plans.filter(({ state }) => state === 'open').sort(byHorizon);
  const closed = plans
    .filter(({ state }) => state !== 'open')
    .sort((a, b) => ((a.closedOn ?? '') < (b.closedOn ?? '') ? 1 : -1));
  return (
    <nav className="k-plan-list" aria-label="Plans">
      <div className="k-plan-list-head">
        <h2 className="k-heading">Plans</h2>
        <ActionButton id="plans.new" look="quiet" withIcon={false} withKey={false} />
      </div>
      {open.length === 0 ? (
        <p className="k-small k-quiet">None is open.</p>
      ) : (
        <ul aria-label="Open plans" {...stepping}>
          {open.slice(0, all ? undefined : first).map((plan) => (
            <Line key={plan.id} plan={plan} here={plan.id === here} />
          ))}
          <MoreButton all={open.length} first={first} open={all} onOpen={() => setAll(true)} />
        </ul>
      )}
      {closed.length === 0 ? null : (
        <details>
          <summary className="k-small">{closed.length.toLocaleString('en')} closed</summary>
          <ul aria-label="Closed plans" {...stepping}>
            {closed.slice(0, all ? undefined : first).map((plan) => (
              <Line key={plan.id} plan={plan} here={plan.id === here} />
            ))}
            <MoreButton all={closed.length} first={first} open={all} onOpen={() => setAll(true)} />
          </ul>
        </details>
      )}
    </nav>
  );
}

function Line({ plan, here }: { plan: Plan; here: boolean }): ReactNode {
  const session = useSession();
  const { id, title } = plan;
  return (
    <li data-step tabIndex={-1} aria-label={title}>
      <button
        type="button"
        className="k-plan-line"
        aria-current={here ? 'true' : undefined}
        onClick={() => Planning.of(session).show(id)}
      >
        <span className="k-plan-line-title">{title}</span>
        <span className="k-small k-quietest">
          <Standing plan={plan} />
        </span>
      </button>
    </li>
  );
}

function Standing({ plan: { person, horizon, state, closedOn, madeOn } }: { plan: Plan }): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  const contact = useContact(person);
  const whom =
    person === undefined ? 'for you' : `for ${contact === undefined ? 'somebody' : nameOf(contact)}`;
  if (state !== 'open') {
    return `${whom}, ${state === 'done' ? 'done' : 'let go'} ${sayDay(closedOn ?? madeOn, today, hello.locale)}`;
  }
  return horizon === undefined ? whom : `${whom}, by ${sayDayAhead(horizon, today, hello.locale)}`;
}

function byHorizon(a: Plan, b: Plan): number {
  const [one, other] = [a, b].map(({ horizon, madeOn, id }) => `${horizon ?? '9999'} ${madeOn} ${id}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
