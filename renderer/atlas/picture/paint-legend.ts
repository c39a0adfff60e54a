/** The legend on a picture of the map: what its marks and lines mean, for whoever has the picture alone. */
import { many } from '../../app/words';
import { paintBridgeSign } from '../map/bridge-signs';
import type { MapStatus } from '../map/map-wishes';
import { paintMark } from '../map/paint-mark';
import type { Palette } from '../map/palette';
import type { Pen } from '../map/pen';
import { writeText } from '../map/text';
import type { ArcOnMap } from '../scene/links';
import type { Size } from '../scene/scale';

export interface LegendOf {
  readonly status: MapStatus;
  readonly arcs: readonly ArcOnMap[];
  readonly hasWays: boolean;
}

interface Entry {
  readonly words: string;
  /** Draws the sign with its middle here. */
  readonly sign?: (x: number, y: number) => void;
}

const width = 222;
const lineHeight = 22;
const pad = 14;

/** How much wider a picture is with its legend. */
export const legendWidth = width;

/** Beside the map, at its right: over it, it would hide people. */
export function paintLegend(pen: Pen, legend: LegendOf, size: Size, palette: Palette): void {
  const entries = entriesOf(pen, legend, palette);
  const [left, top] = [size.width, 0];
  pen.setLineDash([]);
  // What is drawn of the map beyond its edge goes under it.
  pen.fillStyle = palette.surface;
  pen.fillRect(left, top, width, size.height);
  const font = `400 13px ${palette.fontUi}`;
  writeText(pen, 'Legend', left + pad, top + 22, `600 13px ${palette.fontUi}`, palette.text);
  paintScale(pen, left + pad, top + 30, palette);
  ['warm', 'cooling', 'cold'].forEach((word, i) => {
    writeText(pen, word, left + pad + [0, 78, 168][i]!, top + 54, font, palette.text2);
  });
  entries.forEach(({ words, sign }, i) => {
    const middle = top + 56 + lineHeight * (i + 0.5) + 4;
    sign?.(left + pad + 12, middle);
    const start = sign === undefined ? left + pad : left + pad + 34;
    writeText(pen, words, start, middle + 4.5, font, palette.text2);
  });
}

function paintScale(pen: Pen, left: number, top: number, palette: Palette): void {
  const step = (width - 2 * pad) / 7;
  for (let i = 1; i <= 7; i++) {
    pen.fillStyle = palette.warmth[i]!;
    pen.fillRect(left + (i - 1) * step, top, step - 1, 9);
  }
}

function entriesOf(pen: Pen, { status, arcs, hasWays }: LegendOf, palette: Palette): Entry[] {
  const shown = status.level === 'clusters' ? farEntries(pen, palette) : nearEntries(pen, palette);
  const soft: Entry[] = status.soft ? [{ words: 'border not sure', sign: softGroup(pen, palette) }] : [];
  const links = hasWays ? wayEntries(pen, palette) : arcEntries(pen, arcs, palette);
  const omitted = status.level === 'clusters' ? 0 : status.omittedTies;
  const left: Entry[] =
    omitted === 0 ? [] : [{ words: `${many(omitted, 'weaker tie is', 'weaker ties are')} left out` }];
  return [...shown, ...soft, ...links, ...left];
}

function nearEntries(pen: Pen, palette: Palette): Entry[] {
  const mark =
    (look: { warmth: number; diameter: number; cooling?: boolean; connector?: boolean }) =>
    (x: number, y: number): void => {
      const whole = { cooling: false, connector: false, dimmed: false, ...look };
      paintMark(pen, x, y, whole, palette.surface, palette, 1);
    };
  return [
    { words: 'no record yet', sign: mark({ warmth: 0, diameter: 12 }) },
    { words: 'about to cool', sign: mark({ warmth: 4, diameter: 9, cooling: true }) },
    { words: 'connects groups', sign: mark({ warmth: 2, diameter: 7, connector: true }) },
    { words: 'known tie, by strength', sign: line(pen, palette.tieBetween, 2) },
    { words: 'guessed tie', sign: line(pen, palette.tieGuess, 1.3, [0.1, 3.6]) },
    {
      words: 'hangs on one person',
      sign: (x, y) => {
        line(pen, palette.text, 1.5)(x, y);
        paintBridgeSign(pen, { x, y, angle: 0 }, palette);
      },
    },
  ];
}

function farEntries(pen: Pen, palette: Palette): Entry[] {
  return [
    { words: 'a group; area is people', sign: disc(pen, palette.land[1]!, palette.coast[1]!, []) },
    {
      words: 'its warmth mix',
      sign: (x, y) => {
        arc(pen, x, y, [-Math.PI / 2, Math.PI], palette.warmth[2]!);
        arc(pen, x, y, [Math.PI, 1.5 * Math.PI], palette.warmth[6]!);
      },
    },
    { words: 'ties between, by number', sign: line(pen, palette.tieBetween, 4) },
  ];
}

function arcEntries(pen: Pen, arcs: readonly ArcOnMap[], palette: Palette): Entry[] {
  const looks = [
    { look: 'under-way', words: 'introduction under way', dash: [] },
    { look: 'idea', words: 'idea of an introduction', dash: [1, 4.5] },
    { look: 'suggested', words: 'could meet', dash: [1, 6] },
  ] as const;
  return looks
    .filter(({ look }) => arcs.some((one) => one.look === look))
    .map(({ words, dash }) => ({ words, sign: line(pen, palette.accent, 2, dash) }));
}

function wayEntries(pen: Pen, palette: Palette): Entry[] {
  return [
    { words: 'the way chosen', sign: line(pen, palette.accent, 2.6) },
    { words: 'other ways', sign: line(pen, palette.accent, 1.2) },
  ];
}

function line(
  pen: Pen,
  colour: string,
  thick: number,
  dash: readonly number[] = [],
): (x: number, y: number) => void {
  return (x, y) => {
    pen.beginPath();
    pen.moveTo(x - 11, y);
    pen.lineTo(x + 11, y);
    stroke(pen, colour, thick, dash);
  };
}

function disc(pen: Pen, ink: string, coast: string, dash: readonly number[]): (x: number, y: number) => void {
  return (x, y) => {
    pen.beginPath();
    pen.arc(x, y, 8, 0, 2 * Math.PI);
    pen.fillStyle = ink;
    pen.fill();
    stroke(pen, coast, 1.2, dash);
  };
}

const softGroup = (pen: Pen, palette: Palette): ((x: number, y: number) => void) =>
  disc(pen, palette.surface, palette.coast[1]!, [3.5, 2.5]);

function arc(pen: Pen, x: number, y: number, [from, to]: readonly [number, number], colour: string): void {
  pen.beginPath();
  pen.arc(x, y, 6.5, from, to);
  stroke(pen, colour, 4, []);
}

function stroke(pen: Pen, colour: string, thick: number, dash: readonly number[]): void {
  pen.setLineDash([...dash]);
  pen.lineCap = dash.length > 0 ? 'round' : 'butt';
  pen.lineWidth = thick;
  pen.strokeStyle = colour;
  pen.stroke();
  pen.setLineDash([]);
}
