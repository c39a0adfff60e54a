import { describe, expect, it } from 'vitest';
import { sayBetweennessState, sayBrokerage } from './say-person';

describe('in which roles somebody stands between people', () => {
  it('counts each pair once, and the two directions of a role as one', () => {
    const roles = [
      { role: 'liaison' as const, pairs: 9 },
      { role: 'representative' as const, pairs: 1.5 },
      { role: 'gatekeeper' as const, pairs: 1.5 },
      { role: 'itinerant' as const, pairs: 2 },
      { role: 'coordinator' as const, pairs: 1 },
    ];
    expect(sayBrokerage({ kind: 'brokers', roles }, 'Ana')).toBe(
      'Ana stands between 15 pairs of contacts who do not know each other: 9 of two other groups, 3 of the own group and another, 2 within another group, 1 within the own group.',
    );
    expect(sayBrokerage({ kind: 'brokers', roles: [] }, 'Ana')).toBe('');
  });
});

describe('how a number of pairs is to be taken', () => {
  it('is said unless it is exact', () => {
    expect(sayBetweennessState({ kind: 'exact' })).toBe('');
    expect(sayBetweennessState({ kind: 'before', preview: 51.6 })).toBe(
      'The pairs are those before the last change; they are being counted again, and will be about 52.',
    );
    expect(sayBetweennessState({ kind: 'before', preview: null })).toBe(
      'The pairs are those before the last change; they are being counted again.',
    );
    expect(sayBetweennessState({ kind: 'sampled', bound: 119.2 })).toBe(
      'The pairs are estimated, most likely to within 120, while they are being counted.',
    );
    expect(sayBetweennessState({ kind: 'counting' })).toBe('Pairs are being counted.');
  });
});
