/** What a host is asked about guessed ties that wait for a yes or no, and what it answers. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Day } from '../time';

/** As good as sure: on years with known truth nine in ten of these and more were right. */
export const sureFrom = 0.8;

export const GuessesQuestion = z.object({
  /** Guesses within one group; `between`: those of people in different groups, or in none. Otherwise all. */
  group: z.union([Id, z.literal('between')]).optional(),
  /** Guesses at least so sure. */
  above: z.number().min(0).max(1).default(0),
  /** Group by group, or the surest of all first. */
  by: z.enum(['group', 'confidence']).default('group'),
  /** Ties that are not to be named, but counted. */
  without: z.array(Id).max(5_000).default([]),
  /** Those as well about which one was not sure, and that rest for a while. */
  again: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(0).max(2_000).default(20),
  /** Taken for today. */
  day: Day.optional(),
});
export type GuessesQuestion = z.infer<typeof GuessesQuestion>;

const Named = z.object({ id: Id, name: z.string() });

const Guess = z.object({
  tie: Id,
  a: Named,
  b: Named,
  /** 0 to 0.95. */
  confidence: z.number(),
  /** What speaks for it, each in words: "both were in 4 meetings, the last 9 days ago". */
  rests: z.array(z.string()),
  /** The group that both are in. */
  group: Id.nullable(),
});
export type Guess = z.infer<typeof Guess>;

export const GuessesAnswer = z.object({
  /** The surest of each group first, or of all. */
  guesses: z.array(Guess),
  /** How many there are of the group, and as sure, that was asked for; those put off included. */
  total: z.int(),
  /** How many of them are not named because they are put off. */
  putOff: z.int(),
  /** How many of them are as good as sure, without those put off. */
  sure: z.int(),
  /** How many there are of each group; null for those between groups, which come last. */
  groups: z.array(z.object({ id: Id.nullable(), name: z.string(), count: z.int() })),
});
export type GuessesAnswer = z.infer<typeof GuessesAnswer>;
