import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarReader } from './calendar';
import { writeCalendar } from './icalendar';
import { bytesOf, mutated, mutations, options, readAll } from './reading.testing';
import type { Read } from './reading.testing';

const read = (text: string | Uint8Array, cuts: readonly number[] = []): Read =>
  readAll(calendarReader(options), text, cuts);

const people = ['ORGANIZER;CN=Ana:mailto:ana@example.org', 'ATTENDEE;CN=Bo:mailto:bo@example.org'];

/** A calendar around events, each given by its lines. */
function calendar(...events: readonly (readonly string[])[]): string {
  const inside = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...inside, 'END:VCALENDAR', ''].join('\r\n');
}
/** One event of Ana and Bo. */
const meeting = (...lines: readonly string[]): string => calendar(['UID:m', ...people, ...lines]);
const daysOf = (text: string): string[] => read(text).encounters.map(({ day }) => day);
const reasons = ({ findings }: Read): string => findings.map(({ reason }) => reason).join(' ');

describe('an event', () => {
  it('is a meeting of those who were there', () => {
    const text = meeting(
      'DTSTART;TZID=Europe/Zurich:20260310T183000',
      'DTEND;TZID=Europe/Zurich:20260310T200000',
      'SUMMARY:Dinner\\, at last',
    );
    expect(read(text).items).toEqual([
      {
        kind: 'encounter',
        line: 3,
        key: 'm',
        sort: 'meeting',
        channel: 'in-person',
        day: '2026-03-10',
        at: '2026-03-10T17:30:00.000Z',
        minutes: 90,
        title: 'Dinner, at last',
        participants: [
          { role: 'organiser', name: 'Ana', email: 'ana@example.org' },
          { role: 'attendee', name: 'Bo', email: 'bo@example.org' },
        ],
      },
    ]);
  });

  it.each([
    ['in UTC, on the day it is for me', '20260310T233000Z', '2026-03-11', '2026-03-10T23:30:00.000Z'],
    ['wherever one is', '20260310T233000', '2026-03-10', '2026-03-10T22:30:00.000Z'],
    ['in summer', '20260710T093000', '2026-07-10', '2026-07-10T07:30:00.000Z'],
    ['of a whole day', '20260310', '2026-03-10', undefined],
  ])('%s', (_, start, day, at) => {
    const [found] = read(meeting(`DTSTART:${start}`)).encounters;
    expect([found?.day, found?.at]).toEqual([day, at]);
  });

  it.each([
    ['W. Europe Standard Time', '17:30'],
    ['Eastern Standard Time', '22:30'],
    ['/example.org/20050126_1/Asia/Tokyo', '09:30'],
    ['"America/New_York"', '22:30'],
  ])('in the zone %s', (zone, time) => {
    const [found] = read(meeting(`DTSTART;TZID=${zone}:20260310T183000`)).encounters;
    expect(found?.at?.slice(11, 16)).toBe(time);
  });

  it('in a zone that the calendar explains, after the event as well', () => {
    const half = (name: string, from: string, to: string, month: number): string[] => [
      `BEGIN:${name}`,
      'DTSTART:16010101T020000',
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      `RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=${month}`,
      `END:${name}`,
    ];
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Ours', ...half('STANDARD', '+0400', '+0300', 10)];
    zone.push(...half('DAYLIGHT', '+0300', '+0400', 3), 'END:VTIMEZONE');
    for (const [start, at] of [
      ['20260110T120000', '2026-01-10T09:00:00.000Z'],
      ['20260710T120000', '2026-07-10T08:00:00.000Z'],
    ] as const) {
      const text = meeting(`DTSTART;TZID=Ours:${start}`);
      const last = text.replace('END:VCALENDAR', `${zone.join('\r\n')}\r\nEND:VCALENDAR`);
      const found = read(last);
      expect(found.encounters[0]?.at).toBe(at);
      expect(found.findings).toEqual([]);
      expect(reasons(read(text))).toMatch(/zone "Ours" is not known; the times of 1 meeting/);
    }
  });

  it('counts those who declined, were only told, rooms and groups as not there, and everybody once', () => {
    const text = calendar([
      'DTSTART:20260310T100000Z',
      ...people,
      'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Ana@Example.org',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:cem@example.org',
      'ATTENDEE;ROLE=NON-PARTICIPANT:mailto:dana@example.org',
      'ATTENDEE;CUTYPE=ROOM;CN=Blue:mailto:blue@example.org',
      'ATTENDEE;CUTYPE=GROUP:mailto:all@example.org',
      'ATTENDEE:mailto:room_1@resource.calendar.google.com',
      'ATTENDEE;CN=Eva;EMAIL=eva@example.org:/principals/eva',
      "ATTENDEE;CN='fay@example.org':mailto:fay@example.org",
      'ATTENDEE:urn:uuid:1',
    ]);
    expect(read(text).encounters[0]?.participants).toEqual([
      { role: 'organiser', name: 'Ana', email: 'ana@example.org' },
      { role: 'attendee', name: 'Bo', email: 'bo@example.org' },
      { role: 'attendee', name: 'Eva', email: 'eva@example.org' },
      { role: 'attendee', email: 'fay@example.org' },
    ]);
  });

  it('whose organiser declined took place without them', () => {
    const text = meeting('DTSTART:20260310', 'ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org');
    expect(read(text).encounters[0]?.participants.map(({ name }) => name)).toEqual(['Bo']);
  });

  it.each([
    ['LOCATION:https://us02web.zoom.us/j/123', 'video'],
    ['DESCRIPTION:Join: https://meet.google.com/abc-defg-hij\\n', 'video'],
    ['X-GOOGLE-CONFERENCE:https://meet.google.com/abc', 'video'],
    ['CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://example.org/x', 'video'],
    ['CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+41441234567', 'call'],
    ['LOCATION:https://example.org/zoom.us', 'in-person'],
    ['LOCATION:Café zoom.us', 'in-person'],
  ])('%s: %s', (line, channel) => {
    expect(read(meeting('DTSTART:20260310', line)).encounters[0]?.channel).toBe(channel);
  });

  it.each(['PRIVATE', 'CONFIDENTIAL'])('marked %s keeps its title to itself', (mark) => {
    const [found] = read(meeting('DTSTART:20260310', 'SUMMARY:Doctor', `CLASS:${mark}`)).encounters;
    expect(found).toBeDefined();
    expect(found).not.toHaveProperty('title');
  });

  it('is no meeting where it was called off, answers an invitation, or names nobody; each is said once', () => {
    const none = (text: string): string => {
      const found = read(text);
      expect(found.encounters).toEqual([]);
      return reasons(found);
    };
    const whole = meeting('DTSTART:20260310');
    expect(none(meeting('DTSTART:20260310', 'STATUS:CANCELLED'))).toMatch(/1 event was called off/);
    expect(none(whole.replace('VERSION', 'METHOD:CANCEL\r\nVERSION'))).toMatch(/1 event was called off/);
    expect(none(whole.replace('VERSION', 'METHOD:REPLY\r\nVERSION'))).toMatch(/1 answer to an invitation/);
    const alone = ['UID:a', 'DTSTART:20260310'];
    expect(none(calendar(alone, ['UID:b', 'DTSTART:20260311']))).toBe(
      '2 events name nobody who took part, and so say nothing about people; left out.',
    );
    expect(none(whole.replaceAll('VEVENT', 'VTODO'))).toMatch(/^1 task/);
  });

  it('that Kithmap wrote itself brings nothing', () => {
    const events = [
      {
        uid: 'x',
        day: '2026-05-01',
        recurrence: { frequency: 'DAILY', interval: 7 },
        summary: 'x',
        description: '',
      },
    ] as const;
    const pieces = [...writeCalendar({ name: 'x', now: new Date(0) }, events)];
    const found = read(pieces.join(''));
    expect(found.items).toEqual([expect.objectContaining({ level: 'skipped', intended: true })]);
    expect(reasons(found)).toBe('1 reminder that Kithmap wrote itself left out.');
  });

  it('of which a later copy stands in the file is read once, as it was changed last', () => {
    const copy = (revision: number, start: string): string[] => [
      ...['UID:m', ...people],
      `SEQUENCE:${revision}`,
      `DTSTART:${start}`,
    ];
    expect(daysOf(calendar(copy(0, '20260310'), copy(1, '20260311')))).toEqual(['2026-03-11']);
    expect(daysOf(calendar(copy(2, '20260310'), copy(1, '20260311')))).toEqual(['2026-03-10']);
  });

  it('without a UID is known again by what it says', () => {
    const text = calendar(['DTSTART:20260310', ...people]);
    expect(read(text).encounters[0]?.key).toBe(read(text).encounters[0]?.key);
    expect(read(text.replace('0310', '0311')).encounters[0]?.key).not.toBe(read(text).encounters[0]?.key);
  });
});

describe('a series', () => {
  it('is counted up to its end, without the times that were left out', () => {
    const text = meeting(
      'DTSTART;TZID=Europe/Zurich:20260316T090000',
      'RRULE:FREQ=WEEKLY;UNTIL=20260413T070000Z',
      'EXDATE:20260323T080000Z',
      'EXDATE;VALUE=DATE:20260406',
      'EXDATE;VALUE=DATE:',
    );
    const { encounters } = read(text);
    expect(encounters.map(({ at, nth }) => [at?.slice(0, 16), nth])).toEqual([
      ['2026-03-16T08:00', 1],
      ['2026-03-30T07:00', 3], // the clocks went forward
      ['2026-04-13T07:00', 5],
    ]);
    expect(encounters[0]?.key).toBe('m 2026-03-16T08:00:00.000Z');
  });

  it('takes in the whole of the day on which it ends, and days beside the rule', () => {
    const whole = meeting(
      'DTSTART:20260303',
      'RRULE:FREQ=DAILY;UNTIL=20260305T235959Z',
      'RDATE;VALUE=DATE:20260401',
    );
    expect(daysOf(whole)).toEqual(['2026-03-03', '2026-03-04', '2026-03-05', '2026-04-01']);
    const timed = meeting('DTSTART:20260303T220000', 'RRULE:FREQ=DAILY;UNTIL=20260304');
    expect(daysOf(timed)).toEqual(['2026-03-03', '2026-03-04']);
  });

  it('has times that were moved, and called off, in events of their own, before it as well', () => {
    const start = 'DTSTART:20260301T100000Z';
    const series = ['UID:m', ...people, start, 'RRULE:FREQ=DAILY;COUNT=4', 'SUMMARY:Stand-up'];
    const moved = ['UID:m', people[0] ?? '', 'RECURRENCE-ID:20260302T100000Z', 'DTSTART:20260309T100000Z'];
    const off = ['UID:m', ...people, 'RECURRENCE-ID:20260303T100000Z', start, 'STATUS:CANCELLED'];
    for (const text of [calendar(series, moved, off), calendar(off, moved, series)]) {
      const { encounters } = read(text);
      expect(encounters.map(({ day, nth, participants }) => [day, nth, participants.length])).toEqual([
        ['2026-03-01', 1, 2],
        ['2026-03-09', 2, 1],
        ['2026-03-04', 4, 2],
      ]);
      expect(encounters[1]?.key).toBe('m 2026-03-02T10:00:00.000Z');
    }
    expect(read(calendar(moved)).encounters[0]?.key).toBe('m 2026-03-02T10:00:00.000Z');
  });

  it('changes from a time on', () => {
    const series = ['UID:m', ...people, 'DTSTART:20260301T100000Z', 'RRULE:FREQ=DAILY;COUNT=3'];
    const from = 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260302T100000Z';
    const { encounters } = read(calendar(series, ['UID:m', ...people, from, 'DTSTART:20260302T120000Z']));
    expect(encounters.map(({ at }) => at?.slice(8, 13))).toEqual(['01T10', '02T12', '03T12']);
  });

  it('goes a year beyond today and no further, and has its last thousand times', () => {
    const weekly = read(meeting('DTSTART:20260427T100000Z', 'RRULE:FREQ=WEEKLY')).encounters;
    expect(weekly.at(-1)?.day).toBe('2027-04-26');
    const daily = read(meeting('DTSTART:20200101T100000Z', 'RRULE:FREQ=DAILY'));
    expect(daily.encounters).toHaveLength(1_000);
    expect(daily.encounters.at(-1)).toMatchObject({ day: '2027-05-01', nth: 2_678 });
    expect(reasons(daily)).toMatch(/1 event comes back more often than is counted/);
  });

  it.each([
    ['comes every second', 'FREQ=SECONDLY'],
    ['leads out of the calendar', 'FREQ=DAILY;INTERVAL=999999999'],
    ['is none', 'W1 MO #0'],
  ])('whose rule %s has its first time alone', (_, rule) => {
    const found = read(meeting('DTSTART:20260301T100000Z', `RRULE:${rule}`));
    expect(found.encounters).toHaveLength(1);
    expect(reasons(found)).toMatch(/by a rule that cannot be counted/);
  });

  it.each(['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=WEEKLY;BYMONTH=13', 'FREQ=YEARLY;BYMONTHDAY=32'])(
    'that never comes (%s) ends',
    (rule) => {
      expect(daysOf(meeting('DTSTART:20260301T100000Z', `RRULE:${rule}`))).toEqual(['2026-03-01']);
    },
  );
});

describe('damage', () => {
  const good = ['UID:g', ...people, 'DTSTART:20260310'];

  it('costs no more than its event', () => {
    const text = calendar(['UID:x', 'DTSTART:tomorrow', ...people], good).replace('VERSION', 'X\r\nVERSION');
    const found = read(text);
    expect(found.encounters.map(({ key }) => key)).toEqual(['g']);
    expect(found.skipped).toEqual([
      expect.objectContaining({ line: 4, reason: 'The event has no day that can be read.' }),
    ]);
    expect(reasons(found)).toMatch(/1 line is no part of an event/);
  });

  it('reads an event that has no end, and a calendar that is cut off', () => {
    const text = calendar(good, [...good.slice(1), 'UID:h']);
    for (const broken of [
      text.replace('END:VEVENT\r\n', ''),
      text.slice(0, text.lastIndexOf('END:VEVENT')),
    ]) {
      const found = read(broken);
      expect(found.encounters).toHaveLength(2);
      expect(reasons(found)).toMatch(/1 event has no end/);
    }
  });

  it('says of what is no calendar that it is none', () => {
    expect(() => read('Dear Ana,\n')).toThrow(/holds no calendar/);
  });

  it('never ends the reading, whatever the damage and the slices', () => {
    const rule = 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=6';
    const zone =
      'BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0200\r\n';
    const half =
      'TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n';
    const events = [
      good,
      [
        'UID:s',
        ...people,
        'DTSTART;TZID=Ours:20260302T100000',
        'DURATION:PT1H30M',
        rule,
        'EXDATE:20260304T090000Z',
      ],
      ['UID:s', 'RECURRENCE-ID;TZID=Ours:20260316T100000', 'DTSTART:20260317', ...people],
    ];
    const file = bytesOf(calendar(...events).replace('BEGIN:VEVENT', `${zone}${half}BEGIN:VEVENT`));
    fc.assert(
      fc.property(mutations, fc.array(fc.nat(2_000), { maxLength: 5 }), (changes, cuts) => {
        const bytes = mutated(file, changes);
        let whole: Read['items'] | undefined;
        try {
          whole = read(bytes).items;
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-file' });
          return;
        }
        expect(read(bytes, cuts).items).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });
});
