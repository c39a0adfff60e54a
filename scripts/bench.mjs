/** `npm run bench`: makes the app ready, then measures it. Flags go on to bench/run.ts. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { inProject } from './setup/places.mjs';
import { makeReady } from './setup/ready.mjs';

await makeReady((line) => process.stderr.write(`${line}\n`));
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', inProject('bench', 'run.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: inProject() },
);
process.exitCode = status ?? 1;
