/** What a host answers about who might care for something worth sharing. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Day } from '../time';

export const careKinds = [
  'interest',
  'need',
  'tag',
  'industry',
  'title',
  'organisation',
  'help',
  'note',
] as const;
export type CareKind = (typeof careKinds)[number];

const CareReason = z.object({
  kind: z.enum(careKinds),
  /** "likes birding", as part of a sentence. */
  text: z.string(),
  /** The words that matched, as they are written there. */
  words: z.array(z.string()),
});
export type CareReason = z.infer<typeof CareReason>;

const CaringPerson = z.object({
  id: Id,
  name: z.string(),
  /** Why they may care, the most telling first. */
  reasons: z.array(CareReason).min(1),
  /** The first of the reasons in one sentence. */
  why: z.string(),
  lastDay: Day.nullable(),
  /** When one was last in touch, in one sentence. */
  last: z.string(),
  /** A few words to send it with, of what is on record. */
  draft: z.object({ subject: z.string(), text: z.string() }),
});
export type CaringPerson = z.infer<typeof CaringPerson>;

const LeftOutPerson = z.object({ id: Id, name: z.string(), why: z.string() });

export const WhoCaresAnswer = z.object({
  people: z.array(CaringPerson),
  /** How many might care in all; `people` are the first of them. */
  total: z.int(),
  /** Who might care and is not asked now, with the reason; the first of `leftOutInAll`. */
  leftOut: z.array(LeftOutPerson),
  leftOutInAll: z.int(),
  /** Why nobody is named, as a sentence, where nobody is. */
  nobody: z.string().optional(),
});
export type WhoCaresAnswer = z.infer<typeof WhoCaresAnswer>;
