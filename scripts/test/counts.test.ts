import { describe, expect, it } from 'vitest';
import { allSkipped, countE2e } from './e2e-report.mjs';
import { findMachineTraces } from './machine-traces.mjs';
import { countAsOne, total } from './steps.mjs';

type Status = 'expected' | 'unexpected' | 'flaky' | 'skipped';
const spec = (title: string, status: Status, why?: string) => ({
  title,
  tests: [
    { projectName: '', status, annotations: why === undefined ? [] : [{ type: 'skip', description: why }] },
  ],
});
const report = {
  suites: [
    {
      title: 'edit.test.ts',
      specs: [spec('adds', 'expected'), spec('goes', 'unexpected')],
      suites: [
        { title: 'undo', specs: [spec('sometimes', 'flaky'), spec('later', 'skipped', 'no display')] },
      ],
    },
  ],
  errors: [],
};

describe('the counts of end-to-end tests', () => {
  it('hold a test that passes only at times for failed, and name the skipped with their reason', () => {
    expect(countE2e(report)).toEqual({
      passed: 1,
      failed: 2,
      skipped: [{ name: 'e2e/edit.test.ts > undo > later', reason: 'no display' }],
    });
  });

  it('hold an error outside any test for a failure', () => {
    expect(countE2e({ suites: [], errors: [{}] }).failed).toBe(1);
  });

  it('name every test where none could run', () => {
    const { passed, failed, skipped } = allSkipped(report, 'no Chromium');
    expect({ passed, failed }).toEqual({ passed: 0, failed: 0 });
    expect(skipped.map(({ name }) => name)).toEqual([
      'e2e/edit.test.ts > adds',
      'e2e/edit.test.ts > goes',
      'e2e/edit.test.ts > undo > sometimes',
      'e2e/edit.test.ts > undo > later',
    ]);
  });
});

describe('the counts of steps', () => {
  it('add up, a step without tests of its own as one', () => {
    const finished = { output: '', seconds: 1, timedOut: false };
    const skipped = [{ name: 'a', reason: 'b' }];
    expect(
      total([
        countAsOne({ ...finished, code: 0 }),
        countAsOne({ ...finished, code: 2 }),
        { passed: 4, failed: 0, skipped },
      ]),
    ).toEqual({ passed: 5, failed: 1, skipped });
  });
});

describe('traces of one machine', () => {
  const at = (...parts: string[]) => parts.join('/');
  const here = ['/home/somebody', 'C:\\Users\\Somebody', '/project'];

  it.each([
    '/home/somebody/notes',
    'C:\\Users\\Somebody\\Desktop',
    `see ${at('', 'root', 'x')}`,
    `"${at('', 'work', 'main')}"`,
    ['https://registry', 'example', 'org/x'].join('.'),
  ])('are found in %j', (text) => {
    expect(findMachineTraces('a.md', `first\n  ${text}\n`, here)).toEqual([{ file: 'a.md', line: 2, text }]);
  });

  it.each(['/usr/bin', '/home/ada/kithmap', '/project/x', 'the registry.', './work/a'])(
    'are none in %j',
    (text) => expect(findMachineTraces('a.md', text, here)).toEqual([]),
  );
});
