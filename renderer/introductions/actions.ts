/** What can be done about introductions from everywhere, and how to come back from one that is open. */
import { IconArrowsJoin2, IconListDetails } from '@tabler/icons-react';
import type { Action } from '../app/actions';
import { writable } from '../app/app-actions';
import type { Session } from '../network/session';
import { focusIntroduction } from './board/focus';
import { beginIntroduction, Introducing } from './introducing';

export const introductionActions: readonly Action[] = [
  {
    id: 'introductions.begin',
    label: 'New introduction',
    section: 'Introductions',
    keywords: 'introduce bring together idea who meets whom',
    icon: IconArrowsJoin2,
    keys: ['i'],
    when: writable,
    perform: (session) => beginIntroduction(session, pickedTwo(session)),
  },
  {
    id: 'introductions.list',
    label: 'See all introductions as a list',
    section: 'Go to',
    keywords: 'introductions stuck declined outcome thanked',
    icon: IconListDetails,
    perform: ({ navigation }) => navigation.go('introductions', 'list'),
  },
  {
    id: 'introductions.close',
    label: 'Back to the introductions',
    section: 'Introductions',
    keys: ['Escape'],
    quiet: true,
    when: (session) => isBesideOpen(session),
    perform: (session) => {
      if (session.selection.getState().contacts.length > 0) {
        session.select(undefined);
        return;
      }
      const introducing = Introducing.of(session);
      introducing.open(undefined);
      focusIntroduction(introducing.store.getState().current);
    },
  },
];

/** Whoever is selected; I introduce, and am not one of the two. */
function pickedTwo({ selection, replica }: Session): { a?: string; b?: string } {
  const me = replica.network.get('settings', 'settings')?.me;
  const [a, b] = selection.getState().contacts.filter((id) => id !== me);
  return { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
}

function isBesideOpen(session: Session): boolean {
  if (session.navigation.store.getState().screen !== 'introductions') return false;
  const { contacts } = session.selection.getState();
  return contacts.length > 0 || Introducing.of(session).store.getState().open !== undefined;
}
