import { describe, expect, it } from 'vitest';
import type { AttributeReport } from './questions';
import { attributeWords, sayCoverage, sayEvenness, sayMixing, sayShare, sayTooFew } from './say-diversity';

const evenness = {
  kind: 'counted',
  hill0: 5,
  hill1: 2.84,
  hill2: 2,
  shannon: 1,
  blau: 0.5,
  unbiased: 0.5,
  iqv: 0.6,
} as const;
const mixing = {
  kind: 'counted',
  people: 96,
  ties: 240,
  internal: 62,
  ei: 0.483,
  expected: 0.517,
  p: 0.4,
  assortativity: 0.02,
} as const;
const report: AttributeReport = {
  attribute: 'industry',
  known: 96,
  people: 120,
  values: [],
  evenness,
  mixing,
  gaps: { kind: 'counted', list: [] },
  asked: [],
};

it('calls attributes and groups of tags by their names', () => {
  expect(attributeWords('generation').name).toBe('Decade of birth');
  expect(attributeWords('tag:club')).toEqual({ name: 'Club', one: 'club' });
});

it('says for how many something is known, and that nobody was guessed', () => {
  expect(sayCoverage(report)).toBe(
    'Industry is known for 96 of 120 people; the rest are left out, not guessed.',
  );
  expect(sayCoverage({ ...report, known: 120 })).toBe('Industry is known for all 120 people.');
  expect(sayCoverage({ ...report, known: 0 })).toBe('Industry is known of nobody here.');
});

it('says how many equal groups it is like, or that there are too few to say', () => {
  expect(sayEvenness(report, 'your network')).toBe('By industry, your network acts like 2.8 equal groups.');
  const few = { ...report, evenness: { kind: 'tooFew', of: 'people', have: 5, need: 8 } as const };
  expect(sayEvenness(few, 'your network')).toBe(
    '5 people are too few, it takes 8 to say how varied that makes your network.',
  );
  const one = { ...report, evenness: { ...evenness, hill1: 1 } };
  expect(sayEvenness(one, 'the circle Inner')).toBe('By industry, the circle Inner acts like one group.');
});

describe('how people mix', () => {
  const mixed = (fields: { p: number; ei: number; internal: number }) =>
    sayMixing({ ...report, mixing: { ...mixing, ...fields } });

  it('holds ties within against those by chance', () => {
    expect(sayMixing(report)).toBe(
      'People know their own kind about as often as chance would have it: 62 of 240 ties stay within one industry, ' +
        'at random it would be 58 (E-I 0.48, at random 0.52).',
    );
  });

  it('calls it more or less only where chance would rarely do', () => {
    expect(mixed({ p: 0.01, ei: -0.2, internal: 144 })).toMatch(/own kind more often than chance.*E-I −0.20/);
    expect(mixed({ p: 0.01, ei: 0.9, internal: 12 })).toMatch(/own kind less often than chance/);
  });

  it('says nothing of the kind where there is no number', () => {
    expect(sayMixing({ ...report, mixing: { kind: 'fromTies' } })).toMatch(/^Groups are made of ties/);
    expect(sayMixing({ ...report, mixing: { kind: 'tooFew', of: 'ties', have: 0, need: 10 } })).toBe(
      'No ties to go by: it takes 10 to say whether people know their own kind.',
    );
  });
});

it('says shares and counts without false precision', () => {
  expect([0.25, 0.05, 0.034, 0, 1].map(sayShare)).toEqual(['25 %', '5 %', '3.4 %', '0 %', '100 %']);
  expect(sayTooFew({ of: 'cases', have: 1, need: 200 })).toBe('1 check is too few, it takes 200');
});
