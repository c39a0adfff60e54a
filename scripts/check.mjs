// The quick look before a commit: format, lint and tests of what was changed since the last one (of everything where
// nothing was), and the types of the whole. `npm test` is what decides.
import { existsSync } from 'node:fs';
import { inProject } from './setup/places.mjs';
import { makeInstalled } from './setup/ready.mjs';
import { npm, run } from './setup/run.mjs';
import { npmStep, runSteps, total } from './test/steps.mjs';

await makeInstalled(console.log);
const changed = await changedFiles();
const code = changed.filter((file) => /\.(tsx?|mjs)$/.test(file));
const steps = [
  npmStep('types'),
  changed.length === 0 ? npmStep('lint') : toolStep('lint', 'eslint', ['--no-warn-ignored'], code),
  changed.length === 0
    ? npmStep('format:check', { name: 'format' })
    : toolStep('format', 'prettier', ['--check', '--log-level=warn', '--ignore-unknown'], changed),
  npmStep('tidy'),
  npmStep('unit', { args: changed.length === 0 ? [] : ['--changed', '--passWithNoTests'] }),
];
const { failed } = total(await runSteps(steps.filter((step) => step !== undefined)));
process.exitCode = failed > 0 ? 1 : 0;

/** Changed or new since the last commit, and still there. */
async function changedFiles() {
  const lists = await Promise.all([
    run('git', ['diff', '--name-only', '-z', '--relative', 'HEAD']),
    run('git', ['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  return lists.flatMap(({ output, code: failed }) =>
    failed ? [] : output.split('\0').filter((file) => file !== '' && existsSync(inProject(file))),
  );
}

/**
 * @param {string} name
 * @param {string} tool
 * @param {readonly string[]} options
 * @param {readonly string[]} files
 */
function toolStep(name, tool, options, files) {
  if (files.length === 0) return undefined;
  const npx = ['exec', '--offline', '--', tool, ...options, ...files];
  return { name, work: () => npm(npx) };
}
