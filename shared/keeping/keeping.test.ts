/** The live state: an edit computes the people whom it concerns and nobody else, and comes to what all anew would. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { Keeping } from './keeping';
import { TestNetwork } from './keeping.testing';
import { ShownWeeks } from './shown-weeks';

const today = '2026-05-06';
const page = { offset: 0, limit: 100 };

function crowd(size = 40, from = -20): { test: TestNetwork; keeping: Keeping } {
  const test = new TestNetwork();
  test.settings({});
  for (let i = 0; i < size; i++) {
    test.contact(`p${i}`, { cadenceDays: 30, cadenceSince: '2026-05-04' });
    test.call(`p${i}`, addDays(today, from - i));
  }
  // The user was not away.
  test.contact('witness', { neverRemind: true });
  test.call('witness', addDays(today, -4));
  const keeping = new Keeping(test.network, 'en-GB');
  test.onPatches = (patches) => keeping.changed(patches);
  return { test, keeping };
}

describe('the live state of staying in touch', () => {
  it('computes two people for one logged talk with two, once for the day and once for its week', () => {
    const { test, keeping } = crowd();
    const before = keeping.due(today, page).total;
    keeping.week(today);
    const computed = keeping.computed;
    test.call('p39', today, { with: ['p39', 'p38'] });
    expect(keeping.due(today, page).total).toBe(before - 2);
    expect(keeping.computed).toBe(computed + 2);
    keeping.week(today);
    expect(keeping.computed).toBe(computed + 4);
  });

  it('computes nobody for what concerns nobody’s clock', () => {
    const { test, keeping } = crowd();
    keeping.week(today);
    const computed = keeping.computed;
    test.put('notes', { contact: 'p1', at: '2026-05-04T10:00:00.000Z', day: '2026-05-04', text: 'Sings' });
    test.put('positions', { id: 'p1', x: 1, y: 2 });
    keeping.week(today);
    expect(keeping.computed).toBe(computed);
  });

  it.each([
    ['settings', (test: TestNetwork) => test.change('settings', 'settings', {}, { dueAt: 1 })],
    ['a pause of all', (test: TestNetwork) => test.put('pauses', { from: '2026-04-01', to: '2026-04-30' })],
  ])('takes %s into account for everybody', (_what, change) => {
    const { test, keeping } = crowd();
    const before = keeping.due(today, page).total;
    change(test);
    expect(keeping.due(today, page).total).toBeLessThan(before);
  });

  it('comes to the same as computing all anew, whatever the edits', () => {
    const person = fc.integer({ min: 0, max: 11 }).map((at) => `p${at}`);
    const day = fc.integer({ min: -200, max: 30 }).map((days) => addDays(today, days));
    const edit = fc.oneof(
      fc.record({
        do: fc.constant('call' as const),
        person,
        other: person,
        day,
        channel: fc.constantFrom('call', 'mail', 'event'),
      }),
      fc.record({
        do: fc.constant('snooze' as const),
        person,
        day,
        kind: fc.constantFrom('snooze', 'skip', 'elsewhere'),
      }),
      fc.record({ do: fc.constant('pause' as const), person, day }),
      fc.record({ do: fc.constant('cadence' as const), person, days: fc.integer({ min: 7, max: 200 }) }),
      fc.record({ do: fc.constant('undo' as const), at: fc.nat() }),
      fc.record({ do: fc.constant('remove' as const), person }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const { test, keeping } = crowd(12);
        const made: ['interactions' | 'snoozes', string][] = [];
        for (const one of edits) {
          keeping.due(today, page);
          if (one.do === 'undo') {
            const [gone] = made.splice(one.at % Math.max(1, made.length), 1);
            if (gone !== undefined) test.remove(...gone);
            continue;
          }
          if (!test.network.has('contacts', one.person)) continue;
          if (one.do === 'call') {
            const people = [one.person, one.other].filter((id) => test.network.has('contacts', id));
            made.push([
              'interactions',
              test.call(one.person, one.day, { with: people, channel: one.channel, direction: 'theirs' }),
            ]);
          } else if (one.do === 'snooze') {
            made.push([
              'snoozes',
              test.put('snoozes', { contact: one.person, kind: one.kind, from: one.day }),
            ]);
          } else if (one.do === 'pause') {
            test.put('pauses', { contact: one.person, from: one.day, to: addDays(one.day, 9) });
          } else if (one.do === 'cadence') {
            const { cadenceDays } = test.network.get('contacts', one.person)!;
            test.change('contacts', one.person, { cadenceDays }, { cadenceDays: one.days });
          } else if (test.network.index.referring('contacts', one.person, 'interactions').size === 0) {
            test.remove('contacts', one.person);
          }
        }
        const anew = new Keeping(test.network, 'en-GB');
        expect(keeping.due(today, page)).toEqual(anew.due(today, page));
        expect(keeping.due(addDays(today, 40), page)).toEqual(anew.due(addDays(today, 40), page));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps whoever was shown, as done, when their talk is written down late, and brings nobody in', () => {
    const { test, keeping } = crowd();
    const first = keeping.week(today);
    expect(keeping.looked(first)).toBe(true);
    expect(keeping.looked(first)).toBe(false);
    const shown = first.contacts.map(({ id }) => id);
    expect(shown).toHaveLength(5);
    test.call(shown[0]!, addDays(today, -3));
    const { contacts } = keeping.week(today);
    expect(contacts.map(({ id }) => id)).toEqual(shown);
    expect(contacts.map(({ state }) => state)).toEqual(['done', 'open', 'open', 'open', 'open']);
  });

  it('forgets who was on a list once they are removed', () => {
    const shown = new ShownWeeks();
    const { test } = crowd(3, -30);
    const keeping = new Keeping(test.network, 'en-GB', shown);
    keeping.looked(keeping.week(today));
    expect(shown.toText()).toContain('"p1"');
    expect(ShownWeeks.from(shown.toText()).toText()).toBe(shown.toText());
    for (const id of [...test.network.index.referring('contacts', 'p1', 'interactions')])
      test.remove('interactions', id);
    test.remove('contacts', 'p1');
    expect(keeping.looked({ ...keeping.week(today), contacts: [] })).toBe(true);
    expect(shown.toText()).not.toContain('"p1"');
  });

  it('remembers the last weeks that were looked at, and no more', () => {
    const shown = new ShownWeeks();
    for (let week = 0; week < 20; week++) shown.note(addDays('2026-05-04', 7 * week), [['ana', undefined]]);
    expect(shown.of('2026-05-04')).toBeUndefined();
    expect(shown.of(addDays('2026-05-04', 7 * 18))?.has('ana')).toBe(true);
  });

  it('lets go of whoever is archived, and of whoever is no longer due', () => {
    const { test, keeping } = crowd(3, -30);
    const first = keeping.week(today);
    keeping.looked(first);
    expect(first.contacts.map(({ id }) => id)).toEqual(['p2', 'p1', 'p0']);
    test.change('contacts', 'p1', {}, { archived: true });
    test.change('contacts', 'p2', { cadenceDays: 30 }, { cadenceDays: 300 });
    expect(keeping.week(today).contacts.map(({ id }) => id)).toEqual(['p0']);
  });

  it('follows people into clusters', () => {
    const { test, keeping } = crowd(3, -30);
    const said = (): string =>
      keeping
        .due(today, page)
        .due.map(({ text }) => text)
        .join(' ');
    expect(said()).not.toContain('choir');
    test.put('clusters', { id: 'c', name: 'the choir', tint: 1 });
    for (const id of ['x', 'y']) test.contact(id);
    for (const id of ['p1', 'x', 'y']) test.put('positions', { id, cluster: 'c' });
    expect(said()).toContain('your only live tie into the choir');
  });

  it('lets the rest rest after an absence, when clocks stand still for it', () => {
    const { test, keeping } = crowd();
    const back = addDays(today, 42);
    const { contacts, awaySince, caughtUp } = keeping.week(back);
    expect(contacts).toHaveLength(3);
    expect(caughtUp).toEqual({ from: addDays(awaySince!, 1), to: '2026-06-14' });
    const before = keeping.due(back, page).total;
    test.put('pauses', { ...caughtUp });
    expect(keeping.due(back, page).total).toBeLessThan(before);
    expect(keeping.week(back).contacts.length).toBeLessThanOrEqual(3);
    expect(keeping.week(back).awaySince).toBe(awaySince);
  });
});
