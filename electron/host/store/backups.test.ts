import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToKeep, usualRetention } from './backups';

const day = 86_400_000;
const now = new Date('2026-05-15T12:00:00.000Z');
const at = (days: number): string => new Date(now.getTime() - days * day).toISOString();
const named = (days: readonly number[]): { name: string; at: string }[] =>
  days.map((each, i) => ({ name: `b${i}`, at: at(each) }));
const ages = (days: readonly number[], retention = usualRetention): number[] => {
  const kept = backupsToKeep(named(days), now, retention);
  return days.filter((_, i) => kept.has(`b${i}`));
};

describe('which backups are kept', () => {
  it('the last few, whatever their age', () => {
    expect(ages([900, 901, 902], { last: 2, days: 0, weeks: 0 })).toEqual([900, 901]);
  });

  it('the latest of each day, for some days', () => {
    expect(ages([0.1, 0.2, 1.1, 1.2, 2.1, 3.1], { last: 0, days: 3, weeks: 0 })).toEqual([0.1, 1.1, 2.1]);
  });

  it('the latest of each week, from Monday on, for some weeks', () => {
    // 2026-05-15 is a Friday: 4.4 days before is the early Monday, 4.6 days before the Sunday.
    expect(ages([1, 4.4, 4.6, 8, 13, 30], { last: 0, days: 0, weeks: 3 })).toEqual([1, 4.6, 13]);
  });

  it('those from a clock that ran ahead', () => {
    expect(ages([-3, -2, 0], { last: 1, days: 0, weeks: 0 })).toEqual([-3, -2]);
  });

  it('always the newest, never more than asked for, and the same in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 800, noNaN: true }), { minLength: 1, maxLength: 200 }),
        (days) => {
          const backups = named(days);
          const kept = backupsToKeep(backups, now, usualRetention);
          const newest = [...backups].sort(
            (a, b) => b.at.localeCompare(a.at) || b.name.localeCompare(a.name),
          )[0];
          expect(kept.has(newest?.name ?? '')).toBe(true);
          expect(kept.size).toBeLessThanOrEqual(
            usualRetention.last + usualRetention.days + usualRetention.weeks,
          );
          expect(backupsToKeep([...backups].reverse(), now, usualRetention)).toEqual(kept);
        },
      ),
    );
  });

  it('still the same ones when it is asked again', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 800, noNaN: true }), { maxLength: 100 }), (days) => {
        const backups = named(days);
        const kept = backupsToKeep(backups, now, usualRetention);
        const left = backups.filter(({ name }) => kept.has(name));
        expect(backupsToKeep(left, now, usualRetention)).toEqual(kept);
      }),
    );
  });
});
