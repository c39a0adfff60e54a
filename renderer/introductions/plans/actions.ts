/** Plans, from everywhere. */
import { IconRoute } from '@tabler/icons-react';
import type { Action } from '../../app/actions';
import { writable } from '../../app/app-actions';
import { Planning } from './planning';

export const planActions: readonly Action[] = [
  {
    id: 'plans.new',
    label: 'New plan',
    section: 'Introductions',
    keywords: 'aim goal job hire founder lawyers reach who is there bridge introductions',
    icon: IconRoute,
    when: writable,
    perform: (session) => {
      Planning.of(session).begin();
      session.navigation.go('introductions', 'plans');
    },
  },
  {
    id: 'plans.see',
    label: 'See plans',
    section: 'Go to',
    keywords: 'aim introductions steps result',
    icon: IconRoute,
    perform: ({ navigation }) => navigation.go('introductions', 'plans'),
  },
];
