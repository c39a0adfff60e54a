/** What can be done from anywhere: going places, finding, noting, undoing, asking for help. */
import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsJoin2,
  IconChartBar,
  IconDownload,
  IconHeartHandshake,
  IconKeyboard,
  IconMap,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSun,
  IconTextSize,
  IconUsers,
} from '@tabler/icons-react';
import { Settings } from '../../shared/model/entities/upkeep';
import type { Session } from '../network/session';
import type { Action } from './actions';

export const appActions: readonly Action[] = [
  {
    id: 'go.atlas',
    label: 'Go to the atlas',
    section: 'Go to',
    keywords: 'map graph network',
    icon: IconMap,
    keys: ['mod+1', 'g a'],
    perform: ({ navigation }) => navigation.go('atlas'),
  },
  {
    id: 'go.people',
    label: 'Go to people',
    section: 'Go to',
    keywords: 'table list contacts',
    icon: IconUsers,
    keys: ['mod+3', 'g p'],
    perform: ({ navigation }) => navigation.go('people'),
  },
  {
    id: 'go.introductions',
    label: 'Go to introductions',
    section: 'Go to',
    keywords: 'introduce bring together board asked met',
    icon: IconArrowsJoin2,
    keys: ['mod+8', 'g n'],
    perform: ({ navigation }) => navigation.go('introductions'),
  },
  {
    id: 'go.giving',
    label: 'Go to give and ask',
    section: 'Go to',
    keywords: 'help need request share article offer',
    icon: IconHeartHandshake,
    keys: ['mod+7', 'g v'],
    perform: ({ navigation }) => navigation.go('giving'),
  },
  {
    id: 'go.insights',
    label: 'Go to insights',
    section: 'Go to',
    keywords: 'gaps cooling connectors clusters groups what if diversity',
    icon: IconChartBar,
    keys: ['mod+4', 'g i'],
    perform: ({ navigation }) => navigation.go('insights'),
  },
  {
    id: 'go.data',
    label: 'Go to data',
    section: 'Go to',
    keywords: 'import export backup file',
    icon: IconDownload,
    keys: ['mod+5', 'g d'],
    perform: ({ navigation }) => navigation.go('data'),
  },
  {
    id: 'go.settings',
    label: 'Go to settings',
    section: 'Go to',
    keywords: 'preferences options',
    icon: IconAdjustmentsHorizontal,
    keys: ['mod+,', 'mod+6', 'g s'],
    perform: ({ navigation }) => navigation.go('settings'),
  },
  {
    id: 'palette',
    label: 'Find a person, or do something',
    section: 'Go to',
    icon: IconSearch,
    keys: ['mod+k', '/'],
    quiet: true,
    perform: ({ dialogs }) => dialogs.open('palette'),
  },
  {
    id: 'note',
    label: 'Note what happened',
    section: 'Edit',
    keywords: 'log interaction call meeting met wrote',
    icon: IconPlus,
    keys: ['mod+n', 'c'],
    when: (session) => writable(session),
    perform: ({ dialogs }) => dialogs.open('note'),
  },
  {
    id: 'log',
    label: 'Log with who is picked',
    section: 'Edit',
    keywords: 'note what happened interaction call meeting met wrote',
    icon: IconPlus,
    keys: ['l'],
    when: (session) => writable(session) && pickedOthers(session).length > 0,
    perform: (session) => session.dialogs.open('note', pickedOthers(session)),
  },
  {
    id: 'undo',
    label: 'Undo',
    section: 'Edit',
    keywords: 'take back',
    icon: IconArrowBackUp,
    keys: ['mod+z'],
    when: (session) => session.canUndo,
    perform: (session) => session.undo(),
  },
  {
    id: 'redo',
    label: 'Redo',
    section: 'Edit',
    keywords: 'do again',
    icon: IconArrowForwardUp,
    keys: ['mod+shift+z', 'mod+y'],
    when: (session) => session.canRedo,
    perform: (session) => session.redo(),
  },
  {
    id: 'theme.light',
    label: 'Use the light theme',
    section: 'Help',
    keywords: 'appearance bright day',
    icon: IconSun,
    perform: (session) => change(session, { theme: 'light' }),
  },
  {
    id: 'theme.dark',
    label: 'Use the dark theme',
    section: 'Help',
    keywords: 'appearance night',
    icon: IconMoon,
    perform: (session) => change(session, { theme: 'dark' }),
  },
  {
    id: 'theme.system',
    label: 'Follow the system’s theme',
    section: 'Help',
    keywords: 'appearance automatic',
    icon: IconSun,
    perform: (session) => change(session, { theme: 'system' }),
  },
  {
    id: 'text.larger',
    label: 'Larger text',
    section: 'Help',
    keywords: 'zoom size font',
    icon: IconTextSize,
    when: (session) => textSize(session) < 200,
    perform: (session) => change(session, { textSize: Math.min(200, textSize(session) + 10) }),
  },
  {
    id: 'text.smaller',
    label: 'Smaller text',
    section: 'Help',
    keywords: 'zoom size font',
    icon: IconTextSize,
    when: (session) => textSize(session) > 80,
    perform: (session) => change(session, { textSize: Math.max(80, textSize(session) - 10) }),
  },
  {
    id: 'keys',
    label: 'Show the keys',
    section: 'Help',
    keywords: 'shortcuts keyboard help',
    icon: IconKeyboard,
    keys: ['?'],
    perform: ({ dialogs }) => dialogs.open('keys'),
  },
];

export function writable(session: Session): boolean {
  return session.hello.readOnly === undefined;
}

/** Who is picked; the owner of the network is part of everything and named in nothing. */
function pickedOthers({ selection, replica }: Session): readonly string[] {
  const me = replica.network.get('settings', 'settings')?.me;
  return selection.getState().contacts.filter((id) => id !== me);
}

function textSize({ replica }: Session): number {
  return (replica.network.get('settings', 'settings') ?? Settings.parse({ id: 'settings' })).textSize;
}

async function change(session: Session, settings: { theme?: string; textSize?: number }): Promise<void> {
  await session.edit('settings.change', settings);
}
