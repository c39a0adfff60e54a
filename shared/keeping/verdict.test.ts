import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, type Day } from '../time';
import { KeptPeople, lookingAt } from './kept-people';
import { TestNetwork } from './keeping.testing';
import { type DueReason, reasonsOf, type Verdict } from './verdict';

const today = '2026-05-04';
const ago = (days: number): Day => addDays(today, -days);

function verdictOf(
  make: (test: TestNetwork) => void,
  { on = today, settings = {} }: { on?: Day; settings?: Record<string, unknown> } = {},
): Verdict & { readonly reasons: readonly DueReason[] } {
  const test = new TestNetwork();
  test.settings(settings);
  make(test);
  const { verdict } = KeptPeople.of(test.network, lookingAt(on)).get('ana')!;
  return { ...verdict, reasons: reasonsOf(verdict) };
}
const close = (test: TestNetwork): string => test.contact('ana', { cadenceDays: 30 });

describe('who is due', () => {
  it('is due from the day on that last contact and cadence make, and too late at half a cadence more', () => {
    const states = [29, 30, 44, 45].map(
      (days) =>
        verdictOf((test) => {
          close(test);
          test.call('ana', ago(days));
        }).state,
    );
    expect(states).toEqual(['in-time', 'due', 'due', 'too-late']);
  });

  it('says its ratio, its day and each reason', () => {
    const verdict = verdictOf((test) => {
      test.contact('ana', { circle: 'close' });
      test.call('ana', ago(45));
    });
    expect(verdict).toMatchObject({
      ratio: 0.5,
      reasons: [
        { kind: 'cadence', days: 30, from: 'circle', name: 'Close' },
        { kind: 'last-contact', day: ago(45) },
      ],
    });
    expect(dayFromNumber(verdict.due!)).toBe(ago(15));
  });

  it('takes the thresholds that the user set', () => {
    const late = (days: number): string =>
      verdictOf(
        (test) => {
          close(test);
          test.call('ana', ago(days));
        },
        { settings: { dueAt: 0.2, tooLateAt: 1 } },
      ).state;
    expect([35, 36, 59, 60].map(late)).toEqual(['in-time', 'due', 'due', 'too-late']);
  });

  it('is not yet settled, and never due, without a cadence and without contact', () => {
    expect(verdictOf((test) => test.contact('ana'), { on: '2099-01-01' })).toEqual({
      state: 'not-settled',
      reasons: [{ kind: 'not-settled' }],
    });
  });

  it('starts the clock when the cadence was set, where there was no contact', () => {
    const verdict = verdictOf((test) => test.contact('ana', { cadenceDays: 30, cadenceSince: ago(31) }));
    expect(verdict).toMatchObject({ state: 'due', reasons: [{}, { kind: 'cadence-set', day: ago(31) }] });
  });

  it.each([
    ['archived', { archived: true }],
    ['never-remind', { neverRemind: true }],
  ])('never asks for somebody who is %s', (because, fields) => {
    const verdict = verdictOf((test) => {
      test.contact('ana', { cadenceDays: 7, ...fields });
      test.call('ana', ago(300));
    });
    expect(verdict).toMatchObject({ state: 'never', reasons: [{ kind: 'never-reminded', because }] });
  });

  it('never asks for me', () => {
    const verdict = verdictOf(
      (test) => {
        close(test);
        test.call('ana', ago(300));
      },
      { settings: { me: 'ana' } },
    );
    expect(verdict.reasons).toEqual([{ kind: 'never-reminded', because: 'me' }]);
  });

  const after = (fields: Record<string, unknown>, settings: Record<string, unknown> = {}): string =>
    verdictOf(
      (test) => {
        close(test);
        test.call('ana', ago(100));
        test.call('ana', ago(3), fields);
      },
      { settings },
    ).state;

  it('counts any real interaction, an imported one too', () => {
    expect(after({ channel: 'mail', direction: 'theirs', batch: 'import' })).toBe('in-time');
    expect(after({ planned: true })).toBe('too-late');
    expect(after({ day: addDays(today, 3) })).toBe('too-late');
  });

  it('counts a group event only where groups count, and a broadcast never', () => {
    expect(after({ channel: 'event' })).toBe('too-late');
    expect(after({ channel: 'event' }, { groupEventsCount: true })).toBe('in-time');
    expect(after({ channel: 'in-person', size: 40 })).toBe('too-late');
    expect(after({ channel: 'in-person', size: 40 }, { groupEventsCount: true })).toBe('in-time');
    expect(after({ channel: 'mail', size: 40 }, { groupEventsCount: true })).toBe('too-late');
    expect(after({ channel: 'meal', size: 4 })).toBe('in-time');
  });

  const snoozed = (snooze: Record<string, unknown>, lastDay = ago(45)): ReturnType<typeof verdictOf> =>
    verdictOf((test) => {
      close(test);
      test.call('ana', lastDay);
      test.put('snoozes', { contact: 'ana', ...snooze });
    });

  it('puts off until the day of a snooze, and no longer', () => {
    const until = (day: Day): ReturnType<typeof verdictOf> =>
      snoozed({ kind: 'snooze', from: ago(5), until: day });
    expect(until(addDays(today, 1))).toMatchObject({ state: 'put-off', due: expect.any(Number) as number });
    expect(until(addDays(today, 1)).reasons.at(-1)).toEqual({ kind: 'snoozed', until: addDays(today, 1) });
    expect(until(today).state).toBe('too-late');
    expect(snoozed({ kind: 'snooze', from: ago(6) }).state).toBe('put-off');
    expect(snoozed({ kind: 'snooze', from: ago(7) }).state).toBe('too-late');
  });

  it('forgets a snooze once there was contact', () => {
    const verdict = snoozed({ kind: 'snooze', from: ago(60), until: addDays(today, 60) });
    expect(verdict.state).toBe('too-late');
  });

  it('starts again after a skip and after being in touch elsewhere, without contact', () => {
    expect(snoozed({ kind: 'skip', from: ago(29) })).toMatchObject({ state: 'in-time' });
    expect(snoozed({ kind: 'skip', from: ago(30) })).toMatchObject({
      state: 'due',
      reasons: [{}, { kind: 'skipped', day: ago(30) }],
    });
    const elsewhere = snoozed({ kind: 'elsewhere', from: ago(40), until: ago(10) });
    expect(elsewhere).toMatchObject({ state: 'in-time', reasons: [{}, { kind: 'elsewhere', day: ago(10) }] });
  });

  it('stands still in pauses, of this contact and of all', () => {
    const paused = (pause: Record<string, unknown>): ReturnType<typeof verdictOf> =>
      verdictOf((test) => {
        close(test);
        test.call('ana', ago(35));
        test.put('pauses', pause);
      });
    expect(paused({ contact: 'ana', from: ago(20), to: ago(11) })).toMatchObject({
      state: 'in-time',
      reasons: [{}, {}, { kind: 'paused', days: 10 }],
    });
    expect(paused({ from: ago(20), to: ago(11) }).state).toBe('in-time');
    expect(paused({ contact: 'ben', from: ago(20), to: ago(11) }).state).toBe('due');
    expect(paused({ from: ago(2) })).toMatchObject({ state: 'put-off' });
  });

  it('is due on the day it says and not the day before, whatever bends the clock', () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.integer({ min: 7, max: 400 }),
        days,
        days,
        fc.integer({ min: 0, max: 60 }),
        (cadence, last, from, length) => {
          const make = (test: TestNetwork): void => {
            test.contact('ana', { cadenceDays: cadence });
            test.call('ana', ago(last));
            test.put('pauses', { contact: 'ana', from: ago(from), to: addDays(ago(from), length) });
          };
          const due = dayFromNumber(verdictOf(make).due!);
          expect(verdictOf(make, { on: due }).state).toBe('due');
          expect(['in-time', 'put-off']).toContain(verdictOf(make, { on: addDays(due, -1) }).state);
        },
      ),
      { numRuns: 200 },
    );
  });
});
