// Looks through every tracked file for what belongs to one machine: paths into somebody's home, addresses of a
// package registry. Such a line works for its author and for nobody else.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { inProject, ROOT } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { findMachineTraces } from './test/machine-traces.mjs';

const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
if (listed.code !== 0) {
  console.log('Not looked at: this copy is no git repository.');
  process.exit(0);
}
const traces = listed.output
  .split('\0')
  .filter((file) => file !== '')
  .flatMap((file) => findMachineTraces(file, read(file), [homedir(), ROOT]));
for (const { file, line, text } of traces) console.log(`${file}:${line}: ${text}`);
if (traces.length > 0) console.log('A path of one machine, or the address of a registry, has no place here.');
process.exitCode = traces.length > 0 ? 1 : 0;

/** Empty for what is not text, or was removed and not yet committed. @param {string} file */
function read(file) {
  try {
    const content = readFileSync(inProject(file), 'utf8');
    return content.includes('\0') ? '' : content;
  } catch {
    return '';
  }
}
