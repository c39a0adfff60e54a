/** Who can help, each with the words that fit and where they stand; j and k move, Enter opens what to know before asking. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { HelpAnswer, Helper } from '../../../shared/asking/answers';
import { ContactMark } from '../../app/parts/mark';
import { Empty } from '../../app/parts/empty';
import { people, roleOf } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useContact, useSession } from '../../network/hooks';
import { Asking } from './asking';
import { BeforeAsking } from './before-asking';
import { MomentMark } from './moment-mark';

export function Helpers({ answer }: { answer: HelpAnswer }): ReactNode {
  const asking = Asking.of(useSession());
  const { contact, isNew } = useStore(asking.store);
  const stepping = useStepping();
  const list = useRef<HTMLUListElement>(null);
  const { words, people: found, total } = answer;
  useEffect(() => {
    if (isNew !== true) return;
    list.current?.querySelector<HTMLElement>('[data-step]')?.focus();
    asking.seen();
  }, [asking, isNew]);
  if (words.length === 0) {
    return (
      <Empty title="No word here says what you need">
        Write what it is about: a trade, a place, a subject. Words such as “help” and “know” are left out.
      </Empty>
    );
  }
  if (found.length === 0) {
    return (
      <Empty title="Nobody comes to mind by these words">
        Looked for: {words.join(', ')}. Try other words, or write down what people can help with: it is found
        here then.
      </Empty>
    );
  }
  return (
    <section aria-labelledby="asking-helpers">
      <h2 className="k-heading" id="asking-helpers">
        Who can help
      </h2>
      <p className="k-small k-quiet" role="status">
        {total > found.length
          ? `${people(found.length)} of ${total.toLocaleString('en')}, by the words`
          : `${people(total)}, by the words`}{' '}
        {words.map((word) => `“${word}”`).join(', ')}; those who may be asked more easily come first.
      </p>
      <ul className="k-ask-helpers" aria-label="Who can help" ref={list} {...stepping}>
        {found.map((helper) => (
          <Line key={helper.id} helper={helper} isOpen={helper.id === contact} />
        ))}
      </ul>
    </section>
  );
}

function Line({ helper, isOpen }: { helper: Helper; isOpen: boolean }): ReactNode {
  const session = useSession();
  const person = useContact(helper.id);
  const { id, name, why, moment, headline, text } = helper;
  return (
    <li className="k-ask-helper" data-step tabIndex={-1} aria-label={name}>
      <ContactMark contact={id} box={30} />
      <div className="k-ask-helper-main">
        <div className="k-ask-helper-head">
          <button
            type="button"
            className="k-ask-name"
            aria-expanded={isOpen}
            onClick={() => Asking.of(session).choose(isOpen ? undefined : id)}
          >
            {name}
          </button>
          <span className="k-small k-quietest">{person === undefined ? '' : roleOf(person)}</span>
          <MomentMark moment={moment} headline={headline} />
        </div>
        <p>{why}</p>
        {isOpen ? (
          <BeforeAsking contact={id} />
        ) : moment === 'good' ? null : (
          <p className="k-small k-quiet">{text}</p>
        )}
      </div>
    </li>
  );
}
