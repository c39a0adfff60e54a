/**
 * The atlas as it is shown: decides how much is drawn at the present zoom, keeps land, marks and ties in step with
 * the model, and turns what the pointer does into what is meant. It knows neither React nor the network.
 *
 *   model changes --> what is drawn --> ties (MapView), marks, names, coasts (a thread)
 */
import { type MapListeners, MapView } from '../cytoscape/map-view';
import type { AtlasModel, Person, Tie } from '../scene/atlas-model';
import { type Drawn, drawnIn, type Level, levelFor, tieBudget } from '../scene/detail';
import type { LinkSpot, Point } from '../scene/links';
import { type Box, isWithin, markScale, type Size, type ViewTransform, visibleBox } from '../scene/scale';
import { scaleOf, type StrengthScale, type TieClass, tieClass } from '../scene/tie-style';
import type { Bridge } from './bridge-signs';
import { Camera } from './camera';
import { under } from './dragged';
import { Ground } from './ground';
import { inView } from './in-view';
import { LinkLayer } from './link-layer';
import { drawnAlways, type MapCallbacks, type MapWish, type MotionTimes, nothingWished } from './map-wishes';
import { MarksLayer, type Unnamed } from './marks-layer';
import { Moving } from './moving';
import { OneByOne } from './one-by-one';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { TextWidths } from './text';
import { TieLayer } from './tie-layer';

/** What is drawn reaches so far beyond the screen, as a share of it, so that panning finds it drawn. */
const around = 0.4;
/** While the view moves, what is drawn is looked at no more often than this (ms). */
const syncEvery = 150;

export class AtlasMap {
  readonly #model: AtlasModel;
  readonly #callbacks: MapCallbacks;
  readonly #times: () => MotionTimes;
  readonly #view: MapView;
  readonly #camera: Camera;
  readonly #ground: Ground;
  readonly #ties = new TieLayer();
  readonly #widths = new TextWidths();
  readonly #links = new LinkLayer(this.#widths, (id) => this.#spotOfLink(id));
  readonly #marks: MarksLayer;
  readonly #moving = new Moving();
  readonly #later = new OneByOne(() => this.#tellBusy());
  #palette: Palette;
  #wish: MapWish = nothingWished;
  #level: Level = 'everyone';
  #drawn: Drawn = { people: [], ties: [], omitted: 0 };
  #drawnBox: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  #scale: StrengthScale = { quarter: 0, half: 0, threeQuarters: 0 };
  #syncTimer: ReturnType<typeof setTimeout> | undefined;
  /** The model changed since bubbles and coasts were brought to it. */
  #modelStale = true;
  #syncWaits = false;
  /** The next sync is of a view at rest. */
  #resting = true;
  #namesStale = false;
  #statusStale = false;
  #dragging: { readonly id: string; readonly from: Point } | undefined;
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
    this.#ground = new Ground(model, this.#moving, {
      onCoasts: () => {
        this.#wantNames();
        this.#view.repaint(true);
      },
      onWater: (picture, view) => {
        this.#view.showWater(picture, view);
        this.#tellBusy();
      },
      only: () => this.#wish.only,
    });
    this.#marks = new MarksLayer(
      model,
      this.#ground.land,
      this.#widths,
      (person) => this.#moving.spotOf(person),
      (tie) => this.#classOf(tie),
    );
    this.#view = new MapView(host, palette, this.#listeners());
    this.#camera = new Camera(model, this.#view, callbacks.panels, () => times().fly);
  }

  destroy(): void {
    clearTimeout(this.#syncTimer);
    this.#later.stop();
    this.#moving.stop();
    this.#ground.stop();
    this.#view.destroy();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#widths.clear();
    this.#view.setPalette(palette);
    this.#wantNames();
  }

  /** Fonts came in: widths change. */
  refreshText(): void {
    this.#widths.clear();
    this.#wantNames();
  }

  setBridges(bridges: readonly Bridge[]): void {
    this.#marks.bridges = bridges;
    this.#view.repaint();
  }

  /** What is selected, highlighted, focused on. */
  setWish(wish: MapWish): void {
    const before = this.#wish;
    this.#wish = wish;
    if (before.only !== wish.only) {
      this.#model.allMoved();
      this.#modelStale = true;
    }
    this.#links.wish = wish;
    const drawn = new Set(this.#drawn.people.map(({ id }) => id));
    const redraw =
      before.guessed !== wish.guessed ||
      before.only !== wish.only ||
      before.tried !== wish.tried ||
      [...drawnAlways(wish, this.#level)].some((id) => !drawn.has(id) && this.#model.people.has(id));
    if (redraw) {
      this.#wantSync();
      return;
    }
    const highlight = before.meant !== wish.meant;
    if (highlight) this.#setTies();
    const named = before.selected !== wish.selected || before.named !== wish.named;
    if (named || highlight) this.#wantNames();
    this.#view.repaint();
  }

  /**
   * The model changed. People who moved while the map was shown go to their new place in a calm motion.
   * @param from where those who moved stood before
   */
  changed(from: ReadonlyMap<string, { x: number; y: number }> = new Map()): void {
    this.#modelStale = true;
    const moved = new Map([...from].filter(([id]) => id !== this.#dragging?.id));
    const duration = this.#times().tidy;
    if (moved.size > 0 && duration > 0) {
      this.#moving.begin(moved, this.#model, duration, (done) => this.#whileMoving(done));
    }
    clearTimeout(this.#syncTimer);
    this.#syncTimer = setTimeout(() => this.#wantSync(), 16);
  }

  /** Where one looks. */
  get camera(): Camera {
    return this.#camera;
  }

  /** Where the map is: a place on it times `zoom`, plus `x` and `y`, is where that is on the screen. */
  get view(): ViewTransform {
    return this.#view.view;
  }

  setView(view: ViewTransform): void {
    this.#view.setView(view);
  }

  get size(): Size {
    return this.#view.size;
  }

  /** Draws what is seen now, for a picture. */
  paintPicture(pen: Pen, unnamed: Unnamed): { readonly size: Size; readonly palette: Palette } {
    const { view, size } = this.#view;
    const palette = this.#palette;
    this.#ground.paintSea(pen, this.#level, view, size, palette);
    this.#paintBelow(pen, view);
    this.#paintOver(pen, view, unnamed);
    return { size, palette };
  }

  /** Where a person is drawn, px on the screen; undefined where they are not. */
  spotOnScreen(person: string): { x: number; y: number; radius: number } | undefined {
    const found = this.#drawn.people.find(({ id }) => id === person);
    if (found === undefined) return undefined;
    return { ...this.#camera.toScreen(this.#moving.spotOf(found)), radius: found.diameter / 2 };
  }

  personAt(x: number, y: number): string | undefined {
    return this.#view.personAt(x, y);
  }

  #listeners(): MapListeners {
    return {
      wantWater: (view, size) => this.#ground.wantWater(this.#level, view, size, this.#palette),
      paintLand: (canvas, view) => this.#paintBelow(canvas, view),
      paintOver: (canvas, view) => this.#paintOver(canvas, view),
      isMoving: () => this.#moving.active,
      onRest: () => this.#wantSync(),
      onMove: () => this.#onMove(),
      onHover: (person) => this.#callbacks.onHover(person),
      onPick: (person, at, how) => this.#onPick(person, at, how),
      onDrag: (person, to, done) => this.#onDrag(person, to, done),
    };
  }

  #onMove(): void {
    const level = this.#levelNow();
    const outside = !isWithin(visibleBox(this.#view.view, this.#view.size), this.#drawnBox);
    const now = performance.now();
    if (level !== this.#level || (outside && level === 'everyone' && now > this.#syncedAt + syncEvery)) {
      this.#wantSync(true);
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
    const cluster = this.#ground.groupAt(this.#level, at, this.#view.view);
    if (cluster !== undefined) this.#callbacks.onPickCluster(cluster, { double: how.double });
    else if (!how.double) this.#callbacks.onPickGround();
  }

  #onDrag(person: string, to: { x: number; y: number }, done: boolean): void {
    const found = this.#model.people.get(person);
    if (found === undefined) return;
    const moved = found.x !== to.x || found.y !== to.y;
    // A press that moved nothing is a click.
    if (!moved && this.#dragging?.id !== person) return;
    const { from } = (this.#dragging ??= { id: person, from: { x: found.x, y: found.y } });
    const on = under(found, to, this.#drawn.people, this.#view.view.zoom);
    this.#callbacks.onHover(on?.id ?? person);
    // Whoever is dropped on somebody goes back to where they were.
    this.#place(found, done && on !== undefined ? from : to);
    if (!done) return;
    this.#dragging = undefined;
    if (on === undefined) this.#callbacks.onDropped(person, to.x, to.y);
    else this.#callbacks.onDroppedOn({ person, on: on.id, to, at: this.#camera.toScreen(on) });
    this.#wantSync();
  }

  #place(person: Person, to: Point): void {
    this.#model.setPerson({ ...person, ...to });
    const people = this.#drawn.people.map((one) => (one.id === person.id ? { ...one, ...to } : one));
    this.#drawn = { ...this.#drawn, people };
    this.#marks.people = people;
    this.#ground.takeMoved();
    this.#view.repaint();
  }

  #levelNow(): Level {
    const { view, size } = this.#view;
    const { clusters, hasConnectors } = this.#model;
    const people = this.#model.countWithin(visibleBox(view, size));
    return levelFor(view.zoom, people, clusters.size, this.#level, hasConnectors);
  }

  /**
   * Brings the map to the model and the view, a layer in each task.
   * @param moving the view moves: names and lists wait until it is at rest
   */
  #wantSync(moving = false): void {
    clearTimeout(this.#syncTimer);
    this.#syncedAt = performance.now();
    this.#resting ||= !moving;
    this.#syncWaits = true;
    this.#tellBusy();
    this.#later.begin([() => this.#sync(), () => this.#placeNames(), () => this.#tellStatus()]);
  }

  /** Works out what is drawn now and brings the layers to it. */
  #sync(): void {
    this.#syncWaits = false;
    const { view, size } = this.#view;
    const level = this.#levelNow();
    const levelChanged = level !== this.#level;
    this.#level = level;
    this.#drawnBox = visibleBox(view, size, around);
    const always = drawnAlways(this.#wish, level);
    this.#drawn = drawnIn(this.#model, level, this.#drawnBox, always, {
      guessed: this.#wish.guessed,
      ties: tieBudget(view.zoom),
      ...(this.#wish.only === undefined ? {} : { only: this.#wish.only }),
      ...(this.#wish.tried === undefined ? {} : { tried: this.#wish.tried }),
    });
    if (this.#modelStale) this.#takeModel();
    const people = [...this.#drawn.people].sort(
      (a, b) => Number(a.connector) - Number(b.connector) || a.diameter - b.diameter,
    );
    this.#marks.people = this.#links.people = people;
    this.#setTies();
    void this.#view.show(people.map((person) => ({ ...person, ...this.#moving.spotOf(person) })));
    this.#view.repaint(levelChanged);
    const still = this.#resting || levelChanged;
    this.#resting = false;
    this.#namesStale ||= still;
    this.#statusStale ||= still;
  }

  /** Brings the ground to the model, which has changed since it was. */
  #takeModel(): void {
    this.#modelStale = false;
    this.#scale = scaleOf(this.#model.ties.values());
    this.#ground.takeModel();
  }

  #setTies(): void {
    const { ties } = this.#drawn;
    this.#marks.ties = ties;
    this.#ties.set(ties, (tie) => this.#classOf(tie), this.#wish.meant);
  }

  /** Whoever takes a picture of the map waits until this is off. */
  #tellBusy(): void {
    this.#view.busy = this.#syncWaits || this.#namesStale || this.#statusStale || this.#ground.busy;
  }

  /** Names are placed anew in a task of their own. */
  #wantNames(): void {
    this.#namesStale = true;
    if (!this.#syncWaits) this.#later.begin([() => this.#placeNames(), () => this.#tellStatus()]);
  }

  #tellStatus(): void {
    if (!this.#statusStale) return;
    this.#statusStale = false;
    const { view, size } = this.#view;
    const toScreen = (person: Person): Point => this.#camera.toScreen(this.#moving.spotOf(person));
    const listed = inView(this.#marks.people, this.#marks.labelled, toScreen, size);
    const soft = [...this.#model.clusters.values()].some(({ clarity = 'clear' }) => clarity !== 'clear');
    const omittedTies = this.#drawn.omitted;
    this.#callbacks.onStatus({ level: this.#level, inView: listed, omittedTies, soft, view });
  }

  #classOf(tie: Tie): TieClass {
    return tieClass(tie, this.#model.isBetween(tie), this.#scale);
  }

  #placeNames(): void {
    if (!this.#namesStale) return;
    this.#namesStale = false;
    const { view, size } = this.#view;
    const taken = [...this.#callbacks.panels(), ...this.#links.boxes(this.#palette)];
    this.#marks.place(view, size, this.#palette, this.#wish, taken, this.#level !== 'clusters');
    this.#view.repaint();
  }

  #paintBelow(canvas: Pen, view: ViewTransform): void {
    const { size } = this.#view;
    this.#ground.paint(canvas, this.#level, view, size, this.#palette, this.#wish.cluster);
    this.#ties.paint(canvas, view, size, this.#palette, (id) => {
      const person = this.#model.people.get(id);
      return person && this.#moving.spotOf(person);
    });
  }

  #paintOver(canvas: Pen, view: ViewTransform, unnamed?: Unnamed): void {
    const { size } = this.#view;
    const wish =
      unnamed === undefined ? this.#wish : { ...this.#wish, hovered: undefined, focused: undefined };
    this.#links.paint(canvas, this.#palette, this.#level === 'clusters');
    if (this.#level === 'clusters' && unnamed?.groups !== true) {
      const panels = this.#callbacks.panels();
      this.#ground.paintBubbleNames(canvas, view, size, this.#palette, this.#widths, panels);
    }
    if (this.#level !== 'clusters' || this.#drawn.people.length > 0) {
      this.#marks.paint(canvas, view, size, this.#palette, { ...wish, unnamed });
    }
    this.#links.paintLabels(canvas, this.#palette);
  }

  /** Where a way or an arc meets somebody: their mark, or far out the bubble of their group. */
  #spotOfLink(id: string): LinkSpot | undefined {
    const person = this.#model.people.get(id);
    if (person === undefined || this.#wish.only?.has(id) === false) return undefined;
    const { view } = this.#view;
    const bubble = this.#level === 'clusters' ? this.#ground.bubbleOf(person.cluster, view) : undefined;
    if (bubble !== undefined) return bubble;
    const radius = (person.diameter / 2) * markScale(view.zoom);
    return { ...this.#camera.toScreen(this.#moving.spotOf(person)), radius };
  }

  #whileMoving(done: boolean): void {
    this.#view.move(this.#drawn.people.map((person) => ({ id: person.id, ...this.#moving.spotOf(person) })));
    this.#view.repaint();
    if (!done) return;
    this.#ground.settle();
    this.#wantSync();
  }
}
