/** The pairs to decide about: a listbox of which only those in view are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect } from 'react';
import type { DuplicatePair } from '../../../shared/duplicates/answers';
import { useRootFontSize } from '../../app/root-font-size';
import { keyOf } from './use-pairs';

interface PairListProps {
  readonly pairs: readonly DuplicatePair[];
  readonly at: number;
  readonly onGo: (at: number) => void;
  readonly list: RefObject<HTMLDivElement | null>;
}

export function PairList({ pairs, at, onGo, list }: PairListProps): ReactNode {
  const height = 3.25 * useRootFontSize();
  // The list is small while it is drawn and changes with every scroll; there is nothing to memoise.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: pairs.length,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    overscan: 8,
  });
  useEffect(() => {
    virtual.scrollToIndex(at);
  }, [virtual, at]);
  const here = pairs[at];
  return (
    <div
      className="k-same-list"
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label="Pairs that may be one person"
      aria-activedescendant={here === undefined ? undefined : idOf(here)}
    >
      <div className="k-link-body" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const pair = pairs[index];
          if (pair === undefined) return null;
          return (
            <div
              key={keyOf(pair)}
              id={idOf(pair)}
              className="k-same-pair"
              role="option"
              aria-selected={index === at}
              aria-setsize={pairs.length}
              aria-posinset={index + 1}
              data-here={index === at}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onGo(index)}
            >
              <span className="k-same-pair-names">{namesOf(pair)}</span>
              <span className="k-small k-quiet">
                {likelyWords(pair)}
                {pair.reasons[0] === undefined ? '' : ` · ${pair.reasons[0].text}`}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Once where both have the same name. */
function namesOf({ a, b }: DuplicatePair): string {
  return a.name === b.name ? `${a.name}, twice` : `${a.name} and ${b.name}`;
}

export function likelyWords({ certain, probability }: DuplicatePair): string {
  return certain ? 'Certain' : `${Math.min(99, Math.round(100 * probability))} % likely`;
}

const idOf = (pair: DuplicatePair): string => `same-${keyOf(pair).replace(' ', '-')}`;
