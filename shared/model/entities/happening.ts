/** What happens between me and contacts: interactions, promises, give and take, requests, replies owed. */
import { z } from 'zod';
import { Day, Moment, Zone } from '../../time';
import { Id } from '../ids';
import { kept, type Known, Line, Text } from '../schema';

export const channels = [
  'in-person',
  'meal',
  'call',
  'video',
  'mail',
  'message',
  'letter',
  'event',
  'gift',
] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

export const Interaction = kept({
  id: Id,
  day: Day,
  at: Moment.optional(),
  zone: Zone.optional(),
  /** In the future, and not yet something that happened. */
  planned: z.boolean().optional(),
  channel: Channel,
  /** Who reached out. */
  direction: z.enum(['mine', 'theirs', 'both']).default('both'),
  with: z.array(Id).min(1).max(2_000),
  /** How many people were there in all, where more than `with` names; a broadcast counts for nobody. */
  size: z.int().min(1).optional(),
  minutes: z.int().min(0).max(100_000).optional(),
  summary: Text.optional(),
  confidential: Id.optional(),
  tags: z.array(Line).max(100).default([]),
  batch: Id.optional(),
});
export type Interaction = Known<z.output<typeof Interaction>>;

/** A text that is shown only when asked for. Everything else holds its id alone. */
export const Confidential = kept({ id: Id, text: Text });
export type Confidential = Known<z.output<typeof Confidential>>;

/** A promise with a due date, mine or theirs; advice ends with an update to its giver. */
export const Commitment = kept({
  id: Id,
  contact: Id,
  by: z.enum(['me', 'them']),
  text: Text.optional(),
  confidential: Id.optional(),
  advice: z.boolean().optional(),
  madeOn: Day,
  due: Day.optional(),
  doneOn: Day.optional(),
  droppedOn: Day.optional(),
  /** For advice: when its giver was told what came of it. */
  toldOn: Day.optional(),
  /** A word on how it ended, where one was given. */
  outcome: Text.optional(),
  interaction: Id.optional(),
});
export type Commitment = Known<z.output<typeof Commitment>>;

export const exchangeKinds = [
  'help',
  'information',
  'referral',
  'introduction',
  'gift',
  'time',
  'other',
] as const;

export const Exchange = kept({
  id: Id,
  contact: Id,
  direction: z.enum(['given', 'received']),
  kind: z.enum(exchangeKinds),
  day: Day,
  /** When whoever gave was thanked. */
  thankedOn: Day.optional(),
  text: Text.optional(),
  confidential: Id.optional(),
  interaction: Id.optional(),
});
export type Exchange = Known<z.output<typeof Exchange>>;

/** What I asked of somebody, and what became of it. */
export const Request = kept({
  id: Id,
  contact: Id,
  text: Text.optional(),
  confidential: Id.optional(),
  askedOn: Day,
  answer: z.enum(['open', 'yes', 'no', 'not-now']).default('open'),
  answeredOn: Day.optional(),
  /** The exchange that came of a yes. */
  received: Id.optional(),
  thankedOn: Day.optional(),
  plan: Id.optional(),
});
export type Request = Known<z.output<typeof Request>>;

export const OwedReply = kept({
  id: Id,
  contact: Id,
  since: Day,
  channel: Channel.optional(),
  doneOn: Day.optional(),
  interaction: Id.optional(),
});
export type OwedReply = Known<z.output<typeof OwedReply>>;

/** An article or an opportunity worth passing on, and to whom it went. */
export const Shareable = kept({
  id: Id,
  title: Line,
  url: Line.optional(),
  text: Text.optional(),
  tags: z.array(Line).max(100).default([]),
  addedOn: Day,
  sent: z
    .array(kept({ contact: Id, day: Day }))
    .max(10_000)
    .default([]),
});
export type Shareable = Known<z.output<typeof Shareable>>;
