/**
 * The map on the screen, and the only place that knows Cytoscape: it keeps the view (pan and zoom), moves who is
 * dragged, and says what the pointer meets. What is seen lies on canvases below and above it (`PaintedLayers`).
 *
 *   over    marks, rings, names          painted by `paintOver`
 *   people  Cytoscape's own canvases     empty; what the pointer meets
 *   land    coasts, bubbles, ties        painted by `paintLand`
 *   water   sea and waterlines           a picture asked for at rest by `wantWater`, moved meanwhile
 */
import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape';
import type { Palette } from '../map/palette';
import type { Size, ViewTransform } from '../scene/scale';
import { inTurns } from './in-turns';
import { PaintedLayers } from './painted-layers';
import { hitClass, stylesheet } from './stylesheet';

export interface MapPerson {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
}

export interface MapListeners {
  /** Paints from the view as it is. */
  readonly paintLand: (canvas: CanvasRenderingContext2D, view: ViewTransform) => void;
  readonly paintOver: (canvas: CanvasRenderingContext2D, view: ViewTransform) => void;
  /** People are on their way: every layer has to follow in the same frame. */
  readonly isMoving: () => boolean;
  /** Asks for a picture of sea and waterlines, with some room around what is shown; see `showWater`. */
  readonly wantWater: (view: ViewTransform, size: Size) => void;
  /** The view came to rest, or the map has another size. */
  readonly onRest: () => void;
  readonly onMove: () => void;
  /** A person, or the ground at a point of the map. */
  readonly onHover: (person: string | undefined, at: { x: number; y: number }) => void;
  readonly onPick: (
    person: string | undefined,
    at: { x: number; y: number },
    how: { shift: boolean; double: boolean },
  ) => void;
  readonly onDrag: (person: string, to: { x: number; y: number }, done: boolean) => void;
}

export const zoomLimits = { min: 0.02, max: 4 };
/** The view is at rest when it has not changed for so long (ms). */
const restAfter = 140;
/** Room around the screen that the picture of the water has, as a share of the screen. */
const waterMargin = 0.25;

export class MapView {
  readonly #host: HTMLElement;
  readonly #listeners: MapListeners;
  readonly #water: HTMLCanvasElement;
  readonly #layers: PaintedLayers;
  readonly #cy: Core;
  readonly #resize: ResizeObserver;
  #size: Size = { width: 1, height: 1 };
  #waterView: ViewTransform = { x: 0, y: 0, zoom: 1 };
  #waterStale = true;
  #moving = false;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #showing = 0;
  #flight: number | undefined;

  constructor(host: HTMLElement, palette: Palette, listeners: MapListeners) {
    this.#host = host;
    this.#listeners = listeners;
    this.#water = layer(host, 'water');
    const land = layer(host, 'land');
    const people = document.createElement('div');
    people.className = 'map-people';
    host.append(people);
    const over = layer(host, 'over');
    this.#layers = new PaintedLayers(
      [
        { canvas: land, paint: (canvas) => this.#paintLand(canvas) },
        { canvas: over, paint: (canvas) => listeners.paintOver(canvas, this.view) },
      ],
      () => this.#everyLayerMoves(),
    );
    this.#cy = cytoscape({
      container: people,
      style: stylesheet(palette),
      layout: { name: 'null' },
      minZoom: zoomLimits.min,
      maxZoom: zoomLimits.max,
      autounselectify: true,
      boxSelectionEnabled: false,
      // Its canvases stay empty: full ones take 40 ms to be made, and tens of MB.
      pixelRatio: 0.05,
    });
    drawNothing(this.#cy);
    this.#listen();
    host.addEventListener('wheel', this.#onWheel, { capture: true, passive: false });
    this.#measure();
    // Says the size once at the start, too, when whoever listens is ready.
    this.#resize = new ResizeObserver(() => {
      this.#measure();
      this.#rest();
    });
    this.#resize.observe(host);
  }

  destroy(): void {
    this.#resize.disconnect();
    this.#host.removeEventListener('wheel', this.#onWheel, { capture: true });
    clearTimeout(this.#restTimer);
    this.#layers.stop();
    this.stopFlight();
    this.#showing++;
    this.#cy.destroy();
    this.#host.replaceChildren();
  }

  get size(): Size {
    return this.#size;
  }

  /** Something of what is shown is still being worked out. */
  set busy(busy: boolean) {
    this.#host.toggleAttribute('data-busy', busy);
  }

  get view(): ViewTransform {
    const { x, y } = this.#cy.pan();
    return { x, y, zoom: this.#cy.zoom() };
  }

  setView(view: ViewTransform): void {
    this.#cy.viewport({ zoom: view.zoom, pan: { x: view.x, y: view.y } });
  }

  setPalette(palette: Palette): void {
    this.#cy.style(stylesheet(palette));
    this.repaint(true);
  }

  /** Moves the view there in so many ms; at once for 0. */
  fly(to: ViewTransform, duration: number): void {
    this.stopFlight();
    if (duration <= 0) {
      this.setView(to);
      return;
    }
    const from = this.view;
    const start = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, (now - start) / duration);
      const eased = 1 - (1 - share) ** 3;
      // The point in the middle of the screen goes straight; the zoom grows by equal factors.
      const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
      const middle = (view: ViewTransform): { x: number; y: number } => ({
        x: (this.#size.width / 2 - view.x) / view.zoom,
        y: (this.#size.height / 2 - view.y) / view.zoom,
      });
      const a = middle(from);
      const b = middle(to);
      this.setView({
        zoom,
        x: this.#size.width / 2 - (a.x + (b.x - a.x) * eased) * zoom,
        y: this.#size.height / 2 - (a.y + (b.y - a.y) * eased) * zoom,
      });
      this.#flight = share < 1 ? requestAnimationFrame(step) : undefined;
    };
    this.#flight = requestAnimationFrame(step);
  }

  stopFlight(): void {
    if (this.#flight !== undefined) cancelAnimationFrame(this.#flight);
    this.#flight = undefined;
  }

  /** Zooms about the middle of the screen, or about a point of it. */
  zoomBy(factor: number, about = { x: this.#size.width / 2, y: this.#size.height / 2 }, duration = 0): void {
    const { x, y, zoom } = this.view;
    const next = Math.min(zoomLimits.max, Math.max(zoomLimits.min, zoom * factor));
    const share = next / zoom;
    this.fly(
      { zoom: next, x: about.x - (about.x - x) * share, y: about.y - (about.y - y) * share },
      duration,
    );
  }

  /**
   * Makes exactly these what the pointer can meet, some at a time; who is there already is only moved. A later call
   * overtakes an earlier one.
   */
  async show(people: readonly MapPerson[]): Promise<void> {
    const mine = ++this.#showing;
    const cy = this.#cy;
    const wanted = new Set(people.map(({ id }) => id));
    const overtaken = (): boolean => mine !== this.#showing;
    const gone = cy.nodes().filter((node) => !wanted.has(node.id()));
    await inTurns(gone.toArray(), (part) => cy.batch(() => part((node) => node.remove())), overtaken);
    await inTurns(
      people,
      (part) => {
        const put: NodeSingular[] = [];
        cy.batch(() => part((person) => put.push(this.#putPerson(person))));
        // Styles are worked out when they are asked for, else those of all at once when the next frame is drawn.
        for (const node of put) node.numericStyle('width');
      },
      overtaken,
    );
  }

  /** Moves people who are on the map. */
  move(spots: Iterable<{ readonly id: string; readonly x: number; readonly y: number }>): void {
    this.#cy.batch(() => {
      for (const { id, x, y } of spots) {
        const node = this.#cy.getElementById(id);
        if (node.nonempty() && !node.grabbed()) node.position({ x, y });
      }
    });
  }

  /** Who is drawn at a point of the screen. */
  personAt(x: number, y: number): string | undefined {
    const { x: panX, y: panY, zoom } = this.view;
    const at = { x: (x - panX) / zoom, y: (y - panY) / zoom };
    let best: string | undefined;
    let least = Infinity;
    this.#cy.nodes().forEach((node) => {
      const spot = node.position();
      const distance = Math.hypot(spot.x - at.x, spot.y - at.y);
      if (distance > node.width() / 2 || distance >= least) return;
      least = distance;
      best = node.id();
    });
    return best;
  }

  /** Shows sea and waterlines that were painted for a view. */
  showWater(picture: ImageBitmap, view: ViewTransform): void {
    const ratio = window.devicePixelRatio || 1;
    this.#water.width = picture.width;
    this.#water.height = picture.height;
    this.#water.style.width = `${picture.width / ratio}px`;
    this.#water.style.height = `${picture.height / ratio}px`;
    this.#water.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
    this.#waterView = view;
    this.#placeWater(this.view);
  }

  /** Paints the layers again in the next frames; with `water` also sea and waterlines. */
  repaint(water = false): void {
    this.#waterStale ||= water;
    this.#layers.repaint();
  }

  #putPerson({ id, x, y, diameter }: MapPerson): NodeSingular {
    const node = this.#cy.getElementById(id);
    if (node.empty()) {
      const data = { id };
      return this.#cy
        .add({ group: 'nodes', data, position: { x, y }, classes: hitClass(diameter) })
        .nodes()[0]!;
    }
    const spot = node.position();
    if ((spot.x !== x || spot.y !== y) && !node.grabbed()) node.position({ x, y });
    setClasses(node, hitClass(diameter));
    return node;
  }

  #listen(): void {
    const cy = this.#cy;
    cy.on('render', () => this.#layers.paint());
    cy.on('viewport', () => {
      this.#moving = true;
      this.#host.classList.add('moving');
      clearTimeout(this.#restTimer);
      this.#restTimer = setTimeout(() => this.#rest(), restAfter);
      this.#listeners.onMove();
    });
    cy.on('tapstart', () => this.stopFlight());
    cy.on('mousemove', (event) => this.#listeners.onHover(personOf(event), event.position));
    cy.on('mouseout', 'node', (event) => this.#listeners.onHover(undefined, event.position));
    const pick = (event: EventObject, double: boolean): void =>
      this.#listeners.onPick(personOf(event), event.position, { shift: shiftOf(event), double });
    // Cytoscape takes two quick presses for a double one wherever they are.
    const pressed: (string | undefined)[] = [];
    cy.on('tap', (event) => {
      pressed.unshift(personOf(event));
      pressed.length = Math.min(2, pressed.length);
      pick(event, false);
    });
    cy.on('dbltap', (event) => {
      if (pressed[0] === pressed[1]) pick(event, true);
    });
    const drag =
      (done: boolean) =>
      (event: EventObject): void => {
        const person = personOf(event);
        if (person === undefined) return;
        this.#listeners.onDrag(person, { ...cy.getElementById(person).position() }, done);
      };
    cy.on('drag', 'node', drag(false));
    cy.on('dragfree', 'node', drag(true));
  }

  readonly #onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const bounds = this.#host.getBoundingClientRect();
    // Lines and pages of old wheels count as so many px; a pinch on a touch pad comes with the control key.
    const unit = event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? 30 : 300;
    const speed = event.ctrlKey ? 0.01 : 0.0018;
    this.zoomBy(Math.exp(-Math.max(-300, Math.min(300, event.deltaY * unit)) * speed), {
      x: event.clientX - bounds.left,
      y: event.clientY - bounds.top,
    });
  };

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === 0 || height === 0) return;
    this.#size = { width, height };
    this.#layers.fit(this.#size);
    this.#cy.resize();
  }

  #rest(): void {
    this.#moving = false;
    this.#host.classList.remove('moving');
    this.#waterStale = true;
    this.#listeners.onRest();
    this.repaint();
  }

  #everyLayerMoves(): boolean {
    return this.#moving || this.#listeners.isMoving() || this.#cy.nodes(':grabbed').nonempty();
  }

  #paintLand(canvas: CanvasRenderingContext2D): void {
    const view = this.view;
    if (this.#waterStale && !this.#moving) this.#wantWater(view);
    this.#placeWater(view);
    this.#listeners.paintLand(canvas, view);
  }

  #wantWater(view: ViewTransform): void {
    const across = this.#size.width * waterMargin;
    const down = this.#size.height * waterMargin;
    const size = { width: this.#size.width + 2 * across, height: this.#size.height + 2 * down };
    this.#listeners.wantWater({ x: view.x + across, y: view.y + down, zoom: view.zoom }, size);
    this.#waterStale = false;
  }

  /** Moves and stretches the picture of the water to where it belongs in a view. */
  #placeWater(view: ViewTransform): void {
    const share = view.zoom / this.#waterView.zoom;
    const left = view.x - this.#waterView.x * share;
    const top = view.y - this.#waterView.y * share;
    this.#water.style.transform = `translate(${left}px, ${top}px) scale(${share})`;
  }
}

/**
 * Nothing of Cytoscape's is seen, but it would draw it all the same: a third of each frame's work, and 30-50 ms when
 * many people come into sight. There is no option that spares it and still lets the pointer meet them.
 */
function drawNothing(cy: Core): void {
  const rendererOf: unknown = Reflect.get(cy, 'renderer');
  const renderer: unknown = typeof rendererOf === 'function' ? Reflect.apply(rendererOf, cy, []) : undefined;
  if (typeof renderer !== 'object' || renderer === null) return;
  for (const draw of ['drawLayeredElements', 'drawCachedElements', 'drawCachedNodes']) {
    if (Reflect.has(renderer, draw)) Reflect.set(renderer, draw, () => undefined);
  }
}

function layer(host: HTMLElement, name: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = `map-layer map-${name}`;
  canvas.setAttribute('aria-hidden', 'true');
  host.append(canvas);
  return canvas;
}

function setClasses(element: NodeSingular | cytoscape.SingularElementReturnValue, classes: string): void {
  const wanted = classes.split(' ');
  const standing: string[] = element.classes();
  if (standing.length === wanted.length && wanted.every((name) => element.hasClass(name))) return;
  element.classes(classes);
}

function personOf(event: EventObject): string | undefined {
  const target: unknown = event.target;
  if (typeof target !== 'object' || target === null || target === event.cy) return undefined;
  return 'isNode' in target && 'id' in target && typeof target.id === 'function'
    ? String(Reflect.apply(target.id, target, []))
    : undefined;
}

function shiftOf(event: EventObject): boolean {
  const original: unknown = event.originalEvent;
  return original instanceof MouseEvent && original.shiftKey;
}
