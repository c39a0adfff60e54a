import { describe, expect, test } from 'vitest';
import { finish } from './chunked';
import { coolingCases, isHeldOut } from './cooling-cases';

const span = { from: 0, to: 1000 }; // looked at on days 400, 500, 600 and 700
const at = (days: number[], pauses?: { from: number; to: number }[], horizon = 60) =>
  finish(coolingCases([{ key: '1-2', days, ...(pauses && { pauses }) }], horizon, { span }));

describe('cases of a log', () => {
  test('what was known at each moment, and whether they spoke in the days after it', () => {
    const [first, second, ...others] = at([300, 310, 320, 330, 340, 460]);
    expect(first).toMatchObject({ silence: 60, meanGap: 10, contactDays: 5, spoke: true });
    expect(second).toMatchObject({ silence: 40, meanGap: 32, contactDays: 6, spoke: false });
    expect(others.map(({ spoke }) => spoke)).toEqual([false, false]);
    expect(at([300, 310, 320, 330, 340, 461])[0]!.spoke).toBe(false);
  });

  test('five contact days make a case, four do not', () => {
    expect(at([10, 20, 30, 40])).toEqual([]);
    expect(at([10, 20, 30, 550, 560]).length).toBe(2);
  });

  test('a horizon that leaves the log is no case', () => {
    expect(at([1, 2, 3, 4, 5], undefined, 300).length).toBe(4);
    expect(at([1, 2, 3, 4, 5], undefined, 301).length).toBe(3);
  });

  test('paused days count neither as silence nor towards the horizon', () => {
    const [first] = at([300, 310, 320, 330, 340, 480], [{ from: 391, to: 430 }]);
    expect(first).toMatchObject({ silence: 50, spoke: true });
    expect(at([300, 310, 320, 330, 340, 480])[0]!.spoke).toBe(false);
  });

  test('the span is that of the contact days unless it is given', () => {
    const cases = finish(coolingCases([{ key: 'a', days: [0, 1, 2, 3, 4, 1000] }], 60));
    expect(cases.map(({ silence }) => silence)).toEqual([396, 496, 596, 696]);
    expect(finish(coolingCases([], 60))).toEqual([]);
  });

  test('halves go by the CRC-32 of the key', () => {
    // Of "123456789" it is cbf43926; zlib gives 32155dda, e8b7be43, 71beeff9 and e048d3e for the others.
    expect(['123456789', '1-2', 'a', 'b', 'é'].map(isHeldOut)).toEqual([false, false, true, true, false]);
  });
});
