import { spawn } from 'node:child_process';
import { findOnPath, findSystemChromium } from '../setup/chromium.mjs';
import { inCache } from '../setup/places.mjs';

/** A Chromium that is gone this soon has handed the page to one already open, or could not start. */
const HANDED_OVER_MS = 5_000;

/**
 * Opens an address where a person sees it: in an app window of a Chromium, with a profile of its own, else in the
 * browser they use.
 * @param {string} address
 * @param {{ onClosed: () => void, say: (line: string) => void }} to `onClosed` is called when the app window, and
 *   with it the app, was closed; it never is for a browser that stays open for other pages
 */
export function openInBrowser(address, { onClosed, say }) {
  const chromium = findSystemChromium();
  if (chromium !== undefined) {
    const began = performance.now();
    const child = spawn(chromium, appWindowArguments(address, inCache('window'), process.getuid?.() === 0), {
      stdio: 'ignore',
    });
    child.once('error', () => say('The browser could not be started; open the address above in any other.'));
    child.once('exit', () => {
      if (performance.now() - began > HANDED_OVER_MS) onClosed();
    });
    return;
  }
  const [command, ...args] = openerFor(process.platform, address) ?? [];
  if (command === undefined) {
    say('No browser was found; open the address above in one.');
    return;
  }
  spawn(command, args, { stdio: 'ignore' }).once('error', () =>
    say('The browser could not be started; open the address above in one.'),
  );
}

/**
 * @param {string} address
 * @param {string} profile
 * @param {boolean} isRoot Chromium refuses to sandbox itself for root, in containers mostly
 */
export const appWindowArguments = (address, profile, isRoot) => [
  `--app=${address}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** @param {NodeJS.Platform} platform @param {string} address @returns {string[] | undefined} */
function openerFor(platform, address) {
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['cmd.exe', '/d', '/c', 'start', '""', address];
  const opener = findOnPath('xdg-open');
  return opener === undefined ? undefined : [opener, address];
}
