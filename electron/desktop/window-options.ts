/** How a window is made, as plain data. The page in it is treated like any web page: it gets a sandbox and a bridge. */
import type { Bounds } from './bounds';

export const pagePreferences = {
  /** The page runs in an operating system sandbox. */
  sandbox: true,
  /** What the preload script sees is another world than the page's. */
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  /** A file dropped beside the place for files must not replace the page. */
  navigateOnDragDrop: false,
  /** The checker fetches its dictionaries from a server, and nothing here talks to one. */
  spellcheck: false,
} as const;

const smallest = { width: 720, height: 480 } as const;

export interface WindowOptions extends Bounds {
  readonly minWidth: number;
  readonly minHeight: number;
  readonly show: boolean;
  readonly title: string;
  readonly autoHideMenuBar: boolean;
  readonly backgroundColor: string;
  readonly webPreferences: typeof pagePreferences & { readonly preload: string; readonly devTools: boolean };
}

/** @param preload the absolute path of the preload script. */
export function windowOptions(bounds: Bounds, preload: string, devTools: boolean): WindowOptions {
  return {
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    // Shown once there is something to see.
    show: false,
    title: 'Kithmap',
    autoHideMenuBar: true,
    backgroundColor: '#f7f5f0',
    webPreferences: { ...pagePreferences, preload, devTools },
  };
}
