/** What I offer: my own offers, who ought to know of them and does not, and who knows, with the day. */
import { TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Section } from '../../app/parts/section';
import { useContact, useSession, useSettings } from '../../network/hooks';
import { LivePart } from '../live-part';
import { useLive } from '../use-live';
import { Knows } from './knows';
import { Ought } from './ought';

export function OfferView(): ReactNode {
  const live = useLive('whoKnows', {});
  return (
    <div className="k-giving-offer">
      <Own />
      <LivePart live={live} waiting="Looking who knows" failed="Who knows could not be found out">
        {(answer) => (
          <>
            <Ought ought={answer.ought} inAll={answer.oughtInAll} />
            <Knows knows={answer.knows} inAll={answer.knowsInAll} />
          </>
        )}
      </LivePart>
    </div>
  );
}

function Own(): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const contact = useContact(me);
  const isFixed = session.hello.readOnly !== undefined;
  return (
    <Section
      title="What you can help with"
      text={
        contact === undefined
          ? 'Say in Settings who you are; then what you can help with has its place here.'
          : 'A few words each, as you would say them. People who look for one of them are named below.'
      }
    >
      {contact === undefined ? null : (
        <TagsInput
          className="k-offer-own"
          aria-label="What you can help with"
          placeholder={contact.canHelpWith.length === 0 ? 'Add, then Enter' : undefined}
          value={[...contact.canHelpWith]}
          disabled={isFixed}
          onChange={(canHelpWith) => void session.tell('contact.edit', { id: contact.id, canHelpWith })}
        />
      )}
    </Section>
  );
}
