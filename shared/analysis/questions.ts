/**
 * What can be asked of the analysis, and what it answers. Warmth, strengths, clusters and the map's connectors are told
 * unasked (service-messages.ts); everything else is worked out for whoever wants to see it. Every value comes with
 * reasons as data: whoever shows them makes sentences (reasons.ts).
 *
 * Contacts, ties and clusters go by id. A number that cannot be given is a case of its own (`tooFew`, null), never 0.
 */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Day } from '../time';
import { brokerageRoles } from './brokerage';
import { GapsIfAnswer, GapsIfQuestion, WhatIfAnswer, WhatIfQuestion } from './questions-what-if';

const Share = z.number().min(0).max(1);
const Count = z.int().min(0);

/** Whose diversity: a part is held against the whole. */
export const Scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('circle'), circle: z.string().max(1_000) }),
  z.object({ kind: z.literal('cluster'), cluster: Id }),
  z.object({ kind: z.literal('people'), contacts: z.array(Id).max(10_000) }),
]);
export type Scope = z.infer<typeof Scope>;

export const Question = z.discriminatedUnion('kind', [
  /** What the measures are of, and where the data is thin. */
  z.object({ kind: z.literal('summary') }),
  /** Those who connect, most pairs first. */
  z.object({ kind: z.literal('connectors'), most: z.int().min(1).max(1_000_000) }),
  z.object({ kind: z.literal('ties') }),
  z.object({ kind: z.literal('person'), contact: Id }),
  /** Evidence: pairs of contacts whose shortest way runs through somebody. */
  z.object({ kind: z.literal('pairs'), contact: Id, most: z.int().min(1).max(200) }),
  /** Evidence: who would be cut off without somebody. */
  z.object({ kind: z.literal('fallsOff'), contact: Id, most: z.int().min(1).max(1_000) }),
  WhatIfQuestion,
  GapsIfQuestion,
  z.object({ kind: z.literal('diversity'), scope: Scope }),
  /** The gaps of everyone alone, without what takes long. */
  z.object({ kind: z.literal('gaps') }),
  z.object({ kind: z.literal('cooling') }),
  z.object({ kind: z.literal('clusters') }),
  /** Contact days over time, for the handle that replays it. */
  z.object({ kind: z.literal('history') }),
]);
export type Question = z.infer<typeof Question>;

/** Why there is no number: so many there are, so many it takes. */
const TooFew = z.object({
  kind: z.literal('tooFew'),
  /** `rarer`: cases of the rarer outcome. */
  of: z.enum(['people', 'ties', 'days', 'cases', 'rarer']),
  have: Count,
  need: Count,
});

const Summary = z.object({
  kind: z.literal('summary'),
  asOf: Day,
  /** People and ties that count. */
  people: Count,
  ties: Count,
  /** Guessed ties among them, and those left out as not confident enough. */
  guessed: Count,
  guessedLeftOut: Count,
  withMe: z.boolean(),
  /** Pieces of two people or more that no tie joins, the people in the largest, and those without any tie. */
  pieces: Count,
  largestPiece: Count,
  isolates: Count,
  /** People with at least one contact day. */
  spokenWith: Count,
});

/** Why somebody connects. */
export const ConnectorReason = z.discriminatedUnion('kind', [
  /** Pairs of others whose shortest way runs through the person, rounded. */
  z.object({ kind: z.literal('pairs'), pairs: Count }),
  /** Other clusters in which the person knows people; most people first. */
  z.object({ kind: z.literal('reaches'), clusters: z.array(z.object({ cluster: Id, people: Count })) }),
  /** Those that nobody else in the person's own cluster knows anyone in. */
  z.object({ kind: z.literal('alone'), clusters: z.array(Id) }),
  /** So many people would have no way to the rest without the person. */
  z.object({ kind: z.literal('fallsOff'), people: Count }),
]);
export type ConnectorReason = z.infer<typeof ConnectorReason>;

export const PersonMeasures = z.object({
  contact: Id,
  degree: Count,
  /**
   * Null until it has been counted. `exact: false`: as it was before the last edits, or an estimate, which the exact
   * value will replace (the answer on a person says which).
   */
  betweenness: z.number().nullable(),
  betweennessNormalized: z.number().nullable(),
  exact: z.boolean(),
  /** Null for somebody without ties. */
  constraint: z.number().nullable(),
  effectiveSize: z.number().nullable(),
  efficiency: z.number().nullable(),
  participation: z.number().nullable(),
  cluster: Id.nullable(),
  /** The network comes apart without the person. */
  cutPerson: z.boolean(),
  /** Carries the double ring. */
  ring: z.boolean(),
  reasons: z.array(ConnectorReason),
});
export type PersonMeasures = z.infer<typeof PersonMeasures>;

/** How betweenness is to be taken. */
export const BetweennessState = z.discriminatedUnion('kind', [
  /** Of somebody who does not count. */
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('exact') }),
  /**
   * As it was before the last edits; it is being counted again. `preview` is about what it will be, from short ways
   * alone: to be shown as that or not at all. Null where it goes by strengths.
   */
  z.object({ kind: z.literal('before'), preview: z.number().nullable() }),
  /** Estimated from sampled ways: in nine of ten cases nobody is off by more than `bound` pairs. */
  z.object({ kind: z.literal('sampled'), bound: z.number() }),
  /** Being counted for the first time. */
  z.object({ kind: z.literal('counting') }),
]);
export type BetweennessState = z.infer<typeof BetweennessState>;

/** In which roles somebody stands between contacts who do not know each other (brokerage.ts). */
export const BrokerageReason = z.object({
  kind: z.literal('brokers'),
  /** Those that occur, most pairs first; a pair of the own group and another is half of two roles. */
  roles: z.array(z.object({ role: z.enum(brokerageRoles), pairs: z.number().positive() })),
});
export type BrokerageReason = z.infer<typeof BrokerageReason>;

/** Why somebody could lead to where there is nobody. */
export const LeadReason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pastJob'),
    organisation: z.string(),
    title: z.string().nullable(),
    until: z.string().nullable(),
  }),
  z.object({ kind: z.literal('knows'), contacts: z.array(Id) }),
  z.object({ kind: z.literal('place'), place: z.string() }),
  z.object({ kind: z.literal('interest'), interest: z.string() }),
  z.object({ kind: z.literal('tag'), tag: z.string() }),
]);
export type LeadReason = z.infer<typeof LeadReason>;

const Leads = z.array(z.object({ contact: Id, reasons: z.array(LeadReason) }));

const Gap = z.object({
  value: z.string(),
  /** People with the value among the people whose value is known. */
  people: Count,
  known: Count,
  /** The share it is held against: one that the user set, or that of everybody. */
  against: z.enum(['target', 'base']),
  wanted: Share,
  short: Count,
  /** Chance of so few or fewer if the wanted share were the true one. */
  chance: Share,
  lead: Leads,
});

export const attributeNames = [
  'industry',
  'place',
  'organisation',
  'generation',
  'circle',
  'cluster',
] as const;

const AttributeReport = z.object({
  /** One of `attributeNames`, or `tag:` and the name of a group of tags. */
  attribute: z.string(),
  /** People whose value is known, of all in the scope. */
  known: Count,
  people: Count,
  /** Most people first; values with a target and nobody are there too. Circles and clusters go by id. */
  values: z.array(
    z.object({
      value: z.string(),
      /** A person with k values counts 1/k for each. */
      count: z.number(),
      /** People who have the value at all. */
      people: Count,
      /** Of `count` among those whose value is known; null where nobody's is. */
      share: Share.nullable(),
      /** The same of everybody; null where everybody is looked at. */
      base: Share.nullable(),
      /** The user's target and its id. */
      target: z.object({ id: Id, share: Share }).nullable(),
    }),
  ),
  evenness: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('counted'),
      /** Groups; "acts like so many equal groups" (order 1); weighted towards the large ones (order 2). */
      hill0: z.number(),
      hill1: z.number(),
      hill2: z.number(),
      /** In nats. */
      shannon: z.number(),
      blau: z.number(),
      /** Blau without the bias of small numbers. */
      unbiased: z.number(),
      /** Null where all are in one group. */
      iqv: z.number().nullable(),
    }),
    TooFew,
  ]),
  /** Do people know their own kind? Never without what chance would give. */
  mixing: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('counted'),
      people: Count,
      ties: Count,
      internal: z.number(),
      ei: z.number(),
      expected: z.number(),
      /** Permutation p, two-sided. */
      p: Share,
      assortativity: z.number().nullable(),
    }),
    /** Clusters are made of ties, which then lie inside them by themselves. */
    z.object({ kind: z.literal('fromTies') }),
    TooFew,
  ]),
  /** Likeliest to be no chance first. */
  gaps: z.discriminatedUnion('kind', [z.object({ kind: z.literal('counted'), list: z.array(Gap) }), TooFew]),
  /** What plans ask for and nobody here has. */
  asked: z.array(z.object({ value: z.string(), lead: Leads })),
});
export type AttributeReport = z.infer<typeof AttributeReport>;

const Diversity = z.object({
  kind: z.literal('diversity'),
  scope: Scope,
  people: Count,
  attributes: z.array(AttributeReport),
  /** How evenly my contact days of the last 180 went to those who had any; null for fewer than two. */
  attention: z.object({ people: Count, evenness: Share.nullable() }),
});

export const CoolingReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lastContact'), day: Day, silence: Count }),
  /** What the silence is held against. */
  z.object({ kind: z.literal('rhythm'), own: z.boolean(), days: z.number() }),
  z.object({ kind: z.literal('quietBy'), day: Day }),
  z.object({ kind: z.literal('onlyTieInto'), cluster: Id }),
]);
export type CoolingReason = z.infer<typeof CoolingReason>;

const Cooling = z.object({
  kind: z.literal('cooling'),
  /** Everyone with a contact day, likeliest to go quiet first. */
  list: z.array(
    z.object({
      contact: Id,
      reasons: z.array(CoolingReason),
      when: z.enum(['quiet', 'week', 'month', 'season', 'later']),
      cluster: Id.nullable(),
      /** Chance that the two speak within 60 days; null until it has been fitted on the user's own log. */
      chance: Share.nullable(),
    }),
  ),
  fit: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('fitted'),
      cases: Count,
      /** Chance that a case that went on stands above one that did not, on the half it was not fitted on. */
      auc: Share.nullable(),
      baseRate: Share,
      calibration: z.array(
        z.object({ predicted: Share, observed: Share, low: Share, high: Share, cases: Count }),
      ),
    }),
    TooFew,
  ]),
});

const ClusterReport = z.object({
  id: Id,
  people: Count,
  basis: z.enum(['ties', 'trait']),
  /** How alike the group comes out when it is looked for again; null until that has been tried. */
  agreement: Share.nullable(),
  warmth: z.object({ warm: Count, cooling: Count, cold: Count, unknown: Count }),
  /** Ties to other clusters. */
  tiesOut: Count,
  /** People of other clusters who know somebody here, and how many; most first. */
  bridgedBy: z.array(z.object({ contact: Id, members: Count })),
  /** Members whose tie with me is cooling or has gone quiet. */
  cooling: z.array(Id),
  attention: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('counted'),
      /** Of my contact days in the last 180 days, and of my people. */
      days: Count,
      allDays: Count,
      shareOfDays: Share,
      shareOfPeople: Share,
      /** Members with any contact in these days. */
      spokenWith: Count,
      neglected: z.boolean(),
    }),
    TooFew,
  ]),
});
export type ClusterReport = z.infer<typeof ClusterReport>;

export const Answer = z.discriminatedUnion('kind', [
  Summary,
  z.object({ kind: z.literal('connectors'), people: Count, list: z.array(PersonMeasures) }),
  z.object({
    kind: z.literal('ties'),
    list: z.array(
      z.object({
        a: Id,
        b: Id,
        /** Pairs of people, the two included, whose shortest way runs over the tie. */
        betweenness: z.number(),
        /** Without it the network comes apart; then so many people are on the smaller side. */
        bridge: z.boolean(),
        fallsOff: Count,
      }),
    ),
  }),
  z.object({
    kind: z.literal('person'),
    /** Exact as of the last edit, but for betweenness and the ring, which may be on their way. */
    measures: PersonMeasures.nullable(),
    betweenness: BetweennessState,
    /** Null for somebody in no cluster, of whom no role can be said. */
    brokerage: BrokerageReason.nullable(),
  }),
  z.object({
    kind: z.literal('pairs'),
    /** `only`: every shortest way of the pair runs through the contact. */
    pairs: z.array(z.object({ a: Id, b: Id, share: Share, only: z.boolean() })),
    all: z.number(),
  }),
  z.object({ kind: z.literal('fallsOff'), contacts: z.array(Id), people: Count }),
  WhatIfAnswer,
  GapsIfAnswer,
  Diversity,
  /** Likeliest to be no chance first. */
  z.object({ kind: z.literal('gaps'), list: z.array(Gap.extend({ attribute: z.string() })) }),
  Cooling,
  z.object({
    kind: z.literal('clusters'),
    modularity: z.number(),
    /** False: no clear groups. */
    clear: z.boolean(),
    list: z.array(ClusterReport),
  }),
  z.object({
    kind: z.literal('history'),
    /** The first day of which anything is recorded; null where nothing is. */
    first: Day.nullable(),
    /** Calendar months since, each with its contact days. */
    months: z.array(z.object({ month: z.string(), days: Count })),
  }),
]);
export type Answer = z.infer<typeof Answer>;
export type AnswerTo<K extends Question['kind']> = Extract<Answer, { kind: K }>;

export function isAnswerTo<K extends Question['kind']>(answer: Answer, kind: K): answer is AnswerTo<K> {
  return answer.kind === kind;
}
