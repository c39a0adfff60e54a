/** What can be done about something worth sharing, from everywhere. */
import { IconShare3 } from '@tabler/icons-react';
import type { Action } from '../../app/actions';
import { writable } from '../../app/app-actions';
import { Sharing } from './sharing';

export const shareActions: readonly Action[] = [
  {
    id: 'giving.share',
    label: 'Share something…',
    section: 'People',
    keywords: 'article link url opportunity who cares send pass on',
    icon: IconShare3,
    when: writable,
    perform: (session) => {
      Sharing.of(session).open(undefined);
      session.navigation.go('giving', 'share');
    },
  },
];
