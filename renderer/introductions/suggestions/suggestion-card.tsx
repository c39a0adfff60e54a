/** Two who could meet: who, and why in words; opened, everything that speaks for it, what would come of it, and the acts. */
import type { ReactNode } from 'react';
import type { Suggestion } from '../../../shared/suggestions/answers';
import { Button } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { roleOf } from '../../app/words';
import { useContact, useSession } from '../../network/hooks';
import { askBothFirst, notNow, notTheseTwo, saveAsIdea } from './acts';
import { IfTheyMeet } from './if-they-meet';
import { bothNames } from './pair';
import { Parts } from './parts';

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** It leaves the list; the keyboard stays with the others. */
  readonly onDecided: () => void;
}

export function SuggestionCard({ suggestion, isOpen, onToggle, onDecided }: SuggestionCardProps): ReactNode {
  const { a, b, why } = suggestion;
  return (
    <li className="k-suggestion" data-step tabIndex={-1} aria-label={bothNames(suggestion)}>
      <Arc />
      <div className="k-suggestion-main">
        <div className="k-suggestion-head">
          <button type="button" className="k-suggestion-names" aria-expanded={isOpen} onClick={onToggle}>
            <Side contact={a.id} name={a.name} />
            <span className="k-visually-hidden"> and </span>
            <Side contact={b.id} name={b.name} />
          </button>
        </div>
        <p className="k-suggestion-why">{why}</p>
        {isOpen ? (
          <div className="k-suggestion-open">
            <Acts suggestion={suggestion} onDecided={onDecided} />
            <Parts suggestion={suggestion} />
            <IfTheyMeet a={a.id} b={b.id} />
          </div>
        ) : null}
      </div>
    </li>
  );
}

function Side({ contact, name }: { contact: string; name: string }): ReactNode {
  const person = useContact(contact);
  const role = person === undefined ? '' : roleOf(person);
  return (
    <span className="k-suggestion-side">
      <ContactMark contact={contact} box={26} />
      <span className="k-suggestion-name">{name}</span>
      {role === '' ? null : (
        <span className="k-small k-quietest" aria-hidden="true">
          {role}
        </span>
      )}
    </span>
  );
}

/** The tie that could be: dotted, in the colour of introductions. */
function Arc(): ReactNode {
  return (
    <svg className="k-suggestion-arc" width={12} height={40} viewBox="0 0 12 40" aria-hidden="true">
      <path d="M10 4 C 1 13, 1 27, 10 36" fill="none" stroke="var(--k-accent)" strokeWidth="1.6" />
    </svg>
  );
}

function Acts({ suggestion, onDecided }: Pick<SuggestionCardProps, 'suggestion' | 'onDecided'>): ReactNode {
  const session = useSession();
  if (session.hello.readOnly !== undefined) return null;
  const decide = (act: typeof saveAsIdea): void => {
    void act(session, suggestion).then((done) => {
      if (done) onDecided();
    });
  };
  return (
    <div className="k-suggestion-acts" role="group" aria-label={`What to do about ${bothNames(suggestion)}`}>
      <Button look="filled" onClick={() => void askBothFirst(session, suggestion)}>
        Ask both first
      </Button>
      <Button onClick={() => decide(saveAsIdea)}>Save as idea</Button>
      <Button look="quiet" onClick={() => decide(notNow)}>
        Not now
      </Button>
      <Button look="quiet" onClick={() => decide(notTheseTwo)}>
        Not these two
      </Button>
    </div>
  );
}
