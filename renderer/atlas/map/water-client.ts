/** The page's line to the thread that paints the water. One picture is under way at a time; the newest wish is next. */
import type { Coast } from '../scene/coasts';
import type { Size, ViewTransform } from '../scene/scale';
import type { Palette } from './palette';
import { WaterPainted, type WaterWanted } from './water-messages';

export interface WaterWish {
  readonly view: ViewTransform;
  readonly size: Size;
  readonly palette: Palette;
  /** In place of the coasts: x, y and radius of each, in units of the map. */
  readonly bubbles: Float32Array<ArrayBuffer> | undefined;
}

export class WaterClient {
  readonly #worker = new Worker(new URL('../../workers/water.worker.ts', import.meta.url), {
    type: 'module',
  });
  #busy = false;
  #next: WaterWish | undefined;

  /** @param onPicture a picture, and the view it was painted for */
  constructor(onPicture: (picture: ImageBitmap, view: ViewTransform) => void) {
    this.#worker.onmessage = (event: MessageEvent<unknown>) => {
      const { picture, view } = WaterPainted.parse(event.data);
      this.#busy = false;
      onPicture(picture, view);
      const next = this.#next;
      this.#next = undefined;
      if (next !== undefined) this.want(next);
    };
  }

  get busy(): boolean {
    return this.#busy;
  }

  setCoasts(coasts: readonly Coast[]): void {
    if (coasts.length > 0) this.#send({ kind: 'coasts', coasts });
  }

  want(wish: WaterWish): void {
    if (this.#busy) {
      this.#next = wish;
      return;
    }
    this.#busy = true;
    const { view, size, bubbles, palette } = wish;
    const { sea, seaLines } = palette;
    const ratio = window.devicePixelRatio || 1;
    this.#send({
      kind: 'paint',
      ...{ view, size, ratio, sea, seaLines },
      ...(bubbles === undefined ? {} : { bubbles }),
    });
  }

  stop(): void {
    this.#worker.terminate();
  }

  #send(wanted: WaterWanted): void {
    this.#worker.postMessage(wanted);
  }
}
