/**
 * What people stand on: sea with its waterlines, the land of groups, and bubbles far out. Coasts and water are worked
 * out by threads of their own; this keeps them in step with the model, and paints what there is.
 */
import type { AtlasModel } from '../scene/atlas-model';
import { bubbleLinks, bubblesOf } from '../scene/bubbles';
import type { ClusterSpots, Coast } from '../scene/coasts';
import type { Level } from '../scene/detail';
import type { LinkSpot } from '../scene/links';
import type { Box, Size, ViewTransform } from '../scene/scale';
import { BubbleLayer } from './bubble-layer';
import { CoastClient } from './coast-client';
import { layCircles, layLoops } from './coast-path';
import { LandLayer } from './land-layer';
import type { Moving } from './moving';
import { paintWater } from './paint-water';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { TextWidths } from './text';
import { WaterClient } from './water-client';

export interface GroundCallbacks {
  /** Coasts are different: names have to be placed anew, and water painted. */
  readonly onCoasts: () => void;
  readonly onWater: (picture: ImageBitmap, view: ViewTransform) => void;
  /** Where given, nobody else is drawn. */
  readonly only: () => ReadonlySet<string> | undefined;
}

export class Ground {
  readonly land = new LandLayer();
  readonly #model: AtlasModel;
  readonly #moving: Moving;
  readonly #callbacks: GroundCallbacks;
  readonly #bubbles = new BubbleLayer();
  readonly #coasts: CoastClient;
  readonly #water: WaterClient;
  /** Coasts that came while people moved. */
  #held: Coast[] = [];

  constructor(model: AtlasModel, moving: Moving, callbacks: GroundCallbacks) {
    this.#model = model;
    this.#moving = moving;
    this.#callbacks = callbacks;
    // The model may have been on another map before: this one has no coasts yet.
    model.allMoved();
    this.#water = new WaterClient(callbacks.onWater);
    this.#coasts = new CoastClient((coasts, more) => this.#onCoasts(coasts, more));
  }

  stop(): void {
    this.#coasts.stop();
    this.#water.stop();
  }

  /** Coasts or water are still being worked out. */
  get busy(): boolean {
    return this.#coasts.busy || this.#water.busy;
  }

  /** The model has changed. */
  takeModel(): void {
    this.#bubbles.bubbles = bubblesOf(this.#model);
    this.#bubbles.links = bubbleLinks(this.#model);
    this.takeMoved();
  }

  /** People have moved: their coasts follow. */
  takeMoved(): void {
    this.#coasts.update(() => this.#model.takeMoved().map((id) => this.#spotsOf(id)));
  }

  /** People have come to where they went: what was held meanwhile is shown. */
  settle(): void {
    const held = this.#held;
    this.#held = [];
    this.#onCoasts(held, false);
  }

  wantWater(level: Level, view: ViewTransform, size: Size, palette: Palette): void {
    const bubbles = level === 'clusters' ? this.#bubbles.circles(view) : undefined;
    this.#water.want({ view, size, bubbles, palette });
  }

  /** The sea and the lines round every coast, for a picture: on the screen a thread paints them. */
  paintSea(pen: Pen, level: Level, view: ViewTransform, size: Size, palette: Palette): void {
    const strokeCoasts = (): void => {
      pen.beginPath();
      if (level === 'clusters') layCircles(pen, this.#bubbles.circles(view));
      else layLoops(pen, this.land.loops);
      pen.stroke();
    };
    pen.save();
    paintWater(pen, strokeCoasts, view, size, palette);
    pen.restore();
  }

  /** The bubble of a group on the screen. */
  bubbleOf(cluster: string | undefined, view: ViewTransform): LinkSpot | undefined {
    return cluster === undefined ? undefined : this.#bubbles.spotOf(cluster, view);
  }

  /** The group whose bubble or land is at a point of the map. */
  groupAt(level: Level, at: { x: number; y: number }, view: ViewTransform): string | undefined {
    if (level === 'clusters') {
      return this.#bubbles.at(at.x * view.zoom + view.x, at.y * view.zoom + view.y, view);
    }
    return this.land.at(at.x, at.y);
  }

  /** @param selected the group that is selected */
  paint(
    canvas: Pen,
    level: Level,
    view: ViewTransform,
    size: Size,
    palette: Palette,
    selected: string | undefined,
  ): void {
    if (level === 'clusters') {
      this.#bubbles.paint(canvas, view, palette, selected);
      return;
    }
    if (level === 'connectors') this.#bubbles.paintLinks(canvas, view, palette, selected);
    this.land.paintLand(
      canvas,
      view,
      size,
      palette,
      (cluster) => this.#model.clusters.get(cluster),
      this.#moving.active ? (cluster) => this.#moving.shiftOf(this.#model.membersOf(cluster)) : undefined,
    );
  }

  /** @param taken boxes of the screen that panels cover */
  paintBubbleNames(
    canvas: Pen,
    view: ViewTransform,
    size: Size,
    palette: Palette,
    widths: TextWidths,
    taken: readonly Box[],
  ): void {
    this.#bubbles.paintNames(canvas, view, size, palette, widths, taken);
  }

  /** Where those stand whom a group's land is drawn round; nobody of a group that is none when looked for afresh. */
  #spotsOf(cluster: string): ClusterSpots {
    const points: number[] = [];
    const only = this.#callbacks.only();
    const drawn = this.#model.clusters.get(cluster)?.clarity !== 'unclear';
    for (const member of drawn ? this.#model.membersOf(cluster) : []) {
      const person = this.#model.people.get(member);
      if (person === undefined || (only !== undefined && !only.has(member))) continue;
      points.push(person.x, person.y);
    }
    return { id: cluster, spots: Float32Array.from(points) };
  }

  /** @param more others follow: names and water wait for them */
  #onCoasts(coasts: readonly Coast[], more: boolean): void {
    if (this.#moving.active) {
      this.#held.push(...coasts);
      return;
    }
    for (const coast of coasts) this.land.set(coast);
    this.#water.setCoasts(coasts);
    if (more) return;
    this.#water.setCoasts(this.land.keep(this.#model.clusters).map((id) => ({ id, loops: [] })));
    this.#callbacks.onCoasts();
  }
}
