import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runningClock } from './running-clock';

const somePauses = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -3, max: 40 })).map(([from, length]) => ({
    from,
    to: from + length,
  })),
  { maxLength: 6 },
);

test('between two readings lie the days that are in no pause', () => {
  fc.assert(
    fc.property(somePauses, fc.nat(260), fc.nat(260), (pauses, one, other) => {
      const clock = runningClock(pauses);
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      let running = 0;
      for (let day = from + 1; day <= to; day++) {
        if (!pauses.some((pause) => pause.from <= day && day <= pause.to)) running++;
      }
      expect(clock.at(to) - clock.at(from)).toBe(running);
    }),
  );
});

test('a day after so many running days is the first by which they have run', () => {
  fc.assert(
    fc.property(somePauses, fc.nat(260), fc.integer({ min: 1, max: 90 }), (pauses, start, needed) => {
      const clock = runningClock(pauses);
      const day = clock.dayAfter(start, needed, start);
      expect(clock.at(day) - clock.at(start)).toBe(needed);
      expect(clock.at(day - 1) - clock.at(start)).toBe(needed - 1);
    }),
  );
});
