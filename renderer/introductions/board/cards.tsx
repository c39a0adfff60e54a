/** The cards of a column, so many at first. */
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { Carded } from '../../../shared/introductions/board';
import { TextButton } from '../../atlas/inspector/section';
import { IntroductionCard } from './card';

/** Cards that are shown at first, and that come with each asking for more. */
const step = 12;
const few = 4;

interface CardsProps {
  readonly label: string;
  readonly cards: readonly Carded[];
  /** The card that Tab comes to. */
  readonly here: string | undefined;
}

export function Cards({ label, cards, here }: CardsProps): ReactNode {
  const [wanted, setMost] = useState(step);
  // A few come at once, the rest when the page has time.
  const most = useDeferredValue(wanted, few);
  const at = cards.findIndex(({ introduction }) => introduction.id === here);
  // One that was moved here, or is gone to, is never among those that are folded.
  const shown = cards.slice(0, Math.max(most, at + 1));
  const more = Math.min(cards.length - shown.length, cards.length - wanted);
  const asks = `Show ${Math.min(step, more)} more of ${more.toLocaleString('en')}`;
  return (
    <>
      <ul className="k-intro-cards" aria-label={label}>
        {shown.map((card) => (
          <IntroductionCard key={card.introduction.id} card={card} isHere={card.introduction.id === here} />
        ))}
      </ul>
      {more > 0 ? (
        <TextButton label={`${asks}: ${label}`} onClick={() => setMost(shown.length + step)}>
          {asks}
        </TextButton>
      ) : null}
    </>
  );
}
