/** The handle at the selected person: dragged to somebody else it says that the two know each other; pressed, it asks whom. */
import { IconPlus } from '@tabler/icons-react';
import { type PointerEvent, type ReactNode, type Ref, useRef } from 'react';
import { useSession } from '../network/hooks';
import type { AtlasDriver } from './atlas-driver';

interface TieHandleProps {
  readonly driver: AtlasDriver;
  readonly person: string;
  readonly name: string;
  readonly handleRef: Ref<HTMLButtonElement>;
}

/** Less far than this is a press and not a drag (px). */
const dragFrom = 5;

export function TieHandle({ driver, person, name, handleRef }: TieHandleProps): ReactNode {
  const { dialogs } = useSession();
  const line = useRef<SVGLineElement>(null);
  const start = useRef<{ x: number; y: number } | undefined>(undefined);

  const at = (event: PointerEvent): { x: number; y: number } => {
    const stage = event.currentTarget.parentElement?.getBoundingClientRect();
    return { x: event.clientX - (stage?.left ?? 0), y: event.clientY - (stage?.top ?? 0) };
  };
  const onDown = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = at(event);
  };
  const onMove = (event: PointerEvent): void => {
    const from = driver.map.spotOnScreen(person);
    if (start.current === undefined || from === undefined) return;
    const to = at(event);
    draw(line.current, from, to);
  };
  const onUp = (event: PointerEvent): void => {
    const began = start.current;
    start.current = undefined;
    draw(line.current);
    if (began === undefined) return;
    const to = at(event);
    if (Math.hypot(to.x - began.x, to.y - began.y) < dragFrom) return;
    const other = driver.map.personAt(to.x, to.y);
    if (other !== undefined && other !== person) void driver.tie(person, other);
  };
  const onClick = (event: React.MouseEvent): void => {
    // A drag ends in a click as well; only a press without one asks.
    const handle = event.currentTarget.getBoundingClientRect();
    const inside = event.detail === 0 || within(handle, event.clientX, event.clientY);
    if (inside) dialogs.open('tie', [person]);
  };

  return (
    <>
      <svg className="k-atlas-line" aria-hidden="true">
        <line ref={line} stroke="var(--k-accent)" strokeWidth="2" strokeLinecap="round" visibility="hidden" />
      </svg>
      <button
        ref={handleRef}
        type="button"
        className="k-atlas-handle"
        data-person={person}
        aria-label={`Whom does ${name} know? Drag to a person, or press`}
        title="Drag to someone they know"
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onClick={onClick}
      >
        <IconPlus size={12} stroke={2} aria-hidden="true" />
      </button>
    </>
  );
}

function draw(
  line: SVGLineElement | null,
  from?: { x: number; y: number },
  to?: { x: number; y: number },
): void {
  if (line === null) return;
  line.setAttribute('visibility', from === undefined ? 'hidden' : 'visible');
  if (from === undefined || to === undefined) return;
  line.setAttribute('x1', String(from.x));
  line.setAttribute('y1', String(from.y));
  line.setAttribute('x2', String(to.x));
  line.setAttribute('y2', String(to.y));
}

function within({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
