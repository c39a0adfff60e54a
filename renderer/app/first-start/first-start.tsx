/** The first start asks one thing, who you are, and then where to begin. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession, useTable } from '../../network/hooks';
import type { Session } from '../../network/session';
import { Logo } from '../logo';
import { Button } from '../parts/button';
import { ToastList } from '../toast-list';
import './first-start.css';
import { splitAddresses } from './addresses';

interface Who {
  readonly name: string;
  readonly addresses: string;
}

/** The shell comes once it is known who I am. */
const sayWho = (session: Session, { name, addresses }: Who): Promise<unknown> =>
  session.edit(
    'me.set',
    { name: { full: name }, addresses: splitAddresses(addresses).addresses },
    { undoable: false },
  );

export function FirstStart(): ReactNode {
  const session = useSession();
  const people = useTable('contacts').length;
  const [who, setWho] = useState<Who>();

  // The terminal may have filled the network before the first window: then there is nothing to choose.
  const answer = (given: Who): void => {
    if (people === 0) setWho(given);
    else sayWho(session, given).catch((error: unknown) => session.fail(error));
  };
  return (
    <main className="k-first">
      <div className="k-first-name">
        <Logo size={28} />
        Kithmap
      </div>
      {who === undefined ? (
        <WhoAreYou onAnswer={answer} />
      ) : (
        <WhereToBegin {...who} onBack={() => setWho(undefined)} />
      )}
      <ToastList />
    </main>
  );
}

function WhoAreYou({ onAnswer }: { readonly onAnswer: (who: Who) => void }): ReactNode {
  const [name, setName] = useState('');
  const [addresses, setAddresses] = useState('');
  const { unknown } = splitAddresses(addresses);
  return (
    <form
      className="k-first-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer({ name: name.trim(), addresses });
      }}
    >
      <h1 className="k-title">Who are you?</h1>
      <p className="k-quiet">
        So that a card with your own address is you, and never one of your contacts. It stays on this
        computer, like everything else here.
      </p>
      <TextInput
        label="Your name"
        value={name}
        autoFocus
        autoComplete="name"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Your mail addresses, phone numbers and profiles"
        description="Separated by commas"
        value={addresses}
        autoComplete="off"
        error={
          unknown.length === 0
            ? undefined
            : `Not a mail address, a number or a profile: ${unknown.join(', ')}`
        }
        onChange={(event) => setAddresses(event.currentTarget.value)}
      />
      <div className="k-first-buttons">
        <Button look="filled" type="submit" disabled={unknown.length > 0}>
          Continue
        </Button>
        <Button look="quiet" onClick={() => onAnswer({ name: '', addresses: '' })}>
          Skip this
        </Button>
      </div>
    </form>
  );
}

interface WhereToBeginProps extends Who {
  readonly onBack: () => void;
}

function WhereToBegin({ name, addresses, onBack }: WhereToBeginProps): ReactNode {
  const session = useSession();
  const [busy, setBusy] = useState(false);

  const begin = async (where: () => Promise<void> | void): Promise<void> => {
    setBusy(true);
    try {
      await where();
      // Last, so that what the shell shows is there.
      await sayWho(session, { name, addresses });
    } catch (error) {
      session.fail(error);
      setBusy(false);
    }
  };
  const sample = async (): Promise<void> => {
    await session.host.call('loadSample', { client: session.hello.client });
    session.navigation.go('atlas');
  };

  return (
    <div className="k-first-form">
      <h1 className="k-title">{name === '' ? 'Where to begin' : `${name}, where to begin?`}</h1>
      <div className="k-first-choices">
        <Choice
          title="Import"
          text="Contacts from LinkedIn or a phone, calendars, mail, or lists of who knows whom. You see what would happen before anything is written."
          disabled={busy}
          onChoose={() => begin(() => session.navigation.go('data'))}
        />
        <Choice
          title="Look around in a sample"
          text="240 made-up people in nine groups, over three years. It goes again in one step."
          disabled={busy}
          onChoose={() => begin(sample)}
        />
        <Choice
          title="Start empty"
          text="Add the people you know one by one."
          disabled={busy}
          onChoose={() => begin(() => session.navigation.go('people'))}
        />
      </div>
      <div className="k-first-buttons">
        <Button look="quiet" onClick={onBack} disabled={busy}>
          Back
        </Button>
        <span role="status" className="k-quiet k-small">
          {busy ? 'One moment' : ''}
        </span>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly text: string;
  readonly disabled: boolean;
  readonly onChoose: () => Promise<void>;
}

function Choice({ title, text, disabled, onChoose }: ChoiceProps): ReactNode {
  return (
    <button type="button" className="k-first-choice" disabled={disabled} onClick={() => void onChoose()}>
      <span className="k-first-choice-title">{title}</span>
      <span className="k-quiet">{text}</span>
    </button>
  );
}
