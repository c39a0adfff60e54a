/** `npm run fuzz [RUNS]`: every reader of files on 10,000 damaged files of its format, or as many as you say. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { inProject } from './setup/places.mjs';
import { makeInstalled } from './setup/ready.mjs';

await makeInstalled((line) => process.stderr.write(`${line}\n`));
const [runs = '10000', ...more] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', 'shared/formats/fuzz.test.ts', ...more],
  { stdio: 'inherit', cwd: inProject(), env: { ...process.env, KITHMAP_FUZZ_RUNS: runs } },
);
process.exitCode = status ?? 1;
