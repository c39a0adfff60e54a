import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from '../time';
import { ZoneClock } from './zone-clock';

const zones = ['Europe/Zurich', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];

it('shows the day that the runtime shows, and finds the moment back', () => {
  const moments = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), moments, (zone, moment) => {
      const clock = new ZoneClock(zone);
      const shown = clock.shownAt(moment);
      expect(new Date(shown).toISOString().slice(0, 10)).toBe(dayOf(new Date(moment), zone));
      // Where clocks show a time twice, the first of the two is found.
      expect(clock.shownAt(clock.momentOf(shown))).toBe(shown);
      expect(clock.momentOf(shown)).toBeLessThanOrEqual(moment);
    }),
    { numRuns: 200 },
  );
});

it('knows the hour that is skipped, and the one that comes twice', () => {
  const clock = new ZoneClock('Europe/Zurich');
  const at = (hour: number, day: number, month: number): string =>
    new Date(clock.momentOf(Date.UTC(2026, month - 1, day, hour, 30))).toISOString().slice(11, 16);
  expect([at(1, 29, 3), at(2, 29, 3), at(3, 29, 3)]).toEqual(['00:30', '01:30', '01:30']);
  expect([at(1, 25, 10), at(2, 25, 10), at(3, 25, 10)]).toEqual(['23:30', '00:30', '02:30']);
});
