/** Whom an answer names, under heads; each lights up on the map and can be selected. */
import { type ReactNode, useState } from 'react';
import { Button } from '../../app/parts/button';
import { light } from '../map/light';
import { PersonLink } from '../person-link';
import { useStepping } from '../gaps/use-stepping';
import type { AnswerPart, Named } from './answer-rows';

const step = 20;

export function AnswerLists({ parts }: { parts: readonly AnswerPart[] }): ReactNode {
  return parts.map((part) => <Part key={part.head} part={part} />);
}

function Part({ part: { head, count, named } }: { part: AnswerPart }): ReactNode {
  const [most, setMost] = useState(step);
  const stepping = useStepping();
  return (
    <section aria-label={head}>
      <h3 className="k-heading">
        {head} <span className="k-quietest k-number">{count.toLocaleString('en')}</span>
      </h3>
      <ul className="k-what-if-named" aria-label={head} {...stepping}>
        {named.slice(0, most).map((people) => (
          <Entry key={people.join(' ')} people={people} />
        ))}
      </ul>
      {named.length > most ? (
        <Button look="quiet" onClick={() => setMost(most + step)}>
          {Math.min(step, named.length - most).toLocaleString('en')} more
        </Button>
      ) : null}
    </section>
  );
}

function Entry({ people }: { people: Named }): ReactNode {
  const [one, other] = people;
  return (
    <li data-light={light.people(people)} data-step tabIndex={-1}>
      <PersonLink contact={one} />
      {other === undefined ? null : (
        <>
          {' and '}
          <PersonLink contact={other} />
        </>
      )}
    </li>
  );
}
