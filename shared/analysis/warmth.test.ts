import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasNetworks, readMessages } from './networks.testing';
import { contactDays, contactWeight, decayed, warmthOf, withContact, type Decaying } from './warmth';

const every = (gap: number, count: number, weight = 1) =>
  contactDays(Array.from({ length: count }, (_, i) => ({ day: i * gap, weight })));
const someDays = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 900 }), weight: fc.constantFrom(0.1, 1, 2, 3) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((entries) => contactDays(entries));
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
    let sum: Decaying | undefined;
    for (let i = 0; i < 200; i++) sum = withContact(sum, i * 10, 1, 30);
    expect(sum!.b).toBeCloseTo(4.8473221019, 9);
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

describe.skipIf(!hasNetworks())('order of cooling on real mail logs', () => {
  // Protocol: ../networks/oracles/PROTOCOLS.md
  test.each([
    ['radoslaw_email/messages.csv', 0.821],
    ['eu_core_temporal_dept3/messages.csv', 0.796],
  ])('%s: told apart who speaks again within 60 days', (path, expected) => {
    const byPair = new Map<string, Set<number>>();
    let first = Infinity;
    let end = -Infinity;
    for (const [a, b, seconds] of readMessages(path)) {
      first = Math.min(first, seconds);
      end = Math.max(end, seconds);
      if (a === b) continue;
      const key = Number(a) < Number(b) ? `${a}-${b}` : `${b}-${a}`;
      const days = byPair.get(key) ?? new Set();
      byPair.set(key, days.add(Math.floor(seconds / 86_400)));
    }
    const cases: { order: number; spoke: boolean }[] = [];
    for (const share of [0.4, 0.5, 0.6, 0.7]) {
      const now = Math.floor((first + share * (end - first)) / 86_400);
      if (now + 60 > end / 86_400) continue;
      for (const [key, set] of byPair) {
        if (crc32(key) % 2 === 0) continue;
        const all = [...set].sort((x, y) => x - y);
        const { order, count } = warmthOf(
          contactDays(all.map((day) => ({ day, weight: 1 }))),
          undefined,
          now,
        );
        if (count < 5) continue;
        cases.push({ order: order!, spoke: all.some((day) => day > now && day <= now + 60) });
      }
    }
    expect(cases.length).toBeGreaterThan(500);
    expect(areaUnderCurve(cases)).toBeGreaterThan(expected - 0.005);
    expect(areaUnderCurve(cases)).toBeLessThan(expected + 0.005);
  });
});

/** The chance that a case which fell silent comes before one that spoke. */
function areaUnderCurve(cases: readonly { order: number; spoke: boolean }[]): number {
  const silent = cases.filter(({ spoke }) => !spoke);
  const spoke = cases.filter((one) => one.spoke);
  let right = 0;
  for (const s of silent)
    for (const t of spoke) right += s.order > t.order ? 1 : s.order === t.order ? 0.5 : 0;
  return right / (silent.length * spoke.length);
}

function crc32(text: string): number {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
