/** The sea and the fading lines in it round every coast. Takes tens of ms, so a thread paints it. */
import { markScale, type Size, type ViewTransform } from '../scene/scale';
import type { Pen } from './pen';

/** Strokes along every coast, outer to inner: width in px at full size, and whose colour. */
const waterlines = [
  [31, 0],
  [29, undefined],
  [19.6, 1],
  [17.4, undefined],
  [10, 2],
  [7.6, undefined],
] as const;

export interface WaterColours {
  readonly sea: string;
  readonly seaLines: readonly string[];
}

type WaterCanvas = Pick<
  Pen,
  'fillStyle' | 'fillRect' | 'translate' | 'scale' | 'lineJoin' | 'lineWidth' | 'strokeStyle'
>;

/** @param strokeCoasts strokes every coast, in units of the map */
export function paintWater(
  canvas: WaterCanvas,
  strokeCoasts: () => void,
  view: ViewTransform,
  size: Size,
  { sea, seaLines }: WaterColours,
): void {
  canvas.fillStyle = sea;
  canvas.fillRect(0, 0, size.width, size.height);
  canvas.translate(view.x, view.y);
  canvas.scale(view.zoom, view.zoom);
  canvas.lineJoin = 'round';
  const scale = markScale(view.zoom) / view.zoom;
  for (const [width, line] of waterlines) {
    canvas.lineWidth = width * scale;
    canvas.strokeStyle = (line === undefined ? sea : seaLines[line]) ?? sea;
    strokeCoasts();
  }
}
