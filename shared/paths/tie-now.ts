/** A tie between two contacts as of a day: whether it is there, how strong it is, and how sure (measures.md 4b). */
import { evidenceWeight, tieConfidence, type TieEvidence, tieStrength } from '../analysis/strength';
import type { Evidence, Tie } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { dayNumber } from '../time';

export interface TieNow {
  /** How strong it is; 0 where nothing says. */
  readonly b: number;
  /** 1 for a known tie. */
  readonly confidence: number;
}

/** Undefined where the tie was not there yet. */
export function tieNow(network: OpenNetwork, tie: Tie, asOf: number): TieNow | undefined {
  const evidence = evidenceOf(network, tie.id);
  if (!isThere(tie, evidence, asOf)) return undefined;
  const facts = factsOf(tie);
  const pieces = evidence.map(pieceOf);
  return { b: tieStrength(facts, pieces, asOf), confidence: tieConfidence(facts, pieces, asOf) };
}

/** The strength that the user, a file or evidence gave it; undefined where none did. */
export function givenStrength(network: OpenNetwork, tie: Tie, asOf: number): number | undefined {
  const pieces = evidenceOf(network, tie.id).map(pieceOf);
  const isGiven = tie.weight !== undefined || tie.closeness !== undefined;
  if (!isGiven && !pieces.some((piece) => evidenceWeight(piece) > 0)) return undefined;
  return tieStrength(factsOf(tie), pieces, asOf);
}

export function evidenceOf(network: OpenNetwork, tie: string): Evidence[] {
  const found: Evidence[] = [];
  for (const id of network.index.referring('ties', tie, 'evidence')) {
    const piece = network.get('evidence', id);
    if (piece !== undefined) found.push(piece);
  }
  return found;
}

/** How sure a guess is by what it rests on; undefined where none of it says. To four places, as it is kept. */
export function confidenceFrom(evidence: readonly Dated[], asOf: number): number | undefined {
  const guess = { known: false, weight: null, closeness: null, confidence: null };
  const confidence = tieConfidence(guess, evidence.map(pieceOf), asOf);
  return confidence === 0 ? undefined : Math.round(confidence * 1e4) / 1e4;
}

type Dated = Pick<Evidence, 'kind' | 'day' | 'size' | 'count' | 'nth'>;

function factsOf(tie: Tie): Parameters<typeof tieStrength>[0] {
  return {
    known: tie.state === 'known',
    weight: tie.weight ?? null,
    closeness: tie.closeness ?? null,
    confidence: tie.confidence ?? null,
  };
}

function pieceOf({ kind, day, size, count, nth }: Dated): TieEvidence {
  return {
    kind,
    day: day === undefined ? null : dayNumber(day),
    size: size ?? null,
    count,
    nth: nth ?? null,
  };
}

/** From the day it is said to be there, else from its first dated evidence; without any date it always was. */
function isThere({ since }: Tie, evidence: readonly Evidence[], asOf: number): boolean {
  if (since !== undefined && !since.startsWith('--')) return dayNumber(`${since}-01-01`.slice(0, 10)) <= asOf;
  return evidence.length === 0 || evidence.some(({ day }) => day === undefined || dayNumber(day) <= asOf);
}
