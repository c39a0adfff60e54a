/** A stage of the board as a column of cards, and one that is folded below it. Either takes a card that is dropped. */
import { type ReactNode, useState } from 'react';
import type { Carded } from '../../../shared/introductions/board';
import type { Introduction, Stage } from '../../../shared/model/entities';
import { useSession } from '../../network/hooks';
import { moveIntroduction } from '../moving';
import { Cards } from './cards';
import { useDropTarget } from './dragging';

interface ColumnProps {
  readonly title: string;
  readonly cards: readonly Carded[];
  readonly here: string | undefined;
  /** Where a card goes that is dropped here. */
  readonly stageFor: (introduction: Introduction) => Stage;
}

export function BoardColumn({ title, cards, here, stageFor }: ColumnProps): ReactNode {
  const session = useSession();
  const { isOver, handlers } = useDropTarget(
    (introduction) => void moveIntroduction(session, introduction, stageFor(introduction)),
  );
  return (
    <section className="k-intro-column" aria-label={title} data-column data-over={isOver} {...handlers}>
      <h2 className="k-intro-stage">
        <span>{title}</span>
        <span className="k-quietest k-number">{cards.length}</span>
      </h2>
      <Cards label={title} cards={cards} here={here} />
    </section>
  );
}

export function FoldedColumn({ title, cards, here, stageFor }: ColumnProps): ReactNode {
  const session = useSession();
  const [isOpen, setOpen] = useState<boolean>();
  const { isOver, handlers } = useDropTarget(
    (introduction) => void moveIntroduction(session, introduction, stageFor(introduction)),
  );
  // A card that is gone to is seen.
  const open = isOpen ?? cards.some(({ introduction }) => introduction.id === here);
  return (
    <section className="k-intro-folded" aria-label={title} data-column data-over={isOver} {...handlers}>
      <button
        type="button"
        className="k-intro-fold"
        aria-expanded={open}
        disabled={cards.length === 0}
        onClick={() => setOpen(!open)}
      >
        <span className="k-number">{cards.length}</span> {title}
      </button>
      {open && cards.length > 0 ? <Cards label={title} cards={cards} here={here} /> : null}
    </section>
  );
}
