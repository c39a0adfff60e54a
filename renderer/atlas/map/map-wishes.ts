/** What the map is told to show, and what it tells of itself. */
import type { Level } from '../scene/detail';
import type { ArcOnMap, TriedOnMap, WayOnMap } from '../scene/links';
import type { Box, ViewTransform } from '../scene/scale';
import type { MarksState } from './marks-layer';

export interface MapStatus {
  readonly level: Level;
  /** Those who are drawn and in view, the more important first, up to some number. */
  readonly inView: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  /** Ties that are left out for want of room. */
  readonly omittedTies: number;
  /** Some group's border is not sure. */
  readonly soft: boolean;
  readonly view: ViewTransform;
}

export const nothingShown: MapStatus = {
  level: 'everyone',
  inView: [],
  omittedTies: 0,
  soft: false,
  view: { x: 0, y: 0, zoom: 1 },
};

/** Somebody was dropped on somebody else. */
export interface DropOn {
  readonly person: string;
  readonly on: string;
  /** Where on the map, should that have been meant. */
  readonly to: { readonly x: number; readonly y: number };
  /** Where on the screen. */
  readonly at: { readonly x: number; readonly y: number };
}

export interface MapCallbacks {
  readonly onStatus: (status: MapStatus) => void;
  readonly onMove: () => void;
  readonly onHover: (person: string | undefined) => void;
  readonly onPickPerson: (person: string, how: { shift: boolean; double: boolean }) => void;
  readonly onPickCluster: (cluster: string, how: { double: boolean }) => void;
  readonly onPickGround: () => void;
  readonly onDropped: (person: string, x: number, y: number) => void;
  readonly onDroppedOn: (drop: DropOn) => void;
  /** Boxes of the screen that panels cover. */
  readonly panels: () => Box[];
}

export interface MapWish extends MarksState {
  readonly ways: readonly WayOnMap[];
  readonly arcs: readonly ArcOnMap[];
  readonly tried?: TriedOnMap;
  /** Whoever a way or an arc leads to. */
  readonly linked: ReadonlySet<string>;
  readonly cluster?: string;
  /** Where given, nobody else is drawn. */
  readonly only?: ReadonlySet<string>;
}

export const nothingWished: MapWish = {
  selected: new Set(),
  linked: new Set(),
  named: new Set(),
  guessed: true,
  ways: [],
  arcs: [],
};

/** Whoever is drawn at any zoom. Far out the bubbles of their groups stand for those whom a way or an arc leads to. */
export function drawnAlways({ selected, linked }: MapWish, level: Level): Set<string> {
  return new Set(level === 'clusters' ? selected : [...selected, ...linked]);
}

export interface MotionTimes {
  /** ms; 0 where motion is not wanted. */
  readonly fly: number;
  readonly tidy: number;
}
