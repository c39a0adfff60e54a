/** The people of the week, one card open at a time: j and k move, Enter opens the person beside. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { WeekContact } from '../../shared/keeping/answers';
import { useKeyRules } from '../app/action-context';
import { KeyCap } from '../app/parts/key-cap';
import { useSession } from '../network/hooks';
import { Card } from './card';
import { focusCard } from './focus-card';
import { TodayList } from './today-list';

export function Cards({ cards }: { cards: readonly WeekContact[] }): ReactNode {
  const list = TodayList.of(useSession());
  const current = useStore(list.store, (state) => state.current);
  useFollowingFocus(cards, current);
  if (cards.length === 0) return null;
  return (
    <>
      <ol className="k-today-cards" aria-label="People of the week">
        {cards.map((card) => (
          <li key={card.id}>
            <Card card={card} here={card.id === current} />
          </li>
        ))}
      </ol>
      <Keys />
    </>
  );
}

/** When the card one is on goes and takes the focus with it, the next one has it. */
function useFollowingFocus(cards: readonly WeekContact[], current: string | undefined): void {
  const before = useRef(current);
  useEffect(() => {
    const isGone = before.current !== undefined && !cards.some(({ id }) => id === before.current);
    before.current = current;
    if (isGone && (document.activeElement ?? document.body) === document.body) focusCard(current);
  }, [cards, current]);
}

const keys: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: 'j k', label: 'move' },
  { keys: 'l', label: 'log' },
  { keys: 's', label: 'snooze' },
  { keys: 'Enter', label: 'open' },
  { keys: '?', label: 'all keys' },
];

function Keys(): ReactNode {
  if (!useKeyRules().letterKeys) return null;
  return (
    <p className="k-today-keys k-small k-quiet" aria-hidden="true">
      {keys.map(({ keys: of, label }) => (
        <span key={of}>
          <KeyCap of={of} /> {label}
        </span>
      ))}
    </p>
  );
}
