/** The left rail: where one can go. */
import {
  IconAdjustmentsHorizontal,
  IconArrowsJoin2,
  IconChartBar,
  IconDownload,
  IconHeartHandshake,
  IconMap,
  IconSun,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';
import type { Screen } from '../network/navigation';
import { PeopleLeft } from '../today/people-left';
import { useActions, useKeyRules } from './action-context';
import { ariaKey, keyWords, shownKey } from './keys';
import { Logo } from './logo';
import { people } from './words';

interface Entry {
  readonly screen: Screen;
  readonly name: string;
  readonly icon: Icon;
}

const entries: readonly Entry[] = [
  { screen: 'atlas', name: 'Atlas', icon: IconMap },
  { screen: 'today', name: 'Today', icon: IconSun },
  { screen: 'people', name: 'People', icon: IconUsers },
  { screen: 'introductions', name: 'Introductions', icon: IconArrowsJoin2 },
  { screen: 'giving', name: 'Give and ask', icon: IconHeartHandshake },
  { screen: 'insights', name: 'Insights', icon: IconChartBar },
  { screen: 'data', name: 'Data', icon: IconDownload },
  { screen: 'settings', name: 'Settings', icon: IconAdjustmentsHorizontal },
];

export function Rail(): ReactNode {
  const session = useSession();
  const { screen } = useStore(session.navigation.store);
  const { left = 0 } = useStore(PeopleLeft.of(session).store);
  return (
    <nav className="k-rail" aria-label="Screens">
      <div className="k-rail-name">
        <Logo />
        <span>Kithmap</span>
      </div>
      <ul>
        {entries.map((entry) => (
          <RailEntry
            key={entry.screen}
            entry={entry}
            here={entry.screen === screen}
            left={entry.screen === 'today' ? left : 0}
          />
        ))}
      </ul>
    </nav>
  );
}

interface RailEntryProps {
  readonly entry: Entry;
  readonly here: boolean;
  /** How many people are waiting there; nothing is said of none. */
  readonly left: number;
}

function RailEntry({ entry, here, left }: RailEntryProps): ReactNode {
  const session = useSession();
  const rules = useKeyRules();
  const action = useActions().get(`go.${entry.screen}`);
  const key = action === undefined ? undefined : shownKey(action, rules);
  const IconDrawn = entry.icon;
  return (
    <li>
      <button
        type="button"
        className="k-rail-entry"
        aria-current={here ? 'page' : undefined}
        aria-label={left > 0 ? `${entry.name}, ${people(left)} left` : undefined}
        aria-keyshortcuts={ariaKey(key, rules.mac)}
        title={key === undefined ? undefined : `${entry.name} (${keyWords(key, rules.mac)})`}
        onClick={() => session.navigation.go(entry.screen)}
      >
        <IconDrawn size={18} stroke={1.5} aria-hidden="true" />
        <span>{entry.name}</span>
        {/* A space, for those who hear the two as one text. */}
        {left > 0 ? ' ' : null}
        {left > 0 ? (
          <span className="k-rail-left" aria-hidden="true">
            {left}
          </span>
        ) : null}
      </button>
    </li>
  );
}
