import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, thisMachine } from '../setup/chromium.mjs';
import { inCache, inProject } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';

/**
 * Why Electron's runtime could not be fetched. It is remembered, so that a machine that cannot reach it waits for it
 * once and not at every start.
 * @typedef {object} Refusal
 * @property {string} version of Electron
 * @property {string} reason a few words
 */

/** A start waits this long for the runtime; somebody who asks for it with --desktop gets a whole download's time. */
const PATIENCE_MS = 10_000;
const PATIENCE_WHEN_ASKED_MS = 15 * 60_000;

const PROGRAMS = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe', other: 'electron' };

/**
 * The program that runs desktop apps: the one the person points to, the one beside its package, the system's.
 * @param {string} packageFolder of the npm package "electron"
 * @param {import('../setup/chromium.mjs').Machine} [machine]
 * @returns {string | undefined}
 */
export function findElectron(packageFolder = electronPackage(), machine = thisMachine) {
  const { platform, env } = machine;
  const program = platform === 'darwin' || platform === 'win32' ? PROGRAMS[platform] : PROGRAMS.other;
  const chosen = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folders = [...(chosen ? [chosen] : []), join(packageFolder, 'dist')];
  return (
    folders.map((folder) => join(folder, program)).find(machine.isProgram) ?? findOnPath('electron', machine)
  );
}

/**
 * Lets Electron's package fetch its runtime, in a process of its own whose words go to a log.
 * @param {boolean} asked with --desktop
 * @returns {Promise<Refusal | undefined>} nothing when it came
 */
export async function fetchElectron(asked) {
  const limit = asked ? PATIENCE_WHEN_ASKED_MS : PATIENCE_MS;
  const { code, output, timedOut } = await run(process.execPath, [join(electronPackage(), 'install.js')], {
    timeoutMs: limit,
  });
  const log = inCache('electron-fetch.log');
  writeFileSync(log, output);
  if (code === 0 && findElectron() !== undefined) return undefined;
  const refusal = { version: electronVersion(), reason: reasonOf(output, timedOut, limit) };
  writeFileSync(refusalFile(), JSON.stringify(refusal));
  return refusal;
}

/**
 * The refusal of this version of Electron, if there was one.
 * @param {string} [file]
 * @param {string} [version]
 * @returns {Refusal | undefined}
 */
export function rememberedRefusal(file = refusalFile(), version = electronVersion()) {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    return kept?.version === version && typeof kept.reason === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
}

export const forgetRefusal = () => rmSync(refusalFile(), { force: true });

const refusalFile = () => inCache('electron-refused.json');
const electronPackage = () => inProject('node_modules', 'electron');

/** @returns {string} */
const electronVersion = () =>
  JSON.parse(readFileSync(join(electronPackage(), 'package.json'), 'utf8')).version;

/**
 * The few words that a person reads; the whole trace is in the log.
 * @param {string} output
 * @param {boolean} timedOut
 * @param {number} limitMs
 */
export function reasonOf(output, timedOut, limitMs) {
  if (timedOut) return `not there after ${Math.round(limitMs / 1000)} seconds`;
  const codes = [
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'ENETUNREACH',
    'fetch failed',
  ];
  if (codes.some((code) => output.includes(code))) return 'its server is not reachable from here';
  if (/ENOSPC/.test(output)) return 'the disk is full';
  const status = /\b(?:HTTPError|status)\D{0,40}(\d{3})\b/.exec(output)?.[1];
  return status === undefined ? 'its package could not do it' : `its server answered ${status}`;
}
