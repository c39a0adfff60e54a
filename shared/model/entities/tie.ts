/** Two contacts who know each other, what that rests on, and what was decided about a pair. */
import { z } from 'zod';
import { Day, Moment, PartialDate } from '../../time';
import { Id } from '../ids';
import { kept, type Known, Line, Text, Word } from '../schema';

export const Tie = kept({
  id: Id,
  /** The two ends; `a` is the smaller id, so that a pair has one spelling. */
  a: Id,
  b: Id,
  /** `known`: the user said so. `inferred`: a guess with its evidence, until confirmed. */
  state: z.enum(['known', 'inferred']),
  /** spouse, sibling, manager, colleague ...; free, as people say it. */
  kind: Word.optional(),
  /** For a kind with a direction: the end that is the manager, the parent, the one who referred. */
  kindOf: Id.optional(),
  /** How close the two are, 1 (know of each other) to 5 (inseparable), as the user says. */
  closeness: z.int().min(1).max(5).optional(),
  /** As given by a file or the user; any number above 0, never clamped. */
  weight: z.number().positive().optional(),
  since: PartialDate.optional(),
  /** Of a guess, 0 to 0.95 (measures.md 4b). */
  confidence: z.number().min(0).max(1).optional(),
  note: Text.optional(),
  createdAt: Moment,
});
export type Tie = Known<z.output<typeof Tie>>;

export const evidenceKinds = [
  'said', // the user said so
  'file', // a file lists the tie
  'meeting', // both attended
  'mail', // both were on it
  'organisation', // same organisation at the same time
  'relation', // a relation field of a card
  'introduction', // somebody brought them together
] as const;
export const EvidenceKind = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const Evidence = kept({
  id: Id,
  tie: Id,
  kind: EvidenceKind,
  day: Day.optional(),
  /** How many people were in the meeting or on the mail, or are in the organisation. */
  size: z.int().min(1).optional(),
  /** How often on that day. */
  count: z.int().min(1).default(1),
  /** Which one of a recurrence, from 1. */
  nth: z.int().min(1).optional(),
  /** What the file or calendar calls it; never a confidential text. */
  label: Line.optional(),
  /** Of a file that lists the tie: what it said last, so that a later one updates only what still holds it. */
  stated: kept({
    kind: Word.optional(),
    weight: z.number().positive().optional(),
    since: PartialDate.optional(),
  }).optional(),
  batch: Id.optional(),
});
export type Evidence = Known<z.output<typeof Evidence>>;

/** Whom a contact was seen with in files, too little for a guess of a tie: it counts once more comes to it. */
export const Glimpse = kept({
  id: Id,
  contact: Id,
  with: z
    .array(
      kept({
        contact: Id.optional(),
        /** Pieces of evidence in short: `2026-04-01m8` is a meeting of eight, `l` a letter, `x2` twice, `n3` the third of a row. */
        seen: Text,
      }),
    )
    .max(50_000),
  batch: Id.optional(),
});
export type Glimpse = Known<z.output<typeof Glimpse>>;

export const PairDecision = kept({
  id: Id,
  a: Id,
  b: Id,
  /**
   * `not-now` is that about introducing them, `same-later` about whether they are one person, `tied-later` about whether
   * they know each other: these rest for a while; the others hold for good. `not-tied`: a guess that they know each other
   * was wrong, and is not made again.
   */
  kind: z.enum(['not-same', 'not-tied', 'never-introduce', 'not-now', 'same-later', 'tied-later']),
  day: Day,
  /** Of what was put off: a mark of what spoke for it then, another one once that changed. */
  seen: Line.optional(),
});
export type PairDecision = Known<z.output<typeof PairDecision>>;
