import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail } from './run.mjs';
import { inCache, inProject } from './places.mjs';

/** What the built files are made of, tests aside. */
const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const NOT_BUILT = /\.(test|testing)\.tsx?$/;
const BUILT = ['out/main/main.js', 'out/main/browser.js', 'out/main/cli.js', 'out/renderer/index.html'];

/**
 * A short name for the present state of the sources: each file with its size and time of change. Reading them all
 * would be surer and too slow for a terminal command; a change that leaves both alone does not happen by editing.
 */
export function stateOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) describe(inProject(source), hash);
  return hash.digest('hex');
}

export function buildIsCurrent() {
  const stamp = inCache('built');
  return (
    BUILT.every((file) => existsSync(inProject(file))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === stateOfSources()
  );
}

/**
 * Builds the app into `out/`.
 * @returns {Promise<void>}
 */
export async function build() {
  const state = stateOfSources();
  const builder = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await run(process.execPath, [builder, 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`Kithmap could not be built:\n${tail(output, 40)}`);
  writeFileSync(inCache('built'), state);
}

/** @param {string} path @param {import('node:crypto').Hash} hash */
function describe(path, hash) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort()) describe(join(path, name), hash);
  } else if (!NOT_BUILT.test(path)) {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
}
