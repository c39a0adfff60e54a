import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { comesUpAfter } from './groups';
import { whoIsThere } from './stays';
import { tables } from '../model/tables';
import type { JsonObject } from '../json';

describe('a reminder for a group', () => {
  it('keeps to the calendar where it goes by years or months', () => {
    expect(comesUpAfter('2026-05-04', { next: '2026-05-04', everyDays: 5 * 365 })).toBe('2031-05-04');
    expect(comesUpAfter('2026-05-04', { next: '2026-05-04', everyDays: 1_826 })).toBe('2031-05-04');
    expect(comesUpAfter('2026-05-09', { next: '2026-05-04', everyDays: 30 })).toBe('2026-06-04');
    expect(comesUpAfter('2027-02-01', { next: '2027-01-31', everyDays: 30 })).toBe('2027-02-28');
  });

  it('keeps to days and weeks where it goes by them', () => {
    expect(comesUpAfter('2026-05-04', { next: '2026-05-04', everyDays: 14 })).toBe('2026-05-18');
    expect(comesUpAfter('2026-05-04', { next: '2026-05-01', everyDays: 10 })).toBe('2026-05-11');
  });

  it('comes up later than it did, even where it was met before its day', () => {
    expect(comesUpAfter('2026-04-20', { next: '2026-05-04', everyDays: 365 })).toBe('2027-05-04');
  });

  it('leaves out those that went by, and none that is to come', () => {
    const next = '2026-05-04';
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: -400, max: 20_000 }),
        (everyDays, on) => {
          const day = addDays(next, on);
          const after = comesUpAfter(day, { next, everyDays });
          expect(after > day && after > next).toBe(true);
          // Where it stood one time earlier is over, or is the day it stood on.
          const before = addDays(after, -everyDays - 31);
          expect(before <= day || before <= next).toBe(true);
        },
      ),
    );
  });
});

describe('who is there on a trip', () => {
  const contact = (id: string, more: JsonObject = {}) =>
    tables.contacts.schema.parse({ id, name: { full: id }, createdAt: '2024-01-01T00:00:00.000Z', ...more });
  const trip = { place: 'Seoul', from: '2026-06-10', to: '2026-06-20' };

  it('names those who stay there at the same time, then those who live there', () => {
    const contacts = [
      contact('lives', { place: 'Seoul, Korea' }),
      contact('stays'),
      contact('left'),
      contact('elsewhere', { place: 'Busan' }),
      contact('gone', { place: 'Seoul', archived: true }),
      contact('me', { place: 'Seoul' }),
    ];
    const stay = (id: string, from: string, to?: string) =>
      tables.stays.schema.parse({
        id,
        contact: id,
        place: 'seoul',
        from,
        ...(to === undefined ? {} : { to }),
      });
    const stays = [stay('stays', '2026-06-01', '2026-06-12'), stay('left', '2026-05-01', '2026-06-09')];
    const there = whoIsThere(trip, contacts, stays, 'me');
    expect(there.map((one) => [one.contact.id, one.stay?.to])).toEqual([
      ['stays', '2026-06-12'],
      ['lives', undefined],
    ]);
  });
});
