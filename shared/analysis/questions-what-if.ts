/** What can be asked of a network as it would be, and what is answered (questions.ts). */
import { z } from 'zod';
import { Id } from '../model/ids';

const Count = z.int().min(0);
const Ends = z.tuple([Id, Id]);

const tried = {
  /** Many, where whole groups go. */
  without: z.array(Id).max(10_000),
  addTies: z.array(Ends).max(100).optional(),
  removeTies: z.array(Ends).max(100).optional(),
};

/** Without some people, with ties that are not there and without ties that are; an end may be me. */
export const WhatIfQuestion = z.object({ kind: z.literal('whatIf'), ...tried });

/** Which gaps of everyone would shrink or grow, by the same changes. */
export const GapsIfQuestion = z.object({ kind: z.literal('gapsIf'), ...tried });
const Reach = z.object({
  /** Pairs of people with some way to each other, and pieces they come in. */
  connectedPairs: Count,
  pieces: Count,
  /** Mean of 1 / distance over all pairs; 0 where there is no way. */
  efficiency: z.number(),
  /** Where efficiency is estimated: from the ways of so many of the people. Null: it is exact. */
  sample: z.object({ people: Count, of: Count }).nullable(),
});

/** So many there are, and who, where they are few enough to be named (else nobody). */
const CountedPairs = z.object({ count: Count, list: z.array(Ends) });
const CountedPeople = z.object({ count: Count, list: z.array(Id) });
/** Most first. */
const CutPeople = z.array(z.object({ contact: Id, fallsOff: Count }));

export const WhatIfAnswer = z.object({
  kind: z.literal('whatIf'),
  before: Reach,
  after: Reach,
  cutOff: z.array(Id),
  /**
   * What was changed on paper: people who count, ties that were not there, ties that were. Less than was asked for
   * where somebody does not count, or a tie is there already or is not.
   */
  changed: z.object({ people: Count, added: Count, removed: Count }),
  /** Pairs at most two ties apart; `lost` names pairs of whom both are still there. */
  twoSteps: z.object({ before: Count, after: Count, gained: CountedPairs, lost: CountedPairs }),
  /** People whom I know or who know somebody whom I know; null where no tie of mine is recorded, before or after. */
  mine: z.object({ before: Count, after: Count, gained: CountedPeople, lost: CountedPeople }).nullable(),
  /** Of people at the ends of ties: how many others each has within two steps, before and after. */
  ends: z.array(z.object({ contact: Id, before: Count, after: Count })).optional(),
  /** People without whom others would be cut off: newly, and no longer (with how many it was). */
  cutPeople: z.object({ newly: CutPeople, noLonger: CutPeople }),
  /**
   * Of the people at the ends of the ties: pairs whose shortest way runs through them, and about how many it would be,
   * from short ways alone (betweenness-near.ts): a preview, to be shown as one. Absent where that cannot be said: where
   * ways go by strengths, or pairs have not been counted.
   */
  through: z.array(z.object({ contact: Id, before: z.number(), preview: z.number() })).optional(),
  /**
   * Bridges from one cluster into another that come or go, or hang on one person (`hungOn` before, `hangsOn` after)
   * where they did not, on another, or no longer: how many people of `from` know somebody in `to`.
   */
  bridges: z.array(
    z.object({
      from: Id,
      to: Id,
      before: Count,
      after: Count,
      hungOn: Id.nullable(),
      hangsOn: Id.nullable(),
    }),
  ),
});

/** People with the value among those whose value is known, and how many are missing. */
const GapStanding = z.object({ people: Count, known: Count, short: Count });

export const GapsIfAnswer = z.object({
  kind: z.literal('gapsIf'),
  /** Those alone that are not as they are now: `before` null where it is none yet, `after` where it is none any longer. */
  list: z.array(
    z.object({
      attribute: z.string(),
      value: z.string(),
      before: GapStanding.nullable(),
      after: GapStanding.nullable(),
      /** Who could lead there then and cannot now, and the other way round; whoever is gone is in neither. */
      couldLead: z.array(Id),
      noLonger: z.array(Id),
    }),
  ),
});
