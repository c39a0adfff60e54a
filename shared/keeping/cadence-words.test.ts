import { describe, expect, it } from 'vitest';
import { readEvery, sayEvery } from './cadence-words';

describe('how often, in words', () => {
  it.each([
    ['30', 30],
    ['45 days', 45],
    ['every week', 7],
    ['Weekly', 7],
    ['every other week', 14],
    ['2 weeks', 14],
    ['a month', 30],
    ['once a month', 30],
    ['Every  month', 30],
    ['every three months', 90],
    ['quarterly', 90],
    ['every half year', 180],
    ['half a year', 180],
    ['12 months', 365],
    ['every year', 365],
    ['five years', 1825],
  ])('%s is %i days', (text, days) => {
    expect(readEvery(text)).toBe(days);
  });

  it.each(['', 'often', 'every', 'every some months', 'month of May', '-7', '3.5 weeks', 'half a day'])(
    '“%s” says no number of days',
    (text) => {
      expect(readEvery(text)).toBeUndefined();
    },
  );

  it('is read back as it is said, whatever the number', () => {
    for (let days = 1; days <= 2_000; days++) expect([days, readEvery(sayEvery(days))]).toEqual([days, days]);
    expect([7, 14, 30, 45, 60, 180, 365, 730].map(sayEvery)).toEqual([
      'every week',
      'every 2 weeks',
      'every month',
      'every 45 days',
      'every 2 months',
      'every half year',
      'every year',
      'every 2 years',
    ]);
  });
});
