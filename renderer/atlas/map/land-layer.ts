/** Sea, waterlines, land and coasts on a canvas. */
import type { Coast } from '../scene/coasts';
import { boundsOf } from '../scene/cluster-names';
import type { Loop } from '../scene/contour';
import { type Box, markScale, overlaps, type Size, type ViewTransform, visibleBox } from '../scene/scale';
import type { Palette } from './palette';

/** Strokes along every coast, outer to inner: width in px at full size, and whose colour. */
const waterlines = [
  [31, 0],
  [29, undefined],
  [19.6, 1],
  [17.4, undefined],
  [10, 2],
  [7.6, undefined],
] as const;

interface Land {
  readonly path: Path2D;
  readonly points: Loop;
  readonly box: Box;
}

export class LandLayer {
  readonly #lands = new Map<string, Land>();

  set({ id, loops }: Coast): void {
    const path = new Path2D();
    for (const loop of loops) addLoop(path, loop);
    const box = loops.map(boundsOf).reduce(union, { left: 0, top: 0, right: 0, bottom: 0 });
    if (loops.length === 0) this.#lands.delete(id);
    else this.#lands.set(id, { path, points: Float32Array.from(loops.flatMap((loop) => [...loop])), box });
  }

  /** Forgets the land of clusters that are gone. */
  keep(clusters: ReadonlySet<string>): void {
    for (const id of this.#lands.keys()) if (!clusters.has(id)) this.#lands.delete(id);
  }

  /** All points of a cluster's coast, in units of the map. */
  outline(cluster: string): Loop | undefined {
    return this.#lands.get(cluster)?.points;
  }

  /** Where a point of the map lies: on the land of this cluster, or not. */
  isOn(cluster: string, canvas: CanvasRenderingContext2D, x: number, y: number): boolean {
    const land = this.#lands.get(cluster);
    if (land === undefined) return false;
    canvas.save();
    canvas.resetTransform();
    const inside = canvas.isPointInPath(land.path, x, y);
    canvas.restore();
    return inside;
  }

  /** Which cluster's land a point of the map lies on. */
  at(canvas: CanvasRenderingContext2D, x: number, y: number): string | undefined {
    for (const [id, { box }] of this.#lands) {
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      if (this.isOn(id, canvas, x, y)) return id;
    }
    return undefined;
  }

  paintWater(canvas: CanvasRenderingContext2D, view: ViewTransform, size: Size, palette: Palette): void {
    canvas.fillStyle = palette.sea;
    canvas.fillRect(0, 0, size.width, size.height);
    const all = new Path2D();
    for (const land of this.#visible(view, size)) all.addPath(land.path);
    strokeWaterlines(canvas, all, view, palette);
  }

  /**
   * @param tintOf the tint of a cluster, 0 for none
   * @param shiftOf how far a land is from where it was drawn, while people move
   */
  paintLand(
    canvas: CanvasRenderingContext2D,
    view: ViewTransform,
    size: Size,
    palette: Palette,
    tintOf: (cluster: string) => number,
    shiftOf?: (cluster: string) => { x: number; y: number } | undefined,
  ): void {
    const shown = visibleBox(view, size, 0.1);
    canvas.lineJoin = 'round';
    canvas.setLineDash([]);
    for (const [id, { path, box }] of this.#lands) {
      const shift = shiftOf?.(id);
      if (shift === undefined && !overlaps(box, shown)) continue;
      canvas.save();
      canvas.translate(view.x, view.y);
      canvas.scale(view.zoom, view.zoom);
      if (shift !== undefined) canvas.translate(shift.x, shift.y);
      canvas.fillStyle = palette.land[tintOf(id)]!;
      canvas.fill(path);
      canvas.lineWidth = 1.2 / view.zoom;
      canvas.strokeStyle = palette.coast[tintOf(id)]!;
      canvas.stroke(path);
      canvas.restore();
    }
  }

  *#visible(view: ViewTransform, size: Size): Generator<Land> {
    const shown = visibleBox(view, size, 0.1);
    for (const land of this.#lands.values()) if (overlaps(land.box, shown)) yield land;
  }
}

/** Fading lines in the water round a path given in units of the map. */
export function strokeWaterlines(
  canvas: CanvasRenderingContext2D,
  path: Path2D,
  view: ViewTransform,
  palette: Palette,
): void {
  canvas.save();
  canvas.translate(view.x, view.y);
  canvas.scale(view.zoom, view.zoom);
  canvas.lineJoin = 'round';
  canvas.setLineDash([]);
  const scale = markScale(view.zoom) / view.zoom;
  for (const [width, line] of waterlines) {
    canvas.lineWidth = width * scale;
    canvas.strokeStyle = line === undefined ? palette.sea : palette.seaLines[line];
    canvas.stroke(path);
  }
  canvas.restore();
}

/** A closed line through the middles of the loop's sides, bent at its points. */
function addLoop(path: Path2D, loop: Loop): void {
  const count = loop.length / 2;
  const x = (i: number): number => loop[(i % count) * 2]!;
  const y = (i: number): number => loop[(i % count) * 2 + 1]!;
  path.moveTo((x(count - 1) + x(0)) / 2, (y(count - 1) + y(0)) / 2);
  for (let i = 0; i < count; i++) {
    path.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
  }
  path.closePath();
}

function union(a: Box, b: Box): Box {
  if (a.left === a.right) return b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
