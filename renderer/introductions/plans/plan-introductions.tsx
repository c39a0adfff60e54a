/** The introductions that serve a plan, each with how far it is: from the idea to what came of it, and thanks. */
import { type ReactNode, useMemo } from 'react';
import { sayBoth, sayHowFar } from '../../../shared/introductions/say';
import { hasHappened, orderOf } from '../../../shared/introductions/stages';
import type { Introduction, Plan } from '../../../shared/model/entities';
import { many } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession, useTable } from '../../network/hooks';
import { Introducing } from '../introducing';
import { useSpeaking } from '../use-speaking';

export function PlanIntroductions({ plan }: { plan: Plan }): ReactNode {
  const stepping = useStepping();
  const all = useTable('introductions');
  const own = useMemo(
    () =>
      all
        .filter((introduction) => introduction.plan === plan.id)
        .sort((a, b) => orderOf(b.stage) - orderOf(a.stage) || (a.id < b.id ? -1 : 1)),
    [all, plan.id],
  );
  if (own.length === 0) return null;
  const unthanked = own.filter(({ stage }) => hasHappened(stage) && stage !== 'thanked').length;
  return (
    <section className="k-plan-part" aria-labelledby="plan-introductions">
      <h3 className="k-heading" id="plan-introductions">
        Introductions of this plan
      </h3>
      {unthanked === 0 ? null : (
        <p className="k-small k-quiet">
          {many(unthanked, 'that came about waits', 'that came about wait')} for its result or for thanks.
        </p>
      )}
      <ul aria-label="Introductions of this plan" {...stepping}>
        {own.map((introduction) => (
          <Line key={introduction.id} introduction={introduction} />
        ))}
      </ul>
    </section>
  );
}

function Line({ introduction }: { introduction: Introduction }): ReactNode {
  const session = useSession();
  const speaking = useSpeaking(introduction);
  const both = sayBoth(speaking, introduction);
  const { outcome } = introduction;
  const open = (): void => {
    session.select(undefined);
    Introducing.of(session).open(introduction.id);
  };
  return (
    <li className="k-plan-introduction" data-step tabIndex={-1} aria-label={both}>
      <button type="button" className="k-plan-pair k-today-person" onClick={open}>
        {both}
      </button>
      <p className="k-small k-quiet">
        {sayHowFar(speaking, introduction)}
        {outcome === undefined ? '' : ` What came of it: ${outcome}`}
      </p>
    </li>
  );
}
