import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A vitest reporter that writes the counts, and every skipped test with the reason its author gave, to the file named
 * by KITHMAP_UNIT_REPORT. (vitest's own JSON leaves the reason out.)
 */
export default class UnitReport {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandled errors that belong to no test
   */
  onTestRunEnd(modules, unhandled) {
    const file = process.env['KITHMAP_UNIT_REPORT'];
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(countUnits(modules, unhandled.length)));
  }
}

/**
 * A file that could not be loaded and an error outside any test count as failures of their own.
 * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
 * @param {number} unhandled
 * @returns {import('./steps.mjs').Result}
 */
function countUnits(modules, unhandled) {
  /** @type {import('./steps.mjs').Result} */
  const result = { passed: 0, failed: unhandled, skipped: [] };
  for (const module of modules) {
    result.failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const outcome = test.result();
      if (outcome.state === 'passed') result.passed += 1;
      else if (outcome.state === 'failed') result.failed += 1;
      else result.skipped.push({ name: nameOf(module, test), reason: reasonOf(test, outcome) });
    }
  }
  return result;
}

/**
 * @param {import('vitest/node').TestModule} module
 * @param {import('vitest/node').TestCase} test
 */
const nameOf = (module, test) => `${module.relativeModuleId} > ${test.fullName}`;

/**
 * @param {import('vitest/node').TestCase} test
 * @param {import('vitest/node').TestResult} outcome
 */
function reasonOf(test, outcome) {
  if (outcome.state === 'pending') return 'did not run';
  if (outcome.state === 'skipped' && outcome.note !== undefined) return outcome.note;
  return test.options.mode === 'todo'
    ? 'to do'
    : 'its condition is not met here; the test says what it needs';
}
