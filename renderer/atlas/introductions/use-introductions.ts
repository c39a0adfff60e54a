/** The introductions and suggestions that the map draws, told to it as they change. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { SuggestionsAnswer } from '../../../shared/suggestions/answers';
import { type Live, useLive } from '../../giving/use-live';
import { useSession, useTable } from '../../network/hooks';
import type { ArcOnMap } from '../scene/links';
import { arcsOf } from './arcs';

/** For the screen of the map, whatever stands beside it. @returns whom to bring together, where that is shown */
export function useIntroductionsOnMap(): Live<SuggestionsAnswer> {
  const { atlas, analysis } = useSession();
  const isHighlighted = useStore(atlas.look, ({ highlight }) => highlight === 'introductions');
  const isSuggested = useStore(atlas.look, ({ suggested }) => suggested === true);
  const past = useStore(analysis.past, ({ day }) => day);
  const introductions = useTable('introductions');
  const isAsked = isHighlighted && isSuggested && past === undefined;
  const live = useLive('suggestions', isAsked ? {} : undefined);
  const suggestions = live.answer?.suggestions;
  const arcs = useMemo((): readonly ArcOnMap[] => {
    const standing = arcsOf(introductions, past, isHighlighted);
    const suggested = (suggestions ?? []).map(({ a, b }): ArcOnMap => ({
      a: a.id,
      b: b.id,
      look: 'suggested',
    }));
    return [...standing, ...suggested];
  }, [introductions, past, isHighlighted, suggestions]);
  useEffect(() => {
    atlas.set({ arcs });
    return () => atlas.set({ arcs: undefined });
  }, [atlas, arcs]);
  return live;
}
