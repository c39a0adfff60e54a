/**
 * What the analysis service is told and what it answers.
 *
 *   start, load*, loaded      the network, by the feed (feed.ts)
 *   changes                   an edit, with its place in the journal
 *   view                      as of which day, guesses from which confidence
 *   tidy                      lay everyone out anew, the pinned excepted
 *   ask                       a question (questions.ts): answered as soon as what it needs has been worked out
 *
 * Answers name the `revision` they belong to: the `seq` of the last edit they know of. Warmth and strengths
 * of what an edit touched come at once; clusters, connectors and places follow when they are done, and those
 * overtaken by a later edit never come.
 */
import { z } from 'zod';
import { JsonObject } from '../json';
import { Id } from '../model/ids';
import { Day } from '../time';
import { clarities } from './agreement';
import { feedTables, sliceLength } from './feed';
import { Answer, Question } from './questions';
import { warmthStates, warmthWords } from './warmth';

const FeedTableName = z.enum(feedTables);
/** A patch of the model cut down to the fields of the feed. */
export const FeedPatch = z.object({
  table: FeedTableName,
  id: Id,
  before: JsonObject.nullable(),
  after: JsonObject.nullable(),
});
export type FeedPatch = z.infer<typeof FeedPatch>;

export const AnalysisView = z.object({
  /** Today, or the day of a replay: what came later is not there yet. */
  asOf: Day,
  /** Guessed ties count from this confidence on; 2 leaves all of them out. */
  guessedFrom: z.number().min(0).max(2),
  /** False where nobody looks at a map (the terminal): no places are worked out. */
  layout: z.boolean(),
  /** Counts me among the people. A star around its owner hides who knows whom: only if asked for. */
  withMe: z.boolean().optional(),
  /**
   * Only these people count, with the ties among them. Clusters are theirs alone then, unless they stay as they are
   * (`replay`): not to be kept for everybody.
   */
  among: z.array(Id).max(100_000).optional(),
  /** Shortest ways by the sum of 1 / strength instead of the number of ties. */
  weighted: z.boolean().optional(),
  /** Of clusters: above 1 finds smaller ones, below 1 larger ones. */
  resolution: z.number().min(0.01).max(100).optional(),
  seed: z.int().min(0).optional(),
  /** A look at the past: clusters and places stay those of today. */
  replay: z.boolean().optional(),
});
export type AnalysisView = z.infer<typeof AnalysisView>;

export const ToAnalysis = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), view: AnalysisView }),
  /** Rows of one table; each is read by the schema of its table. */
  z.object({
    type: z.literal('load'),
    table: FeedTableName,
    rows: z.array(JsonObject).max(sliceLength),
  }),
  z.object({ type: z.literal('loaded'), seq: z.int() }),
  /** An edit with many patches comes in several messages, all but the last with `more`. */
  z.object({
    type: z.literal('changes'),
    seq: z.int(),
    patches: z.array(FeedPatch).max(sliceLength),
    more: z.boolean().optional(),
  }),
  z.object({ type: z.literal('view'), view: AnalysisView }),
  z.object({ type: z.literal('tidy'), request: z.string().max(64) }),
  z.object({ type: z.literal('cancelTidy'), request: z.string().max(64) }),
  z.object({ type: z.literal('ask'), request: z.string().max(64), question: Question }),
  z.object({ type: z.literal('unask'), request: z.string().max(64) }),
  z.object({ type: z.literal('stop') }),
]);
export type ToAnalysis = z.infer<typeof ToAnalysis>;

export const ContactWarmth = z.object({
  contact: Id,
  /** 1 warm .. 7 cold for the fill of the disc; 0 unknown, drawn hollow. */
  step: z.int().min(0).max(7),
  /** b / (b + 1), 0..1; 0 when unknown. */
  shown: z.number(),
  /** `cooling` carries the dashed ring. */
  state: z.enum(warmthStates),
  word: z.enum(warmthWords),
  /** Last contact day. */
  last: Day.nullable(),
  /** Contact days so far. */
  days: z.int(),
  /** Days between contacts on average; null below two contact days. */
  meanGap: z.number().nullable(),
  /** Days of silence, without the pauses. */
  silence: z.int().nullable(),
  /** What the silence is held against: the mean gap, or the cadence. */
  rhythm: z.enum(['own', 'cadence']).nullable(),
  /** The first day on which it has gone quiet if nothing happens; may lie in the past. Null when unknown. */
  quietBy: Day.nullable(),
  /** Larger is likelier to stay silent (measures.md 4): the order of a list of cooling ties, never shown. */
  order: z.number().nullable(),
});
export type ContactWarmth = z.infer<typeof ContactWarmth>;

export const TieStrength = z.object({
  tie: Id,
  strength: z.number(),
  /** 1 for a known tie. */
  confidence: z.number(),
  /** It was there on the day that is looked at. */
  there: z.boolean(),
  /** Counts in the measures wherever both ends do: it was there, and a guess is confident enough. */
  counts: z.boolean(),
});
export type TieStrength = z.infer<typeof TieStrength>;

export const ClusterFound = z.object({
  id: Id,
  /** `ties`: a community; `trait`: people without ties who share an organisation or place. */
  basis: z.enum(['ties', 'trait']),
  people: z.int(),
  /** The trait that members share beyond what is usual, as a name to propose. */
  name: z.string().nullable(),
  tint: z.int().min(1).max(10),
  /**
   * 0..1, how alike the group comes out when groups are looked for afresh, and the word for it (agreement.ts); null
   * until that has been tried, and for traits.
   */
  agreement: z.number().nullable(),
  clarity: z.enum(clarities).nullable(),
});
export type ClusterFound = z.infer<typeof ClusterFound>;

export const Connector = z.object({
  contact: Id,
  /** Carries the double ring. */
  ring: z.boolean(),
  /** Pairs of others whose shortest way runs through the contact, rounded. */
  pairs: z.int(),
  /** Other clusters in which the contact knows people, with how many there; most people first. */
  reaches: z.array(z.object({ cluster: Id, people: z.int() })),
  /** Those of them that nobody else in the contact's own cluster knows anyone in. */
  alone: z.array(Id),
});
export type Connector = z.infer<typeof Connector>;

const Place = z.object({ contact: Id, x: z.number(), y: z.number() });

export const FromAnalysis = z.discriminatedUnion('type', [
  /** Warmth that is new or different. After `loaded` it is everyone's, in slices. */
  z.object({ type: z.literal('warmth'), revision: z.int(), asOf: Day, warmth: z.array(ContactWarmth) }),
  z.object({ type: z.literal('strengths'), revision: z.int(), strengths: z.array(TieStrength) }),
  /**
   * All clusters there are, and the contacts whose cluster is new or different (null: none). After `loaded` it is
   * everyone's. Many members come in several answers.
   */
  z.object({
    type: z.literal('clusters'),
    revision: z.int(),
    modularity: z.number(),
    clusters: z.array(ClusterFound),
    members: z.array(z.object({ contact: Id, cluster: Id.nullable() })),
    /** True when the groups were found anew rather than kept from before. */
    regrouped: z.boolean(),
    /** False: no clear groups. */
    clear: z.boolean(),
  }),
  /** Rings first, then others by pairs; `exact: false` is an estimate that the exact value will replace. */
  z.object({
    type: z.literal('connectors'),
    revision: z.int(),
    exact: z.boolean(),
    connectors: z.array(Connector),
  }),
  /** Places worked out for those without one (`newcomers`), or for all but the pinned (`tidy`). */
  z.object({
    type: z.literal('layout'),
    revision: z.int(),
    kind: z.enum(['newcomers', 'tidy']),
    request: z.string().nullable(),
    places: z.array(Place),
    /** The rest follows in other messages. */
    more: z.boolean(),
  }),
  z.object({ type: z.literal('answer'), request: z.string(), revision: z.int(), answer: Answer }),
  z.object({
    type: z.literal('progress'),
    job: z.enum(['clusters', 'connectors', 'layout']),
    /** 0..1 */
    done: z.number(),
  }),
  /** Warmth and strengths of the day that is looked at have all been told; the measures of the whole follow. */
  z.object({ type: z.literal('shown'), asOf: Day }),
  /** Nothing is left to work out for this revision. */
  z.object({ type: z.literal('settled'), revision: z.int() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);
export type FromAnalysis = z.infer<typeof FromAnalysis>;

/** One end of a line to the service: a worker's, a thread's, or two functions in a test. */
export interface Port<Out, In> {
  post(message: Out): void;
  onMessage(receive: (message: In) => void): void;
}
