/** What can be done before asking, from wherever somebody is selected. */
import { IconMessageQuestion } from '@tabler/icons-react';
import type { Action } from '../app/actions';
import type { Session } from '../network/session';
import { Asking } from './ask/asking';

export const givingActions: readonly Action[] = [
  {
    id: 'giving.before-asking',
    label: 'Before asking',
    section: 'People',
    keywords: 'help need request favour moment readiness',
    icon: IconMessageQuestion,
    keys: ['a'],
    when: (session) => askable(session) !== undefined,
    perform: (session) => {
      Asking.of(session).choose(askable(session));
      session.navigation.go('giving', 'ask');
    },
  },
];

/** The one who is selected, and is not me. */
function askable({ selection, replica }: Session): string | undefined {
  const { contacts } = selection.getState();
  const [contact] = contacts;
  return contacts.length === 1 && contact !== replica.network.get('settings', 'settings')?.me
    ? contact
    : undefined;
}
