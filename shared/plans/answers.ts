/** What a host is asked about a plan, and what it answers. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Day } from '../time';

export const PlanQuestion = z.object({
  plan: Id,
  /** Taken for today. */
  day: Day.optional(),
});
export type PlanQuestion = z.infer<typeof PlanQuestion>;

const Somebody = z.object({ id: Id, name: z.string() });
/** Without an id it is me without a card of my own. */
const Person = z.object({ id: Id.optional(), name: z.string() });

const PersonThere = Somebody.extend({
  /** What says that they are there. */
  why: z.string(),
  /** Ties between the person of the plan and them: 1 knows them, 2 knows somebody who does; null: farther. */
  steps: z.union([z.literal(1), z.literal(2)]).nullable(),
  /** I know them. */
  isMine: z.boolean(),
});
export type PersonThere = z.infer<typeof PersonThere>;

const Bridge = Somebody.extend({
  /** How many people there they know. */
  knows: z.int(),
  text: z.string(),
  /** They were asked as often as is wanted. */
  freeFrom: Day.nullable(),
});
export type Bridge = z.infer<typeof Bridge>;

const Proposal = z.object({
  a: Person,
  b: Somebody,
  /** Whoever introduces; null: me. */
  by: Somebody.nullable(),
  why: z.string(),
  /** How often whoever is asked was asked of late; empty where nobody asked. */
  load: z.string(),
  /** How many there come to be known, and how many come within two steps, beyond those before it. */
  meets: z.int(),
  nears: z.int(),
});
export type Proposal = z.infer<typeof Proposal>;

export const PlanAnswer = z.object({
  asOf: Day,
  plan: Id,
  title: z.string(),
  person: Person,
  /** The aim in words; empty where it names nothing. */
  aim: z.string(),
  there: z.object({
    /** In a sentence: how many, and by how much of the aim. */
    text: z.string(),
    people: z.array(PersonThere),
    inAll: z.int(),
  }),
  bridges: z.object({ people: z.array(Bridge), inAll: z.int() }),
  /** Introductions of the plan that are under way already, of the most that were wanted. */
  underWay: z.int(),
  most: z.int(),
  proposals: z.array(Proposal),
  /** Of those there: known, and known or within two steps; now, and with the proposals. */
  reach: z.object({
    before: z.object({ known: z.int(), near: z.int() }),
    after: z.object({ known: z.int(), near: z.int() }),
    text: z.string(),
  }),
  /** How good the choice is. */
  guarantee: z.string(),
  /** Whom it passes over for now, and why. */
  passedOver: z.array(z.string()),
  /** Where there is nothing to propose: why, and what would help. */
  none: z.string().nullable(),
});
export type PlanAnswer = z.infer<typeof PlanAnswer>;
