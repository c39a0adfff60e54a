/**
 * Visible absence: a dotted, empty circle on the map for each gap, which answers a click with who could lead there. They
 * go with the map: whoever moves it sets where it is on `frameRef`.
 */
import { type ReactNode, type Ref, useMemo } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../../network/hooks';
import type { AtlasDriver } from '../atlas-driver';
import { gapSpots, type Point } from './gap-spots';
import { gapWords } from './gap-words';
import './gaps.css';
import { type ShownGap, useGaps } from './use-gaps';

interface GapBubblesProps {
  readonly driver: AtlasDriver;
  /** Changes when people have come, gone or been placed. */
  readonly placed: number;
  readonly frameRef: Ref<HTMLDivElement>;
  /** What a press leads to; without it, to the list beside the atlas. */
  readonly onChoose?: (gap: ShownGap) => void;
  /** Which one the pointer or the keyboard is at. */
  readonly onPoint?: (gap: ShownGap | undefined) => void;
}

export function GapBubbles(props: GapBubblesProps): ReactNode {
  const { driver, placed, frameRef, onChoose, onPoint } = props;
  const { atlas, selection } = useSession();
  const chosen = useStore(atlas.look, ({ gap }) => gap);
  const gaps = useGaps() ?? [];
  const count = gaps.length;
  const spots = useMemo(
    () => gapSpots([...driver.model.people.values()], count),
    // The model changes in place; `placed` says when to look again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [driver, placed, count],
  );
  return (
    <div className="k-gaps" ref={frameRef}>
      {gaps.map((gap, at) => {
        const spot = spots[at];
        if (spot === undefined) return null;
        return (
          <button
            key={gap.key}
            type="button"
            className="k-gap"
            aria-pressed={onChoose === undefined ? chosen === gap.key : undefined}
            onPointerEnter={() => onPoint?.(gap)}
            onPointerLeave={() => onPoint?.(undefined)}
            onFocus={() => onPoint?.(gap)}
            onBlur={() => onPoint?.(undefined)}
            style={{ transform: onMap(spot) }}
            onClick={() => {
              if (onChoose !== undefined) {
                onChoose(gap);
                return;
              }
              selection.setState({ contacts: [] }, true);
              atlas.set({ highlight: 'gaps', gap: gap.key });
            }}
          >
            {gapWords(gap)}
          </button>
        );
      })}
    </div>
  );
}

/** Where a spot of the map is on the screen, whatever the frame says of the map. */
function onMap({ x, y }: Point): string {
  const along = (axis: 'x' | 'y', at: number): string =>
    `calc((var(--map-${axis}, 0) + var(--map-zoom, 1) * ${at}) * 1px - var(--gap-size) / 2)`;
  return `translate(${along('x', x)}, ${along('y', y)})`;
}
