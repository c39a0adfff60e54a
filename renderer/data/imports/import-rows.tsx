/** Every row of a review with what happens and why; only those in view are drawn and asked for. */
import {
  IconAlertTriangle,
  IconArrowsLeftRight,
  IconCalendarEvent,
  IconCheck,
  IconCirclesRelation,
  IconInfoCircle,
  IconLock,
  IconPlus,
  IconLine,
  IconMinus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ImportRow } from '../../../shared/imports/answers';
import type { FormatName } from '../../../shared/formats/record';
import { useRootFontSize } from '../../app/root-font-size';
import type { ImportState } from '../../network/import-flow';
import { useImportRows } from './use-import-rows';

type Review = Extract<ImportState, { kind: 'review' }>;
type Kind = ImportRow['kind'];

const rowHeight = 2.25;

const kindWords: Readonly<Record<Kind, { readonly words: string; readonly icon: Icon }>> = {
  skipped: { words: 'Left out', icon: IconAlertTriangle },
  possible: { words: 'May be the same', icon: IconCirclesRelation },
  kept: { words: 'Kept yours', icon: IconLock },
  changed: { words: 'Changed', icon: IconArrowsLeftRight },
  note: { words: 'Note', icon: IconInfoCircle },
  new: { words: 'New', icon: IconPlus },
  tie: { words: 'Tie', icon: IconLine },
  interaction: { words: 'With you', icon: IconCalendarEvent },
  others: { words: 'Among others', icon: IconUsers },
  unchanged: { words: 'Unchanged', icon: IconCheck },
};
/** What is left out as it should be. */
const passedOver = { words: 'Passed over', icon: IconMinus };

export function ImportRows({
  review,
  kinds,
}: {
  review: Review;
  kinds: readonly Kind[] | undefined;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useImportRows(review.id, kinds);
  const height = rowHeight * useRootFontSize();
  // The list is small while it is drawn and changes with every scroll; there is nothing to memoise.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => {
    rows.need(from, to);
    // Asking twice for a page costs nothing.
  }, [rows, from, to]);

  if (rows.total === 0) return <p className="k-import-none k-quiet">No row of this kind.</p>;
  return (
    <div
      className="k-import-rows"
      id="k-import-rows"
      ref={scroller}
      role="table"
      tabIndex={0}
      aria-label="Rows of these files"
      aria-rowcount={(rows.total ?? 0) + 1}
      aria-busy={rows.total === undefined}
    >
      <div className="k-import-row k-import-head" role="row" aria-rowindex={1}>
        <div role="columnheader" className="k-import-line">
          Row
        </div>
        <div role="columnheader">What happens</div>
        <div role="columnheader">Person</div>
        <div role="columnheader">Detail</div>
      </div>
      <div className="k-import-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <Row key={index} index={index} top={start} row={rows.row(index)} files={review.files} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly top: number;
  readonly row: ImportRow | undefined;
  readonly files: Review['files'];
}

function Row({ index, top, row, files }: RowProps): ReactNode {
  const isPassed = row?.kind === 'skipped' && row.intended === true;
  const kind = row === undefined ? undefined : isPassed ? passedOver : kindWords[row.kind];
  const IconDrawn = kind?.icon;
  return (
    <div
      className="k-import-row"
      role="row"
      aria-rowindex={index + 2}
      data-kind={isPassed ? 'unchanged' : row?.kind}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="cell" className="k-import-line k-number">
        {row === undefined ? '' : `${ending(files[row.file]?.file.name)} ${row.line}`}
      </div>
      <div role="cell" className="k-import-kind">
        {IconDrawn === undefined ? null : <IconDrawn size={15} stroke={1.6} aria-hidden="true" />}
        {kind?.words}
      </div>
      <div role="cell" className="k-import-person" title={row?.person}>
        {row === undefined ? (
          <span className="k-skeleton k-skeleton-name" />
        ) : row.person === '' ? (
          nobody(row, files[row.file]?.format)
        ) : (
          row.person
        )}
      </div>
      <div role="cell" className="k-import-detail" title={row?.detail}>
        {row === undefined ? '' : detailOf(row)}
      </div>
    </div>
  );
}

/** What stands in the second column already is not said again. */
function detailOf({ kind, detail }: ImportRow): string {
  if (detail === kind) return '';
  return kind === 'kept' ? detail.replace(/^kept yours: /, '') : detail;
}

/** Where rows are people; one of another kind is about nobody in particular. */
const ofPeople: ReadonlySet<FormatName | undefined> = new Set(['linkedin', 'vcard', 'book', 'kithmap']);

/** What stands for a name where the row of a person has none; what is said of a whole file is about nobody. */
function nobody({ kind }: ImportRow, format: FormatName | undefined): string {
  return kind === 'skipped' && ofPeople.has(format) ? '(no name)' : '';
}

/** "csv" of Connections.csv; nothing of a name without one, as many mails together have. */
function ending(name = ''): string {
  const at = name.lastIndexOf('.');
  return at < 0 ? '' : name.slice(at + 1, at + 7).toLowerCase();
}
