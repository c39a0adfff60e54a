/** One plan: where it leads, what was proposed and what came of it, who is there, who bridges to it, and how it ends. */
import type { ReactNode } from 'react';
import type { Plan } from '../../../shared/model/entities';
import type { PlanAnswer } from '../../../shared/plans/answers';
import { Button } from '../../app/parts/button';
import { sayDay, sayDayAhead } from '../../app/words';
import { LivePart } from '../../giving/live-part';
import { useLive } from '../../giving/use-live';
import { useSession, useToday } from '../../network/hooks';
import { PersonName } from '../../today/person-name';
import { Bridges, PeopleThere } from './people-there';
import { PlanEnd } from './plan-end';
import { PlanIntroductions } from './plan-introductions';
import { PlanSteps } from './plan-steps';
import { Planning } from './planning';
import { Proposals } from './proposals';

export function PlanPage({ plan }: { plan: Plan }): ReactNode {
  const live = useLive('plan', { plan: plan.id });
  const isOpen = plan.state === 'open';
  return (
    <article className="k-plan" aria-label={plan.title}>
      <Head plan={plan} answer={live.answer} />
      <LivePart live={live} waiting="Looking who is there" failed="Who is there could not be found out">
        {(answer) => (
          <>
            {isOpen ? <Proposals plan={plan} answer={answer} /> : <PlanEnd plan={plan} />}
            <PlanIntroductions plan={plan} />
            <PlanSteps plan={plan} />
            <PeopleThere answer={answer} />
            <Bridges answer={answer} />
            {isOpen ? <PlanEnd plan={plan} /> : null}
          </>
        )}
      </LivePart>
    </article>
  );
}

function Head({ plan, answer }: { plan: Plan; answer: PlanAnswer | undefined }): ReactNode {
  const session = useSession();
  const { id, title, person, state } = plan;
  const name = answer?.person.name;
  return (
    <header className="k-plan-head">
      <div>
        <h2 className="k-heading-name">{title}</h2>
        <p className="k-quiet">
          {person === undefined ? 'For you' : 'For '}
          {person === undefined || name === undefined ? null : <PersonName id={person} name={name} />}
          <When plan={plan} />
          {answer === undefined || answer.aim === '' ? '' : `. It leads to: ${answer.aim}.`}
        </p>
      </div>
      <div className="k-plan-tools">
        {answer === undefined || answer.there.people.length === 0 ? null : (
          <Button onClick={() => showOnMap(session, answer)}>Show on the map</Button>
        )}
        {session.hello.readOnly === undefined && state === 'open' ? (
          <Button onClick={() => Planning.of(session).edit(id)}>Change</Button>
        ) : null}
      </div>
    </header>
  );
}

function When({ plan: { horizon, state, closedOn } }: { plan: Plan }): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  if (state !== 'open') {
    const when = closedOn === undefined ? '' : ` ${sayDay(closedOn, today, hello.locale)}`;
    return `, ${state === 'done' ? 'done' : 'let go'}${when}`;
  }
  if (horizon === undefined) return null;
  const day = sayDayAhead(horizon, today, hello.locale);
  return horizon < today ? `, was to be done by ${day}` : `, by ${day}`;
}

/** Everybody there, whom the plan is for and whom it proposes, picked out on the map, with introductions as arcs. */
function showOnMap(session: ReturnType<typeof useSession>, { person, there, proposals }: PlanAnswer): void {
  const contacts = [
    ...(person.id === undefined ? [] : [person.id]),
    ...proposals.flatMap(({ b, by }) => [b.id, ...(by === null ? [] : [by.id])]),
    ...there.people.map(({ id }) => id),
  ];
  session.selection.setState({ contacts: [...new Set(contacts)] }, true);
  session.atlas.set({ highlight: 'introductions' });
  const [first] = there.people;
  if (first !== undefined) session.show(first.id);
  session.navigation.go('atlas');
}
