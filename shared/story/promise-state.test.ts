import { describe, expect, it } from 'vitest';
import type { Commitment } from '../model/entities';
import { promiseState } from './promise-state';

const promise: Commitment = { id: 'p', contact: 'ana', by: 'me', text: 'slides', madeOn: '2026-04-01' };
const state = (more: Partial<Commitment>): string => {
  const { said, late, open, owesUpdate } = promiseState({ ...promise, ...more }, '2026-05-04', 'en-GB');
  return [said, late ? 'LATE' : '', open ? 'OPEN' : '', owesUpdate ? 'UPDATE' : ''].filter(Boolean).join(' ');
};

describe('how a promise stands', () => {
  it('is open until it is kept or dropped, and late after the day it is due', () => {
    expect(state({})).toBe('open, no day set OPEN');
    expect(state({ due: '2026-05-04' })).toBe('due today OPEN');
    expect(state({ due: '2026-05-08' })).toBe('due Friday 8 May OPEN');
    expect(state({ due: '2026-05-03' })).toBe('1 day late LATE OPEN');
    expect(state({ due: '2026-05-01', doneOn: '2026-05-03' })).toBe('kept yesterday');
    expect(state({ due: '2026-05-01', droppedOn: '2026-05-04' })).toBe('dropped today');
  });

  it('is owed an update after advice was followed, until its giver was told', () => {
    expect(state({ advice: true, doneOn: '2026-05-03' })).toBe('followed yesterday UPDATE');
    expect(state({ advice: true, doneOn: '2026-05-03', toldOn: '2026-05-04' })).toBe('told today');
    expect(state({ advice: true, droppedOn: '2026-05-04' })).toBe('not followed today');
  });
});
