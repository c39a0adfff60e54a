/** People on a canvas: marks, the names that have room, names of clusters, bridge signs. */
import type { AtlasModel, Person, Tie } from '../scene/atlas-model';
import { type NameWish, type PlacedName, placeNames } from '../scene/cluster-names';
import { type LabelWish, type PlacedLabel, placeLabels } from '../scene/labels';
import {
  type Box,
  markScale,
  onScreen,
  overlaps,
  type Size,
  square,
  textScale,
  type ViewTransform,
  visibleBox,
} from '../scene/scale';
import { raisedAtLeast, type TieClass, tieWidths } from '../scene/tie-style';
import { type Bridge, type BridgeSign, bridgeSigns, paintBridgeSign } from './bridge-signs';
import type { LandLayer } from './land-layer';
import { markReach, paintFocus, paintMark, paintSelection } from './paint-mark';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { type TextWidths, writeText } from './text';

/** Whose names are not written. */
export interface Unnamed {
  readonly people: boolean;
  readonly groups: boolean;
}

export interface MarksState {
  readonly selected: ReadonlySet<string>;
  readonly hovered?: string;
  /** Where the keyboard is. */
  readonly focused?: string;
  /** Guessed ties are shown. */
  readonly guessed: boolean;
  /** Whom the highlight means; absent when none is on. */
  readonly meant?: ReadonlySet<string>;
  /** Whose names are not written, in a picture. */
  readonly unnamed?: Unnamed | undefined;
  /** Whose names stay: those on the way that is looked at, and both ends of an arc. */
  readonly named: ReadonlySet<string>;
}

/** Below this size of marks only names that matter are tried. */
const crowded = 0.62;
/** People considered for a name. */
const mostWishes = 420;
const clusterNameTracking = 0.055;
const noDash: number[] = [];
const guessDash = [0.1, 3.4];
/** Lines looked at when names of clusters choose a place. */
const mostLines = 300;

export class MarksLayer {
  #people: readonly Person[] = [];
  #drawn: ReadonlySet<string> = new Set();
  ties: readonly Tie[] = [];
  bridges: readonly Bridge[] = [];
  #labels: readonly PlacedLabel[] = [];
  #names: readonly PlacedName[] = [];
  /** The view in which names of clusters were placed; they move with the map until placed anew. */
  #placedIn: ViewTransform = { x: 0, y: 0, zoom: 1 };
  readonly #model: AtlasModel;
  readonly #land: LandLayer;
  readonly #widths: TextWidths;
  readonly #spotOf: (person: Person) => { x: number; y: number };
  readonly #classOf: (tie: Tie) => TieClass;

  constructor(
    model: AtlasModel,
    land: LandLayer,
    widths: TextWidths,
    spotOf: (person: Person) => { x: number; y: number },
    classOf: (tie: Tie) => TieClass,
  ) {
    this.#model = model;
    this.#land = land;
    this.#widths = widths;
    this.#spotOf = spotOf;
    this.#classOf = classOf;
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  set people(people: readonly Person[]) {
    this.#people = people;
    this.#drawn = new Set(people.map(({ id }) => id));
  }

  /** People whose name is written now, besides the one pointed at. */
  get labelled(): readonly string[] {
    return this.#labels.map(({ id }) => id);
  }

  /**
   * Chooses places for names anew.
   * @param taken boxes of the screen that panels cover
   * @param clusters whether clusters are named here; bubbles carry their own names
   */
  place(
    view: ViewTransform,
    size: Size,
    palette: Palette,
    state: MarksState,
    taken: readonly Box[],
    clusters = true,
  ): void {
    const screen = { left: 4, top: 4, right: size.width - 4, bottom: size.height - 4 };
    const scale = markScale(view.zoom);
    const at = (person: Person): { x: number; y: number } => onScreen(this.#spotOf(person), view);
    const shown = this.people.filter((person) => {
      const { x, y } = at(person);
      return x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20;
    });
    const strong = this.#lines(view, (tie) => this.#model.isBetween(tie) && tie.known);
    const signs = this.#signs(view).map(({ x: left, y: top }) => square(left, top, 12));
    const marks = shown.map((person) => {
      const { x, y } = at(person);
      return square(x, y, markReach(look(person, scale), scale));
    });
    const names = clusters ? this.#nameWishes(view, size, palette) : [];
    this.#names = placeNames(names, strong, [...taken, ...signs], screen);
    const wishes = shown
      .filter((person) => this.#wantsName(person, scale, state))
      .map((person) => this.#wish(person, at(person), view.zoom, palette, state))
      .sort((a, b) => Number(b.must) - Number(a.must) || b.importance - a.importance)
      .slice(0, mostWishes);
    this.#labels = placeLabels(wishes, {
      taken: [...taken, ...signs, ...this.#names.map(({ box }) => box)],
      marks,
      lines: strong,
      screen,
    });
    this.#placedIn = view;
  }

  paint(canvas: Pen, view: ViewTransform, size: Size, palette: Palette, state: MarksState): void {
    const scale = markScale(view.zoom);
    this.#paintRaised(canvas, view, palette, state);
    for (const sign of this.#signs(view)) paintBridgeSign(canvas, sign, palette);
    const onTop = new Map<string, Person>();
    for (const person of this.people) {
      if (state.selected.has(person.id) || person.id === state.hovered) onTop.set(person.id, person);
      else this.#paintPerson(canvas, person, view, size, palette, state, scale);
    }
    for (const person of onTop.values()) this.#paintPerson(canvas, person, view, size, palette, state, scale);
    if (state.unnamed?.groups !== true) this.#paintNames(canvas, view, palette);
    if (state.unnamed?.people !== true) this.#paintLabels(canvas, view, palette, state);
  }

  /** The ties of the selected and of the one pointed at, over everything but the marks. */
  #paintRaised(canvas: Pen, view: ViewTransform, palette: Palette, state: MarksState): void {
    canvas.lineCap = 'round';
    canvas.strokeStyle = palette.text;
    const width = Math.min(1.6, Math.max(0.6, view.zoom));
    for (const id of new Set([...state.selected, state.hovered])) {
      const person = id === undefined ? undefined : this.#model.people.get(id);
      if (person === undefined) continue;
      const from = onScreen(this.#spotOf(person), view);
      for (const tie of this.#model.tiesOf(person.id).values()) {
        const other = this.#model.people.get(tie.a === person.id ? tie.b : tie.a);
        if (other === undefined || (!tie.known && !state.guessed)) continue;
        const to = onScreen(this.#spotOf(other), view);
        canvas.beginPath();
        canvas.moveTo(from.x, from.y);
        canvas.lineTo(to.x, to.y);
        canvas.lineWidth = Math.max(raisedAtLeast, tieWidths[this.#classOf(tie)] * width);
        canvas.setLineDash(tie.known ? noDash : guessDash);
        canvas.stroke();
      }
    }
    canvas.setLineDash(noDash);
  }

  #paintPerson(
    canvas: Pen,
    person: Person,
    view: ViewTransform,
    size: Size,
    palette: Palette,
    state: MarksState,
    scale: number,
  ): void {
    const { x, y } = onScreen(this.#spotOf(person), view);
    if (x < -40 || y < -40 || x > size.width + 40 || y > size.height + 40) return;
    const ground = palette.land[this.#tint(person)]!;
    const mark = look(person, scale, state.meant !== undefined && !state.meant.has(person.id));
    if (state.selected.has(person.id)) {
      paintSelection(canvas, x, y, mark.diameter, ground, palette, scale);
    }
    paintMark(canvas, x, y, mark, ground, palette, scale);
    if (person.isMe) this.#paintMe(canvas, x, y, mark.diameter, palette);
    if (person.id === state.focused) {
      const reach = state.selected.has(person.id) ? mark.diameter / 2 + 11 * scale : markReach(mark, scale);
      paintFocus(canvas, x, y, reach, palette);
    }
  }

  /** A dot in the middle: this is me. */
  #paintMe(canvas: Pen, x: number, y: number, diameter: number, palette: Palette): void {
    canvas.beginPath();
    canvas.arc(x, y, diameter / 5, 0, 2 * Math.PI);
    canvas.fillStyle = palette.surface;
    canvas.fill();
  }

  #paintLabels(canvas: Pen, view: ViewTransform, palette: Palette, state: MarksState): void {
    const people = new Map(this.people.map((person) => [person.id, person]));
    const written = new Set<string>();
    for (const { id, dx, dy } of this.#labels) {
      const person = people.get(id);
      if (person === undefined) continue;
      written.add(id);
      this.#writeName(canvas, person, dx, dy, view, palette, state);
    }
    for (const id of [state.hovered, state.focused]) {
      const person = id === undefined || written.has(id) ? undefined : people.get(id);
      if (person === undefined) continue;
      const mark = look(person, markScale(view.zoom));
      const font = this.#font(person, view.zoom, palette);
      const width = this.#widths.of(person.name, font);
      this.#writeName(canvas, person, -width / 2, mark.diameter / 2 + 18, view, palette, state);
    }
  }

  #writeName(
    canvas: Pen,
    person: Person,
    dx: number,
    dy: number,
    view: ViewTransform,
    palette: Palette,
    state: MarksState,
  ): void {
    const { x, y } = onScreen(this.#spotOf(person), view);
    const font = this.#font(person, view.zoom, palette);
    const width = this.#widths.of(person.name, font);
    const onLand =
      person.cluster !== undefined &&
      this.#land.isOn(
        person.cluster,
        (x + dx + width / 2 - view.x) / view.zoom,
        (y + dy - 4 - view.y) / view.zoom,
      );
    const raised =
      state.selected.has(person.id) || person.id === state.hovered || person.id === state.focused;
    const plain = person.connector || person.diameter >= 15 || raised;
    const dimmed = state.meant !== undefined && !state.meant.has(person.id) && !raised;
    writeText(
      canvas,
      person.name,
      x + dx,
      y + dy,
      font,
      dimmed ? palette.text3 : plain ? palette.text : palette.text2,
      onLand ? palette.land[this.#tint(person)]! : palette.sea,
    );
  }

  #paintNames(canvas: Pen, view: ViewTransform, palette: Palette): void {
    const share = view.zoom / this.#placedIn.zoom;
    for (const { id, x, y } of this.#names) {
      const cluster = this.#model.clusters.get(id);
      if (cluster === undefined) continue;
      const { font, width, tracking } = this.#clusterFont(cluster.name, palette);
      writeText(
        canvas,
        cluster.name,
        (x - this.#placedIn.x) * share + view.x - width / 2,
        (y - this.#placedIn.y) * share + view.y,
        font,
        palette.name[cluster.tint]!,
        palette.sea,
        4,
        tracking,
      );
    }
    canvas.letterSpacing = '0px';
  }

  #signs(view: ViewTransform): BridgeSign[] {
    const at = (id: string): { x: number; y: number } | undefined => {
      const person = this.#drawn.has(id) ? this.#model.people.get(id) : undefined;
      return person && onScreen(this.#spotOf(person), view);
    };
    return bridgeSigns(this.bridges, at);
  }

  #wantsName(person: Person, scale: number, state: MarksState): boolean {
    if (state.selected.has(person.id) || state.named.has(person.id) || person.connector) return true;
    if (state.meant !== undefined) return state.meant.has(person.id);
    if (person.diameter <= 7) return scale > 1;
    return scale >= crowded || person.diameter >= 15;
  }

  #wish(
    person: Person,
    { x, y }: { x: number; y: number },
    zoom: number,
    palette: Palette,
    state: MarksState,
  ): LabelWish {
    const scale = markScale(zoom);
    const selected = state.selected.has(person.id);
    const font = this.#font(person, zoom, palette);
    return {
      id: person.id,
      x,
      y,
      radius: markReach(look(person, scale), scale) + (selected ? 10 * scale : 1),
      width: this.#widths.of(person.name, font),
      height: (person.connector ? 13 : 11.5) * textScale(zoom),
      importance:
        (selected ? 1e6 : 0) +
        (person.connector ? 1e5 : 0) +
        person.diameter * 300 +
        (person.cooling ? 600 : 0) +
        Math.min(100, this.#model.tiesOf(person.id).size) * 10,
      must: selected || person.connector || state.named.has(person.id),
    };
  }

  #font(person: Person, zoom: number, palette: Palette): string {
    const scale = textScale(zoom);
    if (person.connector) return `600 ${(13 * scale).toFixed(1)}px ${palette.fontUi}`;
    return `${person.diameter >= 15 ? 500 : 400} ${(11.5 * scale).toFixed(1)}px ${palette.fontUi}`;
  }

  #clusterFont(name: string, palette: Palette): { font: string; width: number; tracking: number } {
    const font = `600 17px ${palette.fontName}`;
    const tracking = 17 * clusterNameTracking;
    return { font, tracking, width: this.#widths.of(name, font, tracking) };
  }

  #nameWishes(view: ViewTransform, size: Size, palette: Palette): NameWish[] {
    const wishes: NameWish[] = [];
    const shown = visibleBox(view, size);
    for (const { id, name } of this.#model.clusters.values()) {
      const box = this.#land.boxOf(id);
      const outline = this.#land.outline(id);
      if (box === undefined || outline === undefined || !overlaps(box, shown)) continue;
      const people = this.#model.membersOf(id).size;
      wishes.push({
        id,
        outline: outline.map((value, i) => value * view.zoom + (i % 2 === 0 ? view.x : view.y)),
        width: this.#clusterFont(name, palette).width,
        height: 17,
        importance: people,
      });
    }
    return wishes;
  }

  #lines(view: ViewTransform, wanted: (tie: Tie) => boolean): Float32Array {
    const lines: number[] = [];
    for (const tie of this.ties) {
      const a = this.#model.people.get(tie.a);
      const b = this.#model.people.get(tie.b);
      if (a === undefined || b === undefined || !wanted(tie)) continue;
      if (lines.length >= 4 * mostLines) break;
      const from = onScreen(this.#spotOf(a), view);
      const to = onScreen(this.#spotOf(b), view);
      lines.push(from.x, from.y, to.x, to.y);
    }
    return Float32Array.from(lines);
  }

  #tint(person: Person): number {
    const cluster = person.cluster === undefined ? undefined : this.#model.clusters.get(person.cluster);
    return cluster === undefined || cluster.clarity === 'unclear' ? 0 : cluster.tint;
  }
}

function look(person: Person, scale: number, dimmed = false): Parameters<typeof markReach>[0] {
  return {
    diameter: person.diameter * scale,
    warmth: person.warmth,
    connector: person.connector,
    cooling: person.cooling,
    dimmed,
  };
}
