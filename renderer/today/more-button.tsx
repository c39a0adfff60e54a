/** Opens the rest of a list. */
import type { ReactNode } from 'react';
import { TextButton } from '../atlas/inspector/section';

export function MoreButton({
  all,
  first,
  open,
  onOpen,
}: {
  readonly all: number;
  readonly first: number;
  readonly open: boolean;
  readonly onOpen: () => void;
}): ReactNode {
  if (open || all <= first) return null;
  return (
    <li className="k-today-more">
      <TextButton onClick={onOpen}>Show all {all.toLocaleString('en')}</TextButton>
    </li>
  );
}
