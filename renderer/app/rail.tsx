/** The left rail: where one can go. */
import { IconAdjustmentsHorizontal, IconDownload, IconMap, IconUsers, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';
import type { Screen } from '../network/navigation';
import { useActions, useKeyRules } from './action-context';
import { ariaKey, keyWords, shownKey } from './keys';
import { Logo } from './logo';

interface Entry {
  readonly screen: Screen;
  readonly name: string;
  readonly icon: Icon;
}

const entries: readonly Entry[] = [
  { screen: 'atlas', name: 'Atlas', icon: IconMap },
  { screen: 'people', name: 'People', icon: IconUsers },
  { screen: 'data', name: 'Data', icon: IconDownload },
  { screen: 'settings', name: 'Settings', icon: IconAdjustmentsHorizontal },
];

export function Rail(): ReactNode {
  const session = useSession();
  const { screen } = useStore(session.navigation.store);
  return (
    <nav className="k-rail" aria-label="Screens">
      <div className="k-rail-name">
        <Logo />
        <span>Kithmap</span>
      </div>
      <ul>
        {entries.map((entry) => (
          <RailEntry key={entry.screen} entry={entry} here={entry.screen === screen} />
        ))}
      </ul>
    </nav>
  );
}

function RailEntry({ entry, here }: { entry: Entry; here: boolean }): ReactNode {
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
        aria-keyshortcuts={ariaKey(key, rules.mac)}
        title={key === undefined ? undefined : `${entry.name} (${keyWords(key, rules.mac)})`}
        onClick={() => session.navigation.go(entry.screen)}
      >
        <IconDrawn size={18} stroke={1.5} aria-hidden="true" />
        <span>{entry.name}</span>
      </button>
    </li>
  );
}
