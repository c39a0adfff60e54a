/** The thread that paints the water, so that the page's own is free meanwhile. */
import '../app/without-eval';
import { layCircles, pathOf } from '../atlas/map/coast-path';
import { paintWater } from '../atlas/map/paint-water';
import { type Paint, type WaterPainted, WaterWanted } from '../atlas/map/water-messages';

const coasts = new Map<string, Path2D>();
const canvas = new OffscreenCanvas(1, 1);

self.onmessage = (event: MessageEvent<unknown>) => {
  const wanted = WaterWanted.parse(event.data);
  if (wanted.kind === 'paint') {
    paint(wanted);
    return;
  }
  for (const { id, loops } of wanted.coasts) {
    if (loops.length === 0) coasts.delete(id);
    else coasts.set(id, pathOf(loops));
  }
};

function paint({ view, size, ratio, bubbles, ...colours }: Paint): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return;
  // Sets everything back, too.
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  context.scale(ratio, ratio);
  const all = new Path2D();
  if (bubbles === undefined) for (const path of coasts.values()) all.addPath(path);
  else layCircles(all, bubbles);
  paintWater(context, () => context.stroke(all), view, size, colours);
  const painted: WaterPainted = { view, picture: canvas.transferToImageBitmap() };
  self.postMessage(painted, { transfer: [painted.picture] });
}
