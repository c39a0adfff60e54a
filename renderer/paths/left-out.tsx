/** What the ways leave out: people one would rather not ask, and ties that are only guessed. */
import { Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { nameOf } from '../app/words';
import { useContact, useSession, useSettings } from '../network/hooks';
import { Ways } from './ways';

export function LeftOut(): ReactNode {
  const ways = Ways.of(useSession());
  const { avoid, onlyKnown } = useStore(ways.store);
  return (
    <div className="k-ways-left-out">
      <Switch
        label="Only known ties"
        checked={onlyKnown}
        onChange={(event) => ways.onlyKnown(event.currentTarget.checked)}
      />
      {avoid.length === 0 ? null : (
        <div className="k-ways-avoided" role="group" aria-label="Not through">
          <span className="k-small k-quiet" aria-hidden="true">
            Not through
          </span>
          {avoid.map((contact) => (
            <Avoided key={contact} contact={contact} />
          ))}
        </div>
      )}
    </div>
  );
}

function Avoided({ contact }: { contact: string }): ReactNode {
  const ways = Ways.of(useSession());
  const person = useContact(contact);
  const { me } = useSettings();
  const name = contact === me ? 'you' : person === undefined ? 'somebody' : nameOf(person);
  return (
    <button
      type="button"
      className="k-ways-avoided-one"
      aria-label={`Let ${name} in again`}
      title={`Let ${name} in again`}
      onClick={() => ways.letIn([contact])}
    >
      {name}
      <IconX size={13} stroke={1.8} aria-hidden="true" />
    </button>
  );
}
