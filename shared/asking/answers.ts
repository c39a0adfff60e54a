/** What a host answers about asking and offering: who can help, whether it is a good moment, who knows what I do. */
import { z } from 'zod';
import { Said } from '../keeping/answers';
import { Request } from '../model/entities/happening';
import { Id } from '../model/ids';
import { Day } from '../time';

export const moments = ['good', 'after', 'not-yet'] as const;
export type Moment = (typeof moments)[number];

/** What can be done before asking, and to which entity. */
export const actKinds = [
  'keep-promise',
  'tell-outcome',
  'answer-reply',
  'thank-exchange',
  'thank-request',
  'write-answer',
  'be-in-touch',
  'give',
] as const;

const Better = z.object({
  kind: z.string(),
  text: z.string(),
  act: z.object({ kind: z.enum(actKinds), id: Id }).optional(),
});
export type Better = z.infer<typeof Better>;

const Standing = {
  moment: z.enum(moments),
  /** "A good moment", "Better after one thing", "Not yet". */
  headline: z.string(),
  /** Why, in one sentence. */
  text: z.string(),
};

export const Readiness = z.object({
  contact: Id,
  name: z.string(),
  ...Standing,
  /** What is on record between us, whether or not it matters. */
  facts: z.array(Said),
  /** What would make it a better moment, what weighs most first. */
  better: z.array(Better),
});
export type Readiness = z.infer<typeof Readiness>;

const Helper = z.object({
  id: Id,
  name: z.string(),
  /** Where the words of the need were found. */
  why: z.string(),
  /** These words, as they are written there. */
  words: z.array(z.string()),
  ...Standing,
});
export type Helper = z.infer<typeof Helper>;

export const HelpAnswer = z.object({
  /** The words that were looked for; none where the need says nothing in particular. */
  words: z.array(z.string()),
  people: z.array(Helper),
  /** How many there are in all. */
  total: z.int(),
});
export type HelpAnswer = z.infer<typeof HelpAnswer>;

const Asked = z.object({
  id: Id,
  contact: Id,
  name: z.string(),
  /** Nothing where it is confidential. */
  text: z.string().nullable(),
  confidential: Id.optional(),
  askedOn: Day,
  answer: Request.shape.answer.unwrap(),
  answeredOn: Day.optional(),
  thankedOn: Day.optional(),
});
export type Asked = z.infer<typeof Asked>;

const OwedThanks = z.object({
  /** Of the request, or of what was received. */
  id: Id,
  kind: z.enum(['request', 'exchange']),
  contact: Id,
  name: z.string(),
  text: z.string(),
  day: Day,
});
export type OwedThanks = z.infer<typeof OwedThanks>;

export const AskedAnswer = z.object({
  /** Not answered yet, those who have waited longest first. */
  open: z.array(Asked),
  /** Whom I owe thanks, the newest first. */
  thanks: z.array(OwedThanks),
  /** The newest of those that are answered. */
  past: z.array(Asked),
  pastInAll: z.int(),
});
export type AskedAnswer = z.infer<typeof AskedAnswer>;

const Knowing = z.object({ id: Id, name: z.string(), day: Day, text: z.string() });
export type Knowing = z.infer<typeof Knowing>;
const OughtToKnow = z.object({ id: Id, name: z.string(), reasons: z.array(Said).min(1) });
export type OughtToKnow = z.infer<typeof OughtToKnow>;

export const OfferAnswer = z.object({
  /** Who was told what I do and could offer, lately first. */
  knows: z.array(Knowing),
  knowsInAll: z.int(),
  /** Who ought to know and does not, with why. */
  ought: z.array(OughtToKnow),
  oughtInAll: z.int(),
});
export type OfferAnswer = z.infer<typeof OfferAnswer>;
