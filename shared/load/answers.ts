/** What a host is asked about how much is asked of people, and what it answers. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Day } from '../time';

export const LoadQuestion = z.object({ contacts: z.array(Id).max(1_000) });

const ToldAsk = z.object({
  day: Day,
  /** Who asked for what, and what came of it. */
  text: z.string(),
  table: z.enum(['requests', 'introductions']),
  id: Id,
});

const ToldLoad = z.object({
  contact: Id,
  /** How often of late, whether that is as often as is wanted, what came of it, what went back. */
  text: z.string(),
  /** The first of it alone, for a list. */
  brief: z.string(),
  /** How often in the last 30 days. */
  lately: z.int(),
  /** From which day on they may be asked again; null where they may be now. */
  freeFrom: Day.nullable(),
  /** The newest first, some at most. */
  asks: z.array(ToldAsk),
});
export type ToldLoad = z.infer<typeof ToldLoad>;

/** Only of whom anything is on record. */
export const LoadAnswer = z.object({ limit: z.int(), loads: z.array(ToldLoad) });
