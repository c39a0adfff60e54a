import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { TestNetwork } from '../keeping/keeping.testing';
import { addDays, dayFromNumber, dayNumber } from '../time';
import { line } from './network.testing';
import { bytesOf } from './reading.testing';
import { recurrenceOf } from '../keeping/recurrence';
import { writeDueCalendar, writeWeekCalendar } from './write-icalendar';

// A Wednesday; its week began on Monday 4 May.
const today = '2026-05-06';
const time = { today, now: new Date('2026-05-06T09:00:00Z'), locale: 'en-GB' };

interface Written {
  readonly file: string;
  readonly findings: readonly string[];
  readonly events: readonly ICAL.Component[];
}

function read(pieces: Generator<string, readonly string[]>): Written {
  let file = '';
  let next = pieces.next();
  for (; next.done !== true; next = pieces.next()) file += next.value;
  for (const physical of file.split('\r\n')) expect(bytesOf(physical).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const calendar = ICAL.Component.fromString(file);
  expect(calendar.getAllSubcomponents().length).toBeGreaterThan(0);
  return { file, findings: next.value, events: calendar.getAllSubcomponents('vevent') };
}

const due = ({ network }: TestNetwork, at: Partial<typeof time> = {}): Written =>
  read(writeDueCalendar(network, { ...time, ...at }));
const weekly = ({ network }: TestNetwork, ...list: string[]): Written =>
  read(writeWeekCalendar(network, time, list));

const valueOf = (event: ICAL.Component | undefined, property: string): string =>
  String(event?.getFirstPropertyValue(property));
const uidOf = (event: ICAL.Component): string => valueOf(event, 'uid');
/** Who is reminded of, and when. */
const daysIn = ({ events }: Written): Record<string, string> =>
  Object.fromEntries(
    events.map((event) => [/^due-(.*)@kithmap$/.exec(uidOf(event))?.[1] ?? '', valueOf(event, 'dtstart')]),
  );

/** Last spoken to so many days ago, with a cadence of 30 days. */
function spoken(test: TestNetwork, id: string, daysAgo: number, fields: JsonObject = {}): void {
  test.contact(id, { cadenceDays: 30, ...fields });
  test.call(id, addDays(today, -daysAgo));
}

describe('a calendar of who is due', () => {
  it('has for each person a whole day with names and ways to reach them, that comes back and reminds at 9', () => {
    const test = new TestNetwork();
    spoken(test, 'ana', 10, {
      emails: [{ value: 'ana@x.org', label: 'work' }],
      phones: [{ value: '+41 44 668 18 00' }],
    });
    const [event, ...others] = due(test).events;
    expect(others).toEqual([]);
    expect(event?.toString().split('\r\n').slice(1, 9)).toEqual([
      'UID:due-ana@kithmap',
      'DTSTAMP:20260506T090000Z',
      'LAST-MODIFIED:20260506T090000Z',
      'SEQUENCE:200221200',
      'DTSTART;VALUE=DATE:20260526',
      'DTEND;VALUE=DATE:20260527',
      'RRULE:FREQ=MONTHLY',
      'SUMMARY:Be in touch with Ana',
    ]);
    expect(valueOf(event, 'description').split('\n')).toEqual([
      'Ana',
      'Every 30 days.',
      expect.stringMatching(/^Last in touch on Sunday,? 26 April 2026\.$/),
      '',
      'Mail: ana@x.org',
      'Phone: +41 44 668 18 00',
    ]);
    const alarm = event?.getFirstSubcomponent('valarm') ?? undefined;
    expect([valueOf(alarm, 'action'), valueOf(alarm, 'trigger')]).toEqual(['DISPLAY', 'PT9H']);
  });

  it('puts whoever is due already on today, and beyond the weekly limit into the weeks that follow', () => {
    const test = new TestNetwork();
    test.settings({ weeklyLimit: 2, weekStart: 'monday' });
    for (const [id, days] of [
      ['a', 60],
      ['b', 55],
      ['c', 50],
      ['d', 45],
      ['e', 40],
      ['f', 1],
    ] as const)
      spoken(test, id, days);
    expect(daysIn(due(test))).toEqual({
      ...{ a: today, b: today, c: '2026-05-11', d: '2026-05-11', e: '2026-05-18' },
      f: '2026-06-04',
    });
  });

  it('follows circle, tag and the usual 180 days, and leaves out who never was in touch', () => {
    const test = new TestNetwork();
    test.settings({ weekStart: 'monday', tagCadences: [{ tag: 'choir', days: 14 }] });
    test.contact('circle', { circle: 'close' });
    test.contact('tag', { tags: ['Choir'] });
    test.contact('usual');
    test.contact('imported');
    for (const id of ['circle', 'tag', 'usual']) test.call(id, today);
    const written = due(test);
    expect(daysIn(written)).toEqual({ circle: '2026-06-05', tag: '2026-05-20', usual: '2026-11-02' });
    expect(written.events.map((event) => valueOf(event, 'description').split('\n')[1])).toEqual([
      'Every 30 days (Close).',
      'Every 14 days (choir).',
      'Every 180 days, as for everybody without a cadence of their own.',
    ]);
  });

  it('leaves out me, the archived, those never to be reminded of, and whose pause has no end', () => {
    const test = new TestNetwork();
    test.settings({ me: 'me', weekStart: 'monday' });
    spoken(test, 'me', 10);
    spoken(test, 'archived', 40, { archived: true });
    spoken(test, 'never', 10, { neverRemind: true });
    spoken(test, 'paused', 40);
    test.put('pauses', { contact: 'paused', from: '2026-05-01' });
    spoken(test, 'kept', 10);
    expect(daysIn(due(test))).toEqual({ kept: '2026-05-26' });
  });

  it('waits for the end of a snooze and of a pause', () => {
    const test = new TestNetwork();
    for (const id of ['snoozed', 'paused', 'elsewhere']) spoken(test, id, 40);
    test.put('snoozes', { contact: 'snoozed', kind: 'snooze', from: '2026-05-05', until: '2026-05-20' });
    test.put('snoozes', { contact: 'elsewhere', kind: 'elsewhere', from: '2026-05-05' });
    test.put('pauses', { contact: 'paused', from: '2026-05-01', to: '2026-05-31' });
    expect(daysIn(due(test))).toEqual({
      ...{ snoozed: '2026-05-20', paused: '2026-06-01', elsewhere: '2026-06-04' },
    });
  });

  it('knows a person again in every later file, which says that it is the later one', () => {
    const test = new TestNetwork();
    spoken(test, 'ana', 10);
    const [first] = due(test).events;
    test.change('contacts', 'ana', { name: { full: 'Ana' } }, { name: { full: 'Ana Silva' } });
    test.call('ana', today);
    const [second] = due(test, { now: new Date('2026-05-06T09:00:01Z') }).events;
    expect(valueOf(second, 'uid')).toBe(valueOf(first, 'uid'));
    expect(Number(valueOf(second, 'sequence'))).toBe(Number(valueOf(first, 'sequence')) + 1);
    expect([valueOf(second, 'dtstart'), valueOf(second, 'summary')]).toEqual([
      '2026-06-05',
      'Be in touch with Ana Silva',
    ]);
  });

  it('is the same for the same network, day and moment', () => {
    const test = new TestNetwork();
    for (const id of ['a', 'b', 'c']) spoken(test, id, 35);
    expect(due(test).file).toBe(due(test).file);
  });

  it('is valid without anybody, and says so', () => {
    const { events, findings } = due(new TestNetwork());
    expect([events, findings]).toEqual([[], [expect.stringMatching(/^Nobody has a cadence/)]]);
  });

  it('takes any name', () => {
    const wild = fc.oneof(
      line,
      fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
      fc.constantFrom(
        'a\r\nEND:VEVENT\r\nBEGIN:VEVENT',
        'BEGIN:VALARM',
        'x\u2028y\u0000z',
        '\ud800',
        '👩‍👩‍👧'.repeat(30),
      ),
    );
    // No contact has a blank mail address.
    const mail = wild.filter((value) => value.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(wild, mail), { minLength: 1, maxLength: 4 }), (people) => {
        const test = new TestNetwork();
        people.forEach(([full, value], i) =>
          spoken(test, `c${i}`, 0, { name: { full }, emails: [{ value }] }),
        );
        const { events } = due(test);
        expect(events).toHaveLength(people.length);
        events.forEach((event, i) => {
          const [full, value] = people[i] ?? ['', ''];
          expect(event.getAllSubcomponents()).toHaveLength(1);
          const shown = onOneLine(full) === '' ? value : full;
          expect(onOneLine(valueOf(event, 'summary'))).toBe(onOneLine(`Be in touch with ${shown}`));
          expect(onOneLine(valueOf(event, 'description'))).toContain(onOneLine(`Mail: ${value}`));
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('a weekly review', () => {
  it('is one event on the first day of the week with the names on its list', () => {
    const test = new TestNetwork();
    test.settings({ me: 'me', weekStart: 'monday' });
    for (const id of ['me', 'ana', 'ben', 'cy']) test.contact(id, { phones: [{ value: `+1 ${id}` }] });
    const [event, ...others] = weekly(test, 'ben', 'ana', 'gone').events;
    expect(others).toEqual([]);
    expect(['uid', 'dtstart', 'rrule'].map((property) => valueOf(event, property))).toEqual([
      ...['weekly-review@kithmap', '2026-05-04', 'FREQ=WEEKLY'],
    ]);
    expect(valueOf(event, 'description').split('\n').slice(0, -2)).toEqual([
      ...[
        expect.stringMatching(/^The week from Monday,? 4 May 2026:$/),
        '',
        'Ben',
        'Phone: +1 ben',
        '',
        'Ana',
        'Phone: +1 ana',
      ],
    ]);
    test.settings({ me: 'me', weekStart: 'sunday' });
    expect(valueOf(weekly(test).events[0], 'dtstart')).toBe('2026-05-03');
  });

  it('is not there where nobody is, and that is said', () => {
    const test = new TestNetwork();
    test.settings({ me: 'me' });
    test.contact('me');
    expect(weekly(test)).toMatchObject({ events: [], findings: [expect.stringMatching(/^Nobody is in/)] });
    test.contact('ana');
    expect(valueOf(weekly(test).events[0], 'description')).toMatch(/^Nobody is on the list of the week from/);
  });
});

describe('reminders for groups', () => {
  it('stand in both calendars with everybody in the group but me; those of before are for today', () => {
    const test = new TestNetwork();
    test.settings({ me: 'me' });
    test.contact('me');
    test.contact('ana', { emails: [{ value: 'ana@x.org' }] });
    const group = { contacts: ['me', 'ana'], everyDays: 1_826 };
    test.put('groupReminders', {
      id: 'g1',
      name: 'Class of 2005',
      next: '2026-06-20',
      note: 'By the lake',
      ...group,
    });
    test.put('groupReminders', { id: 'g2', name: 'Old flat', next: '2026-01-01', ...group });
    for (const { events } of [due(test), weekly(test)]) {
      const [first, second] = events.filter((event) => uidOf(event).startsWith('group-'));
      expect(['uid', 'dtstart', 'rrule', 'summary'].map((property) => valueOf(first, property))).toEqual([
        ...['group-g1@kithmap', '2026-06-20', 'FREQ=YEARLY;INTERVAL=5', 'Class of 2005'],
      ]);
      expect(valueOf(first, 'description').split('\n')).toEqual([
        ...['By the lake', '', '1 person', '', 'Ana', 'Mail: ana@x.org'],
      ]);
      expect(valueOf(second, 'dtstart')).toBe(today);
    }
  });
});

describe('how often an event comes back', () => {
  it('is said in years, weeks or months where that fits', () => {
    const said = ([days, from = '2026-05-04']: [number, string?]) => {
      const { frequency, interval } = recurrenceOf(days, from);
      return `${days} ${frequency} ${interval}`;
    };
    const fitting: [number, string?][] = [
      [7],
      [14],
      [10],
      [30],
      [90],
      [91],
      [180],
      [183],
      [365],
      [730],
      [1_825],
      [1_826],
    ];
    expect(fitting.map(said)).toEqual([
      ...['7 WEEKLY 1', '14 WEEKLY 2', '10 DAILY 10', '30 MONTHLY 1', '90 MONTHLY 3', '91 WEEKLY 13'],
      ...['180 MONTHLY 6', '183 MONTHLY 6', '365 YEARLY 1', '730 YEARLY 2', '1825 YEARLY 5', '1826 YEARLY 5'],
    ]);
    expect(
      [
        [30, '2026-05-31'],
        [365, '2028-02-29'],
      ].map(([days, from]) => said([Number(days), String(from)])),
    ).toEqual([...['30 DAILY 30', '365 DAILY 365']]);
  });

  it('leaves nobody out for much longer than the cadence, whatever day it begins on', () => {
    const days = fc.integer({ min: 1, max: 1_825 });
    const from = fc
      .integer({ min: dayNumber('2024-01-01'), max: dayNumber('2032-12-31') })
      .map(dayFromNumber);
    fc.assert(
      fc.property(days, from, (cadence, first) => {
        const { frequency, interval } = recurrenceOf(cadence, first);
        const times = ICAL.Recur.fromData({ freq: frequency, interval }).iterator(
          ICAL.Time.fromDateString(first),
        );
        let before = dayNumber(times.next().toString());
        expect(dayFromNumber(before)).toBe(first);
        for (let time = 0; time < 6; time++) {
          const next = dayNumber(times.next().toString());
          expect(Math.abs(next - before - cadence)).toBeLessThanOrEqual(2 + cadence * 0.02);
          before = next;
        }
      }),
    );
  });
});

describe('a confidential text', () => {
  it('is in no calendar, wherever it was written down', () => {
    const places = [
      ['notes', { at: '2026-05-01T10:00:00.000Z', day: '2026-05-01' }],
      ['interactions', { day: '2026-05-01', channel: 'call', with: ['ana'] }],
      ['commitments', { by: 'me', madeOn: '2026-05-01' }],
      ['exchanges', { direction: 'given', kind: 'help', day: '2026-05-01' }],
      ['requests', { askedOn: '2026-05-01' }],
      ['introductions', { a: 'ana', b: 'ben', stage: 'idea' }],
    ] as const;
    fc.assert(
      fc.property(fc.uuid(), fc.subarray([...places], { minLength: 1 }), (marker, planted) => {
        const test = new TestNetwork();
        spoken(test, 'ana', 10);
        spoken(test, 'ben', 40);
        test.put('groupReminders', { name: 'Choir', next: today, everyDays: 30, contacts: ['ana'] });
        for (const [table, fields] of planted) {
          const confidential = test.put('confidential', { text: marker });
          test.put(table, { contact: 'ana', ...fields, confidential });
        }
        for (const { file } of [due(test), weekly(test, 'ana', 'ben')]) {
          expect(file).toContain('Ana');
          expect(file.replaceAll('\r\n ', '')).not.toContain(marker);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** As it can stand in a calendar, blanks aside. */
function onOneLine(text: string): string {
  return text
    .replace(/(?!\s|\u0085)\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
}
