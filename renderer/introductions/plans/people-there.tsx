/** Who is where a plan leads to, nearest first, and who knows people there. */
import { type ReactNode, useState } from 'react';
import type { Bridge, PersonThere, PlanAnswer } from '../../../shared/plans/answers';
import { Button } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { people, sayDayAhead } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession, useToday } from '../../network/hooks';
import { PersonName } from '../../today/person-name';

/** Lines shown at first, and more each time. */
const page = 12;

export function PeopleThere({ answer: { there, person } }: { answer: PlanAnswer }): ReactNode {
  return (
    <Part
      title="Who is there"
      text={there.text}
      all={there.people}
      inAll={there.inAll}
      line={(one) => <Line key={one.id} of={one} more={`${one.why}. ${stepsOf(one, person.name)}`} />}
    />
  );
}

export function Bridges({ answer: { bridges } }: { answer: PlanAnswer }): ReactNode {
  if (bridges.inAll === 0) return null;
  return (
    <Part
      title="Who bridges to it"
      text={`${people(bridges.inAll)} whom you know ${bridges.inAll === 1 ? 'knows' : 'know'} somebody there.`}
      all={bridges.people}
      inAll={bridges.inAll}
      line={(one) => <BridgeLine key={one.id} bridge={one} />}
    />
  );
}

function BridgeLine({ bridge }: { bridge: Bridge }): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  const { text, freeFrom } = bridge;
  const full =
    freeFrom === null
      ? ''
      : ` Asked as often as you want to ask one person; easier from ${sayDayAhead(freeFrom, today, hello.locale)} on.`;
  return <Line of={bridge} more={`${text.charAt(0).toUpperCase()}${text.slice(1)}.${full}`} />;
}

function stepsOf({ steps, isMine }: PersonThere, name: string): string {
  const [knows, is] = name === 'You' ? ['You know', 'You are'] : [`${name} knows`, `${name} is`];
  const mine = name === 'You' || !isMine ? '' : ' You know them.';
  if (steps === 1) return `${knows} them.${name === 'You' ? '' : mine}`;
  if (steps === 2) return `${is} two steps away.${mine}`;
  return mine === '' ? `${is} farther away.` : mine.trim();
}

function Line({
  of: { id, name },
  more,
}: {
  of: { readonly id: string; readonly name: string };
  more: string;
}): ReactNode {
  return (
    <li className="k-plan-person" data-step tabIndex={-1} aria-label={name}>
      <ContactMark contact={id} box={30} />
      <div>
        <PersonName id={id} name={name} />
        <p className="k-small k-quiet">{more}</p>
      </div>
    </li>
  );
}

interface PartProps<T> {
  readonly title: string;
  readonly text: string;
  readonly all: readonly T[];
  readonly inAll: number;
  readonly line: (one: T) => ReactNode;
}

function Part<T>({ title, text, all, inAll, line }: PartProps<T>): ReactNode {
  const [shown, setShown] = useState(page);
  const stepping = useStepping();
  return (
    <section className="k-plan-part" aria-label={title}>
      <h3 className="k-heading">{title}</h3>
      <p className="k-quiet">
        {text}
        {inAll > all.length ? ` The nearest ${all.length.toLocaleString('en')} are named.` : ''}
      </p>
      {all.length === 0 ? null : (
        <ul className="k-plan-people" aria-label={title} {...stepping}>
          {all.slice(0, shown).map(line)}
        </ul>
      )}
      {all.length > shown ? (
        <Button look="quiet" onClick={() => setShown(shown + page)}>
          {Math.min(page, all.length - shown).toLocaleString('en')} more
        </Button>
      ) : null}
    </section>
  );
}
