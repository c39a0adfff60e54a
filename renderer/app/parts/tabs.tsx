/** The parts of a screen as tabs: one tab stop, arrows move, and each part is a place to come back to. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useSession } from '../../network/hooks';
import type { Screen } from '../../network/navigation';

interface TabsProps<P extends string> {
  readonly screen: Screen;
  readonly label: string;
  readonly parts: readonly P[];
  readonly names: Readonly<Record<P, string>>;
  readonly part: P;
}

/** The panel that they control has the id `SCREEN-view` and is labelled by `SCREEN-PART`. */
export function Tabs<P extends string>({ screen, label, parts, names, part }: TabsProps<P>): ReactNode {
  const session = useSession();
  const list = useRef<HTMLDivElement>(null);
  const at = parts.indexOf(part);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = parts[(at + step + parts.length) % parts.length];
    session.navigation.go(screen, next);
    list.current?.querySelector<HTMLElement>(`#${screen}-${next ?? ''}`)?.focus();
  };
  return (
    <div className="k-segments" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {parts.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`${screen}-${one}`}
          className="k-segment"
          aria-selected={one === part}
          aria-controls={`${screen}-view`}
          tabIndex={one === part ? 0 : -1}
          onClick={() => session.navigation.go(screen, one)}
        >
          {names[one]}
        </button>
      ))}
    </div>
  );
}
