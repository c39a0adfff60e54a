/** What the marks and lines on the map mean, at the zoom one is at. */
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Button, IconButton } from '../app/parts/button';
import { Mark } from '../app/parts/mark';
import { many } from '../app/words';
import { useSession } from '../network/hooks';
import type { MapStatus } from './map/map-wishes';
import type { ArcOnMap } from './scene/links';

export function Legend({
  status,
  panelRef,
}: {
  status: MapStatus;
  panelRef: (panel: HTMLElement | null) => void;
}): ReactNode {
  const { atlas } = useSession();
  const { legend: open, arcs = [], ways = [] } = useStore(atlas.look);
  if (!open) {
    return (
      <div className="k-atlas-panel k-atlas-legend-open" ref={panelRef}>
        <Button look="quiet" onClick={() => atlas.set({ legend: true })}>
          Legend
        </Button>
      </div>
    );
  }
  return (
    <section className="k-atlas-legend" aria-label="Legend" ref={panelRef}>
      <div className="k-atlas-legend-head">
        <h2 className="k-small">Legend</h2>
        <IconButton icon={IconX} label="Fold the legend away" onClick={() => atlas.set({ legend: false })} />
      </div>
      <div className="k-atlas-scale" aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 7].map((step) => (
          <span key={step} style={{ background: `var(--k-warmth-${step})` }} />
        ))}
      </div>
      <div className="k-atlas-ends">
        <span>warm</span>
        <span>cooling</span>
        <span>cold</span>
      </div>
      {status.level === 'clusters' ? <FarEntries status={status} /> : <NearEntries status={status} />}
      {ways.length > 0 ? <WayEntries /> : <ArcEntries arcs={arcs} />}
    </section>
  );
}

function NearEntries({ status: { omittedTies, soft } }: { status: MapStatus }): ReactNode {
  return (
    <ul>
      <li>
        <Mark step={0} box={24} />
        no record yet
      </li>
      <li>
        <Mark step={4} diameter={9} cooling box={24} />
        about to cool
      </li>
      <li>
        <Mark step={2} diameter={7} connector box={24} />
        connects groups
      </li>
      <li>
        <Sketch>
          <path d="M1 9H23" stroke="var(--k-tie-between)" strokeWidth="2" />
        </Sketch>
        known tie, by strength
      </li>
      <li>
        <Sketch>
          <path
            d="M1 9H23"
            stroke="var(--k-tie-guess)"
            strokeWidth="1.3"
            strokeDasharray="0.1 3.6"
            strokeLinecap="round"
          />
        </Sketch>
        guessed tie
      </li>
      <li className="k-atlas-legend-quiet">
        <Sketch>
          <path d="M1 9H23" stroke="var(--k-text)" strokeWidth="1.5" />
          <path
            d="M3 3.5 6 6H18L21 3.5M3 14.5 6 12H18L21 14.5"
            fill="none"
            stroke="var(--k-ring)"
            strokeWidth="1.3"
            strokeLinejoin="round"
          />
        </Sketch>
        hangs on one person
      </li>
      {soft ? (
        <li className="k-atlas-legend-quiet">
          <SoftGroup />
          border not sure
        </li>
      ) : null}
      {omittedTies > 0 ? (
        <li>{many(omittedTies, 'weaker tie is', 'weaker ties are')} left out at this zoom</li>
      ) : null}
    </ul>
  );
}

function FarEntries({ status: { soft } }: { status: MapStatus }): ReactNode {
  return (
    <ul>
      <li>
        <Sketch>
          <circle cx="12" cy="9" r="8" fill="var(--k-land-1)" stroke="var(--k-coast-1)" strokeWidth="1.2" />
        </Sketch>
        a group; area is people
      </li>
      <li>
        <Sketch>
          <path d="M12 2.5A6.5 6.5 0 1 1 5.5 9" fill="none" stroke="var(--k-warmth-2)" strokeWidth="4" />
          <path d="M5.5 9A6.5 6.5 0 0 1 12 2.5" fill="none" stroke="var(--k-warmth-6)" strokeWidth="4" />
        </Sketch>
        its warmth mix
      </li>
      {soft ? (
        <li>
          <SoftGroup />
          border not sure
        </li>
      ) : null}
      <li>
        <Sketch>
          <path d="M1 5H23" stroke="var(--k-tie)" strokeWidth="1.5" />
          <path d="M1 12.5H23" stroke="var(--k-tie-between)" strokeWidth="4" />
        </Sketch>
        ties between, by number
      </li>
    </ul>
  );
}

/** Of what is drawn between people, only what there is. */
function ArcEntries({ arcs }: { arcs: readonly ArcOnMap[] }): ReactNode {
  const looks = arcLooks.filter(({ look }) => arcs.some((arc) => arc.look === look));
  if (looks.length === 0) return null;
  return (
    <ul>
      {looks.map(({ look, label, dash, faint }) => (
        <li key={look}>
          <Sketch>
            <path
              d="M1 15Q12-4 23 15"
              fill="none"
              stroke="var(--k-accent)"
              strokeOpacity={faint ? 0.5 : 1}
              strokeWidth={faint ? 1.6 : 2}
              strokeDasharray={dash}
              strokeLinecap="round"
            />
          </Sketch>
          {label}
        </li>
      ))}
    </ul>
  );
}

const arcLooks: readonly {
  look: ArcOnMap['look'];
  label: string;
  dash?: string;
  faint: boolean;
}[] = [
  { look: 'under-way', label: 'introduction under way', faint: false },
  { look: 'idea', label: 'idea of an introduction', dash: '1 4.5', faint: false },
  { look: 'suggested', label: 'could meet', dash: '1 6', faint: true },
];

function WayEntries(): ReactNode {
  return (
    <ul>
      <li>
        <Sketch>
          <path d="M1 9H23" stroke="var(--k-accent)" strokeWidth="2.6" />
        </Sketch>
        the way chosen
      </li>
      <li>
        <Sketch>
          <path d="M1 9H23" stroke="var(--k-accent)" strokeOpacity="0.5" strokeWidth="1.5" />
        </Sketch>
        other ways
      </li>
    </ul>
  );
}

function Sketch({ children }: { children: ReactNode }): ReactNode {
  return (
    <svg width="24" height="18" viewBox="0 0 24 18" aria-hidden="true">
      {children}
    </svg>
  );
}

function SoftGroup(): ReactNode {
  return (
    <Sketch>
      <circle
        cx="12"
        cy="9"
        r="8"
        fill="none"
        stroke="var(--k-coast-1)"
        strokeWidth="1.2"
        strokeDasharray="3.5 2.5"
      />
    </Sketch>
  );
}
