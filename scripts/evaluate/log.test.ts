import { describe, expect, test } from 'vitest';
import { pairOf, readLog } from './log';

const times = (...cells: string[]) =>
  readLog(`source,target,time\n${cells.map((cell) => `a,b,${cell}`).join('\n')}`).map(({ time }) => time);

describe('reading a log', () => {
  test('times are seconds, days, or moments with or without a zone', () => {
    expect(times('0', '1262454010', '-5', '1.5', '1.2e9')).toEqual([0, 1262454010, -5, 1.5, 1.2e9]);
    expect(
      times('1970-01-02', '1970-01-01T00:01:00Z', '1970-01-01 01:00:30+01:00', '1970-01-01T00:00:05.5'),
    ).toEqual([86_400, 60, 30, 5.5]);
    expect(times('1970-01-01T02:00+0200')).toEqual([0]);
  });

  test('columns in any order, quoted cells, other separators, blank lines and line ends of all kinds', () => {
    const expected = [{ source: 'Ana, B', target: 'Bo', time: 7 }];
    expect(readLog('\uFEFF"Time",weight,Target,Source\r\n7,1,Bo,"Ana, B"\r\n\r\n')).toEqual(expected);
    expect(readLog('source;target;time\nAna, B;Bo;7')).toEqual(expected);
    expect(readLog('source\ttarget\ttime\rAna, B\tBo\t7\r')).toEqual(expected);
  });

  test.each([
    ['', 'no header'],
    ['a,b,5\nb,c,6', 'no header'],
    ['source,target\na,b', 'no header'],
    ['source,target,time', 'no rows'],
    ['source,target,time\na,b,5\na,b,soon', 'Line 3 has no time'],
    ['source,target,time\na,b,', 'Line 2 has no time'],
    ['source,target,time\na,b,2026-02-30', 'Line 2 has no time'],
    ['source,target,time\na,b,1e300', 'Line 2 has no time'],
    ['source,target,time\n\na,,5', 'Line 3 does not name both ends'],
    ['source,target,time\na,"b,5', 'Line 2'],
  ])('a file that is none is refused with a sentence: %j', (text, words) => {
    expect(() => readLog(text)).toThrow(words);
  });

  test('a pair is the same both ways, the smaller number first', () => {
    expect(pairOf({ source: '10', target: '9' })).toEqual(['9', '10']);
    expect(pairOf({ source: '9', target: '10' })).toEqual(['9', '10']);
    expect(pairOf({ source: 'bo', target: 'ana' })).toEqual(['ana', 'bo']);
    expect(pairOf({ source: 'ana', target: '7' })).toEqual(pairOf({ source: '7', target: 'ana' }));
  });
});
