import { describe, expect, test } from 'vitest';
import { evidenceWeight, tieConfidence, type TieEvidence, type TieFacts, tieStrength } from './strength';

const guess: TieFacts = { known: false, weight: null, closeness: null, confidence: null };
const known: TieFacts = { ...guess, known: true };
const piece = (kind: TieEvidence['kind'], rest: Partial<TieEvidence> = {}): TieEvidence => ({
  kind,
  day: 1000,
  size: 2,
  count: 1,
  nth: null,
  ...rest,
});

describe('strength of a tie between two contacts', () => {
  test('is the weight as given, else the closeness, else what its evidence says, else 1', () => {
    const meeting = [piece('meeting')];
    expect(tieStrength({ ...known, weight: 250, closeness: 2 }, meeting, 1000)).toBe(250);
    expect(tieStrength({ ...known, closeness: 2 }, meeting, 1000)).toBe(2);
    expect(tieStrength(known, [piece('meeting', { size: 4 })], 1000)).toBeCloseTo(1 / 3, 12);
    expect(tieStrength(known, [], 1000)).toBe(1);
    expect(tieStrength(guess, [piece('relation')], 1000)).toBe(1);
  });

  test('evidence halves in a year, adds up, and counts as often as it happened', () => {
    expect(tieStrength(guess, [piece('meeting')], 1365)).toBeCloseTo(0.5, 12);
    expect(tieStrength(guess, [piece('meeting', { count: 3 }), piece('mail')], 1000)).toBeCloseTo(3.5, 12);
    expect(tieStrength(guess, [piece('organisation', { day: null, size: 80 })], 9999)).toBeCloseTo(0.05, 12);
    expect(tieStrength(guess, [piece('meeting'), piece('meeting', { day: 2000 })], 1000)).toBe(1);
  });

  test('crowds say nothing, and a recurrence less each time', () => {
    expect(evidenceWeight(piece('meeting', { size: 12 }))).toBeCloseTo(1 / 11, 12);
    expect(evidenceWeight(piece('meeting', { size: 13 }))).toBe(0);
    expect(evidenceWeight(piece('meeting', { size: 3, nth: 4 }))).toBe(1 / 8);
    expect(evidenceWeight(piece('mail', { size: 10 }))).toBeCloseTo(0.5 / 9, 12);
    expect(evidenceWeight(piece('mail', { size: 11 }))).toBe(0);
    expect(evidenceWeight(piece('organisation', { size: 5 }))).toBe(0.2);
  });
});

describe('confidence of a guess', () => {
  test('grows with the evidence and stays below certainty', () => {
    expect(tieConfidence(guess, [piece('meeting')], 1000)).toBe(0.5);
    expect(tieConfidence(guess, [piece('meeting'), piece('meeting')], 1000)).toBe(0.75);
    expect(tieConfidence(guess, [piece('meeting', { count: 2 })], 1000)).toBe(0.75);
    expect(tieConfidence(guess, [piece('organisation')], 1000)).toBeCloseTo(0.1, 12);
    expect(tieConfidence(guess, [piece('relation'), piece('meeting')], 1000)).toBe(0.95);
  });

  test('is as its source gave it where the evidence is silent, and 1 for a known tie', () => {
    expect(tieConfidence({ ...guess, confidence: 0.3 }, [piece('file')], 1000)).toBe(0.3);
    expect(tieConfidence({ ...guess, confidence: 1 }, [], 1000)).toBe(0.95);
    expect(tieConfidence(guess, [], 1000)).toBe(0);
    expect(tieConfidence(known, [], 1000)).toBe(1);
  });
});
