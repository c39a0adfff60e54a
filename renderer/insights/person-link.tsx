/** A person's name within a sentence; pressing it selects them. */
import type { ReactNode } from 'react';
import { nameOf } from '../app/words';
import { useContact, useSession } from '../network/hooks';
import { light } from './map/light';

export function PersonLink({ contact, tabIndex }: { contact: string; tabIndex?: number }): ReactNode {
  const session = useSession();
  const person = useContact(contact);
  if (person === undefined) return <span className="k-quietest">somebody who is gone</span>;
  return (
    <button
      type="button"
      className="k-link-button k-insights-link"
      data-light={light.person(contact)}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        session.select(contact);
      }}
    >
      {nameOf(person)}
    </button>
  );
}

/** "Ana, Bo and 3 more", each name to press. */
export function PersonLinks({
  contacts,
  most = 3,
  tabIndex,
}: {
  contacts: readonly string[];
  most?: number;
  tabIndex?: number;
}): ReactNode {
  const shown = contacts.length > most ? contacts.slice(0, most - 1) : contacts;
  const more = contacts.length - shown.length;
  return shown.map((contact, i) => {
    const last = i === shown.length - 1;
    const between = i === 0 ? '' : last && more === 0 ? ' and ' : ', ';
    return (
      <span key={contact}>
        {between}
        <PersonLink contact={contact} tabIndex={tabIndex} />
        {last && more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}
      </span>
    );
  });
}
