/** Two people of whom it is guessed that they know each other, what that rests on, and the answers. */
import { type ReactNode, useId } from 'react';
import type { Guess } from '../../../shared/guesses/answers';
import { ActionButton } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { roleOf } from '../../app/words';
import { useContact, useSession } from '../../network/hooks';

export function GuessPair({ guess }: { guess: Guess }): ReactNode {
  const title = useId();
  const { a, b, confidence, rests } = guess;
  return (
    <article className="k-guess" aria-labelledby={title}>
      <p className="k-visually-hidden" id={title} role="status">
        {a.name} and {b.name}
      </p>
      <div className="k-guess-two">
        <Somebody contact={a.id} name={a.name} />
        <span className="k-guess-line" aria-hidden="true" />
        <Somebody contact={b.id} name={b.name} />
      </div>
      <p className="k-guess-sure">
        {sureWords(confidence)} <span className="k-quietest k-number">{(100 * confidence).toFixed(0)} %</span>
      </p>
      {rests.length === 0 ? (
        <p className="k-quiet">Nothing is recorded of what it rests on.</p>
      ) : (
        <ul className="k-guess-rests">
          {rests.map((text) => (
            <li key={text}>{sentence(text)}</li>
          ))}
        </ul>
      )}
      <div className="k-guess-answers" role="group" aria-label="Your answer">
        <ActionButton id="guesses.yes" look="filled">
          Yes
        </ActionButton>
        <ActionButton id="guesses.no">No</ActionButton>
        <ActionButton id="guesses.later" look="quiet">
          Not sure
        </ActionButton>
      </div>
    </article>
  );
}

function Somebody({ contact, name }: { contact: string; name: string }): ReactNode {
  const session = useSession();
  const entity = useContact(contact);
  const role = entity === undefined ? '' : roleOf(entity);
  const mail = entity?.emails[0]?.value ?? '';
  return (
    <div className="k-guess-one">
      <ContactMark contact={contact} box={30} />
      <button
        type="button"
        className="k-guess-name"
        onClick={() => {
          session.navigation.go('atlas');
          session.select(contact);
          session.show(contact);
        }}
      >
        {name}
      </button>
      <span className="k-quiet k-small">{role === '' ? mail : role}</span>
    </div>
  );
}

function sureWords(confidence: number): string {
  if (confidence >= 0.8) return 'Very likely.';
  if (confidence >= 0.5) return 'Likely.';
  return confidence >= 0.25 ? 'Quite possible.' : 'Possible.';
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
