import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { lookedAt, namesOf, planOf, TestNetwork } from './keeping.testing';
import { ShownWeeks } from './shown-weeks';
import type { WeekPlan } from './week-plan';

// A Wednesday; the week is 4 to 10 May 2026.
const monday = '2026-05-04';
const today = '2026-05-06';
const sunday = '2026-05-10';

function network(settings: Record<string, unknown> = {}): TestNetwork {
  const test = new TestNetwork();
  test.settings(settings);
  // Somebody who does not matter was in touch lately: the user was not away.
  test.contact('witness', { neverRemind: true });
  test.call('witness', addDays(monday, -2));
  return test;
}

/** Contacts with a cadence of 30 days who were never on a list: their cadence is new. */
function due(test: TestNetwork, ...days: number[]): void {
  days.forEach((ago, at) => {
    test.contact(`due${at}`, { cadenceDays: 30, cadenceSince: monday });
    test.call(`due${at}`, addDays(monday, -ago));
  });
}
const kindsOf = (plan: WeekPlan, id: string): string[] =>
  plan.planned
    .find(({ contact }) => contact === id)!
    .reasons.map((reason) => (reason.kind === 'occasion' ? reason.occasion.about.kind : reason.kind));
const datedOf = (plan: WeekPlan): string[] =>
  plan.dated.map((line) =>
    line.kind === 'group' ? line.group : `${line.occasion.contact} ${line.occasion.about.kind}`,
  );

describe('the week’s list', () => {
  it('holds whoever is due by its last day, the larger overdue ratio first, up to the limit', () => {
    const test = network();
    due(test, 31, 33, 32, 24, 23, 36, 35, 34);
    const plan = planOf(test.network, today);
    expect(namesOf(plan)).toEqual(['due5', 'due6', 'due7', 'due1', 'due2']);
    expect(plan.leftOut).toEqual([
      { contact: 'due0', why: 'limit' },
      { contact: 'due3', why: 'limit' },
    ]);
    expect(plan.leftOutInAll).toBe(2);
  });

  it('puts whoever would have waited for two cadences first', () => {
    const test = network();
    due(test, 40);
    test.contact('weekly', { cadenceDays: 14, cadenceSince: monday });
    test.call('weekly', addDays(monday, -15));
    expect(namesOf(planOf(test.network, today))).toEqual(['weekly', 'due0']);
  });

  it('asks for those with a chosen cadence before those whom nobody chose', () => {
    const test = network({ weeklyLimit: 1 });
    test.contact('old');
    test.call('old', '2019-01-01');
    due(test, 31);
    const plan = planOf(test.network, today);
    expect(namesOf(plan)).toEqual(['due0']);
    expect(plan.leftOut.map(({ contact }) => contact)).toEqual(['old']);
  });

  it('is the same on every day of the week, and marks what was done', () => {
    const test = network();
    due(test, 31, 32, 33, 34, 35, 36, 37);
    const first = namesOf(planOf(test.network, monday));
    test.call('due6', today);
    test.put('snoozes', { contact: 'due5', kind: 'snooze', from: today, until: addDays(sunday, 7) });
    const later = planOf(test.network, addDays(today, 1));
    expect(namesOf(later)).toEqual(first);
    expect(later.planned.slice(0, 3).map(({ state }) => state)).toEqual(['done', 'put-off', 'open']);
  });

  it('leaves out whoever is to be met soon, and says so', () => {
    const test = network({ weeklyLimit: 2 });
    due(test, 36, 35, 34, 33);
    const plan = (contact: string, day: string, more: Record<string, unknown> = {}): string =>
      test.call(contact, day, { planned: true, ...more });
    plan('due0', addDays(sunday, 14), { channel: 'meal' });
    // To write to them is no meeting, a group is none of theirs, and what lies further off settles nothing yet.
    plan('due1', today, { channel: 'mail' });
    plan('due1', today, { channel: 'event' });
    plan('due1', addDays(sunday, 15));
    const made = planOf(test.network, today);
    expect(namesOf(made)).toEqual(['due1', 'due2']);
    expect(made.leftOut).toMatchObject([
      { contact: 'due0', why: 'meeting', meeting: { day: addDays(sunday, 14), channel: 'meal' } },
      { contact: 'due3', why: 'limit' },
    ]);
    // A week whose day has gone by without it asks for them again.
    expect(namesOf(planOf(test.network, addDays(today, 21)))).toContain('due0');
  });

  it('keeps the place of whoever is on the list while a day is agreed with them, and marks it as done', () => {
    const test = network();
    due(test, 31, 32);
    const shown = new ShownWeeks();
    lookedAt(test.network, monday, shown);
    test.call('due1', sunday, { planned: true });
    const plan = planOf(test.network, today, shown, new Map(), ['due1', 'due0']);
    expect(plan.planned).toMatchObject([
      { contact: 'due1', state: 'done', meeting: { day: sunday } },
      { contact: 'due0', state: 'open' },
    ]);
  });

  it('gives dated things the first places: promises, then replies, then birthdays', () => {
    const test = network({ weeklyLimit: 4 });
    due(test, 50, 51);
    for (const id of ['birthday', 'reply', 'promise']) {
      test.contact(id, { ...(id === 'birthday' ? { birthday: '--05-08' } : {}) });
      test.call(id, addDays(monday, -20));
    }
    test.put('commitments', { contact: 'promise', by: 'me', madeOn: '2026-04-20', due: '2026-05-08' });
    test.put('owedReplies', { contact: 'reply', since: '2026-05-01' });
    const plan = planOf(test.network, today);
    expect(namesOf(plan)).toEqual(['promise', 'reply', 'birthday', 'due1']);
    expect(kindsOf(plan, 'promise')).toEqual(['promise']);
  });

  it('folds dated things beyond the limit into lines, and those that take no place', () => {
    const test = network({ weeklyLimit: 1 });
    for (const id of ['a', 'b', 'c']) {
      test.contact(id);
      test.put('commitments', {
        contact: id,
        by: id === 'c' ? 'them' : 'me',
        madeOn: '2026-04-20',
        due: `2026-05-0${id === 'a' ? 5 : 7}`,
      });
    }
    test.contact('stranger', { birthday: '--05-09' });
    test.put('groupReminders', {
      id: 'class',
      name: 'Class of 2005',
      contacts: ['a', 'b'],
      everyDays: 1826,
      next: '2026-05-12',
    });
    const plan = planOf(test.network, today);
    expect(namesOf(plan)).toEqual(['a']);
    expect(datedOf(plan)).toEqual(['b promise', 'c their-promise', 'stranger birthday', 'class']);
  });

  it('counts a person once, with every reason they have', () => {
    const test = network();
    due(test, 31);
    test.put('commitments', { contact: 'due0', by: 'me', madeOn: '2026-04-20', due: '2026-05-08' });
    test.put('owedReplies', { contact: 'due0', since: '2026-05-01' });
    const plan = planOf(test.network, today);
    expect(kindsOf(plan, 'due0')).toEqual(['promise', 'reply', 'due']);
    expect(plan.planned).toHaveLength(1);
  });

  it('is done with a promise when it is kept, not when there was a talk', () => {
    const test = network();
    test.contact('ana');
    const id = test.put('commitments', { contact: 'ana', by: 'me', madeOn: '2026-04-20', due: '2026-05-08' });
    test.call('ana', today);
    expect(planOf(test.network, today).planned).toMatchObject([{ contact: 'ana', state: 'open' }]);
    test.change('commitments', id, {}, { doneOn: today });
    expect(planOf(test.network, today).planned).toMatchObject([{ contact: 'ana', state: 'done' }]);
    expect(namesOf(planOf(test.network, addDays(today, 7)))).toEqual([]);
  });

  it('is not done with somebody because both were in a crowd, unless groups count', () => {
    for (const groupEventsCount of [false, true]) {
      const test = network({ groupEventsCount });
      due(test, 40);
      test.call('due0', today, { channel: 'event' });
      expect(planOf(test.network, today).planned[0]?.state).toBe(groupEventsCount ? 'done' : 'open');
    }
  });

  it('gives what came up in the week a free place, and nobody else’s', () => {
    const free = network();
    const full = network({ weeklyLimit: 1 });
    for (const test of [free, full]) {
      due(test, 31);
      test.contact('ana');
      test.put('commitments', { contact: 'ana', by: 'me', madeOn: today, due: '2026-05-08' });
    }
    expect(namesOf(planOf(free.network, today))).toEqual(['due0', 'ana']);
    expect(namesOf(planOf(full.network, today))).toEqual(['due0']);
    expect(datedOf(planOf(full.network, today))).toEqual(['ana promise']);
  });

  it('takes an unanswered mail for a reply owed, until something goes back', () => {
    const test = network();
    test.contact('ana');
    test.call('ana', '2026-04-29', { channel: 'mail', direction: 'theirs' });
    expect(kindsOf(planOf(test.network, today), 'ana')).toContain('reply');
    test.call('ana', '2026-04-30', { channel: 'mail', direction: 'mine' });
    expect(namesOf(planOf(test.network, today))).not.toContain('ana');
    test.call('ana', '2026-05-05', { channel: 'mail', direction: 'theirs' });
    expect(kindsOf(planOf(test.network, today), 'ana')).toContain('reply');
    expect(namesOf(planOf(test.network, '2026-05-05'))).not.toContain('ana');
  });

  it('lets a flood of unanswered mails take no more than two places of five from those who are due', () => {
    const test = network();
    for (let at = 0; at < 6; at++) {
      test.contact(`mail${at}`);
      test.call(`mail${at}`, addDays(monday, -10 - at), { channel: 'mail', direction: 'theirs' });
    }
    const names = (): string[] => namesOf(planOf(test.network, today));
    expect(names()).toEqual(['mail5', 'mail4', 'mail3', 'mail2', 'mail1']);
    due(test, 50, 51, 52, 53);
    expect(names()).toEqual(['mail5', 'mail4', 'due3', 'due2', 'due1']);
    expect(datedOf(planOf(test.network, today))).toContain('mail3 reply');
  });

  it('forgets a marked reply when what was logged answers it', () => {
    const test = network();
    test.contact('ana');
    test.put('owedReplies', { contact: 'ana', since: '2026-04-28' });
    expect(namesOf(planOf(test.network, today))).toEqual(['ana']);
    test.call('ana', '2026-04-30');
    expect(namesOf(planOf(test.network, today))).toEqual([]);
  });

  it('knows a birthday of 29 February, and one without a year', () => {
    const test = network();
    test.contact('leap', { birthday: '2000-02-29', circle: 'wider', cadenceSince: '2027-01-01' });
    test.contact('plain', { birthday: '--03-02', circle: 'wider', cadenceSince: '2027-01-01' });
    const plan = planOf(test.network, '2027-02-24');
    expect(plan.planned).toMatchObject([
      { contact: 'leap', reasons: [{ occasion: { day: '2027-02-28', about: { years: 27 } } }] },
      { contact: 'plain', reasons: [{ occasion: { day: '2027-03-02' } }] },
    ]);
  });

  it('brings in one tweener and one new connection among those who are due', () => {
    const test = network();
    due(test, 50, 51, 52, 53, 54);
    for (const id of ['tween1', 'tween2']) {
      test.contact(id);
      test.call(id, '2025-11-20', { channel: 'meal' });
      test.call(id, '2025-12-20');
    }
    test.contact('fresh', { howMet: { on: '2026-04-30', through: 'due0' } });
    const plan = planOf(test.network, today);
    expect(namesOf(plan)).toHaveLength(5);
    expect(namesOf(plan).filter((id) => id.startsWith('tween'))).toHaveLength(1);
    expect(kindsOf(plan, 'fresh')).toEqual(['new-connection']);
    const other = namesOf(planOf(test.network, addDays(today, 7))).find((id) => id.startsWith('tween'));
    expect(namesOf(plan)).not.toContain(other);
  });

  it('asks to tell an adviser what came of their advice, and to meet who stays where I travel', () => {
    const test = network();
    for (const id of ['adviser', 'guest']) test.contact(id);
    test.put('commitments', {
      contact: 'adviser',
      by: 'me',
      advice: true,
      madeOn: '2026-03-01',
      doneOn: '2026-04-20',
    });
    test.contact('mentor');
    // Advice that is still to be tried asks for nobody.
    const open = { contact: 'mentor', by: 'them', advice: true, madeOn: '2026-03-01', due: '2026-05-08' };
    test.put('commitments', open);
    test.put('trips', { place: 'Seoul', from: '2026-05-15', to: '2026-05-20' });
    test.put('stays', { contact: 'guest', place: 'seoul, Korea', from: '2026-05-01' });
    const plan = planOf(test.network, today);
    expect(plan.planned.map(({ contact }) => [contact, kindsOf(plan, contact)])).toEqual([
      ['adviser', ['update']],
      ['guest', ['stay']],
    ]);
    expect(datedOf(plan)).toEqual([]);
  });

  it('keeps a place or two for what has no date, however many are due', () => {
    const test = network();
    due(test, 40, 41, 42, 43, 44, 45);
    test.contact('adviser');
    test.put('commitments', {
      contact: 'adviser',
      by: 'me',
      advice: true,
      madeOn: '2026-03-01',
      doneOn: '2026-04-20',
    });
    expect(namesOf(planOf(test.network, today))).toContain('adviser');
  });

  it('asks neither for me nor for the archived, whatever is promised to them', () => {
    const test = network();
    test.change('settings', 'settings', {}, { me: 'me' });
    test.contact('me');
    test.contact('gone', { archived: true });
    for (const contact of ['me', 'gone']) {
      test.put('commitments', { contact, by: 'me', madeOn: '2026-04-20', due: '2026-05-08' });
    }
    expect(planOf(test.network, today)).toMatchObject({ planned: [], dated: [] });
  });

  it('picks another tweener where the one whose turn it is rests', () => {
    const test = network();
    for (const id of ['tween1', 'tween2']) {
      test.contact(id);
      test.call(id, '2025-11-20', { channel: 'meal' });
      test.call(id, '2025-12-20');
    }
    const [first] = namesOf(planOf(test.network, today));
    const shown = new ShownWeeks();
    for (const days of [-14, -7]) shown.note(addDays(monday, days), [[first ?? '', undefined]]);
    const names = namesOf(planOf(test.network, today, shown));
    expect(names).toHaveLength(1);
    expect(names).not.toContain(first);
  });

  it('says when the limit cannot hold the cadences, and what would fit', () => {
    const test = network({ weeklyLimit: 2 });
    for (let i = 0; i < 6; i++) test.contact(`p${i}`, { cadenceDays: 14 });
    expect(planOf(test.network, today).capacity).toMatchObject({ holds: false, limit: 3, longer: 1.5 });
    test.remove('contacts', 'p0');
    test.remove('contacts', 'p1');
    expect(planOf(test.network, today).capacity).toMatchObject({ holds: true, limit: 2, longer: 1 });
  });

  it('starts with three people after an absence', () => {
    const test = new TestNetwork();
    due(test, 40, 41, 42, 43, 44, 45);
    const plan = planOf(test.network, today);
    expect(plan).toMatchObject({ awaySince: addDays(monday, -40), limit: 5 });
    expect(namesOf(plan)).toHaveLength(3);
    test.call('due0', '2026-04-22');
    expect(namesOf(planOf(test.network, today))).toHaveLength(5);
  });

  it('is no absence where the network is younger than that', () => {
    const test = new TestNetwork();
    for (const id of ['a', 'b', 'c', 'd']) {
      test.contact(id, { cadenceDays: 30, createdAt: '2026-05-04T08:00:00.000Z' });
      test.call(id, '2026-01-01');
    }
    expect(namesOf(planOf(test.network, today))).toHaveLength(4);
  });

  it('gives the birthday of somebody who is a line in an address book no place, however many are free', () => {
    const test = network();
    test.contact('stranger', { birthday: '--05-09' });
    const plan = planOf(test.network, today);
    expect(namesOf(plan)).toEqual([]);
    expect(datedOf(plan)).toEqual(['stranger birthday']);
  });

  it('lets a way into a cluster go before others that are as late', () => {
    const test = network({ weeklyLimit: 2 });
    due(test, 31, 32, 33);
    expect(namesOf(planOf(test.network, today, undefined, new Map([['due0', 'choir']])))[0]).toBe('due0');
  });

  it('asks for nobody but what is dated while everything is paused', () => {
    const test = network();
    due(test, 60);
    test.put('pauses', { from: '2026-05-01', to: '2026-05-31' });
    test.contact('fresh', { howMet: { on: '2026-04-30' } });
    test.contact('ana');
    test.put('commitments', { contact: 'ana', by: 'me', madeOn: '2026-04-20', due: '2026-05-08' });
    expect(namesOf(planOf(test.network, today))).toEqual(['ana']);
  });

  it('rests nobody whom nobody saw on a list, however long they are due', () => {
    const test = network();
    test.contact('ana', { cadenceDays: 30 });
    test.call('ana', addDays(monday, -41));
    expect(namesOf(planOf(test.network, today))).toEqual(['ana']);
    const shown = new ShownWeeks();
    const weeks = [-14, -7, 0, 7, 14, 21].map((days) =>
      lookedAt(test.network, addDays(today, days), shown).includes('ana'),
    );
    expect(weeks).toEqual([true, true, false, true, true, false]);
    expect(planOf(test.network, addDays(today, 21), shown).leftOut).toEqual([
      { contact: 'ana', why: 'rest' },
    ]);
  });

  it('rests nobody of whom something was done in these two weeks', () => {
    const test = network();
    test.contact('ana', { cadenceDays: 30 });
    test.call('ana', addDays(monday, -141));
    const shown = new ShownWeeks();
    for (const days of [-14, -7])
      expect(lookedAt(test.network, addDays(today, days), shown)).toContain('ana');
    test.put('snoozes', {
      contact: 'ana',
      kind: 'snooze',
      from: addDays(today, -7),
      until: addDays(today, -6),
    });
    expect(lookedAt(test.network, today, shown)).toContain('ana');
  });

  it('does not take a mail of theirs for an act', () => {
    const test = network();
    test.contact('ana', { cadenceDays: 365 });
    test.call('ana', addDays(monday, -63), { channel: 'mail', direction: 'theirs' });
    const shown = new ShownWeeks();
    const weeks = [-9, -8, -7].map((week) =>
      lookedAt(test.network, addDays(today, 7 * week), shown).includes('ana'),
    );
    expect(weeks).toEqual([true, true, false]);
  });

  it('rests after two weeks running without an act, whatever the reasons, and comes back', () => {
    const reason = fc.constantFrom('due', 'promise', 'reply', 'birthday', 'tweener', 'stay', 'update');
    fc.assert(
      fc.property(
        fc.uniqueArray(reason, { minLength: 1 }),
        fc.integer({ min: 0, max: 80 }),
        (reasons, shift) => {
          const test = new TestNetwork();
          test.settings({ weeklyLimit: 3 });
          test.contact('witness', { neverRemind: true });
          for (let week = -4; week < 14; week++) test.call('witness', addDays(monday, 7 * week));
          const day = addDays(monday, shift);
          test.contact('ana', {
            ...(reasons.includes('due') ? { cadenceDays: 30 } : {}),
            ...(reasons.includes('birthday') ? { birthday: `--${day.slice(5)}` } : {}),
          });
          test.call('ana', addDays(day, -130), { channel: 'meal' });
          if (reasons.includes('tweener')) test.call('ana', addDays(day, -120));
          if (reasons.includes('promise')) {
            test.put('commitments', { contact: 'ana', by: 'me', madeOn: '2026-04-20', due: day });
          }
          if (reasons.includes('update')) {
            test.put('commitments', {
              contact: 'ana',
              by: 'me',
              advice: true,
              madeOn: '2025-12-20',
              doneOn: '2025-12-28',
            });
          }
          if (reasons.includes('reply'))
            test.put('owedReplies', { contact: 'ana', since: addDays(day, -20) });
          if (reasons.includes('stay')) {
            test.put('trips', { place: 'Seoul', from: day, to: addDays(day, 5) });
            test.put('stays', { contact: 'ana', place: 'Seoul', from: '2026-01-01' });
          }
          const seen = new ShownWeeks();
          const shown = Array.from({ length: 16 }, (_, week) =>
            lookedAt(test.network, addDays(monday, 7 * week - 21), seen).includes('ana'),
          );
          let running = 0;
          for (const here of shown) {
            running = here ? running + 1 : 0;
            expect(running).toBeLessThanOrEqual(2);
          }
          expect(shown).toContain(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
