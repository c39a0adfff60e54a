/** What a screen needs to act on what is owed: open promises in their order, and what each reason speaks of. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { Keeping } from './keeping';
import { TestNetwork } from './keeping.testing';

const today = '2026-05-04';
const page = { offset: 0, limit: 0 };

function network(): TestNetwork {
  const test = new TestNetwork();
  test.settings({});
  test.contact('ana');
  test.call('ana', addDays(today, -2));
  return test;
}
const promise = (test: TestNetwork, id: string, fields: Record<string, unknown>): string =>
  test.put('commitments', { id, contact: 'ana', by: 'me', madeOn: '2026-04-20', text: id, ...fields });

describe('open promises', () => {
  it('stand with the overdue ones first and those without a day last, mine and theirs', () => {
    const test = network();
    promise(test, 'undated', {});
    promise(test, 'soon', { due: '2026-05-08' });
    promise(test, 'late', { due: '2026-05-01', by: 'them' });
    const { promises } = new Keeping(test.network, 'en-GB').due(today, page);
    expect(promises.map(({ id, by, late }) => [id, by, late])).toEqual([
      ['late', 'them', 3],
      ['soon', 'me', -4],
      ['undated', 'me', null],
    ]);
  });

  it('are neither kept nor dropped; followed advice stays until its giver was told', () => {
    const test = network();
    promise(test, 'kept', { due: '2026-05-08', doneOn: today });
    promise(test, 'dropped', { droppedOn: today });
    promise(test, 'advice', { advice: true, due: '2026-05-01' });
    promise(test, 'followed', { advice: true, due: '2026-05-01', doneOn: today });
    promise(test, 'told', { advice: true, doneOn: today, toldOn: today });
    const { promises } = new Keeping(test.network, 'en-GB').due(today, page);
    expect(promises.map(({ id, kind, due }) => [id, kind, due])).toEqual([
      ['advice', 'advice', '2026-05-01'],
      ['followed', 'update', null],
    ]);
  });

  it('keep what is confidential to themselves', () => {
    const test = network();
    promise(test, 'secret', { text: 'must not be seen', confidential: 'c1', due: today });
    const [only] = new Keeping(test.network, 'en-GB').due(today, page).promises;
    expect(only).toMatchObject({ text: null, confidential: 'c1' });
  });
});

it('a reason names the promise, and a reply what was marked or written', () => {
  const test = network();
  promise(test, 'slides', { due: '2026-05-06' });
  test.contact('ben');
  const mail = test.call('ben', addDays(today, -5), { channel: 'mail', direction: 'theirs' });
  test.contact('cy');
  const marked = test.put('owedReplies', { contact: 'cy', since: addDays(today, -3) });
  const keeping = new Keeping(test.network, 'en-GB');
  const { contacts } = keeping.week(today);
  expect(contacts.find(({ id }) => id === 'ana')?.reasons[0]).toMatchObject({
    kind: 'promise',
    source: 'slides',
  });
  expect(keeping.due(today, page).replies.map(({ id, source }) => [id, source])).toEqual([
    ['ben', mail],
    ['cy', marked],
  ]);
});

describe('an empty list', () => {
  const nobody = (make: (test: TestNetwork) => void): string | undefined => {
    const test = new TestNetwork();
    test.settings({ me: 'me' });
    test.contact('me');
    make(test);
    const week = new Keeping(test.network, 'en-GB').week(today);
    if (week.nobody !== undefined) expect(week.notes).toContain(week.nobody);
    return week.nobody;
  };

  it('says why nobody is due', () => {
    expect(nobody(() => undefined)).toBe('Nobody is due this week: there is nobody in your network yet.');
    expect(
      nobody((test) => {
        test.contact('ana', { createdAt: `${today}T08:00:00.000Z` });
        test.contact('ben', { createdAt: `${today}T08:00:00.000Z` });
      }),
    ).toMatch(/An import alone makes nobody due: of the 2 people/);
    expect(
      nobody((test) => {
        test.contact('ana', { cadenceDays: 30 });
        test.call('ana', addDays(today, -3));
      }),
    ).toMatch(/^Nobody is due this week\. The next list comes after/);
    expect(nobody((test) => test.contact('ana', { cadenceDays: 7, cadenceSince: '2026-01-01' }))).toBe(
      undefined,
    );
  });
});

it('“I’m caught up” is offered after an absence, until clocks stood still for it', () => {
  const test = new TestNetwork();
  test.settings({});
  test.contact('ana', { cadenceDays: 7 });
  test.call('ana', '2026-02-01');
  const week = (): ReturnType<Keeping['week']> => new Keeping(test.network, 'en-GB').week(today);
  const { caughtUp, notes } = week();
  expect(caughtUp).toEqual({ from: '2026-02-02', to: '2026-05-03' });
  expect(notes[0]).toBe('Welcome back. 1 person to start with; the rest can rest.');
  test.put('pauses', { contact: 'ana', from: '2026-02-02', to: '2026-05-03' });
  expect(week().caughtUp).toBeDefined();
  test.put('pauses', { from: '2026-02-02', to: '2026-05-03' });
  expect(week().caughtUp).toBeUndefined();
});
