/** Goals count what happened, week by week, and an edit counts the same as counting all anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestNetwork } from '../keeping/keeping.testing';
import type { JsonObject } from '../json';
import { addDays, type Day } from '../time';
import type { Goal, GoalKind, WeeksAnswer } from './answers';
import { WeekCounts } from './week-counts';

const today = '2026-05-06';
const all = { contacts: 2, newInside: 1, newOutside: 1, talks: 50 };

/** Weeks from Monday; the present one is from 4 to 10 May. */
function desk(weekGoals: JsonObject = all, settings: JsonObject = {}): TestNetwork {
  const test = new TestNetwork();
  test.contact('me', { organisations: [{ name: 'Roche' }] });
  test.settings({ me: 'me', weekStart: 'monday', weekGoals, ...settings });
  return test;
}

function weeks(test: TestNetwork, day: Day = today): WeeksAnswer {
  return new WeekCounts(test.network, 'en-GB').answer(day);
}

function goal(test: TestNetwork, kind: GoalKind): Goal {
  const found = weeks(test).goals.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`No goal ${kind}`);
  return found;
}

const values = ({ weeks: of }: Goal): (number | null)[] => of.map(({ value }) => value);
const now = (test: TestNetwork, kind: GoalKind): number | null | undefined => values(goal(test, kind)).at(-1);

describe('the goals of a week', () => {
  it('are the ones that are set, over twelve weeks by the first day of the week', () => {
    expect(weeks(desk({}))).toEqual({ goals: [], weeks: [] });
    const { goals, weeks: twelve } = weeks(desk({ contacts: 3 }));
    expect(goals.map(({ kind, wanted }) => [kind, wanted])).toEqual([['contacts', 3]]);
    expect(twelve).toHaveLength(12);
    expect(twelve[0]).toEqual({ from: '2026-02-16', to: '2026-02-22' });
    expect(twelve.at(-1)).toEqual({ from: '2026-05-04', to: '2026-05-10' });
    expect(weeks(desk(all, { weekStart: 'sunday' })).weeks.at(-1)?.from).toBe('2026-05-03');
  });

  it('count each person once a week, by contact that happened', () => {
    const test = desk();
    for (const id of ['ana', 'ben', 'cy']) test.contact(id);
    test.call('ana', '2026-05-04');
    test.call('ana', '2026-05-05', { with: ['ana', 'ben', 'me'] });
    test.call('cy', '2026-05-05', { planned: true });
    test.call('cy', '2026-05-07');
    test.call('cy', '2026-05-05', { channel: 'mail', size: 40 });
    test.call('cy', '2026-05-05', { channel: 'event' });
    test.call('cy', '2026-05-03');
    expect(values(goal(test, 'contacts')).slice(-3)).toEqual([0, 1, 2]);
    test.change('settings', 'settings', {}, { groupEventsCount: true });
    expect(now(test, 'contacts')).toBe(3);
  });

  it('count whom one met, inside one’s organisation and outside it', () => {
    const test = desk();
    const roche = [{ name: 'ROCHE ' }];
    const met = { howMet: { on: '2026-05-05' } };
    test.contact('ana', { ...met, organisations: roche });
    test.contact('ben', met);
    test.contact('left', { ...met, organisations: [{ name: 'Roche', to: '2024' }] });
    test.contact('stub', { ...met, stub: true });
    test.contact('next', { howMet: { on: '2026-05-08' } });
    test.contact('month', { howMet: { on: '2026-05' } });
    const created = { createdAt: '2026-05-05T09:00:00.000Z' };
    test.contact('cy', created);
    test.call('cy', '2026-05-04');
    test.contact('told', { ...created, howMet: { place: 'Basel' } });
    test.contact('untold', created);
    test.contact('old-friend', created);
    test.call('old-friend', '2026-03-01');
    test.contact('imported', created);
    test.put('sources', {
      contact: 'imported',
      format: 'vcard',
      key: 'x',
      values: {},
      at: created.createdAt,
    });
    test.call('imported', '2026-05-04');
    test.contact('long-there');
    test.call('long-there', '2026-05-04');
    expect(now(test, 'newInside')).toBe(1);
    expect(now(test, 'newOutside')).toBe(4);
    test.change('contacts', 'me', { organisations: [{ name: 'Roche' }] }, { organisations: [] });
    expect(now(test, 'newInside')).toBe(0);
    expect(goal(test, 'newInside').text).toContain('No current organisation of yours is on record');
  });

  it('count meetings and calls among all that happened', () => {
    const test = desk();
    test.contact('ana');
    for (const channel of ['in-person', 'meal', 'call', 'video', 'mail', 'message', 'letter', 'gift'])
      test.call('ana', '2026-05-05', { channel });
    test.call('ana', '2026-04-30', { channel: 'mail' });
    expect(goal(test, 'talks').weeks.slice(-3)).toEqual([
      { value: null, reached: false, text: 'nothing' },
      { value: 0, reached: false, text: '0 of 1' },
      { value: 50, reached: true, text: '4 of 8' },
    ]);
  });

  it('say in a sentence how it stands, of the weeks since there was anything', () => {
    const test = desk();
    expect(weeks(test).goals.map(({ text }) => text)).toEqual([
      'In touch with 0 of 2 people this week.',
      '0 of 1 new connection inside your organisation this week.',
      '0 of 1 new connection outside your organisation this week.',
      'Nothing is on record for this week yet; 50 % are to be meetings or calls.',
    ]);
    for (const id of ['ana', 'ben', 'cy']) test.contact(id);
    test.call('ana', '2026-04-14', { with: ['ana', 'ben'], channel: 'mail' });
    test.call('ana', '2026-05-05');
    expect(goal(test, 'contacts').text).toBe(
      'In touch with 1 of 2 people this week; 1 of the last 4 weeks reached it.',
    );
    expect(goal(test, 'talks').text).toBe(
      '1 of 1 interaction this week was a meeting or call (100 %, 50 % wanted); 1 of the last 4 weeks reached it.',
    );
    test.call('ben', '2026-05-05', { with: ['ben', 'cy'] });
    expect(goal(test, 'contacts').text).toBe(
      'In touch with 3 people (2 wanted) this week; 2 of the last 4 weeks reached it.',
    );
    expect(goal(test, 'newOutside').text).toMatch(/; none of the last 4 weeks reached it\.$/);
  });

  it('come out the same after edits as when all is counted anew', () => {
    const people = ['ana', 'ben', 'cy', 'dee'];
    const step = fc.record({
      what: fc.constantFrom('call', 'move', 'drop', 'met', 'source', 'group', 'leave'),
      who: fc.constantFrom(...people),
      other: fc.constantFrom(...people),
      ago: fc.integer({ min: -3, max: 100 }),
      channel: fc.constantFrom('call', 'mail', 'event', 'meal'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const test = desk();
        for (const id of people) test.contact(id, { createdAt: '2026-04-20T09:00:00.000Z' });
        const live = new WeekCounts(test.network, 'en-GB');
        test.onPatches = (patches) => live.changed(patches);
        live.answer(today);
        for (const { what, who, other, ago, channel } of steps) {
          const day = addDays(today, -ago);
          const [last] = [...test.network.all('interactions')];
          if (what === 'call') test.call(who, day, { channel, with: [...new Set([who, other])] });
          if (what === 'move' && last !== undefined)
            test.change('interactions', last.id, { day: last.day, with: last.with }, { day, with: [who] });
          if (what === 'drop' && last !== undefined) test.remove('interactions', last.id);
          const contact = test.network.get('contacts', who);
          if (what === 'met' && contact !== undefined)
            test.change('contacts', who, { howMet: contact.howMet }, { howMet: { on: day } });
          if (what === 'source' && contact !== undefined)
            test.put('sources', {
              contact: who,
              format: 'csv',
              key: who,
              values: {},
              at: '2026-05-01T09:00:00.000Z',
            });
          if (what === 'group') test.change('settings', 'settings', {}, { groupEventsCount: ago % 2 === 0 });
          if (what === 'leave' && contact !== undefined) {
            for (const { id, with: named } of [...test.network.all('interactions')])
              if (named.includes(who)) test.remove('interactions', id);
            for (const { id, contact: of } of [...test.network.all('sources')])
              if (of === who) test.remove('sources', id);
            test.remove('contacts', who);
          }
          if (ago % 3 === 0) expect(live.answer(today)).toEqual(weeks(test));
        }
        expect(live.answer(today)).toEqual(weeks(test));
      }),
      { numRuns: 150 },
    );
  });
});
