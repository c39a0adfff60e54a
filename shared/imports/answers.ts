/** What is told of an import before it is written: what became of each record, counted and row by row. */
import { z } from 'zod';
import { formatNames } from '../formats/record';
import { Id } from '../model/ids';
import { Word } from '../model/schema';

/** Files that one import takes. */
export const mostImportFiles = 1_000;

/** Counts of an import, before or after it is written. `recordsOf` says which of them add up to the records there are. */
export const ImportCounts = z.object({
  new: z.int(),
  /** Of the new: who was found in meetings and mails, and is no record of their own. */
  met: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Nothing changes, since all that is new in the record stands otherwise in the user's own words. */
  kept: z.int(),
  /** Of the changed: something else of them stays as the user wrote it. */
  keptBesides: z.int(),
  possibleDuplicates: z.int(),
  skipped: z.int(),
  /** Those of the skipped that are left out on purpose, and want no look: lists, robots, spam, what was removed. */
  intended: z.int(),
  ties: z.int(),
  /** What happened with the user and is new, or is told anew. */
  interactions: z.int(),
  /** What happened without the user, and counts for ties between the others. */
  others: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** How many records the files hold; each is counted once. Ties and what may be the same are told besides. */
export function recordsOf(counts: ImportCounts): number {
  const { changed, unchanged, kept, skipped, interactions, others } = counts;
  return counts.new - counts.met + changed + unchanged + kept + skipped + interactions + others;
}

export const importRowKinds = [
  'skipped',
  'possible',
  'kept',
  'changed',
  'note',
  'new',
  'tie',
  'interaction',
  'others',
  'unchanged',
] as const;
/** One line of the review: which row of which file, what would happen, to whom, and why. */
export const ImportRow = z.object({
  file: z.int(),
  line: z.int(),
  kind: z.enum(importRowKinds),
  person: z.string(),
  detail: z.string(),
  /** The contact that would be changed or may be the same. */
  contact: Id.optional(),
  /** How many rows of the file this one speaks for; one where it is absent. */
  count: z.int().min(1).optional(),
  /** Left out as it should be. */
  intended: z.boolean().optional(),
  /** Another row says what changes of the same record. */
  besides: z.boolean().optional(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** An address that may be mine: in how many of the records that name none of my addresses it is. */
const MyCandidate = z.object({
  kind: z.enum(['email', 'url']),
  value: z.string(),
  name: z.string(),
  times: z.int(),
});

export const ImportBeginning = z.object({
  client: Id,
  files: z
    .array(z.object({ name: Word, format: z.enum(formatNames) }))
    .min(1)
    .max(mostImportFiles),
  /** How the files' ties count: said by the user to be known, or guesses. */
  tiesAre: z.enum(['known', 'inferred']).default('known'),
  /** Addresses that count as the person's own in the review, besides those that are known: for a trial run. */
  mine: z
    .array(z.object({ kind: z.enum(['email', 'url']), value: Word }))
    .max(200)
    .default([]),
});

export const ReviewQuestion = z.object({
  import: Id,
  kinds: z.array(z.enum(importRowKinds)).optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(0).max(1_000).default(200),
  /** The person was asked which addresses are theirs and said: none of these. Holds for the rest of the import. */
  noneMine: z.boolean().optional(),
});

export const ReviewAnswer = z.object({
  counts: ImportCounts,
  rows: z.array(ImportRow),
  total: z.int(),
  hasTies: z.boolean(),
  /** Which addresses may be the person's own, where the files leave it open; most likely first. */
  asks: z.object({ candidates: z.array(MyCandidate), records: z.int() }).optional(),
});
