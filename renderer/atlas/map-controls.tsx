/** What lies over the map: highlights, switches, zoom, and what there is to say about it. */
import { IconMaximize, IconMinus, IconPhoto, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ActionButton, Button, IconButton } from '../app/parts/button';
import { KeyCap } from '../app/parts/key-cap';
import { useKeyRules } from '../app/action-context';
import { nameOf } from '../app/words';
import type { Highlight } from '../network/atlas-view';
import { useContact, useSession, useSettings } from '../network/hooks';
import type { MapStatus } from './map/map-wishes';

const highlights: readonly { value: Highlight; label: string; key: string }[] = [
  { value: 'none', label: 'None', key: '0' },
  { value: 'connectors', label: 'Connectors', key: '1' },
  { value: 'gaps', label: 'Gaps', key: '2' },
  { value: 'cooling', label: 'Cooling', key: '3' },
  { value: 'introductions', label: 'Introductions', key: '4' },
];

type PanelRef = (panel: HTMLElement | null) => void;

export function HighlightSwitch({ panelRef }: { panelRef: PanelRef }): ReactNode {
  const { atlas } = useSession();
  const { letterKeys } = useKeyRules();
  const shown = useStore(atlas.look, ({ highlight }) => highlight);
  return (
    <div className="k-atlas-panel k-segments" role="group" aria-label="Highlight" ref={panelRef}>
      {highlights.map(({ value, label, key }) => (
        <button
          key={value}
          type="button"
          className="k-segment"
          aria-pressed={shown === value}
          aria-keyshortcuts={letterKeys ? key : undefined}
          onClick={() => atlas.set({ highlight: value })}
        >
          {label}
          {letterKeys ? <KeyCap of={key} /> : null}
        </button>
      ))}
    </div>
  );
}

export function MapSwitches({ panelRef }: { panelRef: PanelRef }): ReactNode {
  const session = useSession();
  const { showMe, showGuessed } = useSettings();
  const set = (fields: { showMe?: boolean; showGuessed?: boolean }): void => {
    void session.tell('settings.change', fields, { undoable: false });
  };
  return (
    <div className="k-atlas-panel k-segments" role="group" aria-label="Shown on the map" ref={panelRef}>
      <button
        type="button"
        className="k-segment"
        aria-pressed={showMe}
        onClick={() => set({ showMe: !showMe })}
      >
        Me
      </button>
      <button
        type="button"
        className="k-segment"
        aria-pressed={showGuessed}
        onClick={() => set({ showGuessed: !showGuessed })}
      >
        Guessed ties
      </button>
    </div>
  );
}

const levelWords = { everyone: 'Everyone', connectors: 'Connectors' } as const;

export function ZoomControl({
  status,
  clusters,
  panelRef,
}: {
  status: MapStatus;
  clusters: number;
  panelRef: PanelRef;
}): ReactNode {
  const { atlas, dialogs } = useSession();
  return (
    <div className="k-atlas-panel k-atlas-zoom" role="group" aria-label="Zoom" ref={panelRef}>
      <IconButton icon={IconMinus} label="Zoom out" onClick={() => atlas.ask('out')} />
      <span role="status">
        {status.level === 'clusters' ? `Groups: ${clusters}` : levelWords[status.level]}
      </span>
      <IconButton icon={IconPlus} label="Zoom in" onClick={() => atlas.ask('in')} />
      <IconButton icon={IconMaximize} label="Show everyone" onClick={() => atlas.ask('fit')} />
      <IconButton
        icon={IconPhoto}
        label="Save a picture of the map"
        onClick={() => dialogs.open('picture')}
      />
    </div>
  );
}

/** Who is focused on, or being moved, and the way out of it. */
export function ModeNotice({ onDrop }: { onDrop: () => void }): ReactNode {
  const { atlas } = useSession();
  const { focus, moving } = useStore(atlas.look);
  const person = useContact(moving ?? focus);
  if (person === undefined) return null;
  if (moving !== undefined) {
    return (
      <div className="k-atlas-panel k-atlas-move" role="status">
        <span>Move {nameOf(person)} with the arrow keys</span>
        <Button look="filled" onClick={onDrop}>
          Pin here
        </Button>
        <Button onClick={() => atlas.set({ moving: undefined })}>Leave it</Button>
      </div>
    );
  }
  return (
    <div className="k-atlas-panel k-atlas-move" role="status">
      <span>Within two steps of {nameOf(person)}</span>
      <Button onClick={() => atlas.set({ focus: undefined })}>Show everyone</Button>
    </div>
  );
}

/** Said where nobody on the map knows anybody else on it, with the ways to change that. */
export function NoTiesNotice({ panelRef }: { panelRef: PanelRef }): ReactNode {
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <section className="k-atlas-panel k-atlas-notice" aria-label="No ties yet" ref={panelRef}>
      <h2 className="k-heading">No ties between these people yet</h2>
      <p className="k-quiet">
        You know all of them; who of them knows whom is not recorded. Until it is, the map groups them by
        organisation and place.
      </p>
      <div className="k-atlas-notice-tools">
        <ActionButton id="data.link" look="filled" />
        <ActionButton id="data.import">Import a list of ties</ActionButton>
        <Button look="quiet" onClick={() => setDismissed(true)}>
          Not now
        </Button>
      </div>
    </section>
  );
}

const jobWords = {
  clusters: 'Finding groups',
  connectors: 'Finding who connects groups',
  layout: 'Finding places on the map',
} as const;
/** Thinking shorter than this is not worth a word (ms). */
const patience = 700;

export function Thinking(): ReactNode {
  const { analysis } = useSession();
  const { kind, job, message } = useStore(analysis.work);
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (kind !== 'thinking' && kind !== 'waiting') return;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [kind]);
  if (kind === 'failed') {
    return (
      <div className="k-atlas-panel k-atlas-thinking" role="alert">
        {message}
      </div>
    );
  }
  if (!long || kind === 'settled') return null;
  return (
    <div className="k-atlas-panel k-atlas-thinking" role="status">
      {job === undefined ? 'Reading your network' : jobWords[job]}
    </div>
  );
}
