/**
 * The table of people: a grid of which only the rows in view are drawn. One tab stop; arrows or j and k move, Enter
 * goes to the person, x picks.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';
import { useRootFontSize } from '../app/root-font-size';
import { columns } from './columns';
import { HeaderCell } from './header-cell';
import { PersonRow } from './person-row';
import { type Picking, usePicking } from './use-picking';

/** Of a row, in rem: that of --k-row-h. */
const rowHeight = 2.25;

interface PeopleTableProps {
  readonly rows: readonly string[];
}

/** Drawn again when its rows are others, not with every letter that one filters by. */
export const PeopleTable = memo(function PeopleTable({ rows }: PeopleTableProps): ReactNode {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const picking = usePicking(rows);
  const height = rowHeight * useRootFontSize();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: height,
    // Rows are drawn when the page has time for them, not within the event of the scroll.
    useFlushSync: false,
  });
  useEffect(() => virtual.measure(), [virtual, height]);

  const { contact: shown } = useStore(session.shown);
  useEffect(() => {
    const at = shown === undefined ? -1 : rows.indexOf(shown);
    if (at >= 0) virtual.scrollToIndex(at, { align: 'center' });
    // Only when somebody is to be shown, not whenever the rows change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, virtual]);

  useEffect(() => {
    // Keys are for the list as soon as one is here, unless they are for something else already.
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.closest('.k-rail') instanceof HTMLElement) {
      scroller.current?.focus({ preventScroll: true });
    }
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = handleKey(
      event,
      picking,
      rows.length,
      Math.floor((scroller.current?.clientHeight ?? 0) / height),
    );
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next >= 0) virtual.scrollToIndex(next);
  };

  return (
    <div
      className="k-people-table"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label="People"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-activedescendant={picking.at >= 0 ? `person-${rows[picking.at] ?? ''}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="k-people-row k-people-header" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <HeaderCell key={column.name} column={column} />
        ))}
      </div>
      <div className="k-people-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const id = rows[index] ?? '';
          return (
            <PersonRow
              key={id}
              id={id}
              index={index}
              top={start}
              here={index === picking.at}
              picked={picking.isPicked(id)}
              anyPicked={picking.anyPicked}
              picking={picking}
            />
          );
        })}
      </div>
    </div>
  );
});

/** @returns the row to bring into view, -1 for none; undefined for a key that is not the table's. */
function handleKey(event: KeyboardEvent, picking: Picking, count: number, page: number): number | undefined {
  const { key, shiftKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (mod && key.toLowerCase() === 'a') {
    picking.pickAll();
    return -1;
  }
  if (mod || event.altKey) return undefined;
  const target = moveTarget(key.length === 1 ? key.toLowerCase() : key, picking.at, count, page);
  if (target !== undefined) {
    picking.moveTo(target, shiftKey);
    return Math.max(0, Math.min(count - 1, target));
  }
  if (key === 'x' || key === ' ') {
    if (picking.at >= 0) picking.toggle(picking.at);
    return -1;
  }
  if (key === 'Escape') {
    picking.leave();
    return -1;
  }
  if (key === 'Enter' && picking.at >= 0) {
    picking.moveTo(picking.at, false);
    document.querySelector<HTMLElement>('.k-side :is(button, input, a, [tabindex="0"])')?.focus();
    return -1;
  }
  return undefined;
}

function moveTarget(key: string, at: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return at + 1;
    case 'k':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return at + Math.max(1, page - 2);
    case 'PageUp':
      return at - Math.max(1, page - 2);
    default:
      return undefined;
  }
}
