import { spawnSync } from 'node:child_process';
import { canUseApt, installByApt } from './apt.mjs';
import { tail } from './run.mjs';

/** Modules of Python by which the tests let somebody else judge, each in Debian's package `python3-` and its name. */
const MODULES = ['networkx', 'icalendar', 'vobject'];

/**
 * A Python that has a module. Debian's comes first: another one on the path may lack what its packages bring.
 * @param {string} name
 * @returns {string | undefined}
 */
export const pythonWith = (name) =>
  ['/usr/bin/python3', 'python3'].find(
    (python) => spawnSync(python, ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0,
  );

/**
 * Gets the independent readers that are missing, where apt can. Without one its tests are skipped and say so.
 * @param {(line: string) => void} say
 */
export async function getReaders(say) {
  const missing = MODULES.filter((name) => pythonWith(name) === undefined).map((name) => `python3-${name}`);
  if (missing.length === 0 || !canUseApt()) return;
  say(`Getting independent readers for the tests (${missing.join(', ')}) ...`);
  const { code, output } = await installByApt(missing);
  if (code !== 0) say(`They could not be had, so their tests are skipped: ${tail(output, 1)}`);
}
