// The app while it is being written: rebuilds what a change touches, restarts the host or reloads the page. Page and
// host are the ones people get, policy and all; the reload comes from outside, through the browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inCache, inProject } from './setup/places.mjs';
import { findSystemChromium } from './setup/chromium.mjs';
import { makeInstalled } from './setup/ready.mjs';
import { hasDisplay } from './start/window.mjs';

await makeInstalled(console.log);
const { resolveConfig } = await import('electron-vite');
const { build } = await import('vite');

/** The arguments of the host; a network of its own unless one is named, since an unfinished app may spoil it. */
const given = process.argv.slice(2);
const args = given.includes('--data') ? given : ['--data', inCache('dev-network'), ...given];

process.env['NODE_ENV_ELECTRON_VITE'] = 'production';
const { config } = await resolveConfig({ logLevel: 'warn' }, 'build', 'production');
/** @type {import('node:child_process').ChildProcess | undefined} */
let host;
/** @type {import('@playwright/test').Page | undefined} */
let page;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, close);
await watch('page', config?.renderer, async () => void (await page?.reload()));
await watch('host', config?.main, restart);
await restart();

/**
 * Builds now and after every change to what was built.
 * @param {string} what
 * @param {import('vite').InlineConfig | undefined} part
 * @param {() => Promise<void>} whenRebuilt
 */
async function watch(what, part, whenRebuilt) {
  const watcher = await build({ ...part, build: { ...part?.build, watch: {} } });
  if (!('on' in watcher)) throw new Error(`The ${what} could not be watched.`);
  let isFirst = true;
  await new Promise((resolve) => {
    watcher.on('event', async (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code === 'BUNDLE_END') {
        console.log(`${what}: built in ${Math.round(event.duration)} ms`);
        await event.result.close();
      }
      if (event.code !== 'END') return;
      if (!isFirst) await whenRebuilt();
      isFirst = false;
      resolve(undefined);
    });
  });
}

/** Starts the host anew and shows its page, whose address is a new one each time. */
async function restart() {
  if (host !== undefined && host.exitCode === null) {
    host.kill('SIGTERM');
    await once(host, 'exit');
  }
  const started = spawn(process.execPath, [inProject('out', 'main', 'browser.js'), '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  host = started;
  createInterface({ input: started.stdout }).on('line', (line) => {
    console.log(line);
    const address = /^Kithmap is at (http:\/\/\S+)$/.exec(line)?.[1];
    if (address !== undefined) void show(address);
  });
}

/** @param {string} address */
async function show(address) {
  const executablePath = findSystemChromium();
  if (!hasDisplay(process.platform, process.env) || executablePath === undefined) {
    console.log('Open the address in a browser, and reload it after a change.');
    return;
  }
  page ??= await openPage(executablePath);
  await page.goto(address);
  await page.reload();
}

/** @param {string} executablePath */
async function openPage(executablePath) {
  const { chromium } = await import('@playwright/test');
  const context = await chromium.launchPersistentContext(inCache('dev-window'), {
    executablePath,
    headless: false,
    viewport: null,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  context.once('close', close);
  return context.pages()[0] ?? context.newPage();
}

function close() {
  host?.kill('SIGTERM');
  process.exit(0);
}
