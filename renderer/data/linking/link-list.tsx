/** The people to tick: a listbox of which only those in view are drawn. j and k move, x or Space ticks. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { ContactMark } from '../../app/parts/mark';
import { useRootFontSize } from '../../app/root-font-size';
import { nameOf, roleOf } from '../../app/words';
import { useContact } from '../../network/hooks';

interface LinkListProps {
  readonly name: string;
  readonly rows: readonly string[];
  /** Who is known to know the person already. */
  readonly known: ReadonlySet<string>;
  readonly ticked: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onKeep: () => void;
}

export function LinkList({ name, rows, known, ticked, onToggle, onKeep }: LinkListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const at = Math.min(cursor, Math.max(0, rows.length - 1));
  const height = 2.25 * useRootFontSize();
  // The list is small while it is drawn and changes with every scroll; there is nothing to memoise.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
  });
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setCursor(next);
    virtual.scrollToIndex(next);
  };
  const tick = (index: number): void => {
    const id = rows[index];
    if (id !== undefined && !known.has(id)) onToggle(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j' || event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'k' || event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(rows.length - 1);
    else if (event.key === 'x' || event.key === ' ') tick(at);
    else if (event.key === 'Enter') onKeep();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (rows.length === 0) return <p className="k-link-none k-quiet">Nobody fits.</p>;
  return (
    <div
      className="k-link-list"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={`Who knows ${name}`}
      aria-multiselectable="true"
      aria-activedescendant={`link-${rows[at] ?? ''}`}
      onKeyDown={onKeyDown}
    >
      <div className="k-link-body" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const id = rows[index] ?? '';
          return (
            <LinkRow
              key={id}
              id={id}
              top={start}
              index={index}
              of={rows.length}
              here={index === at}
              state={known.has(id) ? 'known' : ticked.has(id) ? 'ticked' : 'open'}
              onClick={() => {
                setCursor(index);
                tick(index);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

interface LinkRowProps {
  readonly id: string;
  readonly top: number;
  readonly index: number;
  readonly of: number;
  readonly here: boolean;
  readonly state: 'known' | 'ticked' | 'open';
  readonly onClick: () => void;
}

function LinkRow({ id, top, index, of, here, state, onClick }: LinkRowProps): ReactNode {
  const contact = useContact(id);
  if (contact === undefined) return null;
  return (
    <div
      className="k-link-row"
      id={`link-${id}`}
      role="option"
      aria-selected={state !== 'open'}
      aria-disabled={state === 'known'}
      aria-setsize={of}
      aria-posinset={index + 1}
      data-here={here}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
    >
      <span className="k-link-tick" data-state={state} aria-hidden="true" />
      <ContactMark contact={id} box={30} />
      <span>{nameOf(contact)}</span>
      <span className="k-link-more">{roleOf(contact)}</span>
      {state === 'known' ? <span className="k-link-known">known</span> : null}
    </div>
  );
}
