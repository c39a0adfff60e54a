/** People who may slip away or are new, stays near a trip, and replies owed: who is among them and who is not. */
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../time';
import { KeptPeople, lookingAt } from './kept-people';
import { TestNetwork } from './keeping.testing';
import { newConnections } from './new-connections';
import { type Picks, picksOf } from './picks';
import { bridgesOf } from './bridges';
import { weekOf } from './weeks';
import { groupsUntil } from './groups';
import { markedReplies, waitingReplies } from './replies';
import { stayOccasions } from './stays';
import { tweeners, type Tweener } from './tweeners';

const today = '2026-05-04';
const ago = (days: number): Day => addDays(today, -days);

function made(make: (test: TestNetwork) => void): { test: TestNetwork; people: KeptPeople } {
  const test = new TestNetwork();
  make(test);
  return { test, people: KeptPeople.of(test.network, lookingAt(today)) };
}

describe('tweeners', () => {
  const among = (
    fields: Record<string, unknown>,
    ...talks: [days: number, channel: string][]
  ): Tweener | undefined => {
    const { test, people } = made((network) => {
      network.contact('ana', fields);
      for (const [days, channel] of talks) network.call('ana', ago(days), { channel });
    });
    return tweeners(test.network, people, today)[0];
  };

  it('were met and in touch two to four times, or silent for a while', () => {
    expect(among({}, [20, 'meal'], [10, 'mail'])).toMatchObject({
      contact: 'ana',
      reasons: [
        { kind: 'met', channel: 'meal', day: ago(20) },
        { kind: 'contacts', count: 2 },
        { kind: 'silence', days: 10, last: ago(10) },
      ],
    });
    expect(among({}, [61, 'meal'])).toBeDefined();
    expect(among({}, [59, 'meal'])).toBeUndefined();
    expect(among({}, [90, 'meal'], [80, 'call'], [70, 'call'], [65, 'call'], [64, 'call'])).toBeUndefined();
  });

  it('were at least met, introduced or liked', () => {
    expect(among({}, [90, 'mail'], [80, 'mail'])).toBeUndefined();
    expect(among({ tags: ['★'] }, [90, 'mail'], [80, 'mail'])?.reasons[0]).toEqual({
      kind: 'liked',
      tag: '★',
    });
    expect(
      among({ howMet: { text: 'connected on LinkedIn', on: '2025-01-01' } }, [90, 'mail'], [80, 'mail']),
    ).toBeUndefined();
    expect(among({ howMet: { text: 'at a wedding' } })).toMatchObject({ reasons: [{ kind: 'met' }] });
    const { test, people } = made((network) => {
      network.contact('ana');
      network.contact('by', { neverRemind: true });
      network.contact('x', { neverRemind: true });
      network.put('introductions', { a: 'ana', b: 'x', by: 'by', stage: 'met', day: ago(200) });
    });
    expect(tweeners(test.network, people, today)).toMatchObject([
      { reasons: [{ kind: 'introduced', by: 'by' }] },
    ]);
  });

  it('have no cadence of their own, are not archived, and not long asleep', () => {
    const talks: [number, string][] = [
      [90, 'meal'],
      [80, 'call'],
    ];
    expect(among({}, ...talks)).toBeDefined();
    for (const fields of [
      { cadenceDays: 30 },
      { circle: 'wider' },
      { archived: true },
      { neverRemind: true },
      { stub: true },
    ]) {
      expect(among(fields, ...talks)).toBeUndefined();
    }
    expect(among({}, [1_200, 'meal'], [1_100, 'call'])).toBeUndefined();
    expect(among({ tags: ['liked'] }, [1_200, 'meal'], [1_100, 'call'])).toBeDefined();
  });
});

describe('new connections', () => {
  const isNew = (fields: Record<string, unknown>, ...talks: number[]): boolean => {
    const { test, people } = made((network) => {
      network.contact('ana', fields);
      for (const days of talks) network.call('ana', ago(days));
    });
    return newConnections(test.network, people, today).length === 1;
  };
  const lately = { createdAt: `${ago(5)}T09:00:00.000Z` };

  it('were met within four weeks, with one contact at most', () => {
    expect(isNew({ howMet: { on: ago(28) } })).toBe(true);
    expect(isNew({ howMet: { on: ago(29) } })).toBe(false);
    expect(isNew({ howMet: { on: ago(20) } }, 10)).toBe(true);
    expect(isNew({ howMet: { on: ago(20) } }, 10, 5)).toBe(false);
    expect(isNew({ ...lately, howMet: { on: '2019' } })).toBe(false);
  });

  it('are known by their first contact or their story, where they were written down lately', () => {
    expect(isNew(lately, 4)).toBe(true);
    expect(isNew({ ...lately, howMet: { text: 'at the choir' } })).toBe(true);
    expect(isNew(lately)).toBe(false);
    expect(isNew(lately, 40)).toBe(false);
    expect(isNew({}, 4)).toBe(false);
    expect(isNew({ ...lately, archived: true }, 4)).toBe(false);
  });

  it('are nobody who came with a file', () => {
    const { test, people } = made((network) => {
      network.contact('ana', lately);
      network.call('ana', ago(3));
      network.put('sources', { contact: 'ana', format: 'vcard', key: 'k', values: {}, at: lately.createdAt });
    });
    expect(newConnections(test.network, people, today)).toEqual([]);
  });
});

describe('the picks of a week', () => {
  it('take turns, week by week, and a newcomer of the week waits where others were there before', () => {
    const { test, people } = made((network) => {
      for (const id of ['ana', 'ben', 'cy']) {
        network.contact(id);
        network.call(id, ago(90), { channel: 'meal' });
      }
      network.contact('new1', { howMet: { on: ago(6) } });
      network.contact('new2', { howMet: { on: today } });
    });
    const pick = (days: number): Picks =>
      picksOf(test.network, people, weekOf(addDays(today, days), 1), addDays(today, days), () => true);
    expect(new Set([0, 7, 14].map((days) => pick(days).tweener?.contact)).size).toBe(3);
    expect(pick(0).connection?.contact).toBe('new1');
    test.remove('contacts', 'new1');
    expect(pick(0).connection?.contact).toBe('new2');
  });
});

describe('ways into a cluster', () => {
  it('are those with whom alone contact is alive, the archived left out', () => {
    const { test, people } = made((network) => {
      network.put('clusters', { id: 'c', name: 'Choir', tint: 1 });
      for (const id of ['ana', 'ben', 'cy', 'dana']) {
        network.contact(id, id === 'ben' ? { archived: true } : {});
        network.put('positions', { id, cluster: 'c' });
      }
      network.call('ana', ago(20));
      network.call('ben', ago(20));
      network.call('cy', ago(2_000));
    });
    expect([...bridgesOf(test.network, people.all())]).toEqual([['ana', 'c']]);
  });
});

describe('stays near a trip', () => {
  it('overlap it in time and place', () => {
    const stay = (from: Day, to: Day | undefined, place = 'Seoul'): unknown[] => {
      const { test } = made((network) => {
        network.contact('ana');
        network.put('trips', { place: 'Seoul', from: '2026-05-10', to: '2026-05-20' });
        network.put('stays', { contact: 'ana', place, from, ...(to === undefined ? {} : { to }) });
      });
      return [...stayOccasions(test.network, today)].map(({ about }) => about);
    };
    expect(stay('2026-05-15', '2026-06-30')).toEqual([
      { kind: 'stay', place: 'Seoul', from: '2026-05-15', to: '2026-05-20' },
    ]);
    expect(stay('2026-05-01', '2026-05-10')).toMatchObject([{ from: '2026-05-10', to: '2026-05-10' }]);
    expect(stay('2026-05-01', undefined)).toMatchObject([{ from: '2026-05-10', to: '2026-05-20' }]);
    expect(stay('2026-05-21', '2026-06-30')).toEqual([]);
    expect(stay('2026-04-01', '2026-05-09')).toEqual([]);
    expect(stay('2026-05-15', '2026-06-30', 'Busan')).toEqual([]);
  });
});

describe('replies owed', () => {
  const waiting = (make: (test: TestNetwork) => void): string[] => {
    const { test, people } = made((network) => {
      network.contact('ana');
      make(network);
    });
    return [...waitingReplies(test.network, people, today)].map(({ day }) => day);
  };
  const mail = (test: TestNetwork, days: number, fields: Record<string, unknown> = {}): string =>
    test.call('ana', ago(days), { channel: 'mail', direction: 'theirs', ...fields });

  it('are mails of theirs that nothing followed, for sixty days, from the day after', () => {
    expect(waiting((test) => mail(test, 1))).toEqual([ago(1)]);
    expect(waiting((test) => mail(test, 0))).toEqual([]);
    expect(waiting((test) => mail(test, 60))).toEqual([ago(60)]);
    expect(waiting((test) => mail(test, 61))).toEqual([]);
  });

  it('are none after a talk, to a crowd, or of a call of theirs', () => {
    expect(
      waiting((test) => {
        mail(test, 5);
        test.call('ana', ago(3));
      }),
    ).toEqual([]);
    expect(waiting((test) => mail(test, 5, { with: ['ana', 'b', 'c', 'd'] }))).toEqual([]);
    expect(waiting((test) => mail(test, 5, { channel: 'call' }))).toEqual([]);
  });

  it('are what the mark says where they are marked', () => {
    expect(
      waiting((test) => {
        const interaction = mail(test, 5);
        test.put('owedReplies', { contact: 'ana', since: ago(5), interaction, doneOn: ago(4) });
      }),
    ).toEqual([]);
    const { test } = made((network) => {
      network.contact('ana');
      network.put('owedReplies', { contact: 'ana', since: ago(9) });
      mail(network, 5);
    });
    expect([...markedReplies(test.network, today)]).toMatchObject([{ day: ago(9) }]);
  });
});

describe('reminders for groups', () => {
  it('come up to a day, those missed among them, the earliest first', () => {
    const { test } = made((network) => {
      for (const [id, next] of [
        ['late', ago(3)],
        ['far', addDays(today, 30)],
        ['soon', addDays(today, 3)],
      ]) {
        network.put('groupReminders', { id, name: id, contacts: [], everyDays: 365, next });
      }
    });
    expect(groupsUntil(test.network, addDays(today, 14)).map(({ id }) => id)).toEqual(['late', 'soon']);
  });
});
