/** Settings, and what imports leave behind. */
import { z } from 'zod';
import { Day, Moment } from '../../time';
import { Id } from '../ids';
import { kept, type Known, Line, Word } from '../schema';

export const Circle = kept({ id: Word, name: Word, days: z.int().min(7).max(1825) });
export type Circle = Known<z.output<typeof Circle>>;

/** Dunbar's layers; names and days are the user's to change. */
export const defaultCircles = [
  { id: 'inner', name: 'Inner', days: 7 },
  { id: 'close', name: 'Close', days: 30 },
  { id: 'wider', name: 'Wider', days: 180 },
  { id: 'acquaintance', name: 'Acquaintance', days: 365 },
];

/** What one wants of a week; what is not set is not counted. */
export const WeekGoals = kept({
  /** People to be in touch with. */
  contacts: z.int().min(1).max(200).optional(),
  /** New connections that share an organisation with me, and those that do not. */
  newInside: z.int().min(1).max(100).optional(),
  newOutside: z.int().min(1).max(100).optional(),
  /** Meetings, meals and calls among all interactions, in percent. */
  talks: z.int().min(1).max(100).optional(),
});
export type WeekGoals = Known<z.output<typeof WeekGoals>>;

export const Settings = kept({
  id: z.literal('settings'),
  /** The contact who is me; absent until the first start is done. */
  me: Id.optional(),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Text size in percent. */
  textSize: z.int().min(80).max(200).default(100),
  /** Letter keys as shortcuts. */
  letterKeys: z.boolean().default(true),
  weekStart: z.enum(['locale', 'monday', 'saturday', 'sunday']).default('locale'),
  showMe: z.boolean().default(false),
  showGuessed: z.boolean().default(true),
  circles: z.array(Circle).max(20).default(defaultCircles),
  weeklyLimit: z.int().min(1).max(100).default(5),
  groupEventsCount: z.boolean().default(false),
  /** How often in 30 days one person is to be asked for something; a soft limit, once where it is not set. */
  askLimit: z.int().min(1).max(30).optional(),
  /** Cadences for people with a tag, who have none of their own and none by circle. */
  tagCadences: z
    .array(kept({ tag: Word, days: z.int().min(7).max(1825), since: Day.optional() }))
    .max(100)
    .optional(),
  /** Overdue ratios at which a contact is due, and too late. */
  dueAt: z.number().min(0).max(10).default(0),
  tooLateAt: z.number().min(0).max(10).default(0.5),
  weekGoals: WeekGoals.optional(),
  /** The hour of the one notification a day, where there is to be one. */
  digestHour: z.int().min(0).max(23).optional(),
});
export type Settings = Known<z.output<typeof Settings>>;

/** How the columns of a file of this shape were read, for the next one. */
export const ImportMapping = kept({
  id: Id,
  format: Word,
  /** The header row, or a digest of it. */
  header: Line,
  /** What each column holds, by its number from 1. */
  columns: z.record(z.string().max(1_000), Line),
  delimiter: Line.optional(),
  hasHeader: z.boolean().optional(),
  /** The code page of the file. */
  letters: Word.optional(),
});
export type ImportMapping = Known<z.output<typeof ImportMapping>>;

/** Whom or what imports do not bring back: forgotten for good. It names nobody. */
export const Forgotten = kept({
  id: Id,
  /** A random text that goes into each digest. */
  salt: Line,
  /** Of what imports know them by (shared/forgetting/keys.ts): SHA-256 of salt and key, in hexadecimal digits. */
  digests: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(100_000)
    .default([]),
  /** Mails dated before this day. */
  mailBefore: Day.optional(),
  day: Day,
});
export type Forgotten = Known<z.output<typeof Forgotten>>;

/** An interaction that an import brought and the user took out, by its id: the same record again does not bring it back. */
export const Removed = kept({ id: Id, day: Day });
export type Removed = Known<z.output<typeof Removed>>;

/** What one import changed; can be undone as a whole. */
export const Batch = kept({
  id: Id,
  /** What the user sees: "Connections.csv", "Sample network". */
  label: Word,
  format: Word,
  files: z.array(Line).max(1_000).default([]),
  at: Moment,
  undoneAt: Moment.optional(),
  /** How many were new, changed, unchanged, kept, skipped ... */
  counts: z.record(z.string().max(100), z.int()),
});
export type Batch = Known<z.output<typeof Batch>>;
