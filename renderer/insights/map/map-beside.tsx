/**
 * The map beside the lists of Insights: everyone at first, those whom a view is about standing out, and whoever is pointed
 * at here or there lit up in both. It is looked at by itself: the atlas stays as it was left.
 */
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import '../../atlas/atlas.css';
import { AtlasDriver } from '../../atlas/atlas-driver';
import { PeopleInView, placeFrame } from '../../atlas/atlas-stage';
import { GapBubbles } from '../../atlas/gaps/gap-bubbles';
import { type MapStatus, nothingShown } from '../../atlas/map/map-wishes';
import type { Box } from '../../atlas/scene/scale';
import { IconButton } from '../../app/parts/button';
import { nameOf, people as sayPeople } from '../../app/words';
import { AtlasView, type Highlight } from '../../network/atlas-view';
import { useContact, useEntity, useSelectedContact, useSession } from '../../network/hooks';
import type { InsightPart } from '../../network/insights-view';
import { inNextTask } from '../../network/turns';
import { TriedOnMap } from '../what-if/tried-on-map';

const highlights: Readonly<Partial<Record<InsightPart, Highlight>>> = {
  connectors: 'connectors',
  cooling: 'cooling',
};

export function MapBeside({ part }: { part: InsightPart }): ReactNode {
  const session = useSession();
  const selected = useSelectedContact();
  const canvas = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [atlas] = useState(() => new AtlasView());
  const [driver, setDriver] = useState<AtlasDriver>();
  const [status, setStatus] = useState(nothingShown);
  const [active, setActive] = useState<string>();

  useEffect(() => {
    const host = canvas.current;
    if (host === null) return;
    // The lists and the map are made in tasks of their own.
    return inNextTask(() => {
      const follow = (): void => placeFrame(frame.current, made);
      const onStatus = (next: MapStatus): void => {
        setStatus(next);
        follow();
      };
      const made = new AtlasDriver(
        session,
        host,
        { onStatus, onMove: follow, onActive: setActive, panels: () => [stripOf(host)] },
        atlas,
      );
      setDriver(made);
      void made.start();
      return () => made.stop();
    });
  }, [session, atlas]);

  useEffect(() => {
    // What is tried tells the map itself.
    if (part !== 'what-if') atlas.set({ highlight: highlights[part] ?? 'none' });
  }, [atlas, part]);

  useEffect(() => {
    if (driver !== undefined) placeFrame(frame.current, driver);
  }, [driver, part]);

  useEffect(() => {
    if (selected !== undefined) driver?.map.camera.reveal(selected);
  }, [driver, selected]);

  return (
    <section className="k-insights-map" aria-label="Map">
      <PeopleInView driver={driver} status={status} active={active} canvasRef={canvas} />
      {driver === undefined || part !== 'gaps' ? null : (
        <GapBubbles
          driver={driver}
          placed={driver.model.people.size}
          frameRef={frame}
          onPoint={(gap) =>
            session.atlas.point(
              gap === undefined ? undefined : { people: gap.lead.map(({ contact }) => contact) },
            )
          }
          onChoose={({ key }) =>
            document.querySelector<HTMLElement>(`[data-gap="${CSS.escape(key)}"]`)?.focus()
          }
        />
      )}
      {part === 'what-if' ? <TriedOnMap atlas={atlas} /> : null}
      <PointedWords />
      <div className="k-atlas-panel k-atlas-zoom" role="group" aria-label="Zoom">
        <IconButton icon={IconMinus} label="Zoom out" onClick={() => atlas.ask('out')} />
        <IconButton icon={IconPlus} label="Zoom in" onClick={() => atlas.ask('in')} />
        <IconButton icon={IconMaximize} label="Show everyone" onClick={() => atlas.ask('fit')} />
      </div>
    </section>
  );
}

/** Along the top of the map: where who is pointed at is said. */
function stripOf(host: HTMLElement): Box {
  return { left: 0, top: 0, right: host.clientWidth, bottom: 34 };
}

/** Who is pointed at, in words: far out the map draws no names of people. */
function PointedWords(): ReactNode {
  const { atlas, replica } = useSession();
  const { people, cluster } = useStore(atlas.pointed);
  const one = people.length === 1 ? people[0] : undefined;
  const person = useContact(one);
  const group = useEntity(
    'clusters',
    cluster ?? (one === undefined ? undefined : replica.network.get('positions', one)?.cluster),
  );
  const words =
    one !== undefined
      ? [person === undefined ? undefined : nameOf(person), group?.name]
          .filter((part) => part !== undefined)
          .join(', ')
      : cluster !== undefined
        ? group?.name
        : people.length > 1
          ? sayPeople(people.length)
          : undefined;
  return words === undefined || words === '' ? null : (
    <p className="k-atlas-panel k-insights-pointed k-small" role="note" aria-label="Pointed at">
      {words}
    </p>
  );
}
