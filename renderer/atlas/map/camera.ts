/** Where to look: all or some in sight beside the panels, one person in the middle, somebody brought into sight. */
import { type MapView, zoomLimits } from '../cytoscape/map-view';
import type { AtlasModel } from '../scene/atlas-model';
import { type Box, fitting, type ViewTransform } from '../scene/scale';

type Place = { readonly x: number; readonly y: number };

/** Sea around everyone when all are fitted (px at zoom 1). */
const fitPad = 46;
/** People looked at for whether a panel hides them. */
const mostSpots = 2_000;

export class Camera {
  readonly #model: AtlasModel;
  readonly #view: MapView;
  readonly #panels: () => Box[];
  /** ms; 0 where motion is not wanted. */
  readonly #duration: () => number;

  constructor(model: AtlasModel, view: MapView, panels: () => Box[], duration: () => number) {
    this.#model = model;
    this.#view = view;
    this.#panels = panels;
    this.#duration = duration;
  }

  /** Everybody (or some) in sight. */
  fit(people?: Iterable<string>, animated = true): void {
    const extent = this.#model.extent(people);
    if (extent === undefined) return;
    const { width, height } = this.#view.size;
    if (width < 200 || height < 200) return;
    const part = {
      left: extent.left - fitPad,
      right: extent.right + fitPad,
      top: extent.top - fitPad,
      bottom: extent.bottom + fitPad,
    };
    const zooms = { min: zoomLimits.min, max: people === undefined ? 1.15 : 1.6 };
    const panels = this.#panels();
    const spots = [...(people ?? this.#model.people.keys())].slice(0, mostSpots);
    let best: ViewTransform | undefined;
    let most = -Infinity;
    for (const room of roomsFor(panels, this.#view.size)) {
      const view = fitting(part, this.#view.size, room, zooms);
      const hidden = spots.filter((id) => {
        const at = this.#model.people.get(id);
        if (at === undefined) return false;
        const x = at.x * view.zoom + view.x;
        const y = at.y * view.zoom + view.y;
        return panels.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
      }).length;
      // Nobody under a panel is worth a good deal of size.
      const worth = view.zoom * (1 - Math.min(0.8, (6 * hidden) / Math.max(1, spots.length)));
      if (worth <= most) continue;
      most = worth;
      best = view;
    }
    if (best !== undefined) this.#view.fly(best, animated ? this.#duration() : 0);
  }

  /** A person in the middle, near enough to see everyone around. */
  flyTo(person: string): void {
    const place = this.#model.people.get(person);
    if (place === undefined) return;
    const { x, y } = place;
    const { width, height } = this.#view.size;
    const zoom = Math.max(0.9, Math.min(1.4, this.#view.view.zoom));
    this.#view.fly({ zoom, x: width / 2 - x * zoom, y: height / 2 - y * zoom }, this.#duration());
  }

  /** Brings a person into sight if they are not, without more motion than that takes. */
  reveal(person: string): void {
    const place = this.#model.people.get(person);
    if (place === undefined) return;
    const at = this.toScreen(place);
    const { width, height } = this.#view.size;
    if (at.x > 60 && at.y > 70 && at.x < width - 60 && at.y < height - 60) return;
    const view = this.#view.view;
    this.#view.fly(
      { zoom: view.zoom, x: view.x + width / 2 - at.x, y: view.y + height / 2 - at.y },
      this.#duration(),
    );
  }

  zoomBy(factor: number): void {
    this.#view.zoomBy(factor, undefined, this.#duration());
  }

  /** Where a place of the map is on the screen, px. */
  toScreen({ x, y }: Place): { x: number; y: number } {
    const view = this.#view.view;
    return { x: x * view.zoom + view.x, y: y * view.zoom + view.y };
  }
}

/** Ways to leave room for the panels over the map: above, and beside or above those at the foot. */
function roomsFor(panels: readonly Box[], { width, height }: { width: number; height: number }): Box[] {
  const top = Math.max(24, ...panels.filter((box) => box.bottom < height / 2).map((box) => box.bottom + 14));
  const foot = panels.filter((box) => box.top > height / 2);
  const left = Math.max(0, ...foot.filter((box) => box.left < width / 2).map((box) => box.right));
  const plain = { left: 30, right: 30, top, bottom: 40 };
  return [
    plain,
    { ...plain, left: Math.min(width / 2, left + 20) },
    { ...plain, left: Math.min(width / 2, left / 2 + 20) },
    { ...plain, bottom: Math.min(height / 2, height - Math.min(height, ...foot.map((box) => box.top)) + 10) },
  ];
}
