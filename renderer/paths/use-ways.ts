/** The ways that are looked for, kept true by every edit, and the map told which to draw. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { PathsAnswer, WarmPath } from '../../shared/paths/answers';
import type { WayOnMap } from '../atlas/scene/links';
import { type Live, useLive } from '../giving/use-live';
import { useSession, useSettings } from '../network/hooks';
import { keyOfWay } from './say-way';
import { questionOf, Ways } from './ways';

/** For the screen of the map, whatever stands beside it. */
export function useWays(): Live<PathsAnswer> {
  const session = useSession();
  const { atlas } = session;
  const state = useStore(Ways.of(session).store);
  const live = useLive('paths', questionOf(state));
  const { answer } = live;
  const { isOpen, chosen } = state;
  const { me, showMe } = useSettings();
  const hidden = showMe ? undefined : me;
  useEffect(() => {
    atlas.set({ ways: isOpen && answer !== undefined ? drawn(answer, chosen, hidden) : undefined });
  }, [atlas, isOpen, answer, chosen, hidden]);
  useEffect(() => () => atlas.set({ ways: undefined }), [atlas]);
  return live;
}

/** All that are shown, the one with the fewest hands at the end. */
export function waysOf({ paths, fewestHands }: PathsAnswer): readonly WarmPath[] {
  const keys = new Set(paths.map(keyOfWay));
  return fewestHands === null || keys.has(keyOfWay(fewestHands)) ? paths : [...paths, fewestHands];
}

/** The one that is looked at: the first, unless another was chosen and is still there. */
export function chosenOf(ways: readonly WarmPath[], chosen: string | undefined): WarmPath | undefined {
  return ways.find((way) => keyOfWay(way) === chosen) ?? ways[0];
}

/** @param hidden me, while the map does not show me */
function drawn(
  answer: PathsAnswer,
  chosen: string | undefined,
  hidden: string | undefined,
): readonly WayOnMap[] {
  const ways = waysOf(answer);
  const strong = chosenOf(ways, chosen);
  return ways.map((way) => ({
    people: way.contacts.map(({ id }) => (id === hidden ? undefined : id)),
    known: way.ties.map(({ known }) => known),
    isChosen: way === strong,
  }));
}
