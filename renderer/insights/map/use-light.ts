/** Entries of lists and the map light each other up. */
import { type FocusEvent, type PointerEvent, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AtlasView } from '../../network/atlas-view';
import { useSession } from '../../network/hooks';
import { isLit, lightAround, lightAtFocus, pointedBy } from './light';

interface Lighting {
  readonly onPointerOver: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/** For whatever holds the lists: what is pointed at in them is told to the map. */
export function useLighting(): Lighting {
  const { atlas } = useSession();
  return useMemo(
    () => ({
      onPointerOver: ({ target }) => {
        const under = target instanceof Element ? pointedBy(lightAround(target)) : undefined;
        if (under === undefined) pointAtFocus(atlas);
        else atlas.point(under);
      },
      onPointerLeave: () => pointAtFocus(atlas),
      onFocus: () => pointAtFocus(atlas),
      onBlur: () => atlas.point(),
    }),
    [atlas],
  );
}

/** Where the pointer is at nothing, what the keyboard is at stays lit up; a press of the pointer is no keyboard. */
export function pointAtFocus(atlas: AtlasView): void {
  const focused = document.activeElement;
  const seen = focused?.matches(':focus-visible') === true ? lightAtFocus(focused) : undefined;
  atlas.point(pointedBy(seen));
}

/** Whether an entry is about what is pointed at; wakes its component only when that changes. */
export function useLit(of: string | undefined): boolean {
  const { atlas, replica } = useSession();
  return useStore(atlas.pointed, (pointed) =>
    isLit(of, pointed, (person) => replica.network.get('positions', person)?.cluster),
  );
}
