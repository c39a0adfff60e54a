import { existsSync, readFileSync } from 'node:fs';
import { npm, tail } from './run.mjs';
import { inProject } from './places.mjs';

/**
 * The part of a lock file that says what must be there.
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock
 */

/**
 * Whether everything the lock file asks for lies in node_modules at that version. npm itself writes down what it
 * installed (node_modules/.package-lock.json), so an install by hand counts and a broken-off one does not.
 * @param {Lock} wanted
 * @param {Lock} present
 */
export const isInstalled = (wanted, present) =>
  Object.entries(wanted.packages).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional === true ||
      entry.devOptional === true ||
      present.packages[path]?.version === entry.version,
  );

export function installIsCurrent() {
  const present = inProject('node_modules', '.package-lock.json');
  return existsSync(present) && isInstalled(readLock(inProject('package-lock.json')), readLock(present));
}

/**
 * Installs what the lock file names. Nothing that is installed runs a script (.npmrc says so).
 * @returns {Promise<void>}
 */
export async function install() {
  const { code, output } = await npm(['ci', '--prefer-offline', '--loglevel=error']);
  if (code !== 0) {
    throw new Error(
      `The packages Kithmap is built from could not be installed. npm says:\n${tail(output, 15)}`,
    );
  }
}

/** @param {string} file @returns {Lock} */
function readLock(file) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof content?.packages !== 'object' || content.packages === null) {
    throw new Error(`${file} is not a lock file of npm; restore it, or remove node_modules and start again.`);
  }
  return content;
}
