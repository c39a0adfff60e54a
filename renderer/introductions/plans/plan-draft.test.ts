import { describe, expect, it } from 'vitest';
import { aimsAt, argumentsOf, draftOf } from './plan-draft';

const plan = {
  id: 'plan',
  title: 'Dana to Basel',
  person: 'dana',
  industries: [],
  places: ['Basel'],
  organisations: [],
  tags: [],
  text: 'biotech',
  horizon: '2026-09-01',
  steps: [],
  state: 'open' as const,
  madeOn: '2026-05-04',
};

describe('a plan in its form', () => {
  it('begins empty, and leads somewhere once one part of the aim is there', () => {
    const empty = draftOf(undefined);
    expect(empty.most).toBe(3);
    expect(aimsAt(empty)).toBe(false);
    expect(aimsAt({ ...empty, text: '  ' })).toBe(false);
    expect(aimsAt({ ...empty, tags: ['law'] })).toBe(true);
  });

  it('names only what is there when it is new', () => {
    const draft = { ...draftOf(undefined), title: ' Know lawyers ', tags: ['law'] };
    expect(argumentsOf(draft, undefined)).toEqual({
      title: 'Know lawyers',
      industries: [],
      places: [],
      organisations: [],
      tags: ['law'],
    });
  });

  it('takes out of one that is there what was emptied', () => {
    const draft = { ...draftOf(plan), person: undefined, text: ' ', horizon: '', most: 5 };
    expect(argumentsOf(draft, plan)).toMatchObject({ person: null, text: null, horizon: null, most: 5 });
    expect(argumentsOf(draftOf(plan), plan)).not.toHaveProperty('most');
  });
});
