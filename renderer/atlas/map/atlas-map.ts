/**
 * The atlas as it is shown: decides how much is drawn at the present zoom, keeps land, marks and ties in step with
 * the model, and turns what the pointer does into what is meant. It knows neither React nor the network.
 *
 *   model changes --> what is drawn --> ties (MapView), marks, names, coasts (a thread)
 */
import type { MapListeners, MapTie } from '../cytoscape/map-view';
import { MapView, zoomLimits } from '../cytoscape/map-view';
import type { AtlasModel, Person, Tie } from '../scene/atlas-model';
import { bubbleLinks, bubblesOf } from '../scene/bubbles';
import type { ClusterSpots, Coast } from '../scene/coasts';
import { type Drawn, drawnIn, type Level, levelFor, tieBudget } from '../scene/detail';
import { type Box, fitting, type ViewTransform, visibleBox } from '../scene/scale';
import { type StrengthScale, strengthScale, type TieClass, tieClass } from '../scene/tie-style';
import { BubbleLayer } from './bubble-layer';
import { CoastClient } from './coast-client';
import { LandLayer } from './land-layer';
import { type Bridge, MarksLayer, type MarksState } from './marks-layer';
import { Moving } from './moving';
import type { Palette } from './palette';
import { TextWidths } from './text';

export interface MapStatus {
  readonly level: Level;
  /** Everybody who is drawn and in view, the more important first; no more than `mostListed`. */
  readonly inView: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  /** Ties that are left out for want of room. */
  readonly omittedTies: number;
  readonly view: ViewTransform;
}

export interface MapCallbacks {
  readonly onStatus: (status: MapStatus) => void;
  readonly onMove: () => void;
  readonly onHover: (person: string | undefined) => void;
  readonly onPickPerson: (person: string, how: { shift: boolean; double: boolean }) => void;
  readonly onPickCluster: (cluster: string, how: { double: boolean }) => void;
  readonly onPickGround: () => void;
  readonly onDropped: (person: string, x: number, y: number) => void;
  /** Boxes of the screen that panels cover. */
  readonly panels: () => Box[];
}

export interface MapWish extends MarksState {
  readonly cluster?: string;
  /** Where given, nobody else is drawn. */
  readonly only?: ReadonlySet<string>;
}

export interface MotionTimes {
  /** ms; 0 where motion is not wanted. */
  readonly fly: number;
  readonly tidy: number;
}

/** Entries of the list that readers and the keyboard walk. */
const mostListed = 200;
/** What is drawn reaches so far beyond the screen, as a share of it, so that panning finds it drawn. */
const around = 0.4;
const sampleOfTies = 2_000;
/** Sea around everyone when all are fitted (px at zoom 1). */
const fitPad = 46;
/** While the view moves, what is drawn is looked at no more often than this (ms). */
const syncEvery = 150;

export class AtlasMap {
  readonly #model: AtlasModel;
  readonly #callbacks: MapCallbacks;
  readonly #times: () => MotionTimes;
  readonly #view: MapView;
  readonly #land = new LandLayer();
  readonly #bubbles = new BubbleLayer();
  readonly #widths = new TextWidths();
  readonly #marks: MarksLayer;
  readonly #coasts: CoastClient;
  readonly #moving = new Moving();
  #palette: Palette;
  #wish: MapWish = { selected: new Set(), guessed: true };
  #level: Level = 'everyone';
  #drawn: Drawn = { people: [], ties: [], omitted: 0 };
  #drawnBox: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  #scale: StrengthScale = { quarter: 0, half: 0, threeQuarters: 0 };
  #held: Coast[] = [];
  #syncTimer: ReturnType<typeof setTimeout> | undefined;
  #bubblesStale = true;
  #dragging: string | undefined;
  #syncedAt = 0;

  constructor(
    host: HTMLElement,
    model: AtlasModel,
    palette: Palette,
    times: () => MotionTimes,
    callbacks: MapCallbacks,
  ) {
    this.#model = model;
    this.#palette = palette;
    this.#times = times;
    this.#callbacks = callbacks;
    this.#marks = new MarksLayer(
      model,
      this.#land,
      this.#widths,
      (person) => this.#moving.spotOf(person),
      (tie) => this.#classOf(tie),
    );
    this.#coasts = new CoastClient((coasts) => this.#onCoasts(coasts));
    this.#view = new MapView(host, palette, this.#listeners());
  }

  destroy(): void {
    clearTimeout(this.#syncTimer);
    this.#moving.stop();
    this.#coasts.stop();
    this.#view.destroy();
  }

  get level(): Level {
    return this.#level;
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#widths.clear();
    this.#view.setPalette(palette);
    this.#placeNames();
  }

  /** Fonts came in: widths change. */
  refreshText(): void {
    this.#widths.clear();
    this.#placeNames();
  }

  setBridges(bridges: readonly Bridge[]): void {
    this.#marks.bridges = bridges;
    this.#view.repaint();
  }

  /** What is selected, highlighted, focused on. */
  setWish(wish: MapWish): void {
    const before = this.#wish;
    this.#wish = wish;
    const redraw =
      before.guessed !== wish.guessed ||
      before.only !== wish.only ||
      [...wish.selected].some((id) => !this.#drawn.people.some((person) => person.id === id));
    if (redraw) {
      this.#sync();
      return;
    }
    const highlight = before.meant !== wish.meant;
    if (highlight) {
      this.#view.restyle(this.#drawn.ties.map((tie) => ({ id: tie.id, classes: this.#classes(tie) })));
    }
    if (before.selected !== wish.selected || highlight) this.#placeNames();
    this.#view.repaint();
  }

  /**
   * The model changed. People who moved while the map was shown go to their new place in a calm motion.
   * @param from where those who moved stood before
   */
  changed(from: ReadonlyMap<string, { x: number; y: number }> = new Map()): void {
    this.#bubblesStale = true;
    const moved = new Map([...from].filter(([id]) => id !== this.#dragging));
    const duration = this.#times().tidy;
    if (moved.size > 0 && duration > 0) {
      this.#moving.begin(moved, this.#model, duration, (done) => this.#whileMoving(done));
    }
    clearTimeout(this.#syncTimer);
    this.#syncTimer = setTimeout(() => this.#sync(), 16);
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
    const panels = this.#callbacks.panels();
    const spots = [...(people ?? this.#model.people.keys())].slice(0, sampleOfTies);
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
      const worth = view.zoom * (1 - Math.min(0.8, (4 * hidden) / Math.max(1, spots.length)));
      if (worth <= most) continue;
      most = worth;
      best = view;
    }
    if (best !== undefined) this.#view.fly(best, animated ? this.#times().fly : 0);
  }

  setView(view: ViewTransform): void {
    this.#view.setView(view);
  }

  /** A person in the middle, near enough to see everyone around. */
  flyTo(person: string): void {
    const found = this.#model.people.get(person);
    if (found === undefined) return;
    const { width, height } = this.#view.size;
    const zoom = Math.max(0.9, Math.min(1.4, this.#view.view.zoom));
    this.#view.fly(
      { zoom, x: width / 2 - found.x * zoom, y: height / 2 - found.y * zoom },
      this.#times().fly,
    );
  }

  /** Brings a person into sight if they are not, without more motion than that takes. */
  reveal(person: string): void {
    const found = this.#model.people.get(person);
    if (found === undefined) return;
    const at = this.#toScreen(found);
    const { width, height } = this.#view.size;
    if (at.x > 60 && at.y > 70 && at.x < width - 60 && at.y < height - 60) return;
    const view = this.#view.view;
    this.#view.fly(
      { zoom: view.zoom, x: view.x + width / 2 - at.x, y: view.y + height / 2 - at.y },
      this.#times().fly,
    );
  }

  zoomBy(factor: number): void {
    this.#view.zoomBy(factor, undefined, this.#times().fly);
  }

  /** Where a person is drawn, px on the screen; undefined where they are not. */
  spotOnScreen(person: string): { x: number; y: number; radius: number } | undefined {
    const found = this.#drawn.people.find(({ id }) => id === person);
    if (found === undefined) return undefined;
    return { ...this.#toScreen(this.#moving.spotOf(found)), radius: found.diameter / 2 };
  }

  personAt(x: number, y: number): string | undefined {
    return this.#view.personAt(x, y);
  }

  /** Where a person would stand, moved by so many px of the screen. */
  nudge(person: string, by: { x: number; y: number }): { x: number; y: number } | undefined {
    const found = this.#model.people.get(person);
    if (found === undefined) return undefined;
    const step = 1 / this.#view.view.zoom;
    return { x: found.x + by.x * step, y: found.y + by.y * step };
  }

  #toScreen({ x, y }: { x: number; y: number }): { x: number; y: number } {
    const view = this.#view.view;
    return { x: x * view.zoom + view.x, y: y * view.zoom + view.y };
  }

  #listeners(): MapListeners {
    return {
      paintWater: (canvas, view, size) => {
        if (this.#level === 'clusters') this.#bubbles.paintWater(canvas, view, size, this.#palette);
        else this.#land.paintWater(canvas, view, size, this.#palette);
      },
      paintLand: (canvas, view) => this.#paintLand(canvas, view),
      paintOver: (canvas, view) => this.#paintOver(canvas, view),
      onRest: () => this.#sync(),
      onMove: () => this.#onMove(),
      onHover: (person) => this.#callbacks.onHover(person),
      onPick: (person, at, how) => this.#onPick(person, at, how),
      onDrag: (person, to, done) => this.#onDrag(person, to, done),
    };
  }

  #onMove(): void {
    const inView = this.#inView();
    const level = levelFor(this.#view.view.zoom, inView, this.#model.clusters.size, this.#level);
    const seen = visibleBox(this.#view.view, this.#view.size);
    const outside =
      seen.left < this.#drawnBox.left ||
      seen.right > this.#drawnBox.right ||
      seen.top < this.#drawnBox.top ||
      seen.bottom > this.#drawnBox.bottom;
    const now = performance.now();
    if (level !== this.#level || (outside && level === 'everyone' && now > this.#syncedAt + syncEvery)) {
      this.#sync(true);
    }
    this.#callbacks.onMove();
  }

  #onPick(
    person: string | undefined,
    at: { x: number; y: number },
    how: { shift: boolean; double: boolean },
  ): void {
    if (person !== undefined) {
      this.#callbacks.onPickPerson(person, how);
      return;
    }
    const cluster = this.#level === 'clusters' ? this.#bubbleAt(at) : this.#landAt(at);
    if (cluster !== undefined) this.#callbacks.onPickCluster(cluster, { double: how.double });
    else if (!how.double) this.#callbacks.onPickGround();
  }

  #onDrag(person: string, to: { x: number; y: number }, done: boolean): void {
    const found = this.#model.people.get(person);
    if (found === undefined) return;
    const moved = found.x !== to.x || found.y !== to.y;
    // A press that moved nothing is a click.
    if (!moved && this.#dragging !== person) return;
    this.#dragging = person;
    this.#model.setPerson({ ...found, ...to });
    this.#drawn = {
      ...this.#drawn,
      people: this.#drawn.people.map((one) => (one.id === person ? { ...one, ...to } : one)),
    };
    this.#marks.people = this.#drawn.people;
    this.#wantCoasts();
    this.#view.repaint();
    if (!done) return;
    this.#callbacks.onDropped(person, to.x, to.y);
    this.#dragging = undefined;
    this.#sync();
  }

  #bubbleAt(at: { x: number; y: number }): string | undefined {
    const { x, y } = this.#toScreen(at);
    return this.#bubbles.at(x, y, this.#view.view);
  }

  #landAt(at: { x: number; y: number }): string | undefined {
    const canvas = document.createElement('canvas').getContext('2d');
    return canvas === null ? undefined : this.#land.at(canvas, at.x, at.y);
  }

  #inView(): number {
    const box = visibleBox(this.#view.view, this.#view.size);
    return this.#model.countWithin(box);
  }

  /** Works out what is drawn now and brings all layers to it. */
  #sync(moving = false): void {
    clearTimeout(this.#syncTimer);
    this.#syncedAt = performance.now();
    const { view, size } = this.#view;
    const level = levelFor(view.zoom, this.#inView(), this.#model.clusters.size, this.#level);
    const levelChanged = level !== this.#level;
    this.#level = level;
    this.#drawnBox = visibleBox(view, size, around);
    const always = new Set(this.#wish.selected);
    this.#drawn = drawnIn(this.#model, level, this.#drawnBox, always, {
      guessed: this.#wish.guessed,
      ties: tieBudget(view.zoom),
      ...(this.#wish.only === undefined ? {} : { only: this.#wish.only }),
    });
    if (this.#bubblesStale) {
      this.#bubbles.bubbles = bubblesOf(this.#model);
      this.#bubbles.links = level === 'everyone' ? [] : bubbleLinks(this.#model);
      this.#bubblesStale = level === 'everyone';
      this.#scale = this.#strengths();
    }
    const people = [...this.#drawn.people].sort(
      (a, b) => Number(a.connector) - Number(b.connector) || a.diameter - b.diameter,
    );
    this.#marks.people = people;
    this.#marks.ties = this.#drawn.ties;
    void this.#view.show(
      people.map((person) => ({ ...person, ...this.#moving.spotOf(person) })),
      this.#drawn.ties.map((tie): MapTie => ({
        id: tie.id,
        a: tie.a,
        b: tie.b,
        classes: this.#classes(tie),
      })),
    );
    this.#wantCoasts();
    this.#view.repaint(levelChanged);
    // Names and lists wait until the view is at rest.
    if (moving && !levelChanged) return;
    this.#placeNames();
    this.#callbacks.onStatus({ level, inView: this.#listed(people), omittedTies: this.#drawn.omitted, view });
  }

  /** A sample is enough to part thin ties from thick. */
  #strengths(): StrengthScale {
    const strengths: number[] = [];
    for (const tie of this.#model.ties.values()) {
      if (tie.known) strengths.push(tie.strength);
      if (strengths.length >= sampleOfTies) break;
    }
    return strengthScale(strengths);
  }

  #listed(people: readonly Person[]): MapStatus['inView'] {
    const { width, height } = this.#view.size;
    const listed: { id: string; x: number; y: number }[] = [];
    const first = new Set(this.#marks.labelled);
    const order = [...people].reverse().sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
    for (const person of order) {
      const at = this.#toScreen(this.#moving.spotOf(person));
      if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
      listed.push({ id: person.id, ...at });
      if (listed.length >= mostListed) break;
    }
    return listed;
  }

  #classes(tie: Tie): string {
    const { meant } = this.#wish;
    const name = this.#classOf(tie);
    return meant === undefined || (meant.has(tie.a) && meant.has(tie.b)) ? name : `${name} dimmed`;
  }

  #classOf(tie: Tie): TieClass {
    return tieClass(tie, this.#model.isBetween(tie), this.#scale);
  }

  #placeNames(): void {
    const { view, size } = this.#view;
    const panels = this.#callbacks.panels();
    this.#marks.place(view, size, this.#palette, this.#wish, panels, this.#level !== 'clusters');
    this.#view.repaint();
  }

  #paintLand(canvas: CanvasRenderingContext2D, view: ViewTransform): void {
    const { size } = this.#view;
    if (this.#level === 'clusters') {
      this.#bubbles.paint(canvas, view, this.#palette, this.#wish.cluster);
      return;
    }
    if (this.#level === 'connectors')
      this.#bubbles.paintLinks(canvas, view, this.#palette, this.#wish.cluster);
    this.#land.paintLand(
      canvas,
      view,
      size,
      this.#palette,
      (cluster) => this.#model.clusters.get(cluster)?.tint ?? 0,
      this.#moving.active ? (cluster) => this.#moving.shiftOf(this.#model.membersOf(cluster)) : undefined,
    );
  }

  #paintOver(canvas: CanvasRenderingContext2D, view: ViewTransform): void {
    const { size } = this.#view;
    if (this.#level === 'clusters') {
      this.#bubbles.paintNames(canvas, view, size, this.#palette, this.#widths, this.#callbacks.panels());
      if (this.#drawn.people.length > 0) this.#marks.paint(canvas, view, size, this.#palette, this.#wish);
      return;
    }
    this.#marks.paint(canvas, view, size, this.#palette, this.#wish);
  }

  #wantCoasts(): void {
    if (this.#level === 'clusters' && this.#model.people.size > 0 && this.#land.outline('') !== undefined)
      return;
    this.#coasts.update(() => this.#clusterSpots());
  }

  #clusterSpots(): ClusterSpots[] {
    const spots: ClusterSpots[] = [];
    for (const id of this.#model.clusters.keys()) {
      const points: number[] = [];
      for (const member of this.#model.membersOf(id)) {
        const person = this.#model.people.get(member);
        if (person === undefined || (this.#wish.only !== undefined && !this.#wish.only.has(member))) continue;
        points.push(person.x, person.y);
      }
      spots.push({ id, spots: Float32Array.from(points) });
    }
    return spots;
  }

  #onCoasts(coasts: readonly Coast[]): void {
    if (this.#moving.active) {
      this.#held.push(...coasts);
      return;
    }
    if (coasts.length === 0) return;
    for (const coast of coasts) this.#land.set(coast);
    this.#land.keep(new Set(this.#model.clusters.keys()));
    this.#placeNames();
    this.#view.repaint(true);
  }

  #whileMoving(done: boolean): void {
    this.#view.move(this.#drawn.people.map((person) => ({ id: person.id, ...this.#moving.spotOf(person) })));
    this.#view.repaint();
    if (!done) return;
    const held = this.#held;
    this.#held = [];
    this.#onCoasts(held);
    this.#sync();
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
