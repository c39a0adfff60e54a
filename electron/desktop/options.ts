/** What the desktop entry is told on its command line, among the switches that are Chromium's own. */
import { parseArgs } from 'node:util';

export interface DesktopEntryOptions {
  readonly data: string | undefined;
  readonly sample: boolean;
}

/** @param args all arguments of the process; those that are not ours are passed over. */
export function readDesktopOptions(args: readonly string[]): DesktopEntryOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { data: { type: 'string' }, sample: { type: 'boolean' } },
  });
  const { data, sample } = values;
  return { data: typeof data === 'string' && data !== '' ? data : undefined, sample: sample === true };
}
