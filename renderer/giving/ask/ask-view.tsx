/** Before asking: describe a need or think of somebody, see whether it is a good moment, and what waits for an answer. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../app/parts/button';
import { PersonPicker } from '../../app/parts/person-picker';
import { useContact, useSession, useSettings } from '../../network/hooks';
import { LivePart } from '../live-part';
import { useLive } from '../use-live';
import { Asking } from './asking';
import { BeforeAsking } from './before-asking';
import { Helpers } from './helpers';
import { Requests } from './requests';

export function AskView(): ReactNode {
  const asking = Asking.of(useSession());
  const { need, contact } = useStore(asking.store);
  const person = useContact(contact);
  const help = useLive('whoCanHelp', need === '' ? undefined : { need });
  const asked = useLive('asked', {});
  const isListed = help.answer?.people.some(({ id }) => id === contact) ?? false;
  return (
    <div className="k-giving-columns">
      <div className="k-giving-main">
        <Question key={need} need={need} />
        {person === undefined || isListed || (need !== '' && help.answer === undefined) ? null : (
          <div className="k-giving-card">
            <BeforeAsking contact={person.id} named />
          </div>
        )}
        {need === '' ? (
          person === undefined ? (
            <p className="k-quiet k-giving-hint">
              Before you ask: how long you have known each other, what went to and fro, whether a promise of
              yours is open. Describe what you need to see who can help, or choose somebody.
            </p>
          ) : null
        ) : (
          <LivePart live={help} waiting="Looking who can help" failed="Who can help could not be found out">
            {(answer) => <Helpers answer={answer} />}
          </LivePart>
        )}
      </div>
      <div className="k-giving-beside">
        <LivePart live={asked} waiting="Looking what you asked" failed="What you asked could not be read">
          {(answer) => <Requests asked={answer} />}
        </LivePart>
      </div>
    </div>
  );
}

function Question({ need }: { need: string }): ReactNode {
  const session = useSession();
  const asking = Asking.of(session);
  const { contact } = useStore(asking.store);
  const { me } = useSettings();
  const [text, setText] = useState(need);
  return (
    <form
      className="k-ask-question"
      role="search"
      aria-label="Who can help"
      onSubmit={(event) => {
        event.preventDefault();
        asking.seek(text);
      }}
    >
      <TextInput
        className="k-ask-need"
        label="What do you need?"
        placeholder="A lawyer who knows tenancy, someone to read my grant application"
        value={text}
        maxLength={2_000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button look="filled" type="submit" disabled={text.trim() === '' && need === ''}>
        See who can help
      </Button>
      <div className="k-ask-person">
        <PersonPicker
          label="Or think of somebody"
          single
          value={contact === undefined ? [] : [contact]}
          without={me === undefined ? [] : [me]}
          onChange={([chosen]) => asking.choose(chosen)}
        />
      </div>
    </form>
  );
}
