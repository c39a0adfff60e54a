/** What a map is to show, from what is selected, pointed at, focused on and highlighted. */
import type { AtlasView, Highlight, PointedAt } from '../network/atlas-view';
import type { Session } from '../network/session';
import { Kept } from './kept';
import type { MapWish } from './map/map-wishes';
import type { AtlasModel } from './scene/atlas-model';
import { type Level, within } from './scene/detail';
import type { ArcOnMap, WayOnMap } from './scene/links';

/** How the map itself stands. */
export interface MapState {
  /** Counts changes of the model. */
  readonly revision: number;
  readonly level: Level | undefined;
  /** Where the keyboard is, if the map has it. */
  readonly focused: string | undefined;
}

export class WishMaker {
  readonly #session: Session;
  readonly #atlas: AtlasView;
  readonly #model: AtlasModel;
  // The same sets as long as nothing they come from changes, so that the map sees what is new.
  readonly #onlyKept = new Kept<ReadonlySet<string> | undefined>();
  readonly #meantKept = new Kept<ReadonlySet<string>>();
  readonly #selectedKept = new Kept<ReadonlySet<string>>();
  readonly #litKept = new Kept<ReadonlySet<string> | undefined>();
  readonly #linkedKept = new Kept<ReadonlySet<string>>();
  readonly #namedKept = new Kept<ReadonlySet<string>>();

  /** @param atlas how this map is looked at */
  constructor(session: Session, atlas: AtlasView, model: AtlasModel) {
    this.#session = session;
    this.#atlas = atlas;
    this.#model = model;
  }

  get isAtlas(): boolean {
    return this.#atlas === this.#session.atlas;
  }

  make({ revision, level, focused }: MapState): MapWish {
    const { contacts, cluster } = this.#session.selection.getState();
    const {
      highlight,
      meant: leads = nobody,
      ways = noWays,
      arcs = noArcs,
      tried,
    } = this.#atlas.look.getState();
    const pointed = this.#session.atlas.pointed.getState();
    const hovered = pointed.people.length === 1 ? pointed.people[0] : undefined;
    const only = this.only(revision);
    const linked = this.#linked(ways, arcs);
    const meant = this.#lit(pointed, revision) ?? this.#highlighted(highlight, ways, linked, leads, revision);
    const land = pointed.cluster ?? this.#bubbleOf(hovered, level) ?? cluster;
    return {
      selected: this.#selectedKept.of([contacts], () => new Set(contacts)),
      guessed: this.#guessed(),
      ways,
      arcs,
      linked,
      named: this.#named(ways, arcs),
      ...(land === undefined ? {} : { cluster: land }),
      ...(hovered === undefined ? {} : { hovered }),
      ...(focused === undefined ? {} : { focused }),
      ...(meant === undefined ? {} : { meant }),
      ...(only === undefined ? {} : { only }),
      ...(tried === undefined ? {} : { tried }),
    };
  }

  /** Those within two steps of whom the map is focused on. */
  only(revision: number): ReadonlySet<string> | undefined {
    const { focus } = this.#atlas.look.getState();
    const guessed = this.#guessed();
    return this.#onlyKept.of([focus, guessed, revision], () =>
      focus === undefined || !this.#model.people.has(focus)
        ? undefined
        : within(this.#model, focus, 2, guessed),
    );
  }

  #guessed(): boolean {
    return this.#session.replica.network.get('settings', 'settings')?.showGuessed ?? true;
  }

  /** Whoever a way or an arc leads to. */
  #linked(ways: readonly WayOnMap[], arcs: readonly ArcOnMap[]): ReadonlySet<string> {
    return this.#linkedKept.of([ways, arcs], () => linkedBy(ways, arcs));
  }

  /** Of many ways and suggestions not everybody can be named. */
  #named(ways: readonly WayOnMap[], arcs: readonly ArcOnMap[]): ReadonlySet<string> {
    return this.#namedKept.of([ways, arcs], () => {
      if (ways.length > 0)
        return linkedBy(
          ways.filter(({ isChosen }) => isChosen),
          [],
        );
      return linkedBy(
        [],
        arcs.filter(({ look }) => look !== 'suggested'),
      );
    });
  }

  /** A group or several people who are pointed at: everybody else steps back. */
  #lit(pointed: PointedAt, revision: number): ReadonlySet<string> | undefined {
    const { people, cluster } = pointed;
    return this.#litKept.of([pointed, revision], () => {
      if (cluster !== undefined) return new Set(this.#model.membersOf(cluster));
      return people.length > 1 ? new Set(people) : undefined;
    });
  }

  /** Far out, where only groups are drawn, the group of somebody stands for them. */
  #bubbleOf(person: string | undefined, level: Level | undefined): string | undefined {
    if (person === undefined || level !== 'clusters') return undefined;
    return this.#model.people.get(person)?.cluster;
  }

  /** Ways come before a highlight. Beside a list that says that there is nobody, everybody stays as they are. */
  #highlighted(
    highlight: Highlight,
    ways: readonly WayOnMap[],
    linked: ReadonlySet<string>,
    leads: ReadonlySet<string>,
    revision: number,
  ): ReadonlySet<string> | undefined {
    if (ways.length > 0) return linked;
    if (highlight === 'none') return undefined;
    const meant =
      highlight === 'gaps' || highlight === 'tried'
        ? leads
        : highlight === 'introductions'
          ? linked
          : this.#meant(highlight, revision);
    return meant.size === 0 && !this.isAtlas ? undefined : meant;
  }

  #meant(highlight: 'connectors' | 'cooling', revision: number): ReadonlySet<string> {
    return this.#meantKept.of([highlight, revision], () => {
      const meant = new Set<string>();
      for (const person of this.#model.people.values()) {
        if (highlight === 'connectors' ? person.connector : person.cooling) meant.add(person.id);
      }
      return meant;
    });
  }
}

/** Arcs are not drawn beside ways. */
function linkedBy(ways: readonly WayOnMap[], arcs: readonly ArcOnMap[]): ReadonlySet<string> {
  const ends = ways.length > 0 ? ways.flatMap(({ people }) => people) : arcs.flatMap(({ a, b }) => [a, b]);
  return new Set(ends.filter((id) => id !== undefined));
}

const nobody: ReadonlySet<string> = new Set();
const noWays: readonly WayOnMap[] = [];
const noArcs: readonly ArcOnMap[] = [];
