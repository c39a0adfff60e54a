/** Who is selected: the story, the rhythm, why they stand out, what is between us, ties, and every detail to edit. */
import { type ReactNode, useDeferredValue } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { people } from '../../app/words';
import { ActionButton, Button } from '../../app/parts/button';
import { useContact, useDialog, useSelection, useSession, useSettings } from '../../network/hooks';
import './inspector.css';
import { BetweenSection } from './between-section';
import { DetailsSection } from './details-section';
import { Head } from './head';
import { MergedSection } from './merged-section';
import { RemoveSection } from './remove-section';
import { SourcesSection } from './sources-section';
import { StorySection } from './story-section';
import { StripSection } from './strip-section';
import { TieDialog } from './tie-dialog';
import { TiesSection } from './ties-section';
import { useDetails } from './use-details';
import { type Interactions, useInteractions } from './use-interactions';
import { WhySection } from './why-section';

/** With oneself there are none. */
const none: Interactions = { list: [], total: 0 };

export function Inspector(): ReactNode {
  const contacts = useSelection((selection) => selection.contacts);
  const contact = useContact(contacts[0]);
  const tie = useDialog('tie');
  const { dialogs } = useSession();
  return (
    <>
      {contact === undefined ? null : contacts.length > 1 ? (
        <Several contacts={contacts} />
      ) : (
        <Person key={contact.id} contact={contact} />
      )}
      {tie === undefined ? null : (
        <TieDialog key={tie.contacts.join()} contacts={tie.contacts} onClose={() => dialogs.close()} />
      )}
    </>
  );
}

function Person({ contact }: { contact: Contact }): ReactNode {
  const { me } = useSettings();
  const details = useDetails(contact.id);
  const interactions = useInteractions(contact.id);
  const isMe = me === contact.id;
  // The head comes at once; the rest is drawn in slices, so that the next key or frame need not wait for it.
  const whole = useDeferredValue(true, false);
  if (!whole) {
    return (
      <div className="k-insp">
        <Head contact={contact} />
      </div>
    );
  }
  return (
    <div className="k-insp">
      <Head contact={contact} />
      {interactions === undefined || isMe ? null : (
        <StripSection contact={contact.id} interactions={interactions} />
      )}
      {isMe ? null : <WhySection contact={contact} />}
      {details === undefined ? null : (
        <BetweenSection contact={contact} details={details} interactions={interactions?.list ?? none.list} />
      )}
      <TiesSection contact={contact} />
      {interactions === undefined || details === undefined ? null : (
        <StorySection
          contact={contact}
          isMe={isMe}
          details={details}
          interactions={isMe ? none : interactions}
        />
      )}
      <DetailsSection contact={contact} />
      {details === undefined ? null : <SourcesSection contact={contact} sources={details.sources} />}
      {details === undefined ? null : <MergedSection contact={contact} merges={details.merges} />}
      {isMe ? null : <RemoveSection contact={contact} />}
    </div>
  );
}

function Several({ contacts }: { contacts: readonly string[] }): ReactNode {
  const session = useSession();
  const both = contacts.length === 2;
  return (
    <div className="k-insp">
      <div className="k-insp-section">
        <h2 className="k-insp-name">{people(contacts.length)} selected</h2>
        <div className="k-insp-actions">
          <Button look="filled" onClick={() => session.dialogs.open('note', contacts)}>
            Log
          </Button>
          <Button onClick={() => session.dialogs.open('tie', contacts)}>
            {both ? 'Know each other' : 'Know the first'}
          </Button>
          {both ? (
            <>
              <ActionButton id="introductions.begin" withIcon={false}>
                Introduce them
              </ActionButton>
              <ActionButton id="paths.to" withIcon={false}>
                Ways between them
              </ActionButton>
              <ActionButton id="people.merge" withIcon={false}>
                Same person
              </ActionButton>
            </>
          ) : null}
          <Button look="quiet" onClick={() => session.select(undefined)}>
            Clear
          </Button>
        </div>
      </div>
    </div>
  );
}
