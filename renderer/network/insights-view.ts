/** What Insights shows of what it could; kept while one is elsewhere. */
import type { Scope } from '../../shared/analysis/questions';

export const insightParts = ['gaps', 'cooling', 'connectors', 'clusters', 'chain', 'what-if'] as const;
export type InsightPart = (typeof insightParts)[number];

/** Two people, as the ends of a tie. */
export type Ends = readonly [string, string];

/** A list as a file would hold it. */
export interface Table {
  /** What the file is called, without its ending. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: () => Iterable<readonly string[]>;
}

/** Whom what is tried takes out, and what follows. */
export interface Outcome {
  /** Members of groups with which one would lose touch are among them. */
  readonly gone: readonly string[];
  /** From everybody else; none until that is worked out. */
  readonly cutOff: readonly string[];
}

export interface InsightsView {
  /** Narrow the lists down. */
  readonly text: string;
  readonly cluster?: string;
  /** Whose variety. */
  readonly scope: Scope;
  /** Cooling by when it goes quiet, or by group. */
  readonly coolingBy: 'when' | 'cluster';
  /** Connectors with the columns of numbers. */
  readonly numbers: boolean;
  /** Connectors without whom somebody would be cut off, only. */
  readonly cutOnly: boolean;
  /** The map stands beside the lists where there is room for it. */
  readonly map: boolean;
  /** Of whom it is asked through whom they came; everybody without it. */
  readonly whom?: readonly string[] | undefined;
  /** Without whom the network is looked at. */
  readonly without: readonly string[];
  /** Groups with which one would lose touch. */
  readonly cold: readonly string[];
  /** With which ties that are not there, and without which that are. */
  readonly brought: readonly Ends[];
  readonly cut: readonly Ends[];
  /** What is tried, as the map is to draw it; undefined where nothing is. */
  readonly outcome?: Outcome | undefined;
  /** The map draws how it is although something is tried. */
  readonly asItIs: boolean;
  /** The list in view, to be saved; undefined where there is none. */
  readonly table?: Table;
}

export const asOpened: InsightsView = {
  text: '',
  scope: { kind: 'everyone' },
  coolingBy: 'when',
  numbers: false,
  cutOnly: false,
  map: true,
  without: [],
  cold: [],
  brought: [],
  cut: [],
  asItIs: false,
};
