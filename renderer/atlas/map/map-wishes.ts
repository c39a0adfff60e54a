/** What the map is told to show, and what it tells of itself. */
import type { Level } from '../scene/detail';
import type { Box, ViewTransform } from '../scene/scale';
import type { MarksState } from './marks-layer';

export interface MapStatus {
  readonly level: Level;
  /** Everybody who is drawn and in view, the more important first; no more than `mostListed`. */
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
