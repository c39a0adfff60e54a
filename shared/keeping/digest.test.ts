import { describe, expect, it } from 'vitest';
import type { OpenPromise, WeekAnswer, WeekContact } from './answers';
import { sayDigest } from './digest';

const today = '2026-05-06';
const person = (name: string, state: WeekContact['state'] = 'open'): WeekContact => ({
  id: 'id',
  name,
  reasons: [{ kind: 'due', text: 'Due.' }],
  last: null,
  lastDay: null,
  channel: 'call',
  suggestion: { kind: 'none', text: 'Nothing.' },
  draft: { text: '', facts: [] },
  state,
});
const promise = (due: string | null, by: 'me' | 'them' = 'me'): OpenPromise => ({
  id: 'id',
  kind: 'promise',
  contact: 'id',
  name: 'Ana',
  by,
  text: 'slides',
  madeOn: '2026-05-01',
  due,
  late: null,
});
const say = (contacts: WeekAnswer['contacts'], ...promises: OpenPromise[]): string | undefined =>
  sayDigest({ contacts, today, to: '2026-05-10' }, promises, 'en-GB');

describe('the words of the daily notification', () => {
  it('name whoever is still open, three at most', () => {
    const four = ['Ana Silva', 'Ben Okafor', 'Cy Weiss', 'Dee Moor'].map((name) => person(name));
    expect(say(four)).toBe('4 people this week: Ana Silva, Ben Okafor and 2 more.');
    expect(say(four.slice(1))).toBe('3 people this week: Ben Okafor, Cy Weiss and Dee Moor.');
    expect(say([person('Ana'), person('Ben', 'done'), person('Cy', 'put-off')])).toBe(
      '1 person this week: Ana.',
    );
  });

  it('count my promises of the week, with their day where it is one', () => {
    expect(say([], promise('2026-05-08'))).toBe('One promise is due on Friday 8 May.');
    expect(say([], promise(today))).toBe('One promise is due today.');
    expect(say([], promise('2026-05-01'))).toBe('One promise was due on Friday 1 May.');
    expect(say([], promise('2026-05-07'), promise('2026-05-09'))).toBe('2 promises are due this week.');
    expect(say([], promise('2026-05-09'), promise('2026-05-01'))).toBe(
      '2 promises are due this week, 1 of them overdue.',
    );
    expect(say([], promise('2026-05-02'), promise('2026-05-01'))).toBe('2 promises are overdue.');
  });

  it('are none where there is nothing', () => {
    expect(say([])).toBeUndefined();
    expect(
      say([person('Ana', 'done')], promise('2026-05-11'), promise(null), promise(today, 'them')),
    ).toBeUndefined();
  });

  it('keep names short and on one line', () => {
    expect(say([person(`Ana\n\u0007 ${'Maria '.repeat(50)}`)])).toMatch(
      /^1 person this week: Ana Maria .{0,40}….$/u,
    );
  });
});
