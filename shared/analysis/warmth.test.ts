import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runningClock } from './running-clock';
import {
  type PausedDays,
  type Remembered,
  contactDays,
  contactWeight,
  decayed,
  warmthFrom,
  warmthOf,
  warmthTrack,
  withContact,
} from './warmth';

const every = (gap: number, count: number, weight = 1) =>
  contactDays(Array.from({ length: count }, (_, i) => ({ day: i * gap, weight })));
const someEntries = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: 900 }), weight: fc.constantFrom(0.1, 1, 2, 3) }),
  { minLength: 1, maxLength: 30 },
);
const someDays = someEntries.map((entries) => contactDays(entries));
const cadence = fc.integer({ min: 7, max: 1825 });
const somePauses = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 60 })).map(([from, length]) => ({
    from,
    to: from + length,
  })),
  { maxLength: 4 },
);

describe('warmth', () => {
  test('a contact every 10 days at a half-life of 30 comes to 4.8473', () => {
    let kept: Remembered | undefined;
    for (let i = 0; i < 200; i++) kept = withContact(kept, i * 10, 1, 30);
    expect(kept!.earlier + kept!.weight).toBeCloseTo(4.8473221019, 9);
    const { shown } = warmthOf(every(10, 200), 30, 1990);
    expect(shown).toBeCloseTo(4.8473221019 / 5.8473221019, 9);
  });

  test('one contact halves each half-life; days 0, 10, 20 at day 30 come to 1.9237', () => {
    expect([0, 30, 60].map((days) => decayed(1, days, 30))).toEqual([1, 0.5, 0.25]);
    expect(decayed(1, 15, 30)).toBeCloseTo(Math.SQRT1_2, 12);
    const b = (shown: number) => shown / (1 - shown);
    expect(b(warmthOf(every(10, 3), 30, 30).shown)).toBeCloseTo(1.923661051, 8);
  });

  test('several interactions on a day are one contact day, as heavy as the heaviest', () => {
    expect(
      contactDays([
        { day: 5, weight: 1 },
        { day: 3, weight: 2 },
        { day: 5, weight: 3 },
        { day: 9, weight: 0 },
      ]),
    ).toEqual({ days: [3, 5], weights: [2, 3] });
  });

  test('what lies ahead has not happened', () => {
    fc.assert(
      fc.property(someDays, cadence, fc.integer({ min: 0, max: 900 }), (days, every_, asOf) => {
        const past = contactDays(
          days.days.map((day, i) => ({ day, weight: days.weights[i]! })).filter(({ day }) => day <= asOf),
        );
        expect(warmthOf(days, every_, asOf)).toEqual(warmthOf(past, every_, asOf));
      }),
    );
  });

  test('without a contact day it is unknown', () => {
    expect(warmthOf({ days: [], weights: [] }, 30, 10)).toMatchObject({
      state: 'unknown',
      step: 0,
      quietBy: null,
    });
    expect(warmthOf(every(10, 3), 30, -1).state).toBe('unknown');
  });

  test('words by the own mean gap from five contact days on', () => {
    const rhythm = every(10, 5); // the last on day 40
    const word = (silence: number) => warmthOf(rhythm, 365, 40 + silence).word;
    expect([0, 19, 20, 39, 40, 79, 80].map(word)).toEqual([
      'in rhythm',
      'in rhythm',
      'slipping',
      'slipping',
      'cooling',
      'cooling',
      'gone quiet',
    ]);
    expect(warmthOf(rhythm, 365, 40)).toMatchObject({ rhythm: 'own', meanGap: 10, quietBy: 120, count: 5 });
  });

  test('words by the cadence before that, 180 days where none is set', () => {
    const few = every(10, 4); // the last on day 30
    const word = (silence: number) => warmthOf(few, 30, 30 + silence).word;
    expect([29, 30, 44, 45, 89, 90].map(word)).toEqual([
      'in rhythm',
      'slipping',
      'slipping',
      'cooling',
      'cooling',
      'gone quiet',
    ]);
    expect(warmthOf(few, 30, 30).quietBy).toBe(120);
    expect(warmthOf(few, undefined, 30).quietBy).toBe(30 + 540);
  });

  test('quietBy is the first day of silence too long, whatever the pauses', () => {
    fc.assert(
      fc.property(someDays, cadence, somePauses, (days, every_, pauses) => {
        const last = days.days.at(-1)!;
        const { quietBy } = warmthOf(days, every_, last, pauses);
        expect(warmthOf(days, every_, quietBy!, pauses).state).toBe('cold');
        expect(warmthOf(days, every_, quietBy! - 1, pauses).state).not.toBe('cold');
      }),
    );
  });

  test('a pause stops the clock: two weeks away change nothing but dates', () => {
    const rhythm = every(10, 5);
    const away = [
      { from: 45, to: 58 },
      { from: 50, to: 51 },
    ];
    const before = warmthOf(rhythm, 30, 60);
    const paused = warmthOf(rhythm, 30, 74, away);
    expect(paused).toEqual({ ...before, quietBy: 134 });
  });

  test('a pause that still lasts stops the clock, and is taken to end today', () => {
    const rhythm = every(10, 5); // the last on day 40
    const away = [{ from: 51, to: Infinity }];
    const before = warmthOf(rhythm, 30, 50);
    for (const asOf of [51, 70, 1000]) {
      expect(warmthOf(rhythm, 30, asOf, away)).toEqual({ ...before, quietBy: 120 + asOf - 50 });
    }
  });

  test('one interaction more costs the same however many there are, and is as if all were counted anew', () => {
    fc.assert(
      fc.property(someEntries, cadence, somePauses, fc.nat(1000), (entries, every_, pauses, later) => {
        const clock = runningClock(pauses);
        const inOrder = [...entries].sort((one, other) => one.day - other.day);
        let kept: Remembered | undefined;
        inOrder.forEach(({ day, weight }, i) => {
          kept = withContact(kept, day, weight, every_, clock);
          const anew = contactDays(inOrder.slice(0, i + 1));
          expect(warmthFrom(kept, every_, day + later, clock)).toEqual(
            warmthOf(anew, every_, day + later, pauses),
          );
        });
      }),
    );
  });

  test('a track knows the warmth of any day, before, between and after the contacts', () => {
    fc.assert(
      fc.property(
        someDays,
        cadence,
        somePauses,
        fc.boolean(),
        fc.array(fc.integer({ min: -50, max: 3000 }), { minLength: 1, maxLength: 20 }),
        (days, every_, pauses, stillAway, asked) => {
          const all: PausedDays[] = stillAway ? [...pauses, { from: 800, to: Infinity }] : pauses;
          const track = warmthTrack(days, every_, all);
          for (const day of [...asked, ...days.days]) {
            expect(track.at(day)).toEqual(warmthOf(days, every_, day, all));
          }
        },
      ),
    );
  });

  test('more contact is never colder, and time alone never warms', () => {
    fc.assert(
      fc.property(someDays, cadence, fc.integer({ min: 900, max: 2000 }), (days, every_, asOf) => {
        const more = contactDays([
          ...days.days.map((day, i) => ({ day, weight: days.weights[i]! })),
          { day: 450, weight: 1 },
        ]);
        expect(warmthOf(more, every_, asOf).shown).toBeGreaterThanOrEqual(warmthOf(days, every_, asOf).shown);
        expect(warmthOf(days, every_, asOf + 1).step).toBeGreaterThanOrEqual(
          warmthOf(days, every_, asOf).step,
        );
      }),
    );
  });

  test('the fill goes from 1 to 7 in equal steps of what is shown', () => {
    const stepAt = (b: number) => warmthOf({ days: [0], weights: [b] }, 30, 0).step;
    expect([20, 6.1, 5.9, 3, 1, 0.3, 0.01].map(stepAt)).toEqual([1, 1, 2, 2, 4, 6, 7]);
  });

  test('channels count by how much of a person is in them', () => {
    expect(contactWeight('in-person', 2)).toBe(3);
    expect(contactWeight('video', 2)).toBe(2);
    expect(contactWeight('mail', 3)).toBe(1);
    expect(contactWeight('event', 8)).toBe(1 / 8);
    expect(contactWeight('mail', 40)).toBe(0);
  });
});
