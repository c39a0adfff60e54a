/** What has to be answered before the line is logged: who is new, and who of several is meant. */
import type { ReactNode } from 'react';
import type { Person, Who } from '../../shared/capture/capture';
import { nameKey } from '../../shared/capture/name-key';
import { Button } from '../app/parts/button';
import { withPerson } from './correct';
import type { Line } from './use-line';

/** More are found by typing more of the name. */
const most = 6;

interface QuestionsProps {
  readonly line: Line;
  /** The name that is being typed just now asks nothing yet. */
  readonly typed: string | undefined;
  readonly onDone: () => void;
}

export function Questions({ line, typed, onDone }: QuestionsProps): ReactNode {
  const { questions, capture, context, added } = line;
  const choose = (from: Who, { id, name }: Person): void => {
    line.correct(withPerson(capture, from, { state: 'known', id, name }, context));
    onDone();
  };
  const isAsked = (name: string): boolean => typed === undefined || nameKey(typed) !== nameKey(name);
  const unclear = questions.unclear.filter(({ name }) => isAsked(name));
  const strangers = questions.unknown.filter((name) => isAsked(name) && !added.includes(nameKey(name)));
  return (
    <>
      {unclear.map(({ name, people }) => (
        <div
          key={`several ${name}`}
          className="k-capture-question"
          role="group"
          aria-label={`Who is ${name}?`}
        >
          <span>{name === '' ? 'Whom do you mean?' : `“${name}” could be:`}</span>
          {people.slice(0, most).map((person) => (
            <Button
              key={person.id}
              className="k-small"
              onClick={() => choose({ state: 'several', name, people }, person)}
            >
              {person.name}
              {person.about === undefined ? null : <span className="k-capture-about">{person.about}</span>}
            </Button>
          ))}
          {people.length > most ? <span>and {people.length - most} more: type more of the name.</span> : null}
        </div>
      ))}
      {strangers.map((name) => (
        <div key={`new ${name}`} className="k-capture-question" role="group" aria-label={`Who is ${name}?`}>
          <span>Nobody is called “{name}”.</span>
          <Button
            className="k-small"
            onClick={() => {
              line.add(name);
              onDone();
            }}
          >
            Add {name} by name alone
          </Button>
          {context.people.complete(name, 3).map((person) => (
            <Button
              key={person.id}
              className="k-small"
              onClick={() => choose({ state: 'unknown', name }, person)}
            >
              {person.name}
              {person.about === undefined ? null : <span className="k-capture-about">{person.about}</span>}
            </Button>
          ))}
        </div>
      ))}
    </>
  );
}
