/** What can be done with people, alone or several at once. */
import { IconArchive, IconArchiveOff, IconArrowMerge, IconTrash, IconUserPlus } from '@tabler/icons-react';
import type { Action } from '../app/actions';
import { writable } from '../app/app-actions';
import { nameOf, people } from '../app/words';
import type { Session } from '../network/session';

export const peopleActions: readonly Action[] = [
  {
    id: 'people.add',
    label: 'Add a person',
    section: 'People',
    keywords: 'new contact create',
    icon: IconUserPlus,
    keys: ['n'],
    when: writable,
    perform: ({ dialogs }) => dialogs.open('add-contact'),
  },
  {
    id: 'people.merge',
    label: 'Merge with somebody',
    section: 'People',
    keywords: 'same person duplicate twice join two cards',
    icon: IconArrowMerge,
    when: (session) => writable(session) && [1, 2].includes(picked(session).length),
    perform: (session) => session.dialogs.open('merge', picked(session)),
  },
  {
    id: 'people.archive',
    label: 'Archive',
    section: 'People',
    keywords: 'put away hide',
    icon: IconArchive,
    keys: ['e'],
    when: (session) => writable(session) && picked(session).some((id) => !isArchived(session, id)),
    perform: (session) => archive(session, true),
  },
  {
    id: 'people.unarchive',
    label: 'Take out of the archive',
    section: 'People',
    keywords: 'bring back unarchive',
    icon: IconArchiveOff,
    when: (session) => writable(session) && picked(session).some((id) => isArchived(session, id)),
    perform: (session) => archive(session, false),
  },
  {
    id: 'people.remove',
    label: 'Remove from the network',
    section: 'People',
    keywords: 'delete contact',
    icon: IconTrash,
    keys: ['Delete'],
    when: (session) => writable(session) && picked(session).length > 0,
    perform: async (session) => {
      const ids = picked(session);
      // Everything else is undone rather than asked about; a network that all but empties may be a slip.
      if (2 * ids.length > session.replica.network.count('contacts'))
        session.dialogs.open('remove-most', ids);
      else await removePeople(session, ids);
    },
  },
];

/** Removes people with what hangs on them. `sure`: the person was asked, as more than half would go. */
export async function removePeople(session: Session, ids: readonly string[], sure = false): Promise<void> {
  await session.edit(
    'contact.remove-many',
    { ids: [...ids] },
    { done: `Removed ${whom(session, ids)}`, sure },
  );
}

/** Who is selected, without me: I stay. */
export function picked(session: Session): string[] {
  const me = session.replica.network.get('settings', 'settings')?.me;
  return session.selection.getState().contacts.filter((id) => id !== me);
}

/** "Ana Figueiredo", or "12 people". */
export function whom({ replica }: Session, ids: readonly string[]): string {
  const only = ids.length === 1 ? replica.network.get('contacts', ids[0] ?? '') : undefined;
  return only === undefined ? people(ids.length) : nameOf(only);
}

function isArchived({ replica }: Session, id: string): boolean {
  return replica.network.get('contacts', id)?.archived === true;
}

async function archive(session: Session, archived: boolean): Promise<void> {
  const ids = picked(session);
  const done = archived ? `Archived ${whom(session, ids)}` : `${whom(session, ids)} out of the archive`;
  await session.edit('contact.bulk', { ids, archived }, { done });
}
