import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from './chunked';
import { separate } from './separate';

const spots = fc.array(
  fc.tuple(fc.double({ min: -200, max: 200, noNaN: true }), fc.double({ min: -200, max: 200, noNaN: true })),
  {
    maxLength: 25,
  },
);

test('people stand apart in the end, those who are fixed where they were', () => {
  fc.assert(
    fc.property(spots, (list) => {
      const x = Float64Array.from(list, ([at]) => at);
      const y = Float64Array.from(list, ([, at]) => at);
      const fixed = Uint8Array.from(list, (_, i) => (i === 0 ? 1 : 0));
      finish(separate(x, y, 20, 400, fixed));
      for (let a = 0; a < x.length; a++) {
        for (let b = 0; b < a; b++) expect(Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)).toBeGreaterThan(18);
      }
      if (list.length > 0) expect([x[0], y[0]]).toEqual(list[0]);
    }),
  );
});

test('who is far enough from everybody does not move', () => {
  const x = Float64Array.of(0, 5, 300);
  const y = Float64Array.of(0, 0, 0);
  finish(separate(x, y, 20, 50));
  expect(x[2]).toBe(300);
});
