/** Reading files of every format, against the plain parser library of each on the same file. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { measuredFormats } from './format-files';
import type { Figure } from './report';

const sizes = [1_000, 30_000];
/** Tables and mailboxes are what grows. */
const largest = 300_000;
const large = ['LinkedIn', 'mail'];

const Reading = z.object({ milliseconds: z.number(), peak: z.number(), yielded: z.number() });

export function measureFormats(): Figure[] {
  return Object.entries(measuredFormats).flatMap(([name, { library }]) =>
    [...sizes, ...(large.includes(name) ? [largest] : [])].flatMap((people) => {
      console.error(`${name}, ${people} records ...`);
      const ours = read(name, people, 'reader');
      const theirs = read(name, people, 'library');
      return [
        {
          what: `${name}: read`,
          people,
          value: (people / ours.milliseconds) * 1_000,
          unit: 'records a second',
        },
        {
          what: `${name}: time`,
          people,
          value: ours.milliseconds / theirs.milliseconds,
          unit: 'times',
          against: `${library} alone`,
        },
        { what: `${name}: memory beyond the start`, people, value: ours.peak / 1e6, unit: 'MB' },
        { what: `${name}: memory of ${library} alone`, people, value: theirs.peak / 1e6, unit: 'MB' },
      ] satisfies Figure[];
    }),
  );
}

function read(name: string, records: number, who: 'reader' | 'library'): z.output<typeof Reading> {
  const script = fileURLToPath(new URL('formats-reading.ts', import.meta.url));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, name, String(records), who],
    { encoding: 'utf8' },
  );
  try {
    return Reading.parse(JSON.parse(stdout));
  } catch {
    throw new Error(`${name} could not be measured: ${stderr}`);
  }
}
