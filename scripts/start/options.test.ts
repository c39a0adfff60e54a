import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forTheApp, HELP, readOptions } from './options.mjs';

const folder = resolve('/somewhere');
const read = (...args: string[]) => readOptions(args, folder);

describe('the options of npm start', () => {
  it('opens the usual data folder in the best window when nothing is asked', () => {
    expect(read()).toEqual({
      options: {
        data: undefined,
        port: undefined,
        open: true,
        sample: false,
        browser: false,
        desktop: false,
        help: false,
      },
    });
  });

  it('means a data folder from where the person stood', () => {
    expect(read('--data', 'mine', '--sample')).toMatchObject({
      options: { data: resolve(folder, 'mine'), sample: true },
    });
  });

  it('tells the app only what concerns it', () => {
    const answer = read('--data', 'mine', '--sample', '--port', '0', '--no-open');
    expect('options' in answer && forTheApp(answer.options)).toEqual([
      '--data',
      resolve(folder, 'mine'),
      '--sample',
    ]);
  });

  it.each([
    [['--bogus'], "Unknown option '--bogus'."],
    [['extra'], "Unexpected argument 'extra'."],
    [['--data'], "Option '--data <value>' argument missing."],
    [['--data', ''], '--data wants the path of a folder.'],
    [['--port', 'x'], '--port wants a number from 0 to 65535, not "x".'],
    [['--port', '65536'], '--port wants a number from 0 to 65535, not "65536".'],
    [['--port', ''], '--port wants a number from 0 to 65535, not "".'],
    [['--sample=1'], "Option '--sample' does not take an argument."],
    [
      ['--desktop', '--no-open'],
      '--desktop opens a desktop window and --no-open does not; give one of them.',
    ],
    [
      ['--desktop', '--browser'],
      '--desktop opens a desktop window and --browser does not; give one of them.',
    ],
    [
      ['--desktop', '--port', '80'],
      '--desktop opens a desktop window and --port does not; give one of them.',
    ],
  ])('refuses %j with a sentence', (args, refusal) => {
    expect(read(...args)).toEqual({ refusal });
  });

  it('explains every option it takes', () => {
    for (const flag of ['data', 'sample', 'browser', 'desktop', 'no-open', 'port', 'help']) {
      expect(HELP).toContain(`--${flag} `);
    }
  });
});
