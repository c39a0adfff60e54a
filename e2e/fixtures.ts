import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/** The day it is in every end-to-end test; the host reads it from the environment. */
export const TODAY = '2026-05-04';

const ENVIRONMENT = {
  ...process.env,
  KITHMAP_TODAY: TODAY,
  KITHMAP_NOW: `${TODAY}T09:00:00Z`,
  TZ: 'Europe/Zurich',
  LC_ALL: 'en_GB.UTF-8',
};

/** A host that serves the built app on loopback from a data folder. */
export interface RunningHost {
  /** Where the page is, with the token that lets it in. */
  readonly address: string;
  readonly dataFolder: string;
  /** Ends the host as a person would, and waits until it has. */
  stop: () => Promise<void>;
  /** Ends the host as a power cut would, in the middle of whatever it does. */
  kill: () => Promise<void>;
}

/** What a terminal command answered. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Fixtures {
  /** The origins of the hosts that this test started. */
  origins: Set<string>;
  /** An empty data folder that is removed after the test. */
  dataFolder: string;
  /** Starts hosts, on the test's data folder unless told otherwise; they end with the test. */
  startHost: (options?: {
    dataFolder?: string;
    args?: readonly string[];
    today?: string;
  }) => Promise<RunningHost>;
  /** The host that the test's pages talk to. */
  host: RunningHost;
  /** The terminal command, on the test's data folder. */
  kithmap: (...args: readonly string[]) => Promise<Answer>;
  /**
   * Watches a page: the test fails on an error in it, an error on its console, a breach of its policy or a request to
   * anywhere but its own host. `person` is watched already.
   */
  watch: (page: Page) => Promise<void>;
  /** The page of somebody who has just opened the app. */
  person: Page;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  origins: async ({}, use) => use(new Set()),

  // eslint-disable-next-line no-empty-pattern -- as above
  dataFolder: async ({}, use) => {
    const scratch = await mkdtemp(join(tmpdir(), 'kithmap-e2e-'));
    // Its name is in every picture.
    const folder = join(scratch, 'my-network');
    await mkdir(folder, { mode: 0o700 });
    await use(folder);
    await rm(scratch, { recursive: true, force: true });
  },

  startHost: async ({ dataFolder, origins }, use) => {
    const hosts: RunningHost[] = [];
    await use(async (options = {}) => {
      const host = await startLoopback(options.dataFolder ?? dataFolder, options.args ?? [], options.today);
      hosts.push(host);
      origins.add(new URL(host.address).origin);
      return host;
    });
    await Promise.all(hosts.map((host) => host.stop()));
  },

  host: async ({ startHost }, use) => use(await startHost()),

  kithmap: async ({ dataFolder }, use) => use((...args) => runTerminal([...args, '--data', dataFolder])),

  watch: async ({ origins }, use) => {
    const findings: string[] = [];
    await use((page) => watchPage(page, origins, findings));
    expect(findings, 'what went wrong in the page unseen').toEqual([]);
  },

  person: async ({ page, host, watch }, use) => {
    await watch(page);
    await page.goto(host.address);
    await use(page);
  },
});

/** Starts the loopback entry on a port of its own choice and waits for the address it prints. */
async function startLoopback(
  dataFolder: string,
  args: readonly string[],
  today = TODAY,
): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    [built('browser.js'), '--data', dataFolder, '--port', '0', '--no-open', ...args],
    {
      env: { ...ENVIRONMENT, KITHMAP_TODAY: today, KITHMAP_NOW: `${today}T09:00:00Z` },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'exit');
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const address = await Promise.race([
    printedAddress(child),
    ended.then(() => Promise.reject(new Error(`The host ended before it served:\n${complaint}`))),
  ]);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return { address, dataFolder, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function printedAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The host has no standard output.');
  // The stream is read to its end, so that a host that prints more is not held up by a full pipe.
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const found = /^Kithmap is at (http:\/\/127\.0\.0\.1:\d+\/\S*)$/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

async function runTerminal(args: readonly string[]): Promise<Answer> {
  const child = spawn(process.execPath, [built('cli.js'), ...args], {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode ?? 1, stdout, stderr };
}

async function watchPage(page: Page, origins: ReadonlySet<string>, findings: string[]): Promise<void> {
  const mustBeOurs = (what: string, address: string) => {
    const { protocol, origin, host } = new URL(address);
    const isOurs = origins.has(origin) || origins.has(`http://${host}`);
    if (!STAYS_IN_THE_PAGE.has(protocol) && !isOurs) findings.push(`${what} to elsewhere: ${address}`);
  };
  page.on('pageerror', (error) => findings.push(`error in the page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') findings.push(`error on the console: ${message.text()}`);
  });
  page.on('request', (request) => mustBeOurs(request.method(), request.url()));
  page.on('websocket', (socket) => mustBeOurs('socket', socket.url()));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const where = `${event.sourceFile}:${event.lineNumber}`;
      console.error(`policy broken: ${event.effectiveDirective} refused ${event.blockedURI} (${where})`);
    });
  });
}

/** The protocols of addresses that ask nobody. */
const STAYS_IN_THE_PAGE = new Set(['data:', 'blob:', 'about:']);

const built = (name: string) => fileURLToPath(new URL(`../out/main/${name}`, import.meta.url));
