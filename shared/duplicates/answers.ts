/** What a host answers about who may be one person. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Day } from '../time';

/** The least probability that a pair is worth looking at. */
export const leastLikely = 0.3;
export const mostPairs = 2_000;

export const DuplicatesQuestion = z.object({
  /** Only pairs with this contact. */
  contact: Id.optional(),
  limit: z.int().min(0).max(mostPairs).default(500),
  least: z.number().min(0).max(1).default(leastLikely),
  /** Those that were put off as well, after the others. */
  putOff: z.boolean().default(false),
  /** Taken for today. */
  day: Day.optional(),
});
export type DuplicatesQuestion = z.output<typeof DuplicatesQuestion>;

export const DuplicatePair = z.object({
  /** Who would stay: me, or whoever more is known of. */
  a: z.object({ id: Id, name: z.string() }),
  b: z.object({ id: Id, name: z.string() }),
  probability: z.number(),
  /** Something that one person alone has is the same on both. */
  certain: z.boolean(),
  /** What weighs most first. */
  reasons: z.array(z.object({ text: z.string(), speaks: z.enum(['for', 'against']) })),
});
export type DuplicatePair = z.output<typeof DuplicatePair>;

export const DuplicatesAnswer = z.object({
  /** Surest first. */
  pairs: z.array(DuplicatePair),
  /** Without those put off. */
  total: z.int(),
  certain: z.int(),
  putOff: z.int(),
});
export type DuplicatesAnswer = z.output<typeof DuplicatesAnswer>;
