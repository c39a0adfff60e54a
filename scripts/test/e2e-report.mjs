/**
 * The part of Playwright's JSON report that is counted.
 * @typedef {object} Report
 * @property {ReportSuite[]} suites
 * @property {unknown[]} errors what belongs to no test: a file that does not load, a time limit
 */
/** @typedef {{ title: string, suites?: ReportSuite[], specs?: ReportSpec[] }} ReportSuite */
/** @typedef {{ title: string, tests: ReportTest[] }} ReportSpec */
/**
 * @typedef {object} ReportTest
 * @property {string} projectName
 * @property {'expected' | 'unexpected' | 'flaky' | 'skipped'} status
 * @property {{ type: string, description?: string }[]} annotations
 */

/**
 * @param {Report} report
 * @returns {import('./steps.mjs').Result}
 */
export function countE2e(report) {
  /** @type {import('./steps.mjs').Result} */
  const result = { passed: 0, failed: report.errors.length, skipped: [] };
  for (const { name, test } of testsOf(report)) {
    if (test.status === 'expected') result.passed += 1;
    else if (test.status === 'skipped') result.skipped.push({ name, reason: reasonOf(test) });
    else result.failed += 1;
  }
  return result;
}

/**
 * Every end-to-end test, counted as skipped for one reason: what to say when none of them could run.
 * @param {Report} report of `playwright test --list`
 * @param {string} reason
 * @returns {import('./steps.mjs').Result}
 */
export const allSkipped = (report, reason) => ({
  passed: 0,
  failed: report.errors.length,
  skipped: testsOf(report).map(({ name }) => ({ name, reason })),
});

/** @param {Report} report */
const testsOf = (report) => report.suites.flatMap((suite) => testsOfSuite(suite, ['e2e/' + suite.title]));

/**
 * @param {ReportSuite} suite
 * @param {string[]} path
 * @returns {{ name: string, test: ReportTest }[]}
 */
function testsOfSuite(suite, path) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ name: [...path, spec.title].join(' > '), test })),
  );
  const inner = (suite.suites ?? []).flatMap((child) => testsOfSuite(child, [...path, child.title]));
  return [...own, ...inner];
}

/** @param {ReportTest} test */
function reasonOf({ annotations }) {
  const given = annotations.find(({ type, description }) => type === 'skip' && description !== undefined);
  return given?.description ?? 'an earlier test of its file failed, or it is switched off';
}
