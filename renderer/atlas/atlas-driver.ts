/** Joins one map on the screen to the session: what is selected and looked at goes in, what is meant comes out. */
import { z } from 'zod';
import type { AtlasLook, AtlasView } from '../network/atlas-view';
import { gathered } from '../network/gathered';
import type { Session } from '../network/session';
import { Ways } from '../paths/ways';
import { AtlasSource } from './atlas-source';
import { knowEachOther } from './know-each-other';
import { AtlasMap } from './map/atlas-map';
import type { DropOn, MapStatus, MotionTimes } from './map/map-wishes';
import { readPalette } from './map/palette';
import { type Direction, nextInDirection } from './scene/direction';
import type { AtlasModel } from './scene/atlas-model';
import type { Box } from './scene/scale';
import { WishMaker } from './wish-maker';

export interface DriverCallbacks {
  readonly onStatus: (status: MapStatus) => void;
  /** The view moves: what is laid over the map has to follow. */
  readonly onMove: () => void;
  /** The keyboard is at somebody else. */
  readonly onActive: (person: string | undefined) => void;
  /** Somebody was dropped on somebody else: what is meant has to be asked. */
  readonly onDroppedOn?: (drop: DropOn) => void;
  readonly panels: () => Box[];
}

/** The map is fitted by itself until somebody has moved it, when so many more people are on it. */
const growth = 1.2;
/** On a narrower map the legend starts folded (px). */
const roomForLegend = 800;
const viewKey = 'kithmap.atlas.view';
const View = z.object({ x: z.number(), y: z.number(), zoom: z.number().min(0.001).max(100) });

export class AtlasDriver {
  readonly #session: Session;
  readonly #atlas: AtlasView;
  readonly #callbacks: DriverCallbacks;
  readonly #source: AtlasSource;
  readonly #map: AtlasMap;
  readonly #host: HTMLElement;
  #ends: (() => void)[] = [];
  #active: string | undefined;
  #keyboard = false;
  #touched = false;
  #opened = false;
  #stopped = false;
  #fitted = 0;
  #status: MapStatus | undefined;
  /** Counts changes of the model. */
  #revision = 0;
  readonly #wishes: WishMaker;
  /** Whom the ways that are drawn lead through. */
  #along: readonly string[] = [];
  #movedFrom: { id: string; x: number; y: number } | undefined;

  /** What follows from a change of the model, once for many in a row. */
  readonly #news = gathered(() => {
    this.#map.setBridges(this.#source.bridges());
    if (this.#atlas.look.getState().highlight !== 'none') this.#look();
    this.#fitIfGrown();
  }, 16);

  /** @param atlas how this map is looked at; a map other than the atlas begins with everyone in view each time */
  constructor(session: Session, host: HTMLElement, callbacks: DriverCallbacks, atlas = session.atlas) {
    this.#session = session;
    this.#atlas = atlas;
    this.#host = host;
    this.#callbacks = callbacks;
    this.#source = AtlasSource.of(session);
    this.#wishes = new WishMaker(session, atlas, this.#source.model);
    this.#map = new AtlasMap(host, this.#source.model, readPalette(host), motionTimes, {
      onStatus: (status) => {
        this.#status = status;
        this.#keepView(status.view);
        callbacks.onStatus(status);
      },
      onMove: callbacks.onMove,
      onHover: (person) => session.atlas.point(person === undefined ? undefined : { people: [person] }),
      onPickPerson: (person, how) => this.#pick(person, how),
      onPickCluster: (cluster, { double }) => {
        session.selection.setState({ contacts: [], cluster }, true);
        if (double) this.#map.camera.fit(this.model.membersOf(cluster));
      },
      onPickGround: () => session.select(undefined),
      onDropped: (id, x, y) => void this.pin(id, x, y),
      onDroppedOn: (drop) => {
        if (callbacks.onDroppedOn === undefined) void this.pin(drop.person, drop.to.x, drop.to.y);
        else callbacks.onDroppedOn(drop);
      },
      panels: callbacks.panels,
    });
  }

  get #isAtlas(): boolean {
    return this.#wishes.isAtlas;
  }

  get model(): AtlasModel {
    return this.#source.model;
  }

  get map(): AtlasMap {
    return this.#map;
  }

  /** Where the keyboard is. */
  get active(): string | undefined {
    return this.#active;
  }

  async start(): Promise<void> {
    const { selection, shown, replica } = this.#session;
    const atlas = this.#atlas;
    const touch = (event: Event): void => {
      this.#touched = true;
      // Keys belong to the map from now on; Cytoscape keeps the press from moving the focus by itself.
      if (event.type === 'pointerdown') this.#host.parentElement?.focus({ preventScroll: true });
    };
    const recolour = (): void => this.#map.setPalette(readPalette(this.#host));
    const theme = new MutationObserver(recolour);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const contrast = matchMedia('(prefers-contrast: more)');
    contrast.addEventListener('change', recolour);
    for (const event of ['pointerdown', 'wheel'] as const) {
      this.#host.addEventListener(event, touch, { capture: true, passive: true });
    }
    this.#ends = [
      this.#source.listen(({ from }) => {
        this.#revision++;
        this.#map.changed(from);
        this.#news.call();
      }),
      () => theme.disconnect(),
      () => contrast.removeEventListener('change', recolour),
      selection.subscribe(() => this.#look()),
      atlas.look.subscribe((now, before) => this.#onLook(now, before)),
      atlas.onAsk((request) => {
        this.#touched = request !== 'fit';
        if (request === 'fit') this.#map.camera.fit(this.#only());
        else this.#map.camera.zoomBy(request === 'in' ? 1.4 : 1 / 1.4);
      }),
      shown.subscribe(({ contact }) => contact !== undefined && this.#flyTo(contact)),
      replica.watch('settings', 'settings', () => this.#look()),
      this.#session.atlas.pointed.subscribe(() => this.#look()),
      () => this.#session.atlas.point(),
    ];
    void document.fonts.ready.then(() => {
      if (!this.#stopped) this.#map.refreshText();
    });
    await this.#source.start();
    // The screen may have been left meanwhile, and its map with it.
    if (this.#stopped) return;
    this.#map.changed();
    this.#news.call();
    this.#open();
    this.#look();
    this.#showAlong(atlas.look.getState().ways);
    // Whoever was to be shown before there was a map.
    const { contact } = shown.getState();
    const wanted = this.#isAtlas && contact !== undefined && selection.getState().contacts.includes(contact);
    if (wanted) this.#flyTo(contact);
    // A box of another size (the window's, or the time below has come) shows everyone again, unless somebody has chosen
    // what to look at.
    let before = Infinity;
    const size = new ResizeObserver(() => {
      const { clientWidth } = this.#host;
      if (clientWidth < Math.min(before, roomForLegend)) atlas.set({ legend: false });
      before = clientWidth;
      requestAnimationFrame(() => !this.#stopped && this.refit());
    });
    size.observe(this.#host);
    this.#ends.push(() => size.disconnect());
  }

  stop(): void {
    this.#stopped = true;
    this.#news.stop();
    for (const end of this.#ends) end();
    this.#map.destroy();
  }

  /** The map's box is another one: everyone is shown in it, unless somebody has chosen what to look at. */
  refit(): void {
    if (!this.#opened || this.#touched) return;
    if (this.#along.length > 0) this.#fitAlong();
    else this.#map.camera.fit(this.#only(), false);
  }

  /** Whoever is to be seen is what one looks at from then on. */
  #flyTo(contact: string): void {
    this.#touched ||= this.#isAtlas && this.model.people.has(contact);
    this.#map.camera.flyTo(contact);
  }

  /** What somebody chose to look at is there again when they come back; else everyone is, also who came meanwhile. */
  #keepView(view: MapStatus['view']): void {
    if (!this.#opened || !this.#isAtlas) return;
    if (this.#touched) sessionStorage.setItem(viewKey, JSON.stringify(view));
    else sessionStorage.removeItem(viewKey);
  }

  /** The map has the keyboard, or lost it. */
  keyboard(has: boolean): void {
    this.#keyboard = has;
    this.#look();
  }

  /** Goes to the next person that way; to the selected or the nearest to the middle at first. */
  go(direction: Direction): void {
    const inView = this.#status?.inView ?? [];
    const from = inView.find(({ id }) => id === this.#active);
    const next =
      from === undefined
        ? this.#first(inView)
        : nextInDirection(from, direction, inView, this.#knownTo(from.id));
    if (next === undefined) return;
    this.setActive(next);
    this.#map.camera.reveal(next);
  }

  setActive(person: string | undefined): void {
    this.#active = person;
    this.#callbacks.onActive(person);
    this.#look();
  }

  selectActive(more: boolean): void {
    if (this.#active !== undefined) this.#pick(this.#active, { shift: more, double: false });
  }

  /** Moves the person who is being moved by so many px of the screen. */
  nudge(by: { x: number; y: number }): void {
    const id = this.#atlas.look.getState().moving;
    const person = id === undefined ? undefined : this.model.people.get(id);
    if (person === undefined) return;
    const { zoom } = this.#map.view;
    const to = { x: person.x + by.x / zoom, y: person.y + by.y / zoom };
    this.#movedFrom ??= { id: person.id, x: person.x, y: person.y };
    this.model.setPerson({ ...person, ...to });
    this.#map.changed();
  }

  /** Keeps the place the arrow keys have led to. */
  drop(): void {
    const moved = this.#movedFrom;
    const person = moved === undefined ? undefined : this.model.people.get(moved.id);
    this.#movedFrom = undefined;
    this.#atlas.set({ moving: undefined });
    if (person !== undefined) void this.pin(person.id, person.x, person.y);
  }

  /** Says that two people know each other. */
  async tie(a: string, b: string): Promise<void> {
    await knowEachOther(this.#session, a, b);
  }

  /** Keeps a place for somebody. */
  async pin(id: string, x: number, y: number): Promise<void> {
    const spot = { id, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
    const kept = await this.#session.tell('atlas.pin', spot, { done: `${this.#nameOf(id)} is pinned here` });
    const position = this.#session.replica.network.get('positions', id);
    const person = this.model.people.get(id);
    if (kept !== undefined || position?.x === undefined || position.y === undefined || person === undefined)
      return;
    this.model.setPerson({ ...person, x: position.x, y: position.y });
    this.#map.changed();
  }

  #nameOf(id: string): string {
    return this.model.people.get(id)?.name ?? 'They';
  }

  #pick(person: string, { shift, double }: { shift: boolean; double: boolean }): void {
    const { selection } = this.#session;
    this.setActive(person);
    if (double && this.#isAtlas) {
      this.#atlas.set({ focus: person });
      return;
    }
    const { contacts } = selection.getState();
    const more = contacts.includes(person) ? contacts.filter((id) => id !== person) : [...contacts, person];
    selection.setState({ contacts: shift ? more : [person] }, true);
    const [one, other] = more;
    if (!shift || !this.#isAtlas || more.length !== 2 || one === undefined || other === undefined) return;
    Ways.of(this.#session).between(one, other);
  }

  #onLook(now: AtlasLook, before: AtlasLook): void {
    // Left without keeping the place: back to where it was.
    const moved = this.#movedFrom;
    if (now.moving === undefined && before.moving !== undefined && moved !== undefined) {
      const person = this.model.people.get(moved.id);
      this.#movedFrom = undefined;
      if (person !== undefined) this.model.setPerson({ ...person, x: moved.x, y: moved.y });
      this.#map.changed();
    }
    this.#look();
    if (now.focus !== before.focus) this.#map.camera.fit(this.#only());
    if (now.ways !== before.ways) this.#showAlong(now.ways);
  }

  /** Brings ways to others than before into sight, and leaves the view where they are the same. */
  #showAlong(ways: AtlasLook['ways'] = []): void {
    const people = ways.flatMap((way) => way.people.flatMap((id) => id ?? []));
    const along = [...new Set(people)].filter((id) => this.model.people.has(id)).sort();
    if (along.join(' ') === this.#along.join(' ')) return;
    this.#along = along;
    this.#fitAlong();
  }

  #fitAlong(): void {
    const [only] = this.#along;
    if (this.#along.length > 1) this.#map.camera.fit(this.#along);
    else if (only !== undefined) this.#map.camera.flyTo(only);
  }

  #only(): ReadonlySet<string> | undefined {
    return this.#wishes.only(this.#revision);
  }

  #look(): void {
    this.#map.setWish(
      this.#wishes.make({
        revision: this.#revision,
        level: this.#status?.level,
        focused: this.#keyboard ? this.#active : undefined,
      }),
    );
  }

  #first(inView: MapStatus['inView']): string | undefined {
    const selected = this.#session.selection.getState().contacts;
    const { clientWidth, clientHeight } = this.#host;
    const far = ({ x, y }: { x: number; y: number }): number =>
      Math.hypot(x - clientWidth / 2, y - clientHeight / 2);
    return (inView.find(({ id }) => selected.includes(id)) ?? [...inView].sort((a, b) => far(a) - far(b))[0])
      ?.id;
  }

  #knownTo(person: string): Set<string> {
    const known = new Set<string>();
    for (const { a, b } of this.model.tiesOf(person).values()) known.add(a === person ? b : a);
    return known;
  }

  /** The view of last time in this window; everyone at first. */
  #open(): void {
    const kept = this.#isAtlas ? viewFrom(sessionStorage.getItem(viewKey)) : undefined;
    this.#opened = true;
    this.#fitted = this.model.people.size;
    if (kept !== undefined && this.#fitted > 0) {
      this.#touched = true;
      this.#map.setView(kept);
    } else {
      this.#map.camera.fit(undefined, false);
    }
  }

  #fitIfGrown(): void {
    const people = this.model.people.size;
    // While places are still being found every newcomer counts; later only many at once.
    const settled = this.#session.analysis.work.getState().kind === 'settled';
    if (!this.#opened || this.#touched || people <= this.#fitted * (settled ? growth : 1)) return;
    this.#fitted = people;
    this.#map.camera.fit(undefined, false);
  }
}

function viewFrom(text: string | null): { x: number; y: number; zoom: number } | undefined {
  if (text === null) return undefined;
  try {
    return View.parse(JSON.parse(text));
  } catch {
    return undefined; // not ours: everyone is shown instead
  }
}

/** Times of the tokens; none where motion is not wanted. */
function motionTimes(): MotionTimes {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
    ? { fly: 0, tidy: 0 }
    : { fly: 240, tidy: 700 };
}
