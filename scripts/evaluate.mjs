/** `npm run evaluate`: installs what is missing, then judges the measures on a file. See scripts/evaluate/command.ts. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { callersFolder, inProject } from './setup/places.mjs';
import { makeInstalled } from './setup/ready.mjs';

try {
  await makeInstalled((line) => process.stderr.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [
    '--import',
    import.meta.resolve('tsx'),
    inProject('scripts', 'evaluate', 'main.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: callersFolder('evaluate', process.env, process.cwd()) },
);
process.exitCode = status ?? 1;
