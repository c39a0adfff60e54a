import { describe, expect, it } from 'vitest';
import { readLoopbackOptions } from './options';

describe('the options of the loopback entry', () => {
  it('are read', () => {
    const args = ['--data', '/d', '--port', '8080', '--no-open', '--sample', '--renderer', '/r'];
    expect(readLoopbackOptions(args)).toEqual({ data: '/d', port: 8080, sample: true, renderer: '/r' });
    expect(readLoopbackOptions([])).toEqual({
      data: undefined,
      port: 0,
      sample: false,
      renderer: undefined,
    });
  });

  it.each([
    [['--port', 'x'], /--port/],
    [['--port', '70000'], /--port/],
    [['--data', ''], /--data: names a folder/],
    [['--nothing'], /--nothing/],
    [['file.csv'], /file\.csv/],
  ])('refuse %j with what is wrong', (args, message) => {
    expect(() => readLoopbackOptions(args)).toThrow(message);
  });
});
