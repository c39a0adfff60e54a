import { describe, expect, it } from 'vitest';
import type { WarmPath } from '../../shared/paths/answers';
import { countWarmth, keyOfWay, sayRests, sayStrength, sayTarget, sayThrough, sayWarmth } from './say-way';

const tie = (strength: number, text = '') => ({ strength, known: true, text, last: null });
const way = (names: readonly string[], strengths: readonly number[]): WarmPath => ({
  contacts: names.map((name) => ({ id: name.toLowerCase(), name })),
  ties: strengths.map((strength) => tie(strength)),
  warmth: strengths.reduce((product, strength) => product * strength, 0.4 ** (names.length - 2)),
  hands: names.length - 2,
  why: '',
  ask: null,
});

describe('a way in words', () => {
  it('says through whom, and that nobody stands between', () => {
    const through = way(['Mara', 'Ben', 'Cem', 'Ana'], [0.5, 0.5, 0.5]);
    expect(sayThrough(through, 'mara')).toBe('Through Ben and Cem');
    expect(sayThrough(through, 'cem')).toBe('Through Ben and you');
    expect(sayThrough(way(['Mara', 'Ana'], [0.5]), 'mara')).toBe('Directly');
  });

  it('shows every factor of its number', () => {
    expect(countWarmth(way(['You', 'Ben', 'Ana'], [0.8, 0.5]))).toBe('0.16 = 0.80 × 0.50 × 0.4');
    expect(countWarmth(way(['You', 'Ana'], [0.8]))).toBe('0.80');
    expect(countWarmth(way(['You', 'Ben', 'Cem', 'Ana'], [0.1, 0.5, 0.5]))).toBe(
      '0.004 = 0.10 × 0.50 × 0.50 × 0.4 × 0.4',
    );
  });

  it('has a word for every strength, the warmer the better', () => {
    expect([0.98, 0.5, 0.2, 0.02].map(sayStrength)).toEqual(['close', 'good', 'loose', 'faint']);
    expect(sayWarmth(way(['You', 'Ana'], [0.9]))).toBe('Warm');
    expect(sayWarmth(way(['You', 'Ben', 'Ana'], [0.1, 0.1]))).toBe('Very thin');
  });

  it('leaves out the names that stand above a step', () => {
    expect(sayRests(tie(1, 'You and Ben: last in touch yesterday'), 'You', 'Ben')).toBe(
      'last in touch yesterday',
    );
    expect(sayRests(tie(1, 'Ben and You: colleague'), 'You', 'Ben')).toBe('colleague');
    expect(sayRests(tie(1, 'Ben and Ana: colleague'), 'You', 'Ben')).toBe('Ben and Ana: colleague');
    expect(sayRests(tie(1), 'You', 'Ben')).toBe('nothing else is on record');
  });

  it('names where it leads', () => {
    expect(sayTarget({ kind: 'contact', id: 'ana' }, (id) => id.toUpperCase())).toBe('ANA');
    expect(sayTarget({ kind: 'organisation', value: 'Novartis' }, String)).toBe('anybody at Novartis');
  });

  it('is told from the others by its people', () => {
    expect(keyOfWay(way(['You', 'Ben', 'Ana'], [1, 1]))).toBe('you ben ana');
  });
});
