/** The part of a network that measures need, and no more: no names of people, no notes, no texts. */
import { z } from 'zod';
import { Channel } from '../model/entities/happening';
import { EvidenceKind } from '../model/entities/tie';
import { Id } from '../model/ids';
import { Day, PartialDate } from '../time';

/** No message holds more rows or patches than this, so that reading one takes a few milliseconds. */
export const sliceLength = 1_000;

const Text = z.string().max(1_000);

export const FeedSettings = z.object({
  id: z.literal('settings'),
  me: Id.optional(),
  circles: z
    .array(z.object({ id: Text, days: z.number().min(1) }))
    .max(20)
    .optional(),
});
export const FeedContact = z.object({
  id: Id,
  organisations: z
    .array(
      z.object({
        name: Text,
        title: Text.optional(),
        from: PartialDate.optional(),
        to: PartialDate.optional(),
      }),
    )
    .max(200)
    .default([]),
  place: Text.optional(),
  industry: Text.optional(),
  tags: z.array(Text).max(1_000).default([]),
  interests: z.array(Text).max(1_000).default([]),
  /** Of whom the generation is known. */
  birthday: PartialDate.optional(),
  circle: Text.optional(),
  cadenceDays: z.number().min(1).optional(),
  noMeasures: z.boolean().optional(),
  archived: z.boolean().optional(),
});
export const FeedTie = z.object({
  id: Id,
  a: Id,
  b: Id,
  state: z.enum(['known', 'inferred']),
  closeness: z.number().min(1).max(5).optional(),
  weight: z.number().positive().optional(),
  since: PartialDate.optional(),
  confidence: z.number().min(0).max(1).optional(),
});
export const FeedEvidence = z.object({
  id: Id,
  tie: Id,
  kind: EvidenceKind,
  day: Day.optional(),
  size: z.number().min(1).optional(),
  count: z.number().min(1).default(1),
  nth: z.number().min(1).optional(),
});
export const FeedInteraction = z.object({
  id: Id,
  day: Day,
  planned: z.boolean().optional(),
  channel: Channel,
  with: z.array(Id).max(2_000),
  size: z.number().min(1).optional(),
});
/** Jobs and moves: who could lead to where there is nobody. */
export const FeedFact = z.object({
  id: Id,
  contact: Id,
  kind: z.enum(['job', 'move', 'study', 'other']),
  from: PartialDate.optional(),
  to: PartialDate.optional(),
  title: Text.optional(),
  organisation: Text.optional(),
  place: Text.optional(),
});
export const FeedTarget = z.object({
  id: Id,
  attribute: Text,
  value: Text,
  share: z.number().min(0).max(1),
});
/** What plans ask for. */
export const FeedPlan = z.object({
  id: Id,
  industries: z.array(Text).max(100).default([]),
  places: z.array(Text).max(100).default([]),
  organisations: z.array(Text).max(100).default([]),
  state: z.enum(['open', 'done', 'dropped']).default('open'),
});
export const FeedPause = z.object({ id: Id, contact: Id.optional(), from: Day, to: Day.optional() });
export const FeedCluster = z.object({
  id: Id,
  tint: z.int().min(1).max(10),
  named: z.boolean().optional(),
});
export const FeedPosition = z.object({
  id: Id,
  x: z.number().optional(),
  y: z.number().optional(),
  pinned: z.boolean().optional(),
  cluster: Id.optional(),
});

export type FeedSettings = z.infer<typeof FeedSettings>;
export type FeedContact = z.infer<typeof FeedContact>;
export type FeedTie = z.infer<typeof FeedTie>;
export type FeedEvidence = z.infer<typeof FeedEvidence>;
export type FeedInteraction = z.infer<typeof FeedInteraction>;
export type FeedFact = z.infer<typeof FeedFact>;
export type FeedTarget = z.infer<typeof FeedTarget>;
export type FeedPlan = z.infer<typeof FeedPlan>;
export type FeedPause = z.infer<typeof FeedPause>;
export type FeedCluster = z.infer<typeof FeedCluster>;
export type FeedPosition = z.infer<typeof FeedPosition>;

/** The tables of the feed, in the order in which they are sent. */
export const feedSchemas = {
  settings: FeedSettings,
  contacts: FeedContact,
  ties: FeedTie,
  evidence: FeedEvidence,
  interactions: FeedInteraction,
  facts: FeedFact,
  diversityTargets: FeedTarget,
  plans: FeedPlan,
  pauses: FeedPause,
  clusters: FeedCluster,
  positions: FeedPosition,
} as const;
export const feedTables = [
  'settings',
  'contacts',
  'ties',
  'evidence',
  'interactions',
  'facts',
  'diversityTargets',
  'plans',
  'pauses',
  'clusters',
  'positions',
] as const satisfies readonly (keyof typeof feedSchemas)[];
export type FeedTable = (typeof feedTables)[number];

export function isFeedTable(table: string): table is FeedTable {
  return Object.hasOwn(feedSchemas, table);
}
