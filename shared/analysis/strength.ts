/**
 * How strong a tie between two contacts is, and how sure a guessed one (measures.md 4b).
 *
 *   strength   = weight if given, else closeness, else sum over its evidence of w_e 2^(-age / 365 d), else 1
 *   confidence = 1 - product over its evidence of (1 - p_e), at most 0.95 until confirmed
 */

export interface TieEvidence {
  readonly kind: 'said' | 'file' | 'meeting' | 'mail' | 'organisation' | 'relation' | 'introduction';
  /** Days since 1970; null where it has no date and does not age. */
  readonly day: number | null;
  /** People in the meeting, on the mail, in the organisation. */
  readonly size: number | null;
  /** How often on that day. */
  readonly count: number;
  /** Which one of a recurrence, from 1. */
  readonly nth: number | null;
}

export interface TieFacts {
  readonly known: boolean;
  readonly weight: number | null;
  readonly closeness: number | null;
  /** As the source of a guess gave it. */
  readonly confidence: number | null;
}

const halfLife = 365;
const mostConfident = 0.95;
const meetingSizes = { least: 2, most: 12 };
const mailSizes = { least: 2, most: 10 };

/** What one piece of evidence says about strength when it is fresh; 0 where it says nothing. */
export function evidenceWeight({ kind, size, nth }: TieEvidence): number {
  switch (kind) {
    case 'meeting': {
      const people = size ?? 2;
      if (people < meetingSizes.least || people > meetingSizes.most) return 0;
      return 1 / (people - 1) / (nth ?? 1);
    }
    case 'mail': {
      const recipients = size ?? 2;
      if (recipients < mailSizes.least || recipients > mailSizes.most) return 0;
      return 0.5 / (recipients - 1);
    }
    case 'organisation':
      return 0.2 * Math.min(1, 20 / (size ?? 20));
    case 'said':
    case 'file':
    case 'relation':
    case 'introduction':
      return 0;
  }
}

/** The chance that one piece of evidence alone means that the two know each other. */
function evidenceChance(evidence: TieEvidence): number {
  switch (evidence.kind) {
    case 'meeting':
    case 'mail':
      return 0.5 * evidenceWeight(evidence);
    case 'organisation':
      return 0.1;
    case 'relation':
      return 0.95;
    case 'said':
    case 'file':
    case 'introduction':
      return 0;
  }
}

/** Strength of a tie as of a day; evidence dated later is not there yet. Never 0. */
export function tieStrength(tie: TieFacts, evidence: Iterable<TieEvidence>, asOf: number): number {
  if (tie.weight !== null) return tie.weight;
  if (tie.closeness !== null) return tie.closeness;
  let sum = 0;
  for (const piece of evidence) {
    const age = piece.day === null ? 0 : asOf - piece.day;
    if (age >= 0) sum += piece.count * evidenceWeight(piece) * 2 ** (-age / halfLife);
  }
  return sum > 0 ? sum : 1;
}

/** Confidence of a tie, 1 if known; of a guess from its evidence, else as its source gave it. */
export function tieConfidence(tie: TieFacts, evidence: Iterable<TieEvidence>, asOf: number): number {
  if (tie.known) return 1;
  let doubt = 1;
  let speaks = false;
  for (const piece of evidence) {
    const chance = evidenceChance(piece);
    if (chance === 0) continue;
    speaks = true;
    if (piece.day === null || piece.day <= asOf) doubt *= (1 - chance) ** piece.count;
  }
  return Math.min(mostConfident, speaks ? 1 - doubt : (tie.confidence ?? 0));
}
