/** The groups that have guesses, each with how many; one of them can be gone through by itself. */
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { Result } from '../../../shared/contract';
import { Button } from '../../app/parts/button';
import { many } from '../../app/words';
import { useSession } from '../../network/hooks';
import { GuessQueue } from './guess-queue';

type Group = Result<'guesses'>['groups'][number];

/** Groups shown at first. */
const first = 30;

export function GuessGroups({ groups }: { groups: readonly Group[] }): ReactNode {
  const [all, setAll] = useState(false);
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const shown = all ? groups : groups.slice(0, first);
  return (
    <div className="k-guess-groups">
      <h2 className="k-heading-name">By group</h2>
      <ul>
        <GroupRow name="All guesses" count={total} />
        {shown.map(({ id, name, count }) => (
          <GroupRow key={id ?? 'between'} group={id ?? 'between'} name={name} count={count} />
        ))}
      </ul>
      {shown.length < groups.length ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          Show {many(groups.length - shown.length, 'more', 'more')}
        </Button>
      ) : null}
    </div>
  );
}

function GroupRow({ group, name, count }: { group?: string; name: string; count: number }): ReactNode {
  const queue = GuessQueue.of(useSession());
  const chosen = useStore(queue.store, (state) => state.group === group);
  return (
    <li>
      <button
        type="button"
        className="k-guess-group"
        aria-pressed={chosen}
        onClick={() => queue.choose(group)}
      >
        <span>{name}</span>
        <span className="k-quietest k-number">{count.toLocaleString('en')}</span>
      </button>
    </li>
  );
}
