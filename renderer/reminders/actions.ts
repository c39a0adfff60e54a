/** What has a date beside people's own clocks: reminders for several, trips, stays, replies owed. */
import { IconCalendarRepeat, IconMailQuestion, IconMapPin, IconPlaneDeparture } from '@tabler/icons-react';
import type { Action } from '../app/actions';
import { writable } from '../app/app-actions';
import { picked } from '../people/actions';

export const reminderActions: readonly Action[] = [
  {
    id: 'reminders.group',
    label: 'Reminder for several people',
    section: 'People',
    keywords: 'group together class reunion dinner family date recurring',
    icon: IconCalendarRepeat,
    when: (session) => writable(session),
    perform: (session) => session.dialogs.open('new-group', picked(session)),
  },
  {
    id: 'reminders.trip',
    label: 'Plan a trip',
    section: 'Today',
    keywords: 'travel journey visit city place who is there',
    icon: IconPlaneDeparture,
    when: (session) => writable(session),
    perform: ({ dialogs }) => dialogs.open('new-trip'),
  },
  {
    id: 'reminders.stay',
    label: 'Staying somewhere for a while',
    section: 'People',
    keywords: 'visit place abroad travel where trip',
    icon: IconMapPin,
    when: (session) => writable(session) && picked(session).length === 1,
    perform: (session) => session.dialogs.open('new-stay', picked(session)),
  },
  {
    id: 'reminders.reply',
    label: 'I owe a reply',
    section: 'People',
    keywords: 'answer waiting mail message write back',
    icon: IconMailQuestion,
    when: (session) => writable(session) && picked(session).length < 2,
    perform: (session) => session.dialogs.open('owe-reply', picked(session)),
  },
];
