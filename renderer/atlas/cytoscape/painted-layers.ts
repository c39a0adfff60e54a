/**
 * Canvases that are painted from the view. While something moves, all are painted in the same frame; at rest, and for
 * the first time, one in each, so that no frame has them all to do.
 */
import type { Size } from '../scene/scale';

export type Paint = (canvas: CanvasRenderingContext2D) => void;

export interface PaintedLayer {
  readonly canvas: HTMLCanvasElement;
  readonly paint: Paint;
}

export class PaintedLayers {
  readonly #layers: readonly PaintedLayer[];
  readonly #isMoving: () => boolean;
  #size: Size = { width: 1, height: 1 };
  /** What is to be painted, longest waiting first. */
  #stale: readonly PaintedLayer[] = [];
  #frame: number | undefined;
  /** Who has never been painted is made by being painted, which takes long. */
  readonly #painted = new Set<PaintedLayer>();

  /** @param layers the lowest first */
  constructor(layers: readonly PaintedLayer[], isMoving: () => boolean) {
    this.#layers = layers;
    this.#isMoving = isMoving;
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  fit(size: Size): void {
    this.#size = size;
    for (const { canvas } of this.#layers) fitCanvas(canvas, size);
  }

  /** Paints all of them: now where something moves, else in the next frames. */
  paint(): void {
    if (!this.#allAtOnce()) {
      this.repaint();
      return;
    }
    this.#stale = [];
    for (const layer of this.#layers) this.#paint(layer);
  }

  /** Paints all of them in the next frames. */
  repaint(): void {
    this.#stale = [...this.#stale, ...this.#layers.filter((layer) => !this.#stale.includes(layer))];
    this.#frame ??= requestAnimationFrame(() => this.#next());
  }

  #next(): void {
    this.#frame = undefined;
    if (this.#allAtOnce()) {
      this.paint();
      return;
    }
    const [layer, ...rest] = this.#stale;
    this.#stale = rest;
    if (layer !== undefined) this.#paint(layer);
    if (rest.length > 0) this.#frame = requestAnimationFrame(() => this.#next());
  }

  #allAtOnce(): boolean {
    return this.#painted.size === this.#layers.length && this.#isMoving();
  }

  #paint(layer: PaintedLayer): void {
    this.#painted.add(layer);
    const { canvas, paint } = layer;
    const context = canvas.getContext('2d');
    if (context === null) return;
    const ratio = canvas.width / this.#size.width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.#size.width, this.#size.height);
    paint(context);
  }
}

function fitCanvas(canvas: HTMLCanvasElement, size: Size): void {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
}
