/**
 * The map with what lies over it. For readers and the keyboard it is a list of the people in view: the arrow keys go
 * from one to the next that way, Enter selects.
 */
import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { nameOf, people as peopleWords } from '../app/words';
import {
  useContact,
  useDialog,
  useSelectedContact,
  useSelection,
  useSession,
  useTable,
} from '../network/hooks';
import { AtlasDriver } from './atlas-driver';
import { DropChoice } from './drop-choice';
import { GapBubbles } from './gaps/gap-bubbles';
import { Legend } from './legend';
import { type DropOn, type MapStatus, nothingShown } from './map/map-wishes';
import {
  HighlightSwitch,
  MapSwitches,
  ModeNotice,
  NoTiesNotice,
  Thinking,
  ZoomControl,
} from './map-controls';
import type { Direction } from './scene/direction';
import type { Box } from './scene/scale';
import { TieHandle } from './tie-handle';

const PictureDialog = lazy(() =>
  import('./picture/picture-dialog').then((room) => ({ default: room.PictureDialog })),
);

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const steps: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

export function AtlasStage({ noTies }: { noTies: boolean }): ReactNode {
  const session = useSession();
  const selected = useSelectedContact();
  const person = useContact(selected);
  const clusters = useTable('clusters').length;
  const canvas = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const panels = useRef(new Set<HTMLElement>());
  const [driver, setDriver] = useState<AtlasDriver>();
  const [status, setStatus] = useState(nothingShown);
  const [active, setActive] = useState<string>();
  const [drop, setDrop] = useState<DropOn>();
  const picture = useDialog('picture');

  const panelRef = useCallback((panel: HTMLElement | null) => {
    if (panel === null) return;
    panels.current.add(panel);
    return () => panels.current.delete(panel);
  }, []);

  useEffect(() => {
    const host = canvas.current;
    if (host === null) return;
    const follow = (): void => {
      placeHandle(handle.current, made);
      placeFrame(frame.current, made);
    };
    const made = new AtlasDriver(session, host, {
      onStatus: (next) => {
        setStatus(next);
        follow();
      },
      onMove: follow,
      onActive: setActive,
      onDroppedOn: setDrop,
      panels: () => boxesOf(panels.current, host),
    });
    setDriver(made);
    void made.start();
    return () => made.stop();
  }, [session]);

  useEffect(() => {
    if (driver === undefined) return;
    placeHandle(handle.current, driver);
    placeFrame(frame.current, driver);
  }, [driver, selected, status]);

  const handleIsShown =
    driver !== undefined && selected !== undefined && person !== undefined && status.level !== 'clusters';
  return (
    <div className="k-atlas-stage">
      <PeopleInView driver={driver} status={status} active={active} canvasRef={canvas} />
      {driver === undefined ? null : (
        <GapBubbles driver={driver} placed={driver.model.people.size} frameRef={frame} />
      )}
      {handleIsShown ? (
        <TieHandle
          key={selected}
          driver={driver}
          person={selected}
          name={nameOf(person)}
          handleRef={handle}
        />
      ) : null}
      <div className="k-atlas-top">
        <HighlightSwitch panelRef={panelRef} />
        <MapSwitches panelRef={panelRef} />
        <ModeNotice onDrop={() => driver?.drop()} />
        {noTies ? <NoTiesNotice panelRef={panelRef} /> : null}
      </div>
      {driver === undefined || drop === undefined ? null : (
        <DropChoice driver={driver} drop={drop} onClose={() => setDrop(undefined)} />
      )}
      {driver === undefined || picture === undefined ? null : (
        <Suspense fallback={null}>
          <PictureDialog driver={driver} status={status} onClose={() => session.dialogs.close()} />
        </Suspense>
      )}
      <Legend status={status} panelRef={panelRef} />
      <ZoomControl status={status} clusters={clusters} panelRef={panelRef} />
      <Thinking />
      <Said active={active} />
    </div>
  );
}

interface PeopleInViewProps {
  readonly driver: AtlasDriver | undefined;
  readonly status: MapStatus;
  readonly active: string | undefined;
  readonly canvasRef: React.RefObject<HTMLDivElement | null>;
}

/** The map itself, and over it the people in view for readers and the keyboard. */
export function PeopleInView({ driver, status, active, canvasRef }: PeopleInViewProps): ReactNode {
  const session = useSession();
  const id = useId();
  const chosen = useSelection(({ contacts }) => contacts);
  const moving = useStore(session.atlas.look, (look) => look.moving);
  const shown = status.inView.some((one) => one.id === active);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (driver === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction !== undefined) {
      if (moving === undefined) driver.go(direction);
      else {
        const [x, y] = steps[direction];
        const far = event.shiftKey ? 48 : 12;
        driver.nudge({ x: x * far, y: y * far });
      }
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (moving === undefined) driver.selectActive(event.shiftKey);
      else driver.drop();
    } else return;
    event.preventDefault();
  };

  return (
    <div
      className="k-atlas-map"
      role="listbox"
      aria-label={`The map: ${peopleWords(status.inView.length)} in view`}
      aria-multiselectable="true"
      aria-activedescendant={active !== undefined && shown ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => driver?.keyboard(event.target.matches(':focus-visible'))}
      onBlur={() => driver?.keyboard(false)}
    >
      <div className="k-atlas-canvas" ref={canvasRef} role="presentation" />
      <div className="k-atlas-options" role="presentation">
        {status.inView.map(({ id: contact, x, y }) => (
          <Option
            key={contact}
            id={`${id}-${contact}`}
            contact={contact}
            x={x}
            y={y}
            chosen={chosen.includes(contact)}
          />
        ))}
      </div>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly contact: string;
  readonly x: number;
  readonly y: number;
  readonly chosen: boolean;
}

function Option({ id, contact, x, y, chosen }: OptionProps): ReactNode {
  const person = useContact(contact);
  if (person === undefined) return null;
  return (
    <div id={id} role="option" aria-selected={chosen} className="k-atlas-option" style={{ left: x, top: y }}>
      {nameOf(person)}
    </div>
  );
}

/** Says who is selected, and how many. */
function Said({ active }: { active: string | undefined }): ReactNode {
  const chosen = useSelection(({ contacts }) => contacts);
  const first = useContact(chosen[0] ?? active);
  const words =
    chosen.length > 1
      ? `${peopleWords(chosen.length)} selected`
      : chosen.length === 1 && first !== undefined
        ? `${nameOf(first)} selected`
        : '';
  return (
    <div className="k-visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  );
}

function placeHandle(handle: HTMLButtonElement | null, driver: AtlasDriver): void {
  if (handle === null) return;
  const person = driver.model.people.get(handle.dataset['person'] ?? '');
  const spot = person === undefined ? undefined : driver.map.spotOnScreen(person.id);
  handle.hidden = spot === undefined;
  if (spot === undefined) return;
  const away = (spot.radius + 20) * 0.72;
  handle.style.transform = `translate(${spot.x + away - 12}px, ${spot.y - away - 12}px)`;
}

/** Tells what lies over the map where the map is. */
export function placeFrame(frame: HTMLElement | null, driver: AtlasDriver): void {
  const { x, y, zoom } = driver.map.view;
  frame?.style.setProperty('--map-x', String(x));
  frame?.style.setProperty('--map-y', String(y));
  frame?.style.setProperty('--map-zoom', String(zoom));
}

function boxesOf(panels: ReadonlySet<HTMLElement>, host: HTMLElement): Box[] {
  const { left, top } = host.getBoundingClientRect();
  return [...panels].map((panel) => {
    const box = panel.getBoundingClientRect();
    return {
      left: box.left - left - 4,
      right: box.right - left + 4,
      top: box.top - top - 4,
      bottom: box.bottom - top + 4,
    };
  });
}
