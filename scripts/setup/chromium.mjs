import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canUseApt, installByApt } from './apt.mjs';
import { run, tail } from './run.mjs';
import { inProject } from './places.mjs';

/**
 * The parts of a machine that decide which program is found.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {(file: string) => boolean} isProgram
 */

/** @type {Machine} */
export const thisMachine = { platform: process.platform, env: process.env, isProgram };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_FILES = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * A program of that name on the person's PATH. The folders of npm's own shims are passed over: `electron` there is
 * the package that may lack its runtime.
 * @param {string} name
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function findOnPath(name, machine = thisMachine) {
  const file = machine.platform === 'win32' ? `${name}.exe` : name;
  return (machine.env['PATH'] ?? machine.env['Path'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('node_modules'))
    .map((folder) => join(folder, file))
    .find(machine.isProgram);
}

/**
 * A Chromium of the system: where a person's own browsers lie on this kind of machine.
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function findSystemChromium(machine = thisMachine) {
  for (const name of NAMES) {
    const found = findOnPath(name, machine);
    if (found !== undefined) return found;
  }
  return usualPlaces(machine).find(machine.isProgram);
}

/** @param {Machine} machine */
function usualPlaces({ platform, env }) {
  if (platform === 'darwin')
    return MAC_APPS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform !== 'win32') return [];
  return [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].flatMap((base) =>
    base === undefined ? [] : WINDOWS_FILES.map((file) => `${base}\\${file}`),
  );
}

/** Chromium without a window, as Debian packages it: it starts sooner and leaves more of the machine to the page. */
const SHELL = 'chromium-headless-shell';

/**
 * The Chromium that end-to-end tests run in: one without a window, else the system's, else the one that Playwright keeps.
 * @returns {Promise<string | undefined>}
 */
export async function findTestChromium() {
  const found = findOnPath(SHELL) ?? findSystemChromium();
  if (found !== undefined) return found;
  const { chromium } = await import('@playwright/test');
  const kept = chromium.executablePath();
  return existsSync(kept) ? kept : undefined;
}

/**
 * Gets a Chromium for the tests where none is found: from apt for root, else through Playwright.
 * @param {(line: string) => void} say
 * @returns {Promise<{ found: string } | { reason: string }>}
 */
export async function getTestChromium(say) {
  const present = await findTestChromium();
  if (present !== undefined) return { found: present };
  const reasons = [];
  for (const [what, get] of ways()) {
    say(`Getting a Chromium for the end-to-end tests (${what}) ...`);
    const { code, output } = await get();
    const found = await findTestChromium();
    if (found !== undefined) return { found };
    reasons.push(`${what}: ${code === 0 ? 'brought no program that can be run' : tail(output, 1)}`);
  }
  return { reason: `no Chromium (${reasons.join('; ')})` };
}

/** @returns {[string, () => Promise<import('./run.mjs').Finished>][]} */
function ways() {
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
  const byPlaywright = () =>
    run(process.execPath, [playwright, 'install', 'chromium'], { timeoutMs: 300_000 });
  return canUseApt()
    ? [
        [`apt-get, ${SHELL}`, () => installByApt([SHELL])],
        ['apt-get, chromium', () => installByApt(['chromium'])],
        ['playwright install', byPlaywright],
      ]
    : [['playwright install', byPlaywright]];
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
