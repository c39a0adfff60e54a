/** What can be done with what the analysis found, and from there with a person. */
import {
  IconBinaryTree,
  IconCircleDashed,
  IconCircles,
  IconFileExport,
  IconFlag,
  IconHelp,
  IconLink,
  IconMap,
  IconShape,
  IconUserMinus,
  IconUsersGroup,
  IconUserQuestion,
  type Icon,
} from '@tabler/icons-react';
import { csvText } from '../../shared/formats/write-csv';
import type { Action } from '../app/actions';
import { writable } from '../app/app-actions';
import { download } from '../app/download';
import type { InsightPart } from '../network/insights-view';
import type { Session } from '../network/session';

const parts: readonly { part: InsightPart; label: string; keywords: string; icon: Icon }[] = [
  {
    part: 'gaps',
    label: 'See where I know few people',
    keywords: 'gaps diversity variety goal',
    icon: IconShape,
  },
  {
    part: 'cooling',
    label: 'See which ties are about to cool',
    keywords: 'cooling quiet warmth',
    icon: IconCircleDashed,
  },
  {
    part: 'connectors',
    label: 'See who connects people',
    keywords: 'connectors brokers bridges betweenness',
    icon: IconCircles,
  },
  {
    part: 'clusters',
    label: 'See the groups in my network',
    keywords: 'clusters communities',
    icon: IconUsersGroup,
  },
  {
    part: 'chain',
    label: 'See through whom I know people',
    keywords: 'brought referral tree introduced met chain who',
    icon: IconBinaryTree,
  },
  {
    part: 'what-if',
    label: 'See what would be without some people, or with other ties',
    keywords: 'what if gone cut off bring together',
    icon: IconUserMinus,
  },
];

export const insightActions: readonly Action[] = [
  ...parts.map(({ part, ...rest }): Action => ({
    id: `insights.${part}`,
    section: 'Go to',
    ...rest,
    perform: ({ navigation, insights }) => {
      insights.setState({ whom: undefined });
      navigation.go('insights', part);
    },
  })),
  {
    id: 'insights.how',
    label: 'How this is counted',
    section: 'Help',
    keywords: 'measure explain formula why',
    icon: IconHelp,
    when: onInsights,
    perform: ({ dialogs }) => dialogs.open('how-counted'),
  },
  {
    id: 'insights.goal',
    label: 'Set a goal for a share of people',
    section: 'Network',
    keywords: 'target diversity gap industry place',
    icon: IconFlag,
    when: writable,
    perform: ({ navigation, dialogs }) => {
      navigation.go('insights', 'gaps');
      dialogs.open('goal');
    },
  },
  {
    id: 'insights.guess',
    label: 'Guess ties within organisations',
    section: 'Network',
    keywords: 'colleagues same company inferred',
    icon: IconLink,
    when: (session) => writable(session) && session.replica.network.count('contacts') > 2,
    perform: async (session) => {
      const done = 'Guessed ties are drawn dotted; they count once you confirm them';
      await session.edit('tie.guess-colleagues', {}, { done });
    },
  },
  {
    id: 'insights.map',
    label: 'Show or hide the map beside Insights',
    section: 'Network',
    keywords: 'atlas beside list',
    icon: IconMap,
    when: onInsights,
    perform: ({ insights }) => insights.setState(({ map }) => ({ map: !map })),
  },
  {
    id: 'insights.save',
    label: 'Save this list as CSV',
    section: 'Network',
    keywords: 'export download spreadsheet',
    icon: IconFileExport,
    when: (session) => onInsights(session) && session.insights.getState().table !== undefined,
    perform: (session) => {
      const { table } = session.insights.getState();
      if (table === undefined) return;
      const text = csvText(table.headers, table.rows());
      const { today } = session.state.getState();
      download(new Blob([text], { type: 'text/csv' }), `kithmap-${table.name}-${today}.csv`);
    },
  },
  {
    id: 'people.show-on-map',
    label: 'Show on the map',
    section: 'People',
    keywords: 'atlas where find',
    icon: IconMap,
    when: (session) => one(session) !== undefined && session.navigation.store.getState().screen !== 'atlas',
    perform: (session) => {
      const contact = one(session);
      if (contact === undefined) return;
      session.navigation.go('atlas');
      session.show(contact);
    },
  },
  {
    id: 'people.who-they-know',
    label: 'Who do they know?',
    section: 'People',
    keywords: 'ties linker ask knows',
    icon: IconUserQuestion,
    when: (session) =>
      writable(session) && one(session) !== undefined && session.replica.network.count('contacts') > 2,
    // The linker begins with whoever is selected.
    perform: ({ navigation }) => navigation.go('data', 'link'),
  },
  {
    id: 'insights.through-whom',
    label: 'Through whom do I know them?',
    section: 'People',
    keywords: 'brought referral tree introduced met chain',
    icon: IconBinaryTree,
    when: (session) => others(session).length > 0,
    perform: (session) => {
      session.insights.setState({ whom: others(session), text: '', cluster: undefined });
      session.navigation.go('insights', 'chain');
    },
  },
  {
    id: 'insights.without',
    label: 'What if they were not there?',
    section: 'People',
    keywords: 'without remove cut off what if',
    icon: IconUserMinus,
    when: (session) => one(session) !== undefined,
    perform: (session) => {
      const contact = one(session);
      if (contact === undefined) return;
      const { without } = session.insights.getState();
      if (!without.includes(contact)) session.insights.setState({ without: [...without, contact] });
      session.navigation.go('insights', 'what-if');
    },
  },
];

function onInsights({ navigation }: Session): boolean {
  return navigation.store.getState().screen === 'insights';
}

/** Whoever is picked, without me. */
function others({ selection, replica }: Session): readonly string[] {
  const me = replica.network.get('settings', 'settings')?.me;
  return selection.getState().contacts.filter((id) => id !== me);
}

/** The one who is selected, if it is one and not me. */
function one({ selection, replica }: Session): string | undefined {
  const { contacts } = selection.getState();
  const me = replica.network.get('settings', 'settings')?.me;
  return contacts.length === 1 && contacts[0] !== me ? contacts[0] : undefined;
}
