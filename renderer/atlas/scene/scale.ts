/** How zoom and size on the screen go together. Units of the map are px at zoom 1. */

/** Marks and text keep their size on the screen between these zooms, and grow and shrink with the map beyond. */
const keepFrom = 0.7;
const keepTo = 1.6;
/** No mark shrinks below this share of its size, or it could not be seen. */
const leastMark = 0.42;

/** The share of its own size at which a mark is drawn on the screen. */
export function markScale(zoom: number): number {
  if (zoom < keepFrom) return Math.max(leastMark, zoom / keepFrom);
  return zoom > keepTo ? zoom / keepTo : 1;
}

/** Text never shrinks: what cannot be read is left out instead. */
export function textScale(zoom: number): number {
  return Math.max(1, markScale(zoom));
}

/** Maps a point of the map to the screen: screen = map * zoom + (x, y). */
export interface ViewTransform {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the map or of the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether all of one box lies in another. */
export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** Where a point of the map is on the screen. */
export function onScreen({ x, y }: { x: number; y: number }, view: ViewTransform): { x: number; y: number } {
  return { x: x * view.zoom + view.x, y: y * view.zoom + view.y };
}

/** A box round a point. */
export function square(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** The part of the map that a screen of this size shows, and `margin` times its size on every side. */
export function visibleBox(view: ViewTransform, size: Size, margin = 0): Box {
  const across = (size.width / view.zoom) * margin;
  const down = (size.height / view.zoom) * margin;
  const left = -view.x / view.zoom;
  const top = -view.y / view.zoom;
  return {
    left: left - across,
    top: top - down,
    right: left + size.width / view.zoom + across,
    bottom: top + size.height / view.zoom + down,
  };
}

/** The transform that shows a part of the map whole, in the middle of what is left of the screen by `insets`. */
export function fitting(
  part: Box,
  size: Size,
  insets: Box,
  zooms: { min: number; max: number },
): ViewTransform {
  const width = Math.max(1, size.width - insets.left - insets.right);
  const height = Math.max(1, size.height - insets.top - insets.bottom);
  const zoom = Math.min(
    zooms.max,
    Math.max(
      zooms.min,
      Math.min(width / Math.max(1, part.right - part.left), height / Math.max(1, part.bottom - part.top)),
    ),
  );
  return {
    zoom,
    x: insets.left + width / 2 - ((part.left + part.right) / 2) * zoom,
    y: insets.top + height / 2 - ((part.top + part.bottom) / 2) * zoom,
  };
}
