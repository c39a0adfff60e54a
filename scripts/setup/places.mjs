import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

/** The folder of this copy of the project, wherever a command was called from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** A path inside the project. @param {...string} parts */
export const inProject = (...parts) => join(ROOT, ...parts);

/**
 * A path among the things that setting up remembers: stamps, logs, refusals. They go with node_modules and hold
 * nothing of a person's.
 * @param {...string} parts
 */
export const inCache = (...parts) => {
  const folder = inProject('node_modules', '.cache', 'kithmap');
  mkdirSync(folder, { recursive: true });
  return join(folder, ...parts);
};

/**
 * Where the person stood when they typed `npm run SCRIPT`: npm changes into the project's folder first, and a path
 * they gave is meant from where they were.
 * @param {string} script
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} cwd
 */
export const callersFolder = (script, env, cwd) =>
  env['npm_lifecycle_event'] === script && env['INIT_CWD'] !== undefined && resolve(cwd) === resolve(ROOT)
    ? env['INIT_CWD']
    : cwd;
