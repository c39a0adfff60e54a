/** Looking for ways to somebody or somewhere, from wherever one is. */
import { IconRoute, IconRouteOff } from '@tabler/icons-react';
import type { Action } from '../app/actions';
import type { Session } from '../network/session';
import { Ways } from './ways';

export const pathActions: readonly Action[] = [
  {
    id: 'paths.to',
    label: 'Ways to…',
    section: 'People',
    keywords: 'path warm reach route who could bring introduce through whom',
    icon: IconRoute,
    keys: ['p'],
    when: ({ replica }) => replica.network.count('contacts') > 1,
    perform: (session) => {
      const [first, second] = others(session);
      const ways = Ways.of(session);
      if (first === undefined) ways.open();
      else if (second === undefined) ways.open({ kind: 'contact', id: first });
      else ways.open({ kind: 'contact', id: second }, first);
    },
  },
  {
    id: 'paths.only-known',
    label: 'Count or leave out guessed ties on ways',
    section: 'Map',
    keywords: 'path known inferred certain',
    icon: IconRoute,
    when: isLooking,
    perform: (session) => {
      const ways = Ways.of(session);
      ways.onlyKnown(!ways.store.getState().onlyKnown);
    },
  },
  {
    id: 'paths.end',
    label: 'End looking for ways',
    section: 'Map',
    keywords: 'path close',
    icon: IconRouteOff,
    when: isLooking,
    perform: (session) => Ways.of(session).leave(),
  },
];

/** Ways are shown beside the map now. */
function isLooking(session: Session): boolean {
  const isOnMap = session.navigation.store.getState().screen === 'atlas';
  return isOnMap && Ways.of(session).store.getState().isOpen;
}

/** Who is picked, me left out: ways begin with me anyway. Of more than two nobody says which are meant. */
function others({ selection, replica }: Session): readonly string[] {
  const me = replica.network.get('settings', 'settings')?.me;
  const picked = selection.getState().contacts.filter((id) => id !== me);
  return picked.length > 2 ? [] : picked;
}
