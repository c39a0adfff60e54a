/** Saving the map as it is seen: in which form, with whose names, with the legend or without; and how it will look. */
import { Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { download } from '../../app/download';
import { Dialog } from '../../app/parts/dialog';
import { useSession, useToday } from '../../network/hooks';
import type { AtlasDriver } from '../atlas-driver';
import type { MapStatus } from '../map/map-wishes';
import type { ArcOnMap } from '../scene/links';
import { paintOn, type PictureForm, pictureForms, pictureOf, type PictureWish } from './picture';

const formWords: Readonly<Record<PictureForm, { readonly label: string; readonly text: string }>> = {
  png: { label: 'PNG', text: 'A picture of dots, twice as fine as the screen. Opens everywhere.' },
  svg: { label: 'SVG', text: 'Lines and words, for programs of drawings. Sharp at any size.' },
  pdf: { label: 'PDF', text: 'One page to print or send. Sharp at any size.' },
};

const noArcs: readonly ArcOnMap[] = [];

interface PictureDialogProps {
  readonly driver: AtlasDriver;
  readonly status: MapStatus;
  readonly onClose: () => void;
}

export function PictureDialog({ driver, status, onClose }: PictureDialogProps): ReactNode {
  const session = useSession();
  const today = useToday();
  const { arcs = noArcs, ways, legend: isLegendOpen } = useStore(session.atlas.look);
  const [form, setForm] = useState<PictureForm>('png');
  const [people, setPeople] = useState(true);
  const [groups, setGroups] = useState(true);
  const [legend, setLegend] = useState(isLegendOpen);
  const [busy, setBusy] = useState(false);
  const hasWays = ways !== undefined && ways.length > 0;
  const wish = useMemo(
    (): PictureWish => ({
      unnamed: { people: !people, groups: !groups },
      legend: legend ? { status, arcs, hasWays } : undefined,
    }),
    [people, groups, legend, status, arcs, hasWays],
  );
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      download(await pictureOf(driver.map, form, wish), `kithmap-${today}.${form}`);
      onClose();
    } catch (error) {
      session.fail(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="Save a picture of the map"
      onClose={onClose}
      submit={busy ? 'Drawing' : 'Save'}
      canSubmit={!busy}
      onSubmit={() => void save()}
      width="44rem"
    >
      <Preview driver={driver} wish={wish} status={status} />
      <div className="k-segments k-picture-forms" role="group" aria-label="Form">
        {pictureForms.map((one) => (
          <button
            key={one}
            type="button"
            className="k-segment"
            aria-pressed={one === form}
            onClick={() => setForm(one)}
          >
            {formWords[one].label}
          </button>
        ))}
      </div>
      <p className="k-quiet k-small">{formWords[form].text}</p>
      <div className="k-picture-choices">
        <Checkbox
          label="Names of people"
          checked={people}
          onChange={(event) => setPeople(event.currentTarget.checked)}
        />
        <Checkbox
          label="Names of groups"
          checked={groups}
          onChange={(event) => setGroups(event.currentTarget.checked)}
        />
        <Checkbox
          label="Legend"
          checked={legend}
          onChange={(event) => setLegend(event.currentTarget.checked)}
        />
      </div>
    </Dialog>
  );
}

function Preview({
  driver,
  wish,
  status,
}: {
  driver: AtlasDriver;
  wish: PictureWish;
  /** Told anew whenever the map is another one, as in a window of another size. */
  status: MapStatus;
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = (): void => {
      if (canvas.current !== null) paintOn(canvas.current, driver.map, wish, 1);
    };
    draw();
    // The map takes other colours when the theme is another one: first it, then its picture.
    const theme = new MutationObserver(() => requestAnimationFrame(draw));
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => theme.disconnect();
  }, [driver, wish, status]);
  return <canvas className="k-picture-preview" ref={canvas} role="img" aria-label="How it will look" />;
}
