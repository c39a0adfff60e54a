/** Introductions, the plans they serve, and the texts they are asked with. */
import { z } from 'zod';
import { Day, Moment } from '../../time';
import { Id } from '../ids';
import { kept, type Known, Line, Text, Word } from '../schema';
import { Channel } from './happening';

export const stages = [
  'idea',
  'asked',
  'agreed',
  'introduced',
  'met',
  'outcome',
  'thanked',
  'declined',
  'not-now',
  'withdrawn',
] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;
export const Consent = z.enum(['not-asked', 'asked', 'yes', 'no', 'not-now']);
export type Consent = z.infer<typeof Consent>;

/** What bringing two together wrote elsewhere, so that taking it back finds it again. */
const Made = kept({
  tie: Id.optional(),
  /** What the tie was before: not there, a guess, or known already. */
  was: z.enum(['new', 'guess', 'known']),
  /** Of the guess that it was. */
  confidence: z.number().min(0).max(1).optional(),
  evidence: Id.optional(),
  interaction: Id.optional(),
});

export const Introduction = kept({
  id: Id,
  a: Id,
  b: Id,
  /** The contact who introduces; absent when it is me. */
  by: Id.optional(),
  stage: Stage,
  consentA: Consent.default('not-asked'),
  consentB: Consent.default('not-asked'),
  channel: Channel.optional(),
  day: Day.optional(),
  why: Text.optional(),
  text: Text.optional(),
  outcome: Text.optional(),
  confidential: Id.optional(),
  plan: Id.optional(),
  made: Made.optional(),
  /** What happened when, in the order in which it was written down. */
  history: z
    .array(
      kept({
        day: Day,
        stage: Stage,
        /** Whose consent it tells of, and what it was from then on. */
        side: z.enum(['a', 'b']).optional(),
        consent: Consent.optional(),
        note: Text.optional(),
      }),
    )
    .max(1_000)
    .default([]),
});
export type Introduction = Known<z.output<typeof Introduction>>;

export const Plan = kept({
  id: Id,
  title: Word,
  /** Whom it is for; absent when it is for me. */
  person: Id.optional(),
  industries: z.array(Word).max(100).default([]),
  places: z.array(Word).max(100).default([]),
  organisations: z.array(Word).max(100).default([]),
  tags: z.array(Word).max(100).default([]),
  text: Text.optional(),
  horizon: Day.optional(),
  /** Introductions at most; three where it is not said. */
  most: z.int().min(1).max(10).optional(),
  /** What is to be done besides introducing, in its order. */
  steps: z
    .array(kept({ id: Id, text: Word, doneOn: Day.optional() }))
    .max(100)
    .default([]),
  state: z.enum(['open', 'done', 'dropped']).default('open'),
  closedOn: Day.optional(),
  result: Text.optional(),
  madeOn: Day,
});
export type Plan = Known<z.output<typeof Plan>>;

export const Goal = kept({
  id: Id,
  text: Word,
  madeOn: Day,
  horizon: Day.optional(),
  doneOn: Day.optional(),
});
export type Goal = Known<z.output<typeof Goal>>;

/** The share of people with a value of an attribute that the user would like to reach. */
export const DiversityTarget = kept({
  id: Id,
  attribute: Word,
  value: Word,
  share: z.number().min(0).max(1),
});
export type DiversityTarget = Known<z.output<typeof DiversityTarget>>;

export const templateUses = ['ask', 'introduce', 'remind', 'thank', 'decline', 'reach-out', 'share'] as const;
export const Template = kept({
  id: Id,
  name: Word,
  use: z.enum(templateUses),
  subject: Line.optional(),
  body: Text,
});
export type Template = Known<z.output<typeof Template>>;

/** A draft as the user left it. */
export const Draft = kept({
  id: Id,
  use: z.enum(templateUses),
  template: Id.optional(),
  contact: Id.optional(),
  introduction: Id.optional(),
  subject: Line.optional(),
  body: Text,
  editedAt: Moment,
});
export type Draft = Known<z.output<typeof Draft>>;
