import { describe, expect, it } from 'vitest';
import type { AnswerTo } from '../../../shared/analysis/questions';
import { answerParts, narrowedTo } from './answer-rows';

const reach = { connectedPairs: 6, pieces: 1, efficiency: 0.5, sample: null };
const none = { count: 0, list: [] };
const answer: AnswerTo<'whatIf'> = {
  kind: 'whatIf',
  before: reach,
  after: reach,
  cutOff: ['ana', 'bo'],
  changed: { people: 1, added: 0, removed: 0 },
  twoSteps: { before: 6, after: 5, gained: none, lost: { count: 3, list: [['ana', 'cy']] } },
  mine: null,
  cutPeople: { newly: [], noLonger: [] },
  bridges: [],
};

describe('whom an answer names', () => {
  it('stands under heads; what names nobody has none', () => {
    expect(answerParts(answer)).toEqual([
      { head: 'Cut off from the rest', count: 2, named: [['ana'], ['bo']] },
      { head: 'No longer within two steps of each other', count: 3, named: [['ana', 'cy']] },
    ]);
  });

  it('tells of me where a tie of mine is recorded', () => {
    const mine = { before: 3, after: 4, gained: { count: 1, list: ['di'] }, lost: none };
    expect(answerParts({ ...answer, cutOff: [], mine })[0]).toEqual({
      head: 'Within your two steps, and not now',
      count: 1,
      named: [['di']],
    });
  });

  it('is narrowed down to those who fit, a pair by either of the two', () => {
    const fits = (contact: string): boolean => contact === 'cy';
    expect(narrowedTo(answerParts(answer), fits)).toEqual([
      { head: 'No longer within two steps of each other', count: 3, named: [['ana', 'cy']] },
    ]);
  });
});
