// Opens Kithmap on a clone that may have nothing but Node and npm: sets up what is missing, then shows the app in the
// best window there is. Nothing is imported here that an install would have to bring first.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { callersFolder, inProject, ROOT } from './setup/places.mjs';
import { makeReady } from './setup/ready.mjs';
import { openInBrowser } from './start/browser-window.mjs';
import { fetchElectron, findElectron, forgetRefusal, rememberedRefusal } from './start/electron.mjs';
import { forTheApp, HELP, readOptions } from './start/options.mjs';
import { chooseWindow, hasDisplay } from './start/window.mjs';

/** A desktop runtime that ends this soon and not well did not get as far as a window. */
const DID_NOT_START_MS = 5_000;

const say = (/** @type {string} */ line) => console.log(line);
const read = readOptions(process.argv.slice(2), callersFolder('start', process.env, process.cwd()));
if ('refusal' in read) {
  console.error(`${read.refusal} "npm start -- --help" lists the options.`);
  process.exitCode = 2;
} else if (read.options.help) {
  process.stdout.write(HELP);
} else {
  try {
    await makeReady(say);
    process.exitCode = await open(read.options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/**
 * @param {import('./start/options.mjs').Options} options
 * @returns {Promise<number>} exit code, when the app was closed
 */
async function open(options) {
  if (options.desktop) forgetRefusal();
  const circumstances = {
    hasDisplay: hasDisplay(process.platform, process.env),
    electron: findElectron(),
    refusal: rememberedRefusal(),
  };
  let window = chooseWindow(options, circumstances);
  if (window.kind === 'fetch') {
    say('Fetching the desktop runtime (once) ...');
    const refusal = await fetchElectron(options.desktop);
    window = chooseWindow(options, { ...circumstances, electron: findElectron(), refusal });
  }
  if (window.kind === 'desktop') {
    const code = await runDesktop(window.electron, options);
    if (code !== undefined) return code;
    window = { kind: 'browser', because: 'The desktop runtime did not start; opening in a browser window.' };
  }
  if ('because' in window && window.because !== undefined) say(window.because);
  return serve(options, window.kind === 'browser');
}

/**
 * @param {string} electron
 * @param {import('./start/options.mjs').Options} options
 * @returns {Promise<number | undefined>} exit code, or nothing where no window came of it
 */
function runDesktop(electron, options) {
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const began = performance.now();
  const child = spawn(electron, [...noSandbox, ROOT, ...forTheApp(options)], { stdio: 'inherit' });
  endTogether(child);
  return new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', (code, signal) => {
      const failedToStart =
        code !== 0 && signal !== 'SIGTERM' && performance.now() - began < DID_NOT_START_MS;
      resolve(failedToStart ? undefined : (code ?? 0));
    });
  });
}

/**
 * Runs the host that a browser talks to until it is stopped or its window closed.
 * @param {import('./start/options.mjs').Options} options
 * @param {boolean} inWindow
 * @returns {Promise<number>} exit code
 */
function serve(options, inWindow) {
  const port = options.port === undefined ? [] : ['--port', String(options.port)];
  const host = spawn(
    process.execPath,
    [inProject('out', 'main', 'browser.js'), '--no-open', ...port, ...forTheApp(options)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  endTogether(host);
  let isOpen = false;
  createInterface({ input: host.stdout }).on('line', (line) => {
    say(line);
    const address = /^Kithmap is at (http:\/\/\S+)$/.exec(line)?.[1];
    if (address === undefined || isOpen) return;
    isOpen = true;
    if (inWindow) openInBrowser(address, { say, onClosed: () => host.kill('SIGTERM') });
    say('It runs until you close it here with Ctrl+C.');
  });
  return new Promise((resolve, reject) => {
    host.once('error', reject);
    host.once('exit', (code) => resolve(code ?? 0));
  });
}

/**
 * Whoever stops this command stops the app, and the app is given the time to close its files.
 * @param {import('node:child_process').ChildProcess} child
 */
function endTogether(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill('SIGTERM'));
  }
}
