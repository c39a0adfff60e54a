// Everything that must hold, on a clone with nothing but Node and npm: sets up what is missing, runs every check and
// test even when one has failed, and closes with what was skipped, why, and the counts.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { getTestChromium } from './setup/chromium.mjs';
import { inCache } from './setup/places.mjs';
import { getReaders } from './setup/readers.mjs';
import { makeInstalled } from './setup/ready.mjs';
import { npm, seconds } from './setup/run.mjs';
import { allSkipped, countE2e } from './test/e2e-report.mjs';
import { countAsOne, npmStep, runSteps, total } from './test/steps.mjs';

/** @typedef {import('./test/steps.mjs').Step} Step */

const began = performance.now();
await makeInstalled(console.log);
const chromium = await getTestChromium(console.log);
await getReaders(console.log);

/** The build stands first: the tests below need it, and it is done long before the rest of its row. */
const fixed = await runSteps([
  npmStep('build'),
  npmStep('lint'),
  npmStep('types'),
  npmStep('format:check', { name: 'format' }),
  npmStep('boundaries'),
  npmStep('unused'),
  npmStep('tidy'),
]);
const isBuilt = fixed[0]?.failed === 0;
const unit = await runSteps([unitStep()]);
const e2e = await runSteps([
  !isBuilt ? listedStep('the build failed') : 'reason' in chromium ? listedStep(chromium.reason) : e2eStep(),
]);
close(total([...fixed, ...unit, ...e2e]));

/** @returns {Step} */
function unitStep() {
  const report = inCache('unit.json');
  rmSync(report, { force: true });
  const step = npmStep('unit', {
    args: ['--coverage', '--reporter=default', '--reporter=./scripts/test/unit-report.mjs'],
    env: { KITHMAP_UNIT_REPORT: report },
  });
  return { ...step, count: (finished) => withExit(finished, readReport(report)) };
}

/** @returns {Step} */
function e2eStep() {
  const report = inCache('e2e.json');
  rmSync(report, { force: true });
  const step = npmStep('e2e', { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report }, limitMs: 45 * 60_000 });
  return {
    ...step,
    count: (finished) => {
      const content = readReport(report);
      return withExit(finished, content === undefined ? undefined : countE2e(content));
    },
  };
}

/**
 * The end-to-end tests where they cannot run: each is skipped by its name.
 * @param {string} reason
 * @returns {Step}
 */
function listedStep(reason) {
  const report = inCache('e2e-list.json');
  return {
    name: 'e2e',
    work: () =>
      npm(['run', '--silent', 'e2e', '--', '--list', '--reporter=json'], {
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      }),
    count: (finished) => {
      const content = readReport(report);
      return content === undefined ? countAsOne(finished) : allSkipped(content, reason);
    },
  };
}

/**
 * A command that failed although no test of it did (coverage below its threshold, no report) is a failure too.
 * @param {import('./test/steps.mjs').Finished} finished
 * @param {import('./test/steps.mjs').Result | undefined} result
 */
function withExit(finished, result) {
  if (result === undefined) return { passed: 0, failed: 1, skipped: [] };
  return finished.code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {import('./test/steps.mjs').Result} result */
function close({ passed, failed, skipped }) {
  if (skipped.length > 0) console.log('\nSkipped:');
  for (const { name, reason } of skipped) console.log(`  ${name}\n      ${reason}`);
  console.log(`\n${seconds((performance.now() - began) / 1000)} in all`);
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
