/** Somebody who might care: why, the last time, and a draft to open. */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaringPerson } from '../../../shared/sharing/answers';
import { OutsideLink } from '../../app/link';
import { Button } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { roleOf } from '../../app/words';
import { useContact, useSession } from '../../network/hooks';
import { copyText } from '../../today/acts';
import { Sharing } from './sharing';

interface CaringLineProps {
  readonly person: CaringPerson;
  /** Undefined where nothing can be chosen. */
  readonly isChosen: boolean | undefined;
  readonly isOpen: boolean;
}

export function CaringLine({ person, isChosen, isOpen }: CaringLineProps): ReactNode {
  const sharing = Sharing.of(useSession());
  const contact = useContact(person.id);
  const { id, name, why, last } = person;
  return (
    <li className="k-share-line" data-step data-contact={id} tabIndex={-1} aria-label={name}>
      {isChosen === undefined ? (
        <span />
      ) : (
        <Checkbox
          size="xs"
          aria-label={`Choose ${name}`}
          checked={isChosen}
          onChange={() => sharing.choose(id)}
        />
      )}
      <ContactMark contact={id} box={30} />
      <div className="k-share-who">
        <div className="k-share-name-line">
          <button
            type="button"
            className="k-share-name"
            aria-expanded={isOpen}
            onClick={() => sharing.unfold(id)}
          >
            {name}
          </button>
          <span className="k-small k-quietest">{contact === undefined ? '' : roleOf(contact)}</span>
        </div>
        <p>{why}</p>
        <p className="k-small k-quiet">{last}</p>
        {isOpen ? <Draft person={person} /> : null}
      </div>
    </li>
  );
}

function Draft({ person: { id, name, reasons, draft } }: { person: CaringPerson }): ReactNode {
  const session = useSession();
  const contact = useContact(id);
  const [address] = contact?.emails ?? [];
  const all = reasons.length > 2 ? reasons.slice(2) : [];
  return (
    <div className="k-share-open">
      {all.length === 0 ? null : (
        <p className="k-small k-quiet">Also: {all.map(({ text }) => text).join('; ')}.</p>
      )}
      <p className="k-share-draft">{draft.text}</p>
      <div className="k-share-acts">
        <Button className="k-small" onClick={() => void copyText(session, draft.text, 'The draft is copied')}>
          Copy the draft
        </Button>
        {address === undefined ? null : (
          <OutsideLink kind="email" value={address.value} mail={{ subject: draft.subject, body: draft.text }}>
            Write to {address.value}
          </OutsideLink>
        )}
        <Button look="quiet" className="k-small" onClick={() => session.select(id)}>
          Show {name}
        </Button>
      </div>
    </div>
  );
}
