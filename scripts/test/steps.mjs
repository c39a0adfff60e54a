import { mkdirSync, writeFileSync } from 'node:fs';
import { inCache } from '../setup/places.mjs';
import { npm, seconds, tail } from '../setup/run.mjs';

/**
 * What a step came to. A step without tests of its own counts as one.
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {Skipped[]} skipped
 */
/** @typedef {{ name: string, reason: string }} Skipped */
/** @typedef {import('../setup/run.mjs').Finished} Finished */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Finished>} work
 * @property {(finished: Finished) => Result} [count] where the step has tests of its own
 */

const TAIL = 40;
const LIMIT_MS = 15 * 60_000;

/**
 * A step that is an npm script of the project, so that there is one place that says how it is run.
 * @param {string} script
 * @param {{ name?: string, args?: readonly string[], env?: Record<string, string>, limitMs?: number }} [options]
 *   limitMs: when a step that hangs is stopped; far more than it takes, since machines differ
 * @returns {Step}
 */
export const npmStep = (script, { name = script, args = [], env = {}, limitMs = LIMIT_MS } = {}) => ({
  name,
  work: () => npm(['run', '--silent', script, '--', ...args], { env, timeoutMs: limitMs }),
});

/**
 * Runs steps, two at a time at most, and prints each with its seconds, the end of its output where it failed. All of
 * it stays in a log beside the stamps.
 * @param {readonly Step[]} steps
 * @param {{ lanes?: number }} [options]
 * @returns {Promise<Result[]>} in the order of the steps
 */
export async function runSteps(steps, { lanes = 2 } = {}) {
  /** @type {Result[]} */
  const results = [];
  const waiting = [...steps.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, step] = next;
      results[place] = await runStep(step);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** @param {Step} step @returns {Promise<Result>} */
async function runStep({ name, work, count = countAsOne }) {
  const finished = await work();
  const result = count(finished);
  const log = keepLog(name, finished.output);
  const mark = result.failed > 0 ? 'FAILED' : 'ok';
  console.log(
    `${mark.padEnd(6)} ${name.padEnd(12)} ${seconds(finished.seconds).padStart(6)}${describe(result)}`,
  );
  if (result.failed > 0) console.log(`${indent(tail(finished.output, TAIL))}\n       all of it: ${log}`);
  return result;
}

/** @param {Finished} finished @returns {Result} */
export const countAsOne = ({ code }) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: [],
});

/** @param {readonly Result[]} results @returns {Result} */
export const total = (results) => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  failed: results.reduce((sum, { failed }) => sum + failed, 0),
  skipped: results.flatMap(({ skipped }) => skipped),
});

/** @param {Result} result */
const describe = ({ passed, failed, skipped }) =>
  passed + failed + skipped.length > 1
    ? `   ${passed} passed, ${failed} failed, ${skipped.length} skipped`
    : '';

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '       | ');

/** @param {string} name @param {string} output */
function keepLog(name, output) {
  mkdirSync(inCache('logs'), { recursive: true });
  const file = inCache('logs', `${name.replaceAll(' ', '-')}.log`);
  writeFileSync(file, output);
  return file;
}
