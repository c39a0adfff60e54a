/** Sheets to print. */
import { IconPrinter } from '@tabler/icons-react';
import type { Action } from '../app/actions';
import type { Session } from '../network/session';

export const sheetActions: readonly Action[] = [
  {
    id: 'sheet.week',
    label: 'Print a sheet of this week',
    section: 'Today',
    keywords: 'paper list people promises',
    icon: IconPrinter,
    perform: ({ dialogs }) => dialogs.open('sheet'),
  },
  {
    id: 'sheet.people',
    label: 'Print a sheet of these people',
    section: 'People',
    keywords: 'paper list group picked',
    icon: IconPrinter,
    when: (session) => chosen(session).length > 0,
    perform: (session) => session.dialogs.open('sheet', chosen(session)),
  },
];

/** The people of the group that is selected, else those picked; without me. */
function chosen({ selection, tally, replica }: Session): readonly string[] {
  const { contacts, cluster } = selection.getState();
  const me = replica.network.get('settings', 'settings')?.me;
  const people = cluster === undefined ? contacts : [...tally.membersOf(cluster)];
  return people.filter((id) => id !== me);
}
