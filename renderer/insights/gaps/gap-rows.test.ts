import { describe, expect, it } from 'vitest';
import type { AttributeReport } from '../../../shared/analysis/questions';
import { gapRows, scaleOf } from './gap-rows';

const value = (name: string, people: number, target: AttributeReport['values'][number]['target'] = null) => ({
  value: name,
  count: people,
  people,
  share: people / 40,
  base: 0.3,
  target,
});
const report: AttributeReport = {
  attribute: 'industry',
  known: 40,
  people: 60,
  values: [
    value('Energy', 30),
    value('Law', 3, { id: 't1', share: 0.2 }),
    value('Arts', 7, { id: 't2', share: 0.1 }),
  ],
  evenness: { kind: 'tooFew', of: 'people', have: 0, need: 8 },
  mixing: { kind: 'fromTies' },
  gaps: {
    kind: 'counted',
    list: [
      {
        value: 'Law',
        people: 3,
        known: 40,
        against: 'target',
        wanted: 0.2,
        short: 5,
        chance: 0.03,
        lead: [],
      },
      {
        value: 'Health',
        people: 0,
        known: 40,
        against: 'base',
        wanted: 0.15,
        short: 6,
        chance: 0.01,
        lead: [],
      },
    ],
  },
  asked: [{ value: 'Film', lead: [] }],
};
const answer = (attributes: AttributeReport[]) => ({
  kind: 'diversity' as const,
  scope: { kind: 'everyone' as const },
  people: 60,
  attributes,
  attention: { people: 0, evenness: null },
});

describe('the lines of the list of gaps', () => {
  it('puts what is missing most first, then goals within reach, then what plans ask for', () => {
    const rows = gapRows(answer([report]));
    expect(rows.map((row) => [row.value, row.kind, row.short])).toEqual([
      ['Health', 'gap', 6],
      ['Law', 'gap', 5],
      ['Arts', 'goal', 0],
      ['Film', 'asked', 0],
    ]);
    expect(rows[0]).toMatchObject({ base: 0.15, goal: null, share: 0 });
    expect(rows[1]).toMatchObject({ base: 0.3, goal: { id: 't1', share: 0.2 } });
  });

  it('has no share where nobody’s value is known', () => {
    const unknown: AttributeReport = {
      ...report,
      known: 0,
      values: [
        { value: 'Law', count: 0, people: 0, share: null, base: null, target: { id: 't1', share: 0.2 } },
      ],
      gaps: { kind: 'tooFew', of: 'people', have: 0, need: 8 },
      asked: [],
    };
    expect(gapRows(answer([unknown]))).toMatchObject([{ kind: 'goal', share: null, short: 0 }]);
  });

  it('draws all bars on one scale, up to the largest share', () => {
    expect(scaleOf(gapRows(answer([report])))).toBeCloseTo(0.33);
    expect(scaleOf([])).toBe(1);
  });
});
