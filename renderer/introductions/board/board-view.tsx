/** The board: what is under way by stage, and below, folded, what came to an end. */
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { boardFrom, type Board } from '../../../shared/introductions/board';
import { stageNames } from '../../../shared/introductions/stages';
import type { Introduction, Stage } from '../../../shared/model/entities';
import { many } from '../../app/words';
import { useSession, useSettings, useTable, useToday } from '../../network/hooks';
import { Introducing } from '../introducing';
import { NoneYet } from '../none-yet';
import { useBoardKeys } from './board-keys';
import { BoardColumn, FoldedColumn } from './column';
import { focusIntroduction } from './focus';

const ends = ['not-now', 'declined', 'withdrawn'] as const;

export function BoardView(): ReactNode {
  const latest = useTable('introductions');
  // An edit shows at its place at once; the board follows in slices.
  const all = useDeferredValue(latest);
  const board = useBoard(all);
  const here = useHere(board);
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = useBoardKeys();
  useMoved(all === latest, frame);
  if (all.length === 0) return <NoneYet />;
  const last = board.columns.at(-1);
  const owed = last?.cards.filter(({ introduction }) => introduction.stage === 'outcome').length ?? 0;
  return (
    <div className="k-intro-board-frame" ref={frame} onKeyDown={onKeyDown}>
      <div className="k-intro-board">
        {board.columns.slice(0, -1).map(({ title, stages: [stage = 'idea'], cards }) => (
          <BoardColumn key={title} title={title} cards={cards} here={here} stageFor={() => stage} />
        ))}
      </div>
      <div className="k-intro-foot">
        {last === undefined ? null : (
          <FoldedColumn title={last.title} cards={last.cards} here={here} stageFor={afterMeeting} />
        )}
        {ends.map((stage) => (
          <FoldedColumn
            key={stage}
            title={stageNames[stage]}
            cards={board.ended.filter(({ introduction }) => introduction.stage === stage)}
            here={here}
            stageFor={() => stage}
          />
        ))}
        {owed === 0 ? null : (
          <p className="k-small k-quiet k-intro-owed">
            {many(owed, 'outcome still needs', 'outcomes still need')} a thank-you
          </p>
        )}
      </div>
    </div>
  );
}

function useBoard(all: readonly Introduction[]): Board {
  const today = useToday();
  const { me } = useSettings();
  return useMemo(() => boardFrom(all, today, me), [all, today, me]);
}

/** The card that Tab comes to: where one was, else the first. */
function useHere({ columns, ended }: Board): string | undefined {
  const { store } = Introducing.of(useSession());
  const current = useStore(store, (state) => state.current);
  const ids = [...columns.flatMap(({ cards }) => cards), ...ended].map(({ introduction }) => introduction.id);
  return ids.find((id) => id === current) ?? ids[0];
}

/**
 * One that was moved keeps the focus where it comes to lie.
 * @param isThere the board shows where it is now
 */
function useMoved(isThere: boolean, frame: React.RefObject<HTMLDivElement | null>): void {
  const introducing = Introducing.of(useSession());
  const isMoving = useStore(introducing.store, (state) => state.isMoving === true);
  useEffect(() => {
    if (!isMoving || !isThere) return;
    introducing.arrived();
    // Where one has gone on to something else meanwhile, that keeps it.
    const active = document.activeElement;
    const isElsewhere =
      active !== null && active !== document.body && frame.current?.contains(active) === false;
    if (!isElsewhere) focusIntroduction(introducing.store.getState().current);
  }, [introducing, isMoving, isThere, frame]);
}

/** What came of it comes first, then thanks. */
function afterMeeting({ stage }: Introduction): Stage {
  return stage === 'outcome' ? 'thanked' : 'outcome';
}
