/**
 * What the desktop needs of Electron, and no more: the real module fits these shapes (main.ts hands it in), and so
 * does the double of the tests. Where Electron has an event, the listener gets what it passes.
 */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PreventableEvent {
  preventDefault(): void;
}

export interface FramePart {
  readonly origin: string;
}

export interface ContentsPart {
  readonly mainFrame: FramePart;
  send(channel: string, ...args: unknown[]): void;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate' | 'will-attach-webview',
    listener: (event: PreventableEvent) => void,
  ): unknown;
}

export interface WindowPart {
  readonly webContents: ContentsPart;
  loadURL(url: string): Promise<void>;
  show(): void;
  focus(): void;
  restore(): void;
  maximize(): void;
  isMinimized(): boolean;
  isMaximized(): boolean;
  isDestroyed(): boolean;
  getNormalBounds(): Rectangle;
  on(event: 'close' | 'closed', listener: () => void): unknown;
  once(event: 'ready-to-show', listener: () => void): unknown;
}

export interface AppPart {
  readonly isPackaged: boolean;
  whenReady(): Promise<void>;
  requestSingleInstanceLock(): boolean;
  quit(): void;
  exit(code?: number): void;
  getPath(name: 'userData'): string;
  on(event: 'second-instance' | 'activate' | 'window-all-closed', listener: () => void): unknown;
  on(event: 'before-quit', listener: (event: PreventableEvent) => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: ContentsPart) => void): unknown;
}

export interface InvokeEvent {
  readonly sender: ContentsPart;
  readonly senderFrame: FramePart | null;
}

export interface IpcPart {
  handle(channel: string, handler: (event: InvokeEvent, ...args: unknown[]) => Promise<unknown>): void;
  removeHandler(channel: string): void;
}

export interface MenuItem {
  label?: string;
  role?: MenuRole;
  type?: 'separator';
  accelerator?: string;
  registerAccelerator?: boolean;
  click?: () => void;
  submenu?: MenuItem[];
}

export type MenuRole =
  | 'about'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'toggleDevTools'
  | 'togglefullscreen'
  | 'minimize'
  | 'close';

export interface MenuPart {
  buildFromTemplate(template: MenuItem[]): unknown;
}

export interface SessionPart {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, callback: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
  readonly protocol: {
    handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
  };
}

export interface SchemePrivileges {
  scheme: string;
  privileges: { standard: boolean; secure: boolean; supportFetchAPI: boolean; codeCache: boolean };
}

export interface NotificationPart {
  show(): void;
  on(event: 'click', listener: () => void): unknown;
}

/** The whole of it. `Window` stands for a window's options, which are Electron's own. */
export interface DesktopParts<WindowOptions> {
  readonly app: AppPart;
  readonly ipc: IpcPart;
  readonly menu: MenuPart;
  setMenu(menu: unknown): void;
  /** Called before the app is ready. */
  registerSchemes(schemes: SchemePrivileges[]): void;
  /** Called once it is. */
  session(): SessionPart;
  displays(): readonly { readonly workArea: Rectangle }[];
  createWindow(options: WindowOptions): WindowPart;
  readonly notifications: {
    /** Whether this system shows any. */
    isSupported(): boolean;
    create(options: { readonly title: string; readonly body: string }): NotificationPart;
  };
  readonly shell: {
    openExternal(url: string): Promise<void>;
    /** Answers what went wrong, or nothing. */
    openPath(path: string): Promise<string>;
  };
}
