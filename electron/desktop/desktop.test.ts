/** The desktop through a double of Electron: the contract over its calls, and what its pages may and may not do. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answerer } from '../../shared/answerer';
import { KithmapError } from '../../shared/errors';
import { desktopAnswerer } from '../../renderer/network/desktop-host';
import { contractSuite } from '../contract-suite.testing';
import { type Outside, withOutside } from '../host/outside';
import { testPage } from '../loopback/page.testing';
import { testHost, type TestHost } from '../memory.testing';
import { startDesktop } from './desktop';
import { FakeElectron } from './electron.testing';
import { permissions } from './permissions';
import type { MenuItem } from './parts';

const nonce = 'n'.repeat(22);

interface Running {
  readonly electron: FakeElectron;
  readonly complaints: unknown[];
}

async function run(
  host: Answerer,
  folder: string,
  change: (electron: FakeElectron) => void = () => undefined,
  platform: NodeJS.Platform = 'linux',
  onOutside: (outside: Outside) => void = () => undefined,
): Promise<Running> {
  const electron = new FakeElectron(folder);
  const complaints: unknown[] = [];
  change(electron);
  await startDesktop({
    parts: electron,
    platform,
    preload: '/out/preload/preload.cjs',
    readPage: () => Promise.resolve(testPage),
    openHost(outside) {
      onOutside(outside);
      return Promise.resolve(withOutside(host, outside));
    },
    newNonce: () => nonce,
    complain: (error) => complaints.push(error),
  });
  return { electron, complaints };
}

const temporary = (): string => mkdtempSync(join(tmpdir(), 'kithmap-desktop-'));
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

contractSuite("Electron's calls", async (host) => {
  const folder = temporary();
  const { electron } = await run(host, folder);
  const first = electron.windows[0]!;
  return {
    async connect() {
      const next = electron.nextWindow();
      clickMenu(electron, 'New Window');
      const window = await next;
      return desktopAnswerer(electron.bridge(window));
    },
    async intrude() {
      const add = ['edit', { client: 'c', name: 'contact.add', args: { name: { full: 'Mallory' } } }];
      const answer = await electron.invoke(first, add, { senderFrame: { origin: 'https://evil.example' } });
      throw new Error(JSON.stringify(answer));
    },
    stop() {
      remove(folder);
      return Promise.resolve();
    },
  };
});

function itemsOf(template: readonly MenuItem[]): MenuItem[] {
  return template.flatMap((item) => [item, ...itemsOf(item.submenu ?? [])]);
}

function clickMenu(electron: FakeElectron, label: string): void {
  const item = itemsOf(electron.menuTemplate).find((one) => one.label === label);
  if (item?.click === undefined) throw new Error(`There is no "${label}" in the menu.`);
  item.click();
}

describe('the desktop', () => {
  let folder: string;
  let test: TestHost;
  beforeEach(() => {
    folder = temporary();
    test = testHost();
  });
  afterEach(async () => {
    await test.local.end('The test is over.');
    remove(folder);
  });

  it('shows the page in a sandboxed window once there is something to see', async () => {
    const { electron } = await run(test.local, folder);
    const [window] = electron.windows;
    expect(window).toMatchObject({ url: 'app://kithmap/', shown: true });
    expect(window?.options).toMatchObject({ show: false, title: 'Kithmap' });
    expect(window?.options.webPreferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      preload: '/out/preload/preload.cjs',
      devTools: false,
    });
  });

  it('registers app:// as a scheme with an origin of its own, before Electron is ready', async () => {
    const electron = new FakeElectron(folder);
    electron.app.ready = new Promise(() => undefined);
    void startDesktop({
      parts: electron,
      platform: 'linux',
      preload: '',
      readPage: () => Promise.resolve(testPage),
      openHost: () => Promise.resolve(test.local),
      newNonce: () => nonce,
      complain: () => undefined,
    });
    expect(electron.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    expect(electron.schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
    await Promise.resolve();
    expect(electron.windows).toEqual([]);
  });

  it('serves the page with its policy and nonce, its files, and nothing else', async () => {
    const { electron } = await run(test.local, folder);
    const get = (url: string, method = 'GET'): Promise<Response> =>
      electron.schemeHandler!(new Request(url, { method }));
    const page = await get('app://kithmap/');
    expect(await page.text()).toContain(nonce);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe-|\*|data:|http|ws:/);
    expect((await get('app://kithmap/assets/index.js')).headers.get('content-type')).toBe('text/javascript');
    const nowhere = [
      'app://kithmap/../package.json',
      'app://kithmap/%2e%2e/x',
      'app://elsewhere/',
      'app://kithmap/x',
    ];
    for (const url of nowhere) expect((await get(url)).status).toBe(404);
    expect((await get('app://kithmap/', 'POST')).status).toBe(405);
  });

  it('denies every permission that the table does not grant, and each has its reason', async () => {
    const { electron } = await run(test.local, folder);
    for (const name of [...permissions.keys(), 'midi', 'usb', 'something-new', '__proto__', 'constructor']) {
      const granted = name === 'clipboard-sanitized-write';
      expect([name, electron.mayRequest(name), electron.mayCheck(name)]).toEqual([name, granted, granted]);
    }
    expect(electron.mayUseDevice()).toBe(false);
    for (const { why } of permissions.values()) expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it('lets a page load its own files and nothing from a network', async () => {
    const { electron } = await run(test.local, folder);
    expect(electron.mayLoad('app://kithmap/assets/index.js')).toBe(true);
    const others = ['https://example.com/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'file:///etc/passwd'];
    for (const url of [
      ...others,
      'app://kithmap.evil/',
      'app://kithmap',
      'devtools://devtools/',
      'data:text/html,x',
    ]) {
      expect([url, electron.mayLoad(url)]).toEqual([url, false]);
    }
    const { electron: unpackaged } = await run(
      test.local,
      temporary(),
      ({ app }) => (app.isPackaged = false),
    );
    expect(unpackaged.mayLoad('devtools://devtools/bundled/x.js')).toBe(true);
    expect(unpackaged.windows[0]?.options.webPreferences.devTools).toBe(true);
  });

  it('keeps a page from navigating, opening windows and holding other pages', async () => {
    const { electron } = await run(test.local, folder);
    const { webContents } = electron.windows[0]!;
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      expect([event, webContents.tries(event)]).toEqual([event, false]);
    }
    expect(webContents.openHandler?.()).toEqual({ action: 'deny' });
  });

  it('answers only the main frame of its own windows showing its own page', async () => {
    const { electron } = await run(test.local, folder);
    const window = electron.windows[0]!;
    const stranger = electron.createWindow(window.options);
    await stranger.loadURL('app://kithmap/');
    const call = ['hello', {}];
    const refusals = [
      electron.invoke(window, call, { senderFrame: { origin: 'app://kithmap' } }),
      electron.invoke(window, call, { senderFrame: null }),
      electron.invoke(stranger, call),
    ];
    window.webContents.mainFrame = { origin: 'https://evil.example' };
    refusals.push(electron.invoke(window, call));
    for (const refusal of refusals) expect(await refusal).toMatchObject({ error: { code: 'unauthorised' } });
  });

  it('refuses what is no call and what is no JSON', async () => {
    const { electron } = await run(test.local, folder);
    const window = electron.windows[0]!;
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    for (const call of [
      [],
      [7, {}],
      ['hello', loop],
      ['hello', { big: 1n }],
      ['hello', new Map([['a', 1]]), 'more'],
    ]) {
      const answer = await electron.invoke(window, call);
      const isCall = call[0] === 'hello' && call[1] instanceof Map;
      if (isCall) expect(answer).toHaveProperty('result');
      else expect(answer).toMatchObject({ error: { code: 'bad-argument' } });
    }
  });

  it('opens links and shows the folder by the system, after a look at them', async () => {
    const { electron } = await run(test.local, folder);
    const page = desktopAnswerer(electron.bridge(electron.windows[0]!));
    expect(await page.answer('hello', {})).toMatchObject({
      capabilities: { openExternal: true, showFolder: true, notifications: true, tray: false },
    });
    for (const url of ['https://example.com/a', 'mailto:ana@example.com', 'tel:+41445551234']) {
      await page.answer('openExternal', { url });
    }
    const refused = [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://a:b@example.com',
      'x',
    ];
    for (const url of refused) {
      await expect(page.answer('openExternal', { url })).rejects.toMatchObject({ code: 'bad-argument' });
    }
    await page.answer('showFolder', {});
    expect(electron.opened).toEqual([
      'https://example.com/a',
      'mailto:ana@example.com',
      'tel:+41445551234',
      '/nowhere',
    ]);
    electron.openPathAnswer = 'no file manager';
    await expect(page.answer('showFolder', {})).rejects.toMatchObject({ code: 'unavailable' });
    clickMenu(electron, 'Show Data Folder');
  });

  it('shows a notification where the system has them, and goes to Today when it is pressed', async () => {
    let outside: Outside | undefined;
    const { electron } = await run(test.local, folder, undefined, 'darwin', (given) => (outside = given));
    const window = electron.windows[0]!;
    const page = desktopAnswerer(electron.bridge(window));
    const heard: unknown[] = [];
    page.subscribe((event) => heard.push(event));
    expect(await page.answer('hello', {})).toMatchObject({ capabilities: { notifications: true } });
    outside?.notify?.('3 people this week.');
    const [first] = electron.notified;
    expect(first).toMatchObject({ options: { title: 'Kithmap', body: '3 people this week.' }, shown: true });
    window.minimized = true;
    first?.emit('click');
    expect(window).toMatchObject({ minimized: false, focused: 1 });
    expect(heard).toEqual([{ type: 'go', screen: 'today' }]);

    electron.closeWindow(window);
    outside?.notify?.('2 people this week.');
    const next = electron.nextWindow();
    electron.notified[1]?.emit('click');
    expect((await next).url).toBe('app://kithmap/#today');

    const without = await run(testHost().local, temporary(), (other) => (other.showsNotifications = false));
    const answerer = desktopAnswerer(without.electron.bridge(without.electron.windows[0]!));
    expect(await answerer.answer('hello', {})).toMatchObject({ capabilities: { notifications: false } });
  });

  it('stops telling windows that are closed', async () => {
    const { electron } = await run(test.local, folder);
    const next = electron.nextWindow();
    clickMenu(electron, 'New Window');
    const window = await next;
    const [first] = electron.windows;
    const heard: unknown[] = [];
    window.webContents.hear('kithmap:event', (event) => heard.push(event));
    electron.closeWindow(window);
    test.setDay('2026-05-05');
    expect(heard).toEqual([]);
    expect(first?.destroyed).toBe(false);
  });

  it('is one program: a second start ends itself, and the first comes forward', async () => {
    const { electron: second } = await run(test.local, folder, ({ app }) => (app.hasLock = false));
    expect(second.app.exited).toBe(0);
    expect(second.windows).toEqual([]);
    const { electron } = await run(test.local, folder);
    const window = electron.windows[0]!;
    window.minimized = true;
    electron.app.emit('second-instance');
    expect(window).toMatchObject({ minimized: false, focused: 1 });
  });

  it('closes the network in order before it quits', async () => {
    const { electron } = await run(test.local, folder);
    const exited = once(electron.app, 'exited');
    electron.closeWindow(electron.windows[0]!);
    expect(electron.app.exited).toBeUndefined();
    electron.app.quit();
    await exited;
    expect(test.store.closed).toBe(true);
    expect(electron.app.exited).toBe(0);
  });

  it('stays open without windows on macOS, and opens one when it is asked for', async () => {
    const { electron } = await run(test.local, folder, undefined, 'darwin');
    electron.closeWindow(electron.windows[0]!);
    expect(electron.app.quits).toBe(0);
    expect(electron.menuTemplate[0]?.label).toBe('Kithmap');
    const next = electron.nextWindow();
    electron.app.emit('activate');
    expect((await next).url).toBe('app://kithmap/');
  });

  it('says why it cannot open, and ends', async () => {
    const electron = new FakeElectron(folder);
    const complaints: unknown[] = [];
    const failure = new KithmapError('disk', 'The folder cannot be made.');
    await startDesktop({
      parts: electron,
      platform: 'linux',
      preload: '',
      readPage: () => Promise.resolve(testPage),
      openHost: () => Promise.reject(failure),
      newNonce: () => nonce,
      complain: (error) => complaints.push(error),
    });
    expect(complaints).toEqual([failure]);
    expect(electron.app.exited).toBe(1);
  });

  it('has a menu whose items each do something', async () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const { electron } = await run(test.local, temporary(), undefined, platform);
      for (const item of itemsOf(electron.menuTemplate)) {
        const does = item.role ?? item.click ?? item.submenu ?? item.type;
        expect(does).toBeDefined();
      }
    }
  });

  it('opens where it was closed, and on a display where it can be seen', async () => {
    const { electron } = await run(test.local, folder);
    const window = electron.windows[0]!;
    window.bounds = { x: 2000, y: 100, width: 900, height: 700 };
    window.maximized = true;
    const exited = once(electron.app, 'exited');
    electron.closeWindow(window);
    await exited;
    const file = join(folder, 'window.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      x: 2000,
      y: 100,
      width: 900,
      height: 700,
      maximized: true,
    });
    const second = { x: 1920, y: 0, width: 1280, height: 1024 };
    const again = await run(testHost().local, folder, ({ areas }) => areas.push(second));
    expect(again.electron.windows[0]?.options).toMatchObject({ x: 2000, y: 100, width: 900, height: 700 });
    expect(again.electron.windows[0]?.maximized).toBe(true);
    const unplugged = (await run(testHost().local, folder)).electron.windows[0]?.options;
    expect(unplugged).toMatchObject({ width: 900, height: 700 });
    expect(unplugged).not.toHaveProperty('x');
    writeFileSync(file, '{"width": "huge"');
    const usual = (await run(testHost().local, folder)).electron.windows[0]?.options;
    expect(usual).toMatchObject({ width: 1280, height: 820 });
  });
});
