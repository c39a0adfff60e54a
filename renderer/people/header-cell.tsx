import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';
import type { Column } from './columns';

/** The head of a column; pressing it sorts, pressing again turns the order round. */
export function HeaderCell({ column }: { column: Column }): ReactNode {
  const session = useSession();
  const { by, down } = useStore(session.peopleView, ({ sort }) => sort);
  const { sort, name, key } = column;
  const className = `k-people-cell k-people-${key}`;
  if (sort === undefined) {
    return (
      <div role="columnheader" className={className}>
        {key === 'pick' ? <span className="k-visually-hidden">{name}</span> : name}
      </div>
    );
  }
  const sorted = by === sort;
  const IconDrawn = down ? IconChevronDown : IconChevronUp;
  // The latest contact and the warmest first, names from the beginning.
  const first = sort === 'last';
  const onClick = (): void =>
    session.peopleView.setState({ sort: { by: sort, down: sorted ? !down : first } });
  return (
    <div
      role="columnheader"
      className={className}
      aria-sort={sorted ? (down ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="k-people-sort" tabIndex={-1} onClick={onClick}>
        {name}
        {sorted ? <IconDrawn size={14} stroke={1.75} aria-hidden="true" /> : null}
      </button>
    </div>
  );
}
