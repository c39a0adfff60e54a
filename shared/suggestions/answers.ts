/** What a host is asked about whom to bring together, and what it answers. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { TableName } from '../model/table-names';
import { Day } from '../time';

/** So many at most are named at once. */
export const mostSuggestions = 30;

export const SuggestionsQuestion = z.object({
  limit: z.int().min(0).max(mostSuggestions).default(10),
  /** Taken for today. */
  day: Day.optional(),
  /** Nobody looks at them, so that they do not count as seen. */
  glance: z.boolean().default(false),
});
export type SuggestionsQuestion = z.infer<typeof SuggestionsQuestion>;

/** What each says is told in docs/suggestions.md. */
export const partKinds = [
  'need',
  'interest',
  'group',
  'bridge',
  'plausibility',
  'willingness',
  'cost',
] as const;
export type PartKind = (typeof partKinds)[number];

/** What a part rests on, and the contact on whose page it is told. */
const Evidence = z.object({ table: TableName, id: Id, text: z.string(), contact: Id.optional() });
export type Evidence = z.infer<typeof Evidence>;

export const Part = z.object({
  kind: z.enum(partKinds),
  /** 0 to 1. */
  value: z.number(),
  text: z.string(),
  /** What it rests on; can be opened. */
  evidence: z.array(Evidence),
});
export type Part = z.infer<typeof Part>;

const Side = z.object({ id: Id, name: z.string() });

export const Suggestion = z.object({
  a: Side,
  b: Side,
  /** In one or two sentences. */
  why: z.string(),
  /** Orders the pairs of a week; says nothing of people. */
  value: z.number(),
  parts: z.array(Part),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const SuggestionsAnswer = z.object({
  asOf: Day,
  /** The week for which they stay the same. */
  from: Day,
  to: Day,
  suggestions: z.array(Suggestion),
  /** Where there are none: why, and what would make one. */
  none: z.string().nullable(),
});
export type SuggestionsAnswer = z.infer<typeof SuggestionsAnswer>;
