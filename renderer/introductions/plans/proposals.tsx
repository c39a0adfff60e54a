/** The few introductions that would reach the most: why each, what it adds, how often whoever is asked was asked already. */
import type { ReactNode } from 'react';
import type { Plan } from '../../../shared/model/entities';
import type { PlanAnswer, Proposal } from '../../../shared/plans/answers';
import { Button } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { many } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession } from '../../network/hooks';
import { PersonName } from '../../today/person-name';

export function Proposals({ plan, answer }: { plan: Plan; answer: PlanAnswer }): ReactNode {
  const stepping = useStepping();
  const { proposals, reach, guarantee, passedOver, none, underWay, most } = answer;
  return (
    <section className="k-plan-part" aria-labelledby="plan-proposals">
      <h3 className="k-heading" id="plan-proposals">
        {proposals.length === 0
          ? 'Nothing to propose just now'
          : many(proposals.length, 'introduction that would help', 'introductions that would help')}
      </h3>
      {none === null ? (
        <p className="k-quiet">
          {reach.text} {guarantee}
        </p>
      ) : (
        <p className="k-quiet">
          {reach.text} {none}
        </p>
      )}
      {underWay > 0 && none === null ? (
        <p className="k-small k-quiet">
          {underWay.toLocaleString('en')} of {most.toLocaleString('en')} at most{' '}
          {underWay === 1 ? 'is' : 'are'} under way already.
        </p>
      ) : null}
      {proposals.length === 0 ? null : (
        <ul aria-label="Introductions that would help" {...stepping}>
          {proposals.map((proposal) => (
            <Line key={`${proposal.b.id} ${proposal.by?.id ?? ''}`} plan={plan} proposal={proposal} />
          ))}
        </ul>
      )}
      {passedOver.map((text) => (
        <p className="k-small k-quiet" key={text}>
          {text}
        </p>
      ))}
    </section>
  );
}

function Line({ plan, proposal }: { plan: Plan; proposal: Proposal }): ReactNode {
  const session = useSession();
  const { a, b, by, why, load, meets, nears } = proposal;
  const both = `${a.name} and ${b.name}`;
  const adds = [
    meets === 0 ? '' : `${many(meets, 'person', 'people')} there met`,
    nears === 0 ? '' : `${many(nears, 'person', 'people')} there within two steps`,
  ].filter((part) => part !== '');
  return (
    <li className="k-plan-proposal" data-step tabIndex={-1} aria-label={both}>
      <ContactMark contact={b.id} box={30} />
      <div>
        <p className="k-plan-pair">
          {a.id === undefined ? a.name : <PersonName id={a.id} name={a.name} />} and{' '}
          <PersonName id={b.id} name={b.name} />
          {by === null ? null : (
            <>
              , introduced by <PersonName id={by.id} name={by.name} />
            </>
          )}
        </p>
        <p>
          {why} <span className="k-quiet">It adds {adds.join(' and ')}.</span>
        </p>
        <p className="k-small k-quiet">{load === '' ? 'Nothing was asked of them lately.' : load}</p>
      </div>
      {session.hello.readOnly !== undefined ? null : a.id === undefined ? (
        <p className="k-small k-quiet">Say in the settings who you are to begin this.</p>
      ) : (
        <Button
          className="k-small"
          aria-label={`Save as idea: ${both}`}
          onClick={() => saveAsIdea(session, plan, { ...proposal, a: { ...a, id: a.id ?? '' } })}
        >
          Save as idea
        </Button>
      )}
    </li>
  );
}

function saveAsIdea(
  session: ReturnType<typeof useSession>,
  plan: Plan,
  { a, b, by, why }: Proposal & { readonly a: { readonly id: string } },
): void {
  const args = { a: a.id, b: b.id, why, plan: plan.id, ...(by === null ? {} : { by: by.id }) };
  void session.tell('introduction.start', args, { done: `Kept as an idea: ${a.name} and ${b.name}` });
}
