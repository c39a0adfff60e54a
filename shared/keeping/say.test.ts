import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { Keeping } from './keeping';
import { TestNetwork } from './keeping.testing';
import type { WeekContact } from './answers';

// A Monday.
const today = '2026-05-04';
const marker = 'quetzal-7f3a-embargo';

function network(): TestNetwork {
  const test = new TestNetwork();
  test.settings({ weeklyLimit: 20, me: 'me' });
  test.contact('me', { place: 'Basel', interests: ['choir'] });
  test.contact('witness', { neverRemind: true });
  test.call('witness', addDays(today, -1));
  return test;
}

function card(test: TestNetwork, id = 'ana'): WeekContact {
  return new Keeping(test.network, 'en-GB').week(today).contacts.find((contact) => contact.id === id)!;
}
const why = (test: TestNetwork, id = 'ana'): string => card(test, id).reasons[0]!.text;

describe('why now, in one sentence', () => {
  const cases: [string, (test: TestNetwork) => void, string][] = [
    [
      'late by its own cadence',
      (test) => {
        test.contact('ana', { cadenceDays: 30, cadenceSince: '2026-05-01' });
        test.call('ana', '2026-03-19');
      },
      'You were last in touch in March, 16 days beyond the 30 days you chose.',
    ],
    [
      'due later in the week, by its circle',
      (test) => {
        test.contact('ana', { circle: 'close', cadenceSince: '2026-05-01' });
        test.call('ana', '2026-04-08');
      },
      'You were last in touch 26 days ago; by the 30 days of the circle Close it is due on Friday 8 May.',
    ],
    [
      'never in touch',
      (test) => test.contact('ana', { cadenceDays: 365, cadenceSince: '2025-04-30' }),
      'No contact is on record, and the clock runs since April 2025, 4 days beyond the year you chose.',
    ],
    [
      'a promise overdue',
      (test) => {
        test.contact('ana');
        test.put('commitments', {
          contact: 'ana',
          by: 'me',
          text: 'the slides.',
          madeOn: '2026-04-01',
          due: '2026-05-01',
        });
      },
      'You promised “the slides” for Friday 1 May, 3 days ago.',
    ],
    [
      'a confidential promise',
      (test) => {
        test.contact('ana');
        test.put('confidential', { id: 'secret', text: marker });
        test.put('commitments', {
          contact: 'ana',
          by: 'me',
          confidential: 'secret',
          madeOn: '2026-04-30',
          due: '2026-05-05',
        });
      },
      'You promised something confidential for tomorrow.',
    ],
    [
      'a reply marked as owed',
      (test) => {
        test.contact('ana');
        test.put('owedReplies', { contact: 'ana', since: '2026-04-29' });
      },
      'Ana has waited for your reply for 5 days.',
    ],
    [
      'a birthday',
      (test) => test.contact('ana', { birthday: '1986-05-07', circle: 'wider', cadenceSince: today }),
      'Ana’s birthday is on Thursday 7 May, turning 40.',
    ],
    [
      'a date of theirs',
      (test) =>
        test.contact('ana', {
          dates: [{ label: 'Wedding', date: '--05-04' }],
          circle: 'wider',
          cadenceSince: today,
        }),
      'Wedding: today.',
    ],
    [
      'advice taken',
      (test) => {
        test.contact('ana');
        test.put('commitments', {
          contact: 'ana',
          by: 'me',
          advice: true,
          text: 'Read The Grid',
          madeOn: '2026-01-01',
          doneOn: '2026-04-28',
        });
      },
      'You took Ana’s advice “Read The Grid” 6 days ago and have not told what came of it.',
    ],
    [
      'a stay',
      (test) => {
        test.contact('ana');
        test.put('trips', { place: 'Seoul', from: '2026-05-12', to: '2026-05-20' });
        test.put('stays', { contact: 'ana', place: 'Seoul', from: '2026-05-15' });
      },
      'In Seoul from Friday 15 May to Wednesday 20 May, while you are there.',
    ],
    [
      'a tweener',
      (test) => {
        test.contact('ana', { tags: ['★'] });
        test.call('ana', '2025-12-20', { channel: 'meal' });
        test.call('ana', '2026-01-10');
      },
      'You had a meal together in December; marked with “★”; in touch twice in all; nothing has followed for 114 days.',
    ],
    [
      'a new connection',
      (test) => {
        test.contact('ruth', { neverRemind: true });
        test.contact('ana', { howMet: { on: '2026-04-30', through: 'ruth' } });
      },
      'New since Thursday 30 April, through Ruth; nothing has followed yet.',
    ],
  ];
  it.each(cases)('%s', (_what, make, sentence) => {
    const test = network();
    make(test);
    expect(why(test)).toBe(sentence);
  });

  it('says into which cluster somebody alone leads', () => {
    const test = network();
    test.put('clusters', { id: 'c', name: 'Tuesday choir', tint: 1 });
    for (const id of ['ana', 'x', 'y']) {
      test.contact(id, id === 'ana' ? { cadenceDays: 30, cadenceSince: '2026-05-01' } : {});
      test.put('positions', { id, cluster: 'c' });
    }
    test.call('ana', '2026-03-19');
    expect(why(test)).toMatch(/; your only live tie into Tuesday choir\.$/);
  });
});

describe('the last time', () => {
  const last = (fields: Record<string, unknown>): string | null => {
    const test = network();
    test.contact('ana', { cadenceDays: 30, cadenceSince: today });
    test.put('confidential', { id: 'secret', text: marker });
    test.call('ana', '2026-03-19', fields);
    return card(test).last;
  };

  it('says how and when, how long, and what it was about', () => {
    expect(last({ direction: 'mine', minutes: 20, summary: 'Wants to meet in May. And more.' })).toBe(
      'You called in March, 20 minutes: Wants to meet in May.',
    );
    expect(last({ channel: 'mail', direction: 'theirs' })).toBe('A mail from them in March.');
  });

  it('only mentions what is confidential', () => {
    expect(last({ confidential: 'secret' })).toBe(
      'Spoke on the phone in March. What was said is confidential.',
    );
    expect(last({ confidential: 'secret', summary: 'Her new role' })).toBe(
      'Spoke on the phone in March: Her new role. More of it is confidential.',
    );
  });
});

describe('something to start from', () => {
  const ana = (fields: Record<string, unknown> = {}): TestNetwork => {
    const test = network();
    test.contact('ana', { cadenceDays: 30, cadenceSince: today, ...fields });
    test.call('ana', '2026-03-19', { channel: 'mail' });
    return test;
  };
  const start = (test: TestNetwork): string => card(test).suggestion.text;

  it('is honest where nothing is recorded', () => {
    expect(start(ana())).toBe('Nothing is recorded to start from; a plain hello does.');
  });

  it('is what they care for, what is new, what could be shared, or the last talk', () => {
    expect(start(ana({ interests: ['Choir'] }))).toBe('You both care for Choir.');
    const news = ana({ interests: ['Choir'] });
    news.put('facts', {
      contact: 'ana',
      kind: 'job',
      from: '2026-02',
      title: 'Director',
      organisation: 'Halden',
    });
    expect(start(news)).toBe('News: Director, Halden.');
    const article = ana({ interests: ['grids'] });
    const id = article.put('shareables', {
      title: 'Grids in winter',
      tags: ['grids'],
      addedOn: '2026-05-01',
    });
    expect(start(article)).toBe('“Grids in winter” may be of interest: grids.');
    article.change('shareables', id, { sent: [] }, { sent: [{ contact: 'ana', day: '2026-05-02' }] });
    expect(start(article)).toMatch(/plain hello/);
    const talk = ana();
    talk.call('ana', '2026-03-20', { summary: 'the choir’s summer' });
    expect(start(talk)).toBe('Take up what you last spoke about: the choir’s summer.');
  });

  it('is never anything confidential', () => {
    const test = ana();
    test.put('confidential', { id: 'secret', text: marker });
    test.put('notes', {
      contact: 'ana',
      at: '2026-05-01T10:00:00.000Z',
      day: '2026-05-01',
      text: 'beside it',
      confidential: 'secret',
    });
    test.call('ana', '2026-03-20', { summary: 'beside it', confidential: 'secret' });
    expect(start(test)).toMatch(/plain hello/);
    expect(JSON.stringify(card(test))).not.toContain(marker);
  });
});

describe('the way to reach out', () => {
  const channel = (fields: Record<string, unknown>, ...channels: string[]): string => {
    const test = network();
    test.contact('ana', { cadenceDays: 30, cadenceSince: today, ...fields });
    channels.forEach((one, at) => test.call('ana', addDays('2026-03-01', at), { channel: one }));
    return card(test).channel;
  };
  const reachable = { emails: [{ value: 'ana@example.org' }], phones: [{ value: '+41446681800' }] };

  it('is the usual one, and after three mails in a row something nearer', () => {
    expect(channel(reachable, 'mail', 'call', 'mail')).toBe('mail');
    expect(channel(reachable, 'mail', 'message', 'mail')).toBe('call');
    expect(channel({ ...reachable, place: 'basel' }, 'mail', 'mail', 'mail')).toBe('in-person');
    expect(channel({ emails: reachable.emails }, 'mail', 'mail', 'mail')).toBe('mail');
  });

  it('answers a mail by mail', () => {
    const test = network();
    test.contact('ana', reachable);
    for (const day of ['2026-04-20', '2026-04-25', '2026-04-30']) {
      test.call('ana', day, { channel: 'mail', direction: 'theirs' });
    }
    expect(card(test)).toMatchObject({ channel: 'mail', reasons: [{ kind: 'reply' }] });
  });
});

describe('what stands above the list', () => {
  const notes = (test: TestNetwork, on = today): string[] =>
    new Keeping(test.network, 'en-GB').week(on).notes;

  it('is nothing where all is well, and when to look again where nobody is due', () => {
    const test = network();
    expect(notes(test)).toEqual(['Nobody is due this week. The next list comes after Sunday 10 May.']);
    test.contact('ana', { cadenceDays: 30, cadenceSince: today });
    test.call('ana', '2026-03-19');
    expect(notes(test)).toEqual([]);
  });

  it('is a welcome after an absence', () => {
    const test = network();
    test.contact('ana', { cadenceDays: 30 });
    test.call('ana', '2026-03-19');
    expect(notes(test, '2026-06-15')).toEqual(['Welcome back. 1 person to start with; the rest can rest.']);
  });

  it('is what would fit where the limit cannot hold the cadences', () => {
    const test = network();
    test.change('settings', 'settings', { weeklyLimit: 20 }, { weeklyLimit: 2 });
    for (let i = 0; i < 3; i++) test.contact(`p${i}`, { cadenceDays: 7, cadenceSince: today });
    expect(notes(test)[0]).toBe(
      'Your cadences ask for about 3 people a week, and the limit is 2. A limit of 3 would hold them, or cadences 1.5 times as long.',
    );
  });
});

describe('a day that is agreed already', () => {
  it('is said of whoever is left out for it, and on the card of whoever is on the list', () => {
    const test = network();
    for (const id of ['ana', 'ben']) {
      test.contact(id, { cadenceDays: 30, cadenceSince: today });
      test.call(id, '2026-03-19');
    }
    const keeping = new Keeping(test.network, 'en-GB');
    test.call('ben', '2026-05-07', { planned: true, channel: 'meal' });
    const before = keeping.week(today);
    expect(before.leftOut).toMatchObject([{ id: 'ben', why: 'You meet on Thursday 7 May.' }]);
    keeping.looked(before);
    test.call('ana', '2026-05-05', { planned: true });
    expect(new Keeping(test.network, 'en-GB').week(today).leftOut).toContainEqual({
      id: 'ana',
      name: 'Ana',
      why: 'You talk tomorrow.',
    });
    expect(keeping.week(today).contacts).toMatchObject([
      { id: 'ana', state: 'done', meets: 'You talk tomorrow.' },
    ]);
  });
});
