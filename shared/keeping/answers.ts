/** What a host answers about staying in touch: the week's list, and who is due. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Channel } from '../model/entities/happening';
import { Day } from '../time';
import { standings } from './progress';
import { dueStates } from './verdict';

/** Why somebody is named, as a kind for programs and a sentence for people. */
export const Said = z.object({
  kind: z.string(),
  text: z.string(),
  /** The promise, the reply owed, the stay that it speaks of. */
  source: Id.optional(),
});
export type Said = z.infer<typeof Said>;

const WeekContact = z.object({
  id: Id,
  name: z.string(),
  /** Why now, the most pressing first. */
  reasons: z.array(Said).min(1),
  /** The last time, in one sentence; a confidential part is only mentioned. */
  last: z.string().nullable(),
  lastDay: Day.nullable(),
  /** The confidential text of the last time, for whoever asks to see it. */
  lastConfidential: Id.optional(),
  /** The best way to reach out. */
  channel: Channel,
  /** Why another way than the usual one is proposed. */
  channelWhy: z.string().optional(),
  /** Something to write about. */
  suggestion: Said,
  /** A few words to begin a message with, and what on record they were made of. */
  draft: z.object({ text: z.string(), facts: z.array(z.string()) }),
  state: z.enum(standings),
  /** That a day is agreed with them already. */
  meets: z.string().optional(),
});
export type WeekContact = z.infer<typeof WeekContact>;

const DatedLine = z.object({
  /** Of the contact, or of a reminder for a group. */
  id: Id,
  name: z.string(),
  kind: z.string(),
  day: Day,
  text: z.string(),
  /** The promise, the reply owed, the stay, the introduction that it speaks of. */
  source: Id.optional(),
});
export type DatedLine = z.infer<typeof DatedLine>;

export const WeekAnswer = z.object({
  limit: z.int(),
  from: Day,
  to: Day,
  today: Day,
  /** The last day on record before an absence: the list is short then. */
  awaySince: Day.optional(),
  /** "I'm caught up": the days for which clocks may stand still (`pause.add`), so that the rest can rest. */
  caughtUp: z.object({ from: Day, to: Day }).optional(),
  /** A sentence above the list, where there is something to say. */
  notes: z.array(z.string()),
  /** Why the list is empty, where it is; one of the notes. */
  nobody: z.string().optional(),
  contacts: z.array(WeekContact),
  /** What has a date and no place on the list. */
  dated: z.array(DatedLine),
  leftOut: z.array(z.object({ id: Id, name: z.string(), why: z.string() })),
  /** How many are left out in all; the list names the first of them. */
  leftOutInAll: z.int(),
  capacity: z.object({
    /** Contacts a week that all cadences ask for. */
    perWeek: z.number(),
    holds: z.boolean(),
    /** The smallest limit that holds them. */
    limit: z.int(),
  }),
});
export type WeekAnswer = z.infer<typeof WeekAnswer>;

const DuePerson = z.object({
  id: Id,
  name: z.string(),
  state: z.enum(dueStates),
  due: Day,
  /** Days late divided by the cadence. */
  ratio: z.number(),
  cadence: z.object({
    days: z.int(),
    from: z.enum(['contact', 'circle', 'tag', 'default']),
    name: z.string().optional(),
  }),
  lastDay: Day.nullable(),
  /** All of it in one sentence. */
  text: z.string(),
  reasons: z.array(Said),
});
export type DuePerson = z.infer<typeof DuePerson>;

const OwedReply = z.object({
  id: Id,
  name: z.string(),
  /** What was marked as owed; otherwise the mail of theirs. */
  source: Id,
  since: Day,
  days: z.int(),
  /** The user said so; otherwise their mail is the last word. */
  marked: z.boolean(),
  channel: z.string().optional(),
  text: z.string(),
  /** A line to hold them until there is time. */
  holding: z.string(),
});
export type OwedReply = z.infer<typeof OwedReply>;

export const openKinds = ['promise', 'advice', 'update'] as const;

/** A promise that is neither kept nor dropped, or an update that is owed for advice that was followed. */
const OpenPromise = z.object({
  id: Id,
  kind: z.enum(openKinds),
  contact: Id,
  name: z.string(),
  by: z.enum(['me', 'them']),
  /** Nothing where it is confidential. */
  text: z.string().nullable(),
  confidential: Id.optional(),
  madeOn: Day,
  due: Day.nullable(),
  /** Days since it was due; below 0 for days until it is. */
  late: z.int().nullable(),
});
export type OpenPromise = z.infer<typeof OpenPromise>;

const GroupLine = z.object({
  id: Id,
  name: z.string(),
  next: Day,
  everyDays: z.int(),
  note: z.string().optional(),
  contacts: z.array(
    z.object({ id: Id, name: z.string(), emails: z.array(z.string()), phones: z.array(z.string()) }),
  ),
});

export const DueAnswer = z.object({
  asOf: Day,
  /** One page of whoever is due, most pressing first. */
  due: z.array(DuePerson),
  total: z.int(),
  /** Who waits for an answer, longest first. */
  replies: z.array(OwedReply),
  /** Open promises, mine and theirs, the most pressing first. */
  promises: z.array(OpenPromise),
  /** Between close and dormant, the likeliest to be missed first. */
  tweeners: z.array(z.object({ id: Id, name: z.string(), reasons: z.array(Said) })),
  /** Reminders for several people that come up within two weeks. */
  groups: z.array(GroupLine),
});
export type DueAnswer = z.infer<typeof DueAnswer>;
