/**
 * The app in windows of its own: one program per person, any number of windows, closed in order. Everything of
 * Electron comes in as an argument.
 */
import { join } from 'node:path';
import type { Answerer } from '../../shared/answerer';
import { eventChannel } from '../../shared/bridge';
import type { HostEvent } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import type { BuiltPage } from '../built-page';
import { noCapabilities, type Outside } from '../host/outside';
import { answerAppRequest, appAddress, appOrigin, appPrivileges, appScheme } from './app-protocol';
import { fitBounds, keepBounds, readBounds } from './bounds';
import { confineContents } from './confine';
import { answerPages } from './ipc';
import { type MenuAction, menuTemplate } from './menu';
import type { DesktopParts, NotificationPart, WindowPart } from './parts';
import { confineSession } from './permissions';
import { type WindowOptions, windowOptions } from './window-options';

export interface DesktopOptions {
  readonly parts: DesktopParts<WindowOptions>;
  readonly platform: NodeJS.Platform;
  /** The absolute path of the preload script. */
  readonly preload: string;
  readonly readPage: () => Promise<BuiltPage>;
  readonly openHost: (outside: Outside) => Promise<Answerer>;
  readonly newNonce: () => string;
  /** Tells the person why the app cannot open, before there is a window. */
  readonly complain: (error: unknown) => void;
}

/** Call before Electron is ready. Resolves when the first window is there, or when there is to be none. */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  const { parts } = options;
  const { app } = parts;
  parts.registerSchemes([appPrivileges]);
  app.on('web-contents-created', (_event, contents) => confineContents(contents));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  try {
    await new Desktop(options).open();
  } catch (error) {
    options.complain(error);
    app.exit(1);
  }
}

class Desktop {
  readonly #options: DesktopOptions;
  readonly #windows = new Set<WindowPart>();
  readonly #devTools: boolean;
  #host: Answerer | undefined;
  #closing = false;
  /** Held until they are pressed, for else nobody would hear of it. */
  readonly #notifications = new Set<NotificationPart>();
  /** What windows still write when the app quits. */
  #keeping: Promise<void> = Promise.resolve();

  constructor(options: DesktopOptions) {
    this.#options = options;
    this.#devTools = !options.parts.app.isPackaged;
  }

  async open(): Promise<void> {
    const { parts, platform, readPage, openHost, newNonce } = this.#options;
    const { app } = parts;
    app.on('second-instance', () => this.#comeForward());
    app.on('activate', () => this.#comeForward());
    app.on('window-all-closed', () => {
      if (platform !== 'darwin') app.quit();
    });
    app.on('before-quit', (event) => {
      if (this.#host === undefined) return;
      event.preventDefault();
      if (this.#closing) return;
      this.#closing = true;
      this.#try(this.#close(this.#host));
    });
    const [page] = await Promise.all([readPage(), app.whenReady()]);
    const session = parts.session();
    confineSession(session, appOrigin, this.#devTools);
    session.protocol.handle(appScheme, (request) =>
      Promise.resolve(answerAppRequest(page, request, newNonce)),
    );
    const host = await openHost(outsideOf(parts, (text) => this.#notify(text)));
    this.#host = host;
    answerPages({ ipc: parts.ipc, host, windows: () => this.#windows, origin: appOrigin });
    const act = (action: MenuAction): void => this.#act(action);
    parts.setMenu(parts.menu.buildFromTemplate(menuTemplate({ platform, devTools: this.#devTools, act })));
    await this.#openWindow();
  }

  async #openWindow(address = appAddress): Promise<void> {
    const { parts, preload } = this.#options;
    const file = join(parts.app.getPath('userData'), 'window.json');
    const kept = await readBounds(file);
    const areas = parts.displays().map(({ workArea }) => workArea);
    const window = parts.createWindow(windowOptions(fitBounds(kept, areas), preload, this.#devTools));
    this.#windows.add(window);
    window.once('ready-to-show', () => {
      if (kept.maximized) window.maximize();
      window.show();
    });
    window.on('close', () => {
      const bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      this.#keeping = this.#keeping.then(() => keepBounds(file, bounds));
    });
    window.on('closed', () => this.#windows.delete(window));
    await window.loadURL(address);
  }

  /** @param screen where the window goes; it stays where it is without */
  #comeForward(screen?: 'today'): void {
    const window = [...this.#windows].at(-1);
    if (window === undefined) {
      const address = screen === undefined ? appAddress : `${appAddress}#${screen}`;
      if (this.#host !== undefined) this.#try(this.#openWindow(address));
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
    if (screen === undefined) return;
    const go: HostEvent = { type: 'go', screen };
    window.webContents.send(eventChannel, go);
  }

  #notify(body: string): void {
    const notification = this.#options.parts.notifications.create({ title: 'Kithmap', body });
    this.#notifications.add(notification);
    notification.on('click', () => {
      this.#notifications.delete(notification);
      this.#comeForward('today');
    });
    notification.show();
  }

  #act(action: MenuAction): void {
    if (action === 'new-window') this.#try(this.#openWindow());
    else if (this.#host !== undefined) this.#try(this.#host.answer('showFolder', {}));
  }

  #try(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#options.complain(error));
  }

  async #close(host: Answerer): Promise<void> {
    try {
      await host.close();
      await this.#keeping;
    } catch (error) {
      this.#options.complain(error);
    }
    this.#host = undefined;
    this.#options.parts.app.quit();
  }
}

function outsideOf(
  { shell, notifications }: DesktopParts<WindowOptions>,
  notify: (text: string) => void,
): Outside {
  return {
    capabilities: noCapabilities,
    ...(notifications.isSupported() ? { notify } : {}),
    openExternal: (url) => shell.openExternal(url),
    async showFolder(folder) {
      const trouble = await shell.openPath(folder);
      if (trouble !== '')
        throw new KithmapError('unavailable', `The folder ${folder} cannot be shown: ${trouble}.`);
    },
  };
}
