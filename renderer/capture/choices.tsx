/** A few words of which one is chosen at once; the arrow keys walk them. */
import type { KeyboardEvent, ReactNode } from 'react';

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly of: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly autoFocus?: boolean;
  readonly onChoose: (value: T) => void;
}

export function Choices<T extends string>({
  label,
  of,
  value,
  autoFocus = false,
  onChoose,
}: ChoicesProps<T>): ReactNode {
  return (
    <div className="k-segments" role="group" aria-label={label} onKeyDown={walk}>
      {of.map((one) => (
        <button
          key={one.value}
          type="button"
          className="k-segment"
          aria-pressed={one.value === value}
          autoFocus={autoFocus && one.value === value}
          onClick={() => onChoose(one.value)}
        >
          {one.label}
        </button>
      ))}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const by =
    event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : /^Arrow(Left|Up)$/.test(event.key) ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
