/** Land and coasts on a canvas. */
import type { Cluster } from '../scene/atlas-model';
import type { Coast } from '../scene/coasts';
import { boundsOf } from '../scene/cluster-names';
import type { Loop } from '../scene/contour';
import { type Box, overlaps, type Size, type ViewTransform, visibleBox } from '../scene/scale';
import { layLoops, pathOf } from './coast-path';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** Dashes of the coast of a group whose border is not sure, px. */
const softCoast = [7, 5];

interface Land {
  readonly path: Path2D;
  readonly loops: readonly Loop[];
  readonly points: Loop;
  readonly box: Box;
}

export class LandLayer {
  readonly #lands = new Map<string, Land>();
  /** Nothing is painted on it: it tells what lies inside a path. */
  readonly #scratch = document.createElement('canvas').getContext('2d');

  set({ id, loops }: Coast): void {
    const path = pathOf(loops);
    const box = loops.map(boundsOf).reduce(union, { left: 0, top: 0, right: 0, bottom: 0 });
    if (loops.length === 0) this.#lands.delete(id);
    else
      this.#lands.set(id, {
        path,
        loops,
        points: Float32Array.from(loops.flatMap((loop) => [...loop])),
        box,
      });
  }

  /** Every coast, in units of the map. */
  get loops(): readonly Loop[] {
    return [...this.#lands.values()].flatMap(({ loops }) => loops);
  }

  /** Forgets the land of clusters that are gone. @returns which these were */
  keep(clusters: { has: (id: string) => boolean }): string[] {
    const gone = [...this.#lands.keys()].filter((id) => !clusters.has(id));
    for (const id of gone) this.#lands.delete(id);
    return gone;
  }

  /** All points of a cluster's coast, in units of the map. */
  outline(cluster: string): Loop | undefined {
    return this.#lands.get(cluster)?.points;
  }

  /** Where a point of the map lies: on the land of this cluster, or not. */
  isOn(cluster: string, x: number, y: number): boolean {
    const land = this.#lands.get(cluster);
    return land !== undefined && this.#scratch?.isPointInPath(land.path, x, y) === true;
  }

  /** The part of the map that a cluster's land takes. */
  boxOf(cluster: string): Box | undefined {
    return this.#lands.get(cluster)?.box;
  }

  /** Which cluster's land a point of the map lies on. */
  at(x: number, y: number): string | undefined {
    for (const [id, { box }] of this.#lands) {
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      if (this.isOn(id, x, y)) return id;
    }
    return undefined;
  }

  /**
   * @param clusterOf whose land it is: its tint, and whether it comes out again whenever groups are looked for
   * @param shiftOf how far a land is from where it was drawn, while people move
   */
  paintLand(
    canvas: Pen,
    view: ViewTransform,
    size: Size,
    palette: Palette,
    clusterOf: (cluster: string) => Cluster | undefined,
    shiftOf?: (cluster: string) => { x: number; y: number } | undefined,
  ): void {
    const shown = visibleBox(view, size, 0.1);
    canvas.lineJoin = 'round';
    canvas.setLineDash([]);
    for (const [id, land] of this.#lands) {
      const shift = shiftOf?.(id);
      if (shift === undefined && !overlaps(land.box, shown)) continue;
      canvas.save();
      canvas.translate(view.x, view.y);
      canvas.scale(view.zoom, view.zoom);
      if (shift !== undefined) canvas.translate(shift.x, shift.y);
      const { tint = 0, clarity } = clusterOf(id) ?? {};
      const soft = clarity === 'soft';
      canvas.fillStyle = (soft ? palette.softLand : palette.land)[tint]!;
      lay(canvas, land, 'fill');
      canvas.lineWidth = 1.2 / view.zoom;
      canvas.setLineDash(soft ? softCoast.map((length) => length / view.zoom) : []);
      canvas.strokeStyle = palette.coast[tint]!;
      lay(canvas, land, 'stroke');
      canvas.restore();
    }
  }
}

/** A path that is there costs a canvas less than one that is laid anew. */
function lay(canvas: Pen, { path, loops }: Land, act: 'fill' | 'stroke'): void {
  if (canvas instanceof CanvasRenderingContext2D) {
    canvas[act](path);
    return;
  }
  canvas.beginPath();
  layLoops(canvas, loops);
  canvas[act]();
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
