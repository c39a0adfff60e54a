/** Entry: Kithmap as a desktop app. Hands Electron to the desktop; everything else is there. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  protocol,
  screen,
  session,
  shell,
} from 'electron';
import { toErrorMessage } from '../shared/errors';
import { readBuiltPage } from './built-page';
import { startDesktop } from './desktop/desktop';
import { readDesktopOptions } from './desktop/options';
import { readAppVersion } from './host/app-version';
import { openFolder } from './host/open-folder';
import { fillWithSample, folderFor } from './host/sample-folder';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const complain = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

void startDesktop({
  parts: {
    app,
    ipc: ipcMain,
    menu: Menu,
    setMenu: (menu) => {
      if (menu instanceof Menu) Menu.setApplicationMenu(menu);
    },
    registerSchemes: (schemes) => protocol.registerSchemesAsPrivileged(schemes),
    session: () => session.defaultSession,
    displays: () => screen.getAllDisplays(),
    createWindow: (options) => new BrowserWindow(options),
    notifications: {
      isSupported: () => Notification.isSupported(),
      create: (options) => new Notification(options),
    },
    shell,
  },
  platform: process.platform,
  preload: beside('../preload/preload.cjs'),
  readPage: () => readBuiltPage(beside('../renderer/')),
  async openHost(outside) {
    const { data, sample } = readDesktopOptions(process.argv.slice(1));
    const host = await openFolder({
      folder: folderFor(data, sample, process.env),
      environment: process.env,
      appVersion: await readAppVersion(new URL('../../', import.meta.url)),
      outside,
      onFault: complain,
    });
    if (sample) await fillWithSample(host);
    return host;
  },
  newNonce: () => randomBytes(16).toString('base64url'),
  complain(error) {
    complain(error);
    dialog.showErrorBox('Kithmap', toErrorMessage(error).message);
  },
});
