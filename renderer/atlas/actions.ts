/** What can be done on the atlas and with whoever is selected there. */
import {
  IconArrowsJoin2,
  IconArrowsMove,
  IconCircleDashed,
  IconCircles,
  IconFocus2,
  IconHistory,
  IconLink,
  IconMaximize,
  IconMinus,
  IconPencil,
  IconPhoto,
  IconPin,
  IconPinnedOff,
  IconPlus,
  IconUser,
  IconWand,
} from '@tabler/icons-react';
import type { Action } from '../app/actions';
import { writable } from '../app/app-actions';
import { nameOf } from '../app/words';
import type { Highlight } from '../network/atlas-view';
import type { Session } from '../network/session';
import { Ways } from '../paths/ways';

const highlights: readonly { highlight: Highlight; label: string; key: string }[] = [
  { highlight: 'none', label: 'Highlight nothing', key: '0' },
  { highlight: 'connectors', label: 'Highlight connectors', key: '1' },
  { highlight: 'gaps', label: 'Highlight where you know few people', key: '2' },
  { highlight: 'cooling', label: 'Highlight who is cooling', key: '3' },
  { highlight: 'introductions', label: 'Highlight introductions under way', key: '4' },
];

export const atlasActions: readonly Action[] = [
  ...highlights.map(({ highlight, label, key }): Action => ({
    id: `atlas.highlight.${highlight}`,
    label,
    section: 'Map',
    keywords: 'show dim why',
    icon: highlight === 'cooling' ? IconCircleDashed : IconCircles,
    keys: [key],
    when: onAtlas,
    perform: ({ atlas }) => atlas.set({ highlight }),
  })),
  {
    id: 'atlas.fit',
    label: 'Show everyone',
    section: 'Map',
    keywords: 'fit all whole zoom',
    icon: IconMaximize,
    keys: ['Home'],
    when: onAtlas,
    perform: ({ atlas }) => atlas.ask('fit'),
  },
  {
    id: 'atlas.in',
    label: 'Zoom in',
    section: 'Map',
    keywords: 'nearer closer',
    icon: IconPlus,
    keys: ['+', '='],
    when: onAtlas,
    perform: ({ atlas }) => atlas.ask('in'),
  },
  {
    id: 'atlas.out',
    label: 'Zoom out',
    section: 'Map',
    keywords: 'farther away',
    icon: IconMinus,
    keys: ['-'],
    when: onAtlas,
    perform: ({ atlas }) => atlas.ask('out'),
  },
  {
    id: 'atlas.time',
    label: 'Look at another time',
    section: 'Map',
    keywords: 'replay past history date slider then',
    icon: IconHistory,
    keys: ['t'],
    when: onAtlas,
    perform: ({ atlas, analysis }) => {
      const { time } = atlas.look.getState();
      if (time) analysis.past.setState({}, true);
      atlas.set({ time: !time });
    },
  },
  {
    id: 'atlas.suggestions',
    label: 'Show or hide on the map who could meet',
    section: 'Map',
    keywords: 'suggestions introductions bring together arcs',
    icon: IconArrowsJoin2,
    when: onAtlas,
    perform: ({ atlas }) => {
      const { highlight, suggested = false } = atlas.look.getState();
      const isShown = suggested && highlight === 'introductions';
      atlas.set({ highlight: 'introductions', suggested: !isShown });
    },
  },
  {
    id: 'atlas.focus',
    label: 'Focus on who is within two steps',
    section: 'Map',
    keywords: 'neighbourhood around only',
    icon: IconFocus2,
    keys: ['f'],
    when: (session) => onAtlas(session) && one(session) !== undefined,
    perform: (session) => {
      const { focus } = session.atlas.look.getState();
      const contact = one(session);
      session.atlas.set({ focus: focus === contact ? undefined : contact });
    },
  },
  {
    id: 'atlas.picture',
    label: 'Save a picture of the map',
    section: 'Map',
    keywords: 'image png svg pdf export print legend',
    icon: IconPhoto,
    when: (session) => onAtlas(session) && session.replica.network.count('contacts') > 1,
    perform: ({ dialogs }) => dialogs.open('picture'),
  },
  {
    id: 'atlas.tidy',
    label: 'Tidy up the map',
    section: 'Map',
    keywords: 'layout arrange place anew',
    icon: IconWand,
    when: (session) =>
      onAtlas(session) && writable(session) && session.replica.network.count('positions') > 1,
    perform: ({ analysis }) => analysis.tidy(),
  },
  {
    id: 'atlas.me',
    label: 'Show or hide me on the map',
    section: 'Map',
    keywords: 'myself owner star',
    icon: IconUser,
    keys: ['m'],
    when: (session) => onAtlas(session) && writable(session),
    perform: (session) => toggle(session, 'showMe', false),
  },
  {
    id: 'atlas.guessed',
    label: 'Show or hide guessed ties',
    section: 'Map',
    keywords: 'inferred dotted known',
    keys: ['u'],
    when: (session) => onAtlas(session) && writable(session),
    perform: (session) => toggle(session, 'showGuessed', true),
  },
  {
    id: 'atlas.move',
    label: 'Move on the map with the arrow keys',
    section: 'Map',
    keywords: 'place drag position',
    icon: IconArrowsMove,
    keys: ['v'],
    when: (session) => onAtlas(session) && writable(session) && one(session) !== undefined,
    perform: (session) => session.atlas.set({ moving: one(session) }),
  },
  {
    id: 'atlas.pin',
    label: 'Pin here',
    section: 'Map',
    keywords: 'keep place stay',
    icon: IconPin,
    when: (session) => writable(session) && isPinned(session) === false,
    perform: async (session) => {
      const position = positionOf(session);
      if (position?.x === undefined || position.y === undefined) return;
      const { id, x, y } = position;
      await session.edit('atlas.pin', { id, x, y }, { done: `${nameOfId(session, id)} is pinned here` });
    },
  },
  {
    id: 'atlas.unpin',
    label: 'Unpin',
    section: 'Map',
    keywords: 'free place',
    icon: IconPinnedOff,
    when: (session) => writable(session) && isPinned(session) === true,
    perform: async (session) => {
      const id = one(session);
      if (id === undefined) return;
      await session.edit('atlas.unpin', { id }, { done: `${nameOfId(session, id)} may move again` });
    },
  },
  {
    id: 'atlas.tie',
    label: 'Knows someone',
    section: 'People',
    keywords: 'tie know each other connect link',
    icon: IconLink,
    keys: ['k'],
    when: (session) => writable(session) && picked(session).length > 0,
    perform: (session) => session.dialogs.open('tie', picked(session)),
  },
  {
    id: 'atlas.rename-cluster',
    label: 'Rename the group',
    section: 'Map',
    keywords: 'cluster name',
    icon: IconPencil,
    keys: ['F2'],
    when: (session) =>
      besideCluster(session) && writable(session) && session.selection.getState().cluster !== undefined,
    perform: ({ dialogs }) => dialogs.open('rename-cluster'),
  },
  {
    id: 'atlas.back',
    label: 'Back',
    section: 'Map',
    keys: ['Escape'],
    quiet: true,
    when: (session) => onAtlas(session) && back(session) !== undefined,
    perform: (session) => back(session)?.(),
  },
];

function onAtlas({ navigation }: Session): boolean {
  return navigation.store.getState().screen === 'atlas';
}

/** Where a group that is selected is shown beside, with its name to write anew. */
function besideCluster({ navigation }: Session): boolean {
  const { screen } = navigation.store.getState();
  return screen === 'atlas' || screen === 'insights';
}

function picked({ selection }: Session): readonly string[] {
  return selection.getState().contacts;
}

/** The one who is selected, if it is one. */
function one(session: Session): string | undefined {
  const contacts = picked(session);
  return contacts.length === 1 ? contacts[0] : undefined;
}

function positionOf(session: Session): ReturnType<typeof session.replica.network.get<'positions'>> {
  return session.replica.network.get('positions', one(session) ?? '');
}

/** Undefined where nobody with a place is selected. */
function isPinned(session: Session): boolean | undefined {
  const position = positionOf(session);
  return position?.x === undefined ? undefined : position.pinned === true;
}

function nameOfId({ replica }: Session, id: string): string {
  const contact = replica.network.get('contacts', id);
  return contact === undefined ? 'They' : nameOf(contact);
}

async function toggle(session: Session, field: 'showMe' | 'showGuessed', unset: boolean): Promise<void> {
  const standing = session.replica.network.get('settings', 'settings')?.[field] ?? unset;
  await session.edit('settings.change', { [field]: !standing }, { undoable: false });
}

/** One step back: from moving, from a focus, from what is selected, from ways, from a highlight. */
function back(session: Session): (() => void) | undefined {
  const { atlas, selection } = session;
  const { moving, focus, highlight } = atlas.look.getState();
  if (moving !== undefined) return () => atlas.set({ moving: undefined });
  if (focus !== undefined) return () => atlas.set({ focus: undefined });
  const { contacts, cluster } = selection.getState();
  if (contacts.length > 0 || cluster !== undefined) return () => session.select(undefined);
  const ways = Ways.of(session);
  if (ways.store.getState().isOpen) return () => ways.leave();
  if (highlight !== 'none') return () => atlas.set({ highlight: 'none' });
  return undefined;
}
