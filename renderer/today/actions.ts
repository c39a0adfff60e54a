/** What can be done on Today: going there, moving along the cards, and each act on the card one is on. */
import {
  IconArrowsExchange,
  IconCheck,
  IconClockPause,
  IconCopy,
  IconPlayerSkipForward,
  IconSun,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { WeekContact } from '../../shared/keeping/answers';
import type { Action } from '../app/actions';
import { writable } from '../app/app-actions';
import type { Session } from '../network/session';
import { copyText, logContact, putAside } from './acts';
import { focusCard, isFocusIn } from './focus-card';
import { TodayList } from './today-list';

export const todayActions: readonly Action[] = [
  {
    id: 'go.today',
    label: 'Go to today',
    section: 'Go to',
    keywords: 'week due list promises replies monday',
    icon: IconSun,
    keys: ['mod+2', 'g t'],
    perform: ({ navigation }) => navigation.go('today'),
  },
  {
    id: 'today.next',
    label: 'Next person of the week',
    section: 'Today',
    keys: ['j'],
    quiet: true,
    when: (session) => onCards(session),
    perform: (session) => step(session, 1),
  },
  {
    id: 'today.previous',
    label: 'Previous person of the week',
    section: 'Today',
    keys: ['k'],
    quiet: true,
    when: (session) => onCards(session),
    perform: (session) => step(session, -1),
  },
  act('today.done', 'Done: log it by the way suggested', IconCheck, 'l', (session, card) =>
    logContact(session, card, card.channel),
  ),
  act('today.snooze', 'Snooze', IconClockPause, 's', ({ dialogs }, { id }) => dialogs.open('snooze', [id])),
  act('today.skip', 'Skip once', IconPlayerSkipForward, 'u', (session, card) =>
    putAside(session, card, 'skip'),
  ),
  act('today.elsewhere', 'We are in touch elsewhere', IconUsersGroup, 'o', (session, card) =>
    putAside(session, card, 'elsewhere'),
  ),
  act('today.swap', 'Swap for somebody else this week', IconArrowsExchange, 'w', (session, card) =>
    putAside(session, card, 'swap'),
  ),
  act('today.copy', 'Copy the draft', IconCopy, 'd', (session, { draft }) =>
    copyText(session, draft.text, 'The draft is copied'),
  ),
  {
    id: 'today.close',
    label: 'Back to the list',
    section: 'Today',
    keys: ['Escape'],
    quiet: true,
    when: (session) => onToday(session) && session.selection.getState().contacts.length > 0,
    perform: (session) => {
      session.select(undefined);
      focusCard(TodayList.of(session).store.getState().current);
    },
  },
];

function act(
  id: string,
  label: string,
  icon: Action['icon'],
  key: string,
  perform: (session: Session, card: WeekContact) => void | Promise<void>,
): Action {
  const openCard = (session: Session): WeekContact | undefined => {
    const { card } = TodayList.of(session);
    return card?.state === 'open' ? card : undefined;
  };
  return {
    id,
    label,
    section: 'Today',
    keywords: 'card person week',
    ...(icon === undefined ? {} : { icon }),
    keys: [key],
    when: (session) => writable(session) && onCards(session) && openCard(session) !== undefined,
    perform: (session) => {
      const card = openCard(session);
      return card === undefined ? undefined : perform(session, card);
    },
  };
}

function onToday({ navigation }: Session): boolean {
  return navigation.store.getState().screen === 'today';
}

/** Beside the list, in the inspector, keys mean what they mean there. */
function onCards(session: Session): boolean {
  return onToday(session) && TodayList.of(session).cards.length > 0 && !isFocusIn('.k-side');
}

/** Along the cards; the inspector, where it is open, comes along. */
function step(session: Session, by: 1 | -1): void {
  const list = TodayList.of(session);
  const { cards } = list;
  const at = cards.findIndex(({ id }) => id === list.store.getState().current);
  const onCard = isFocusIn('[data-card]');
  const to = onCard ? Math.min(cards.length - 1, Math.max(0, at + by)) : Math.max(0, at);
  const next = cards[to]?.id;
  list.goTo(next);
  focusCard(next);
  if (next !== undefined && session.selection.getState().contacts.length > 0) session.select(next);
}
