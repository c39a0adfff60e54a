/**
 * A list of people or groups under heads: a grid of which only the rows in view are drawn, each as high as its words.
 * One tab stop; arrows or j and k move and select, Enter goes to what is shown beside. Buttons in a row can be
 * reached by Tab once one is on it.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useRootFontSize } from '../app/root-font-size';
import { useSession } from '../network/hooks';
import { light } from './map/light';
import { pointAtFocus, useLit } from './map/use-light';

export type Line =
  | { readonly kind: 'head'; readonly key: string; readonly content: ReactNode }
  | { readonly kind: 'row'; readonly key: string };

export interface RowState {
  /** The row one is on. */
  readonly here: boolean;
  /** For buttons in the row. */
  readonly tabIndex: 0 | -1;
  /** Nothing is being scrolled: what costs something may be fetched. */
  readonly still: boolean;
}

interface InsightGridProps {
  readonly label: string;
  /** Names the layout of the columns: `k-grid-cooling`. */
  readonly look: string;
  readonly header?: ReactNode;
  readonly lines: readonly Line[];
  readonly selected: string | undefined;
  readonly onSelect: (key: string | undefined) => void;
  /** What a row is about, on the map; a person by default. */
  readonly lightOf?: (key: string) => string;
  /** The cells of a row. */
  readonly children: (key: string, state: RowState) => ReactNode;
}

/** Of a row with one line of words, in rem. */
const rowHeight = 2.25;

export function InsightGrid(props: InsightGridProps): ReactNode {
  const { label, look, header, lines, selected, onSelect, lightOf = light.person, children } = props;
  const { atlas } = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const height = rowHeight * useRootFontSize();
  // The list is small while it is drawn and changes with every scroll; there is nothing to memoise.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
    scrollPaddingStart: header === undefined ? 0 : height,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  // In a low window the list itself may have to come into view.
  useEffect(() => {
    if (selected !== undefined)
      document.getElementById(rowId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const at = lines.findIndex(({ kind, key }) => kind === 'row' && key === selected);
  // A key has moved on to another row.
  useEffect(() => {
    if (document.activeElement === scroller.current) pointAtFocus(atlas);
  }, [atlas, at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = targetOf(event.key, lines, at);
    if (target !== undefined) {
      const key = lines[target]?.key;
      if (key !== undefined) onSelect(key);
      virtual.scrollToIndex(target);
    } else if (event.target === event.currentTarget && event.key === 'Enter' && at >= 0) {
      document.querySelector<HTMLElement>('.k-side :is(button, input, a, [tabindex="0"])')?.focus();
    } else if (event.key === 'Escape' && at >= 0) {
      onSelect(undefined);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={`k-grid ${look}`}
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={lines.length + (header === undefined ? 0 : 1)}
      aria-activedescendant={at < 0 ? undefined : rowId(lines[at]?.key ?? '')}
      onKeyDown={onKeyDown}
    >
      {header === undefined ? null : (
        <div className="k-grid-row k-grid-header" role="row" aria-rowindex={1}>
          {header}
        </div>
      )}
      <div className="k-grid-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const here = index === at;
          const isHead = line.kind === 'head';
          return (
            <GridRow
              key={line.key}
              ref={virtual.measureElement}
              data-index={index}
              data-here={here}
              data-light={isHead ? undefined : lightOf(line.key)}
              className={isHead ? 'k-grid-head' : 'k-grid-row'}
              id={rowId(line.key)}
              aria-rowindex={index + (header === undefined ? 1 : 2)}
              aria-selected={isHead ? undefined : here}
              style={{ transform: `translateY(${start}px)` }}
              onClick={isHead ? undefined : () => onSelect(line.key)}
            >
              {isHead ? (
                <div role="rowheader">{line.content}</div>
              ) : (
                children(line.key, { here, tabIndex: here ? 0 : -1, still: !virtual.isScrolling })
              )}
            </GridRow>
          );
        })}
      </div>
    </div>
  );
}

/** Marks itself while what it is about is pointed at, without a word to the list. */
function GridRow(props: ComponentProps<'div'> & { readonly 'data-light'?: string | undefined }): ReactNode {
  const lit = useLit(props['data-light']);
  return <div role="row" data-lit={lit || undefined} {...props} />;
}

const rowId = (key: string): string => `insight-${key}`;

/** The line that a key moves to; undefined for a key that does not move. */
function targetOf(key: string, lines: readonly Line[], at: number): number | undefined {
  const next = (from: number, step: 1 | -1): number | undefined => {
    for (let index = from; index >= 0 && index < lines.length; index += step) {
      if (lines[index]?.kind === 'row') return index;
    }
    return undefined;
  };
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return next(at + 1, 1);
    case 'k':
    case 'ArrowUp':
      return next(at < 0 ? 0 : at - 1, at < 0 ? 1 : -1);
    case 'Home':
      return next(0, 1);
    case 'End':
      return next(lines.length - 1, -1);
    case 'PageDown':
      return next(Math.min(lines.length - 1, at + 10), 1) ?? next(lines.length - 1, -1);
    case 'PageUp':
      return next(Math.max(0, at - 10), -1) ?? next(0, 1);
    default:
      return undefined;
  }
}
