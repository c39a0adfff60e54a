/** A card on its way from one column to another. */
import { type DragEvent, useState } from 'react';
import type { Introduction } from '../../../shared/model/entities';
import { useSession } from '../../network/hooks';

/** What travels: its id. Files and texts that are dragged are none of it. */
export const dragType = 'application/x-kithmap-introduction';

interface DropTarget {
  /** A card is above it. */
  readonly isOver: boolean;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
    readonly onDragLeave: (event: DragEvent<HTMLElement>) => void;
    readonly onDrop: (event: DragEvent<HTMLElement>) => void;
  };
}

export function useDropTarget(onDrop: (introduction: Introduction) => void): DropTarget {
  const { replica } = useSession();
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setOver(true);
      },
      onDragLeave: (event) => {
        const { relatedTarget, currentTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      },
      onDrop: (event) => {
        setOver(false);
        const introduction = replica.network.get('introductions', event.dataTransfer.getData(dragType));
        if (introduction === undefined) return;
        event.preventDefault();
        onDrop(introduction);
      },
    },
  };
}
