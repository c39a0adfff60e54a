import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/time';
import { dayAt, spanOf, stepAt } from './days';

describe('the handle of the time', () => {
  test('goes by in weeks over years, and day by day over a short record', () => {
    expect(spanOf('2023-05-04', '2026-05-04')).toMatchObject({ stride: 7, steps: 157 });
    expect(spanOf('2026-05-01', '2026-05-04')).toMatchObject({ stride: 1, steps: 3 });
    expect(spanOf('2026-05-04', '2026-05-04').steps).toBe(1);
  });

  test('begins at the first day, ends today, and stays where it was put', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000 }), fc.nat(9_000), (length, at) => {
        const today = addDays('2000-01-01', length);
        const span = spanOf('2000-01-01', today);
        const step = at % (span.steps + 1);
        expect(dayAt(span, 0)).toBe('2000-01-01');
        expect(dayAt(span, span.steps)).toBe(today);
        expect(dayAt(span, step) <= today).toBe(true);
        expect(stepAt(span, dayAt(span, step))).toBe(step);
      }),
    );
  });
});
