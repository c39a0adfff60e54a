/** Going through guessed ties by key. The answers come before other actions, whose keys they take while a pair is asked about. */
import { IconCheck, IconClock, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { Action } from '../../app/actions';
import { writable } from '../../app/app-actions';
import type { Session } from '../../network/session';
import { GuessQueue, type Verdict } from './guess-queue';

const verdicts: readonly (Pick<Action, 'label' | 'icon'> & { verdict: Verdict; key: string })[] = [
  { verdict: 'yes', label: 'Guessed ties: they know each other', icon: IconCheck, key: 'y' },
  { verdict: 'no', label: 'Guessed ties: they do not know each other', icon: IconX, key: 'n' },
  { verdict: 'later', label: 'Guessed ties: not sure', icon: IconClock, key: 'u' },
];

export const verdictActions: readonly Action[] = verdicts.map(({ verdict, key, ...rest }) => ({
  id: `guesses.${verdict}`,
  section: 'Network',
  ...rest,
  keys: [key],
  quiet: true,
  when: (session) => writable(session) && isThere(session) && GuessQueue.of(session).current() !== undefined,
  perform: (session) => GuessQueue.of(session).say(verdict),
}));

export const guessActions: readonly Action[] = [
  {
    id: 'data.guesses',
    label: 'Go through guessed ties',
    section: 'Network',
    keywords: 'guesses confirm review inferred evidence know each other',
    icon: IconQuestionMark,
    keys: ['g u'],
    when: (session) => session.replica.network.count('contacts') > 1,
    perform: (session) => {
      GuessQueue.of(session).choose(undefined);
      session.navigation.go('data', 'guesses');
    },
  },
  {
    id: 'data.group-guesses',
    label: 'Go through the guessed ties of this group',
    section: 'Network',
    keywords: 'guesses confirm review inferred evidence group cluster',
    icon: IconQuestionMark,
    when: (session) => groupOf(session) !== undefined && session.tally.guessed > 0,
    perform: (session) => {
      GuessQueue.of(session).choose(groupOf(session));
      session.navigation.go('data', 'guesses');
    },
  },
];

/** The group that is open beside the map. */
function groupOf({ navigation, selection }: Session): string | undefined {
  return navigation.store.getState().screen === 'atlas' ? selection.getState().cluster : undefined;
}

function isThere({ navigation }: Session): boolean {
  const { screen, part } = navigation.store.getState();
  return screen === 'data' && part === 'guesses';
}
