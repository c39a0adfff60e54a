/** Who it is, in a sentence how things stand, and what can be done at once. */
import { Menu } from '@mantine/core';
import { IconDots, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { ActionItem } from '../../app/parts/action-item';
import { ActionButton, IconButton } from '../../app/parts/button';
import { exactDay, nameOf, roleOf, sayDay } from '../../app/words';
import { useSession, useSettings, useSummary, useToday } from '../../network/hooks';
import { callName } from '../../../shared/words';
import { Stays } from './stays';

export function Head({ contact }: { contact: Contact }): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const isMe = me === contact.id;
  return (
    <div className="k-insp-section">
      <div className="k-insp-head">
        <div>
          <h2 className="k-insp-name">{nameOf(contact)}</h2>
          <p className="k-quiet k-small">{roleOf(contact)}</p>
        </div>
        <IconButton icon={IconX} label="Close" onClick={() => session.select(undefined)} />
      </div>
      {isMe ? (
        <p className="k-insp-sentence">
          This is you. Your ties are left out of the map and its measures unless you show them.
        </p>
      ) : (
        <>
          <Sentence contact={contact} />
          <Stays contact={contact.id} />
          <div className="k-insp-actions">
            <ActionButton id="log" look="filled" withIcon={false}>
              Log
            </ActionButton>
            <ActionButton id="atlas.tie" withIcon={false} />
            <ActionButton id="paths.to" withIcon={false}>
              Ways to them
            </ActionButton>
            <More />
          </div>
        </>
      )}
    </div>
  );
}

function Sentence({ contact }: { contact: Contact }): ReactNode {
  const { hello } = useSession();
  const { last } = useSummary(contact.id);
  const today = useToday();
  const name = callName(contact.name);
  if (contact.archived === true) {
    return <p className="k-insp-sentence">Archived: out of the map, the lists and the measures.</p>;
  }
  if (last !== undefined) {
    return (
      <p className="k-insp-sentence" title={exactDay(last, hello.locale)}>
        You and {name} were last in touch {saidWhen(sayDay(last, today, hello.locale))}.
      </p>
    );
  }
  return (
    <p className="k-insp-sentence">
      {contact.stub === true
        ? `All you have of ${name} so far is a name and who knows them.`
        : `Nothing is recorded yet of when you and ${name} were in touch.`}
    </p>
  );
}

function saidWhen(day: string): string {
  return /^(today|yesterday|\d)/.test(day) ? day : `in ${day}`;
}

const moreActions = [
  'people.show-on-map',
  'people.who-they-know',
  'introductions.begin',
  'giving.before-asking',
  'reminders.reply',
  'reminders.stay',
  'insights.through-whom',
  'insights.without',
  'atlas.focus',
  'atlas.move',
  'atlas.pin',
  'atlas.unpin',
  'people.merge',
  'people.archive',
  'people.unarchive',
] as const;

function More(): ReactNode {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <IconButton icon={IconDots} label="More to do" />
      </Menu.Target>
      <Menu.Dropdown>
        {moreActions.map((id) => (
          <ActionItem key={id} id={id} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
