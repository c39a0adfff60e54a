/**
 * The lines of the story. Of a long one only those in view are drawn. j, k and the arrows go from entry to entry,
 * Enter changes one, `d` does what is next with it, Delete removes it.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { StoryRow } from '../../../shared/story/story';
import { useKeyRules } from '../../app/action-context';
import { useRootFontSize } from '../../app/root-font-size';
import { useSession, useToday } from '../../network/hooks';
import { actsOf, perform, remove } from './story-acts';
import { actKey, type Doing, StoryEntryView } from './story-entry';
import { type Teller, titleOf } from './story-words';

interface StoryListProps {
  readonly rows: readonly StoryRow[];
  readonly teller: Teller;
  /** In a space of its own, as long as it may be; else all of it at once. */
  readonly isLong: boolean;
  /** The end came into view. */
  readonly onEnd: () => void;
}

/** Of an entry before it is measured, in rem. */
const rowHeight = 4.5;

export function StoryList({ rows, teller, isLong, onEnd }: StoryListProps): ReactNode {
  const [here, setHere] = useState<string>();
  const [doing, setDoing] = useState<{ readonly key: string; readonly what: Doing }>();
  const scroller = useRef<HTMLDivElement>(null);
  const height = rowHeight * useRootFontSize();
  // The list is small while it is drawn and changes with every scroll; there is nothing to memoise.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: isLong ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const isAtEnd = isLong && last >= rows.length - 12;
  useEffect(() => {
    if (isAtEnd) onEnd();
    // Once for each length of the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isAtEnd, rows.length]);

  const goTo = (index: number): void => {
    const key = rows[index]?.key;
    if (key === undefined) return;
    setHere(key);
    if (isLong) virtual.scrollToIndex(index);
    focusSoon(scroller, key);
  };
  const onKeyDown = useKeys(rows, teller, goTo, (key) => setDoing({ key, what: 'edit' }));
  const onDo = useCallback((key: string, what: Doing): void => {
    setDoing(what === undefined ? undefined : { key, what });
    setHere(key);
    if (what === undefined) focusSoon(scroller, key);
  }, []);
  const standing = rows.some(({ key }) => key === here)
    ? here
    : rows.find(({ type }) => type === 'entry')?.key;
  const drawRow = (row: StoryRow): ReactNode =>
    row.type === 'heading' ? (
      <h4 className="k-story-group k-small">{row.text}</h4>
    ) : (
      <StoryEntryView
        row={row.key}
        entry={row.entry}
        teller={teller}
        isHere={row.key === standing}
        doing={doing?.key === row.key ? doing.what : undefined}
        onDo={onDo}
      />
    );
  return (
    <div
      ref={scroller}
      className={isLong ? 'k-story-list k-story-long' : 'k-story-list'}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const key = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
        if (key !== undefined) setHere(key);
      }}
    >
      {isLong ? (
        <div className="k-story-all" style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div
                key={row.key}
                ref={virtual.measureElement}
                className="k-story-row"
                data-index={index}
                data-row={row.key}
                style={{ transform: `translateY(${start}px)` }}
              >
                {drawRow(row)}
              </div>
            );
          })}
        </div>
      ) : (
        rows.map((row) => (
          <div key={row.key} data-row={row.key}>
            {drawRow(row)}
          </div>
        ))
      )}
    </div>
  );
}

/** The keys of the entry that has the focus itself; its buttons and fields keep theirs. */
function useKeys(
  rows: readonly StoryRow[],
  teller: Teller,
  goTo: (index: number) => void,
  onEdit: (key: string) => void,
): (event: KeyboardEvent) => void {
  const session = useSession();
  const today = useToday();
  const { letterKeys } = useKeyRules();
  return (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const article = target instanceof HTMLElement ? target.closest('article') : null;
    // Delete means the entry wherever in it one is, and never the person.
    if (article === null || (target !== article && key !== 'Delete') || ctrlKey || metaKey || altKey) return;
    const at = rows.findIndex((one) => one.key === article.parentElement?.dataset['row']);
    const row = rows[at];
    if (row?.type !== 'entry' || (key.length === 1 && !letterKeys)) return;
    const { entry } = row;
    const next = nextOf(rows, at, key);
    const act = key === actKey ? actsOf(entry, today)[0] : undefined;
    if (next !== undefined) goTo(next);
    else if (key === 'Enter') onEdit(row.key);
    else if (key === 'Delete') {
      remove(session, entry, titleOf(entry, teller));
      goTo(nextOf(rows, at, 'j') ?? at);
    } else if (act !== undefined) perform(session, act);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The entry that a key goes to; headings are passed over. */
function nextOf(rows: readonly StoryRow[], at: number, key: string): number | undefined {
  const step = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : undefined;
  if (key === 'Home') return rows.findIndex(({ type }) => type === 'entry');
  if (key === 'End') return rows.length - 1;
  if (step === undefined) return undefined;
  for (let index = at + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.type === 'entry') return index;
  }
  return at;
}

/** Once it is drawn: an entry far off is not there yet when it is gone to. */
function focusSoon(scroller: React.RefObject<HTMLDivElement | null>, key: string, tries = 6): void {
  requestAnimationFrame(() => {
    const row = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(
      ({ dataset }) => dataset['row'] === key,
    );
    const entry = row?.querySelector<HTMLElement>('article');
    if (entry !== null && entry !== undefined)
      entry.focus({ preventScroll: row?.dataset['index'] !== undefined });
    else if (tries > 0) focusSoon(scroller, key, tries - 1);
  });
}
