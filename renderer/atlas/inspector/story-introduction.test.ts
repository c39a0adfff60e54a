import { describe, expect, it } from 'vitest';
import type { Introduction } from '../../../shared/model/entities';
import { introductionAdding, introductionEditing } from './story-introduction';

const today = '2026-05-04';
const about = { contact: 'ana', name: 'Ana', me: 'me', today };

describe('an introduction that is added to a story', () => {
  const { argsOf } = introductionAdding(about);
  const entered = { other: 'ben', day: '2026-05-01', text: 'grants' };

  it('is mine, theirs, or an idea so far', () => {
    expect(argsOf({ ...entered, how: 'introduced' })).toEqual({
      a: 'ana',
      b: 'ben',
      stage: 'introduced',
      day: '2026-05-01',
      history: [{ day: '2026-05-01', stage: 'introduced' }],
      why: 'grants',
    });
    expect(argsOf({ ...entered, how: 'theirs', secret: 'yes' })).toEqual({
      a: 'me',
      b: 'ben',
      by: 'ana',
      stage: 'introduced',
      day: '2026-05-01',
      history: [{ day: '2026-05-01', stage: 'introduced' }],
      confidentialText: 'grants',
    });
    expect(argsOf({ ...entered, how: 'idea', text: '' })).toEqual({
      a: 'ana',
      b: 'ben',
      stage: 'idea',
      history: [{ day: '2026-05-01', stage: 'idea' }],
    });
  });
});

describe('an introduction that is changed', () => {
  const idea: Introduction = {
    id: 'i',
    a: 'ana',
    b: 'ben',
    stage: 'idea',
    consentA: 'not-asked',
    consentB: 'not-asked',
    history: [{ day: '2026-04-01', stage: 'idea', note: 'over lunch' }],
  };
  const change = (more: Record<string, string>): unknown => {
    const { values, argsOf } = introductionEditing(idea, today, undefined);
    return argsOf({ ...values, ...more });
  };
  const rest = { id: 'i', outcome: null, why: null };

  it('goes on from today, or from the day that is chosen, and keeps what was before', () => {
    const history = (day: string): unknown => [...idea.history, { day, stage: 'introduced' }];
    expect(change({ stage: 'introduced' })).toEqual({
      ...rest,
      stage: 'introduced',
      day: today,
      history: history(today),
    });
    expect(change({ stage: 'introduced', day: '2026-05-02' })).toMatchObject({
      day: '2026-05-02',
      history: history('2026-05-02'),
    });
  });

  it('corrects the day on which it came so far', () => {
    expect(change({ day: '2026-03-01' })).toEqual({
      ...rest,
      stage: 'idea',
      history: [{ day: '2026-03-01', stage: 'idea', note: 'over lunch' }],
    });
  });
});
