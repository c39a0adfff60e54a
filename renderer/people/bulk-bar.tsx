/** What can be done with several people at once; each is one step to undo. */
import { Menu } from '@mantine/core';
import { IconTag, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ActionButton, Button } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { TagField } from '../app/parts/tag-field';
import { people } from '../app/words';
import { useSelection, useSession, useSettings } from '../network/hooks';
import { whom } from './actions';

export function BulkBar(): ReactNode {
  const session = useSession();
  const contacts = useSelection((selection) => selection.contacts);
  const [tagging, setTagging] = useState(false);
  if (contacts.length < 2) return null;
  return (
    <div className="k-people-bulk" role="toolbar" aria-label="With those picked">
      <span className="k-people-bulk-count" role="status">
        {people(contacts.length)} picked
      </span>
      <Button icon={IconTag} onClick={() => setTagging(true)}>
        Tags
      </Button>
      <CircleMenu contacts={contacts} />
      <ActionButton id="log" withKey={false}>
        Note what happened
      </ActionButton>
      <ActionButton id="reminders.group" withKey={false} />
      <ActionButton id="data.export" withKey={false} />
      <ActionButton id="sheet.people" withKey={false}>
        Print
      </ActionButton>
      <ActionButton id="people.archive" withKey={false} />
      <span className="k-people-bulk-end">
        <ActionButton id="people.remove" withKey={false} />
        <Button look="quiet" icon={IconX} onClick={() => session.select(undefined)}>
          Pick nobody
        </Button>
      </span>
      {tagging ? <TagDialog contacts={contacts} onClose={() => setTagging(false)} /> : null}
    </div>
  );
}

function CircleMenu({ contacts }: { contacts: readonly string[] }): ReactNode {
  const session = useSession();
  const { circles } = useSettings();
  const move = (circle: string | null, name: string): void => {
    const done =
      circle === null
        ? `${whom(session, contacts)} in no circle`
        : `${whom(session, contacts)} now in ${name}`;
    void session.tell('contact.bulk', { ids: contacts, circle }, { done });
  };
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className="k-button">
          Circle
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {circles.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => move(id, name)}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => move(null, '')}>No circle</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function TagDialog({ contacts, onClose }: { contacts: readonly string[]; onClose: () => void }): ReactNode {
  const session = useSession();
  const { network } = session.replica;
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const had = [...new Set(contacts.flatMap((id) => network.get('contacts', id)?.tags ?? []))];
  const keep = (): void => {
    onClose();
    void session.tell(
      'contact.bulk',
      { ids: contacts, addTags: add, removeTags: remove },
      { done: `Tags of ${whom(session, contacts)} changed` },
    );
  };
  return (
    <Dialog
      title={`Tags of ${people(contacts.length)}`}
      onClose={onClose}
      submit="Change tags"
      canSubmit={add.length + remove.length > 0}
      onSubmit={keep}
    >
      <TagField label="Add" value={add} onChange={setAdd} autoFocus />
      <TagField label="Take away" among={had} value={remove} onChange={setRemove} />
    </Dialog>
  );
}
