/** What a host is asked about warm paths, and what it answers. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Day } from '../time';

/** What a person can be found by where nobody is named. */
export const groupKinds = ['organisation', 'place', 'industry', 'tag'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const PathTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contact'), id: Id }),
  z.object({ kind: z.enum(groupKinds), value: z.string().trim().min(1).max(1_000) }),
]);
export type PathTarget = z.infer<typeof PathTarget>;

export const PathsQuestion = z.object({
  to: PathTarget,
  /** Where the paths begin; without it, with me. */
  from: Id.optional(),
  k: z.int().min(1).max(20).default(3),
  /** Through whom no path may lead. */
  avoid: z.array(Id).max(200).default([]),
  /** Leaves guessed ties out. */
  onlyKnown: z.boolean().default(false),
  /** Taken for today. */
  day: Day.optional(),
});
export type PathsQuestion = z.infer<typeof PathsQuestion>;

/** Somebody on a path; without an id it is me without a card of my own. */
const OnPath = z.object({ id: Id.optional(), name: z.string() });
export type OnPath = z.infer<typeof OnPath>;

const PathTie = z.object({
  /** How likely a word passes over it, 0 to 1. */
  strength: z.number(),
  known: z.boolean(),
  /** What it rests on, and how old that is. */
  text: z.string(),
  /** The last day that says so. */
  last: Day.nullable(),
});
export type PathTie = z.infer<typeof PathTie>;

/** The first one to ask: how it stands between us. */
const Asking = z.object({
  id: Id,
  name: z.string(),
  /** When I last asked something of them. */
  lastAsked: Day.nullable(),
  asked: z.string(),
  /** Whether a promise of mine to them is open. */
  promises: z.string(),
  openPromise: z.boolean(),
  /** How often they were asked of late, by anybody; empty where nobody asked. */
  load: z.string(),
  /** From which day on they may be asked again, where it was as often as is wanted. */
  freeFrom: Day.nullable(),
});
export type Asking = z.infer<typeof Asking>;

export const WarmPath = z.object({
  /** From the first to the last. */
  contacts: z.array(OnPath).min(2),
  /** One less: from each to the next. */
  ties: z.array(PathTie).min(1),
  /** The product of the strengths, times 0.4 for each of the hands. */
  warmth: z.number(),
  /** People between. */
  hands: z.int(),
  why: z.string(),
  /** Null where nobody has to be asked, or where it is not me who asks. */
  ask: Asking.nullable(),
});
export type WarmPath = z.infer<typeof WarmPath>;

/** The nearest thing that would make a path where there is none. */
const Remedy = z.discriminatedUnion('kind', [
  /** The two may know each other. */
  z.object({ kind: z.literal('tie'), from: OnPath, to: OnPath }),
  /** Through these there is one; they were left out. */
  z.object({ kind: z.literal('let-in'), people: z.array(OnPath) }),
  /** There is one over a guessed tie; they were left out. */
  z.object({ kind: z.literal('guessed') }),
  /** It is not said who I am. */
  z.object({ kind: z.literal('me') }),
]);
export type Remedy = z.infer<typeof Remedy>;

export const PathsAnswer = z.object({
  asOf: Day,
  from: OnPath,
  /** `people`: how many it could end at. */
  to: z.object({ kind: z.string(), name: z.string(), id: Id.optional(), people: z.int() }),
  paths: z.array(WarmPath),
  /** The warmest of those with the fewest people between, where it is not the first of the paths. */
  fewestHands: WarmPath.nullable(),
  /** Where there is no path: why, and what would make one. */
  none: z.string().nullable(),
  remedy: Remedy.nullable(),
});
export type PathsAnswer = z.infer<typeof PathsAnswer>;
