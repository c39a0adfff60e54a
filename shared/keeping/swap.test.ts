/** Somebody gives their place to another for a week: who takes it, and that no clock is moved. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { Keeping } from './keeping';
import { TestNetwork } from './keeping.testing';

const monday = '2026-05-04';
const page = { offset: 0, limit: 100 };

/** Eight people are due, and the week holds five. */
function due(): { test: TestNetwork; keeping: Keeping; names: (day?: string) => string[] } {
  const test = new TestNetwork();
  test.settings({});
  for (let i = 0; i < 8; i++) {
    test.contact(`p${i}`, { cadenceDays: 30, cadenceSince: monday });
    test.call(`p${i}`, addDays(monday, -50 + i));
  }
  test.contact('witness', { neverRemind: true });
  test.call('witness', addDays(monday, -2));
  const keeping = new Keeping(test.network, 'en-GB');
  test.onPatches = (patches) => keeping.changed(patches);
  const names = (day = monday): string[] => {
    const answer = keeping.week(day);
    keeping.looked(answer);
    return answer.contacts.map(({ id }) => id);
  };
  return { test, keeping, names };
}

describe('a swap', () => {
  it('gives the place to the next one, for that week', () => {
    const { test, keeping, names } = due();
    expect(names()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    test.put('snoozes', { contact: 'p1', kind: 'swap', from: monday });
    expect(names()).toEqual(['p0', 'p2', 'p3', 'p4', 'p5']);
    expect(keeping.week(monday).leftOut[0]).toEqual({
      id: 'p1',
      name: 'P1',
      why: 'Gave the place to somebody else this week; comes again next week.',
    });
    expect(names(addDays(monday, 6))).toEqual(['p0', 'p2', 'p3', 'p4', 'p5']);
    expect(names(addDays(monday, 7))).toContain('p1');
  });

  it('moves no clock', () => {
    const { test, keeping } = due();
    const before = keeping.due(addDays(monday, 8), page).due;
    test.put('snoozes', { contact: 'p1', kind: 'swap', from: monday });
    expect(keeping.due(addDays(monday, 8), page).due).toEqual(before);
  });

  it('taken back gives the place back', () => {
    const { test, names } = due();
    const first = names();
    const swap = test.put('snoozes', { contact: 'p1', kind: 'swap', from: monday });
    expect(names()).not.toEqual(first);
    test.remove('snoozes', swap);
    expect(names()).toEqual(first);
  });

  it('lets the next tweener have the turn', () => {
    const test = new TestNetwork();
    test.settings({});
    for (const id of ['ana', 'ben']) {
      test.contact(id);
      test.call(id, addDays(monday, -90), { channel: 'meal' });
    }
    test.contact('witness', { neverRemind: true });
    test.call('witness', addDays(monday, -2));
    const pick = (): string[] => new Keeping(test.network, 'en-GB').week(monday).contacts.map(({ id }) => id);
    const [first] = pick();
    expect(pick()).toHaveLength(1);
    test.put('snoozes', { contact: first, kind: 'swap', from: monday });
    expect(pick()).toEqual(['ana', 'ben'].filter((id) => id !== first));
  });
});
