import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import type { WeekContact } from './answers';
import { Keeping } from './keeping';
import { TestNetwork } from './keeping.testing';

const today = '2026-05-04';
const marker = 'quetzal-7f3a-embargo';

function network(): TestNetwork {
  const test = new TestNetwork();
  test.settings({ weeklyLimit: 20, me: 'me' });
  test.contact('me', { name: { full: 'Ida Me', given: 'Ida' }, interests: ['choir'] });
  test.contact('witness', { neverRemind: true });
  test.call('witness', addDays(today, -1));
  return test;
}
function ana(test: TestNetwork, fields: Record<string, unknown> = {}): void {
  test.contact('ana', { cadenceDays: 30, cadenceSince: '2026-03-20', ...fields });
}
function draft(test: TestNetwork, id = 'ana'): WeekContact['draft'] {
  return new Keeping(test.network, 'en-GB').week(today).contacts.find((contact) => contact.id === id)!.draft;
}

describe('a draft', () => {
  it('is one honest line where nothing is on record', () => {
    const test = network();
    ana(test);
    expect(draft(test)).toEqual({ text: 'Dear Ana,\n\nI would like to hear how you are.\n\nIda', facts: [] });
  });

  it('stands on two facts or more, of these two people', () => {
    const test = network();
    ana(test, { interests: ['Choir'] });
    test.call('ana', '2026-03-19', { summary: 'the concert in June' });
    test.put('commitments', {
      contact: 'ana',
      by: 'me',
      text: 'the slides.',
      madeOn: '2026-03-19',
      due: '2026-05-08',
    });
    expect(draft(test)).toEqual({
      text:
        'Dear Ana,\n\nI have not forgotten what I promised you: the slides. We both care for Choir. ' +
        'I come back to what we spoke about in March: “the concert in June”. When may I call you?\n\nIda',
      facts: ['promise', 'interest', 'last-talk'],
    });
  });

  it('takes the last time for a second fact', () => {
    const test = network();
    ana(test, { interests: ['choir'] });
    test.call('ana', '2026-03-19', { channel: 'meal' });
    expect(draft(test)).toMatchObject({ facts: ['interest', 'last-time'] });
    expect(draft(test).text).toContain('We last saw each other in March. Shall we meet?');
  });

  it('takes what I alone wrote for no talk', () => {
    const test = network();
    ana(test);
    test.call('ana', '2026-03-19', { channel: 'mail', direction: 'mine', summary: 'Sent: On grids' });
    expect(draft(test).facts).toEqual(['last-time']);
    expect(draft(test).text).toContain('We last wrote in March.');
  });

  it('says what is new with them, and what may be for them', () => {
    const test = network();
    ana(test, { interests: ['grids'] });
    test.put('facts', {
      contact: 'ana',
      kind: 'job',
      from: '2026-03',
      title: 'Director',
      organisation: 'Halden',
    });
    test.put('shareables', { title: 'Grids in winter', tags: ['grids'], addedOn: '2026-05-01' });
    expect(draft(test).text).toContain(
      'How do you find it as Director at Halden? “Grids in winter” may be something for you, as you care for grids.',
    );
  });

  it('keeps the user’s own words for people to the user', () => {
    const test = network();
    ana(test, { tags: ['slow payer'] });
    test.put('shareables', { title: 'On invoices', tags: ['slow payer'], addedOn: '2026-05-01' });
    expect(draft(test).text).toContain('“On invoices” may be something for you.');
    expect(draft(test).text).not.toContain('slow');
  });

  it('differs between people of whom different things are on record', () => {
    const test = network();
    const texts = new Set<string>();
    for (const [id, summary] of [
      ['ana', 'the concert'],
      ['ben', 'the move'],
      ['cy', 'the choir'],
    ] as const) {
      test.contact(id, { name: { full: 'Sam' }, cadenceDays: 30, cadenceSince: '2026-03-20' });
      test.call(id, '2026-03-19', { summary });
      texts.add(draft(test, id).text);
    }
    expect(texts.size).toBe(3);
  });

  it('holds nothing confidential and no note, wherever it stands, and no fact without its record', () => {
    const records = fc.uniqueArray(
      fc.constantFrom('talk', 'promise', 'advice', 'note', 'interest', 'birthday', 'news', 'reply'),
    );
    fc.assert(
      fc.property(records, (kinds) => {
        const test = network();
        const has = (kind: (typeof kinds)[number]): boolean => kinds.includes(kind);
        test.put('confidential', { id: 'secret', text: marker });
        ana(test, {
          ...(has('interest') ? { interests: ['choir'] } : {}),
          ...(has('birthday') ? { birthday: '--05-06' } : {}),
        });
        if (has('talk'))
          test.call('ana', '2026-03-19', { confidential: 'secret', summary: `open ${marker}` });
        const promise = {
          contact: 'ana',
          by: 'me',
          confidential: 'secret',
          text: marker,
          madeOn: '2026-03-01',
        };
        if (has('promise')) test.put('commitments', { ...promise, due: '2026-05-05' });
        if (has('advice')) test.put('commitments', { ...promise, advice: true, doneOn: '2026-04-30' });
        if (has('note')) {
          test.put('notes', {
            contact: 'ana',
            text: marker,
            at: '2026-05-01T10:00:00.000Z',
            day: '2026-05-01',
          });
        }
        if (has('news')) {
          test.put('facts', { contact: 'ana', kind: 'job', from: '2026-03', organisation: 'Halden' });
        }
        if (has('reply')) test.put('owedReplies', { contact: 'ana', since: '2026-05-01' });
        const { text, facts } = draft(test);
        expect(text).not.toContain(marker);
        const expected: Record<string, boolean> = {
          interest: has('interest'),
          birthday: has('birthday'),
          news: has('news'),
          reply: has('reply'),
          'last-time': has('talk'),
        };
        for (const fact of facts) expect([fact, expected[fact]]).toEqual([fact, true]);
        expect(facts.length).toBeGreaterThanOrEqual(
          Math.min(2, Object.values(expected).filter(Boolean).length),
        );
      }),
      { numRuns: 100 },
    );
  });
});
